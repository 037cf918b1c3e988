import { createHash } from 'node:crypto';
import { bytesOf, type ReadContext } from '@rollcall/core';
import { csvLines, maxColumns } from './csv-lines.ts';
import { at, fileError } from './file-error.ts';
import type { manifest } from './manifest.ts';
import { xlsxLines } from './xlsx-lines.ts';

type Context = ReadContext<typeof manifest>;

/** A cell as the file has it: null where it is empty, undefined where nothing can be said of it. */
export type Cell = string | number | boolean | null | undefined;

/** All rows of a file from its first on, the empty ones too; each `read` begins anew. */
export interface Lines {
  /** Does the last row end as a row does? Otherwise something may be missing behind it. */
  readonly isEnded: boolean;
  read(): Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

export interface Row {
  /** As a spreadsheet shows it. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

export interface Table {
  /** Names of the columns; '' where there is none. */
  readonly header: readonly string[];
  readonly isEnded: boolean;
  /** SHA-256 of the file. */
  readonly fingerprint: string;
  /** The rows below the header that are not empty; each call begins anew. */
  rows(): AsyncGenerator<Row, void, void>;
}

const maxName = 200;
/** What Excel allows in a cell. */
const maxText = 32_767;

/** @throws ConfigError for what is no table, naming row and column and never a value */
export async function openTable({ file, config, signal }: Context): Promise<Table> {
  const { buffer, byteOffset, byteLength } = await bytesOf(file, signal);
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const lines = await linesOf(bytes, file.name, config);
  const top = await numbered(lines).next();
  const header = top.done === true ? [] : headerOf(top.value);
  return {
    header,
    isEnded: lines.isEnded,
    fingerprint: createHash('sha256').update(bytes).digest('hex'),
    async *rows() {
      for await (const row of numbered(lines)) if (row.number !== top.value?.number) yield checked(row, header);
    },
  };
}

function linesOf(bytes: Buffer, name: string, config: Context['config']): Lines | Promise<Lines> {
  const magic = bytes.subarray(0, 4).toString('latin1');
  if (magic === '\u00d0\u00cf\u0011\u00e0')
    throw fileError('is protected by a password, or of Excel 97 to 2003 (XLS)', 'Save it as XLSX without a password.');
  const isArchive = magic === 'PK\u0003\u0004';
  if (isArchive !== /\.xlsx$/i.test(name))
    throw fileError(isArchive ? 'is an archive, such as XLSX, under another ending' : 'is no XLSX file, whatever its name says');
  return isArchive ? xlsxLines(bytes, config.sheet) : csvLines(bytes, config);
}

async function* numbered(lines: Lines): AsyncGenerator<Row, void, void> {
  let number = 0;
  for await (const cells of lines.read()) {
    number += 1;
    if (!cells.every(isBlank)) yield { number, cells };
  }
}

export const isBlank = (cell: Cell): boolean => cell == null || (typeof cell === 'string' && cell.trim() === '');

function headerOf({ number, cells }: Row): readonly string[] {
  const names = cells.map((cell) =>
    String(cell ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
  const header = names.slice(0, names.findLastIndex((name) => name !== '') + 1);
  if (header.length > maxColumns)
    throw fileError(`has more than ${String(maxColumns)} columns`, 'Leave out those that nobody needs.');
  const long = header.findIndex((name) => name.length > maxName || /\p{Cc}/u.test(name));
  if (long >= 0) throw fileError(`${at(number, long)}: is no name of a column, which has at most ${String(maxName)} characters`);
  // An address or a day is what somebody has: it must not be told as a name either.
  if (header.some((name) => /\S@\S|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(name)))
    throw fileError(`${at(number)}: holds no names of columns`, 'Put one row with the names of the columns above the people.');
  return header;
}

function checked(row: Row, header: readonly string[]): Row {
  const { number, cells } = row;
  if (cells.length < header.length)
    throw fileError(`${at(number)}: has ${String(cells.length)} of ${String(header.length)} cells, or the file was cut off`);
  const stray = cells.findIndex((cell, index) => !isBlank(cell) && (header[index] ?? '') === '');
  if (stray >= 0) throw fileError(`${at(number, stray)}: has a value in a column without a name`);
  const vast = cells.findIndex((cell) => typeof cell === 'string' && cell.length > maxText);
  if (vast >= 0) throw fileError(`${at(number, vast)}: is longer than ${String(maxText)} characters`);
  return row;
}
