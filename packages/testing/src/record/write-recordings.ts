import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Fixtures } from '../replay/load-fixtures.ts';
import type { Files } from './leak-scan.ts';
import type { LeftOut, ToldCase } from './record-cases.ts';

export interface Expected {
  readonly now: string;
  readonly cases: Fixtures['cases'];
}

/**
 * The expectations that are there already; those of cases that were not recorded stay.
 * @param now the instant of the recordings, where there are none yet
 */
export function readExpected(folder: string, now: string): Expected {
  const file = join(folder, 'expected.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Expected) : { now, cases: {} };
}

/** What is said of the recordings so far. */
export function readSource(folder: string): string {
  const file = join(folder, 'SOURCE.md');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

export interface About {
  readonly name: string;
  readonly api: string;
  readonly recorded: string;
  readonly people: number;
  readonly leftOut: readonly LeftOut[];
}

/** Everything that will be written, by name of file. */
export function filesOf(
  told: readonly ToldCase[],
  before: Expected,
  { present, about }: { readonly present: string; readonly about: About },
): Files {
  const cases = { ...before.cases, ...Object.fromEntries(told.map(({ name, expected }) => [name, expected])) };
  const files = new Map(told.map(({ name, exchanges }) => [`${name}.json`, toJson(exchanges)]));
  files.set('expected.json', toJson({ ...before, cases }));
  return files.set('SOURCE.md', sourceOf(present, cases, about));
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const [begin, end] = ['<!-- recorded: written by "rollcall record" -->', '<!-- end of recorded -->'];

function sourceOf(present: string, cases: Expected['cases'], { name, api, recorded, people, leftOut }: About): string {
  const rows = Object.entries(cases).map(
    ([title, { recorded: on }]) => `| \`${title}\` | ${on === undefined ? 'documentation' : `recorded ${on}`} |`,
  );
  const reasons = leftOut.map((one) => `- \`${one.name}\`: ${one.because}`);
  const section = [
    begin,
    `# Recorded from a real account`,
    '',
    `On ${recorded}, from an account with ${name}, API ${api}, with ${String(people)} people in it. Names, addresses, numbers, accounts, days, free`,
    'texts, ids, hosts and secrets are invented: each was replaced by something of the same shape, the same one everywhere. What is',
    'expected of a recorded case is what the connector made of the replaced answers: it notices when the connector changes, and says',
    'nothing about whether it was right. Cases from documentation are written by hand.',
    '',
    '| case | from |',
    '| ---- | ---- |',
    ...rows,
    ...(reasons.length === 0 ? [] : ['', 'Not recorded:', '', ...reasons]),
    end,
  ].join('\n');
  const rest =
    present.includes(begin) && present.includes(end) ? present.slice(present.indexOf(end) + end.length) : `\n\n${present}`;
  return `${section}${rest.trim() === '' ? '\n' : rest.replace(/^\n*/, '\n\n')}`;
}

/** A folder beside the real one that becomes the real one, or goes. */
export interface Draft {
  readonly folder: string;
  /** Takes the place of the old folder; when that fails, the old one is back. */
  publish(): void;
  discard(): void;
}

/** The old recordings with the new ones over them, in a folder of its own on the same disk. */
export function draft(folder: string, files: Files): Draft {
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(join(dirname(folder), '.recording-'));
  const made = join(work, 'new');
  const discard = (): void => {
    rmSync(work, { recursive: true, force: true });
  };
  try {
    if (existsSync(folder)) cpSync(folder, made, { recursive: true });
    else mkdirSync(made);
    for (const [name, content] of files) writeFileSync(join(made, name), content);
  } catch (error) {
    discard();
    throw error;
  }
  return {
    folder: made,
    discard,
    publish: () => {
      const old = join(work, 'old');
      const hadOne = existsSync(folder);
      if (hadOne) renameSync(folder, old);
      try {
        renameSync(made, folder);
      } catch (error) {
        if (hadOne) renameSync(old, folder);
        throw error;
      }
      discard();
    },
  };
}
