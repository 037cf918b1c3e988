import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { clean } from '@rollcall/core';
import Table from 'cli-table3';
import colours from 'picocolors';
import type { Io } from './io.ts';
import { fitColumns } from './show/fit-columns.ts';

const padding = 2;
const narrowest = 8;

export type Cell = string | number | null | undefined;

/**
 * What a command says. For people: text on stdout, remarks on stderr. With `--json`: documents on stdout and nothing else
 * there; `say` and `table` are silent then.
 */
export class Output {
  readonly json: boolean;
  readonly colours: ReturnType<typeof colours.createColors>;
  readonly #io: Io;

  constructor(io: Io, json: boolean) {
    this.#io = io;
    this.json = json;
    const wanted = io.stdout.isTTY === true && (io.env['NO_COLOR'] ?? '') === '' && io.env['TERM'] !== 'dumb';
    this.colours = colours.createColors(wanted);
  }

  /** A line for people. What comes from outside has to be `clean` before. */
  say(text = ''): void {
    if (!this.json) this.#io.stdout.write(`${text}\n`);
  }

  /** A remark beside the result, such as what to do next. */
  note(text: string): void {
    if (!this.json) this.#io.stderr.write(`${text}\n`);
  }

  /** What must be seen also with `--json`. */
  warn(text: string): void {
    this.#io.stderr.write(`${text}\n`);
  }

  heading(text: string): void {
    this.say(`\n${this.colours.bold(text)}`);
  }

  table(head: readonly string[], rows: readonly (readonly Cell[])[]): void {
    if (this.json || rows.length === 0) return;
    const cells = rows.map((row) => row.map((cell) => clean(cell == null ? '' : String(cell))));
    const colWidths = this.#widths([head, ...cells]);
    const table = new Table({
      head: [...head],
      style: { head: this.colours.isColorSupported ? ['cyan'] : [], border: [], compact: true },
      wordWrap: true,
      ...(colWidths !== undefined && { colWidths: [...colWidths] }),
    });
    table.push(...cells);
    this.say(table.toString());
  }

  /** A terminal has an end at the right; a pipe has none. */
  #widths(rows: readonly (readonly string[])[]): readonly number[] | undefined {
    const { columns } = this.#io.stdout;
    if (columns === undefined) return undefined;
    const wanted = (rows[0] ?? []).map(
      (_, column) => padding + Math.max(...rows.map((row) => Array.from(row[column] ?? '').length)),
    );
    return fitColumns(wanted, columns - wanted.length - 1, narrowest);
  }

  /** The one document of `--json`. */
  document(value: unknown): void {
    if (this.json) this.#io.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** One document of several, on a line of its own. */
  line(value: unknown): void {
    if (this.json) this.#io.stdout.write(`${JSON.stringify(value)}\n`);
  }
}

/** Writes and waits until the reader has caught up, so that a long list is never in memory as a whole. */
export async function writeTo(stream: Writable, text: string, signal: AbortSignal): Promise<void> {
  if (text === '' || stream.write(text)) return;
  await once(stream, 'drain', { signal });
}
