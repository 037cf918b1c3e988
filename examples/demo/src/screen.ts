import { SingleBar } from 'cli-progress';
import Table from 'cli-table3';
import colours from 'picocolors';

/** Everything the demo prints goes through here: plain text in a pipe, colours and a moving bar on a terminal. */
export const screen = {
  chapter(number: number, title: string): void {
    print(`\n${colours.bold(`${String(number)}. ${title}`)}`);
  },
  say(text: string): void {
    print(`   ${text}`);
  },
  good(text: string): void {
    print(`   ${colours.green('✓')} ${text}`);
  },
  bad(text: string): void {
    print(`   ${colours.red('✗')} ${text}`);
  },
  table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
    const table = new Table({
      head: [...head],
      style: { head: colours.isColorSupported ? ['cyan'] : [], border: [], compact: true },
      wordWrap: true,
    });
    table.push(...rows.map((row) => [...row]));
    print(table.toString().replaceAll(/^/gm, '   '));
  },
  lines(lines: readonly string[]): void {
    for (const line of lines) print(`   ${line}`);
  },
  dim: colours.dim,
  /** A bar while something long goes on; one line at the end where there is no terminal. */
  progress(label: string, total: number): Progress {
    const bar = new SingleBar({
      format: `   ${label} [{bar}] {value}/{total}`,
      clearOnComplete: true,
      hideCursor: true,
      noTTYOutput: false,
    });
    bar.start(total, 0);
    return {
      update: (done) => {
        bar.update(Math.min(done, total));
      },
      stop: () => {
        bar.stop();
      },
    };
  },
};

export interface Progress {
  update(done: number): void;
  stop(): void;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
