import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, type Ran } from './support/run.ts';
import { secretKey } from './support/stage.ts';

const csv = fileURLToPath(new URL('../../../connectors/csv/src/index.ts', import.meta.url));
const header = 'Personalnummer;Vorname;Nachname;E-Mail;Status;Austrittsdatum';

let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'rollcall-files-'));
  writeFileSync(join(cwd, 'rollcall.config.json'), JSON.stringify({ connectors: [csv] }));
});

afterAll(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function start(...argv: readonly string[]): Promise<Ran> {
  return run(argv, { cwd, env: { ROLLCALL_SECRET_KEY: secretKey } });
}

const names = ['Asta', 'Birk', 'Carl', 'Dagny', 'Einar', 'Frida'] as const;
const rowOf = (name: string, index: number, rest = 'aktiv;'): string =>
  `${String(index + 1)};${name};Holm;${name.toLowerCase()}@larkmoor.example;${rest}`;
const everybody = names.map((name, index) => rowOf(name, index));

function write(file: string, rows: readonly string[]): void {
  writeFileSync(join(cwd, file), `${[header, ...rows].join('\r\n')}\r\n`);
}

/** One connection and its files: each step goes on where the one before it ended. */
describe('a file in place of a vendor', () => {
  test('fields shows the columns and what they are taken for', async () => {
    write('people.csv', everybody);
    const { code, out } = await start('fields', 'csv', '--people', 'people.csv');
    expect(code).toBe(0);
    expect(out).toMatch(/E-Mail.*-> workEmail/);
    expect(out).toMatch(/Austrittsdatum.*-> terminationDate/);
  });

  test('check says what comes, and in which row something cannot be read', async () => {
    write('bad.csv', [...everybody, ';Gro;Holm;gro@larkmoor.example;aktiv;', '8;Hege;Holm;hege@larkmoor.example;aktiv;31/12/26']);
    const { code, out } = await start('check', 'csv', '--people', 'bad.csv');
    expect(code).toBe(0);
    expect(out).toContain('File (CSV or XLSX) can be read');
    expect(out).toContain('row 8 cannot be read');
    expect(out).toMatch(/terminationDate: .*\(row 9\)/);
    expect(out).toContain('This does not count as everybody');
    expect(out).not.toContain('Hege');
  });

  test('read writes them out', async () => {
    const { code, out } = await start(
      'read',
      'csv',
      '--people',
      'people.csv',
      '--headcount',
      '6',
      '--set',
      'everybody=yes',
      '--format',
      'csv',
    );
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => line.includes('larkmoor'))).toHaveLength(6);
  });

  test.each([
    ['no file', ['check', 'csv'], '--people is missing'],
    ['a file that is not there', ['check', 'csv', '--people', 'none.csv'], 'file cannot be read (ENOENT)'],
    ['another kind of file', ['check', 'csv', '--people', 'rollcall.config.json'], 'file must be one of .csv'],
  ])('%s is said', async (_what, argv, said) => {
    const { code, err } = await start(...argv);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  test('connect keeps the file, and syncs without it', async () => {
    const options = [
      '--people',
      'people.csv',
      '--headcount',
      '6',
      '--set',
      'everybody=yes',
      '--preset',
      'autoProvision',
      '--yes',
    ];
    const { code, out } = await start('connect', 'csv', ...options);
    expect({ code, out }).toMatchObject({ code: 0 });
    rmSync(join(cwd, 'people.csv'));
    expect((await start('sync')).code).toBe(0);
  });

  test('upload takes a newer one: whoever left by it leaves with the next sync', async () => {
    write('december.csv', [...everybody.slice(0, 5), rowOf('Frida', 5, 'ausgeschieden;31.10.2020')]);
    expect(await start('upload', 'december.csv', '--headcount', '6')).toMatchObject({ code: 0, err: '' });
    expect((await start('sync')).code).toBe(0);
    const { out } = await start('why', 'frida@larkmoor.example');
    expect(out).toContain('V1');
  });

  test('upload refuses what cannot be read, and says so', async () => {
    write('broken.csv', ['1;Asta;Holm;"asta@larkmoor.example;aktiv;']);
    const { code, err } = await start('upload', 'broken.csv');
    expect(code).toBe(2);
    expect(err).toMatch(/row 2.*quote/);
    expect(await start('upload', 'none.csv')).toMatchObject({ code: 2 });
  });
});
