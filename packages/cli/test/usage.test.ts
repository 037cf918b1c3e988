import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { exitCodes } from '../src/exit-codes.ts';
import { run } from './support/run.ts';

const cwd = mkdtempSync(join(tmpdir(), 'rollcall-usage-'));

afterAll(() => {
  rmSync(cwd, { recursive: true, force: true });
});

describe('wrong usage ends in 2 and says what is right', () => {
  const env = { ROLLCALL_SECRET_KEY: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=' };

  test.each([
    ['a command', ['conect'], "unknown command 'conect'\n(Did you mean connect?)"],
    ['a flag with a value', ['check', 'hibob', '--tokn=canary'], "unknown option '--tokn=…'"],
    ['a flag', ['status', '--al'], "unknown option '--al'\n(Did you mean --all?)"],
    [
      'a connector',
      ['connect', 'personoi'],
      '"personoi" is not known (did you mean personio?); known: bamboohr, hibob, personio',
    ],
    ['a connector to show', ['connectors', 'bamboo'], '"bamboo" is not known'],
    ['a field', ['read', 'hibob', '--fields', 'workEmial'], 'workEmial, which no employee has (did you mean workEmail?)'],
    ['a format', ['read', 'hibob', '--format', 'xml'], 'Allowed choices are ndjson, table, csv.'],
    ['a missing argument', ['confirm'], "missing required argument 'hash'"],
    ['a hash that is none', ['confirm', 'abc'], 'hash must be the hash of a plan, or at least its first 8 characters'],
    ['a hash nobody knows', ['approve', '0123456789'], 'PlanError: no plan with this hash waits for approval; none waits'],
    ['a number', ['runs', '--limit', 'many'], 'It must be a whole number from 1.'],
    [
      'an origin',
      ['check', 'hibob', '--origin', 'http://a=b'],
      "--origin must be a vendor's origin and where to find it instead",
    ],
    ['fields where there is nothing to discover', ['fields', 'hibob'], 'hibob has the same fields for every customer'],
    ['no connection', ['sync'], 'connection is missing, and there is none yet'],
    ['an unknown connection', ['pause', 'nothing'], '"nothing" is none of this customer'],
    ['somebody unknown', ['why', 'nobody@fjordkiste.example'], 'person is neither a member nor anybody of the last reads'],
    ['nobody', ['why'], 'person is missing: '],
    ['two people', ['why', '7', '--employee', '7'], '--employee and a person were given: use one of them'],
    ['too long a pause', ['due', '--watch', '--every', '86401'], 'It must be 86400 (a day) at most.'],
    ['credentials for a connection', ['read', '--set', 'a=b'], '--set is of no use here'],
    ['a run', ['runs', 'show', '0123456789'], 'run "0123456789" is none of the latest runs'],
    ['no preset', ['configure'], 'connection is missing'],
    ['no command', [], 'Usage: rollcall [options] [command]'],
  ])('%s', async (_, argv, expected) => {
    const human = await run(argv, { cwd, env });
    expect(human).toMatchObject({ code: exitCodes.usage.code, out: '' });
    expect(human.err).toContain(expected);
    const json = await run([...argv, '--json'], { cwd, env });
    expect(json.code).toBe(exitCodes.usage.code);
    expect(JSON.parse(json.out)).toMatchObject({ exitCode: exitCodes.usage.code });
  });

  test('the value of an unknown flag is not repeated: it may be a secret', async () => {
    const { out, err } = await run(['check', 'hibob', "--tokn=canary' of 'a\nsecret", '--json'], { cwd, env });
    expect(out + err).not.toMatch(/canary|secret/);
  });

  test('what was typed as a person is not repeated: it may be an address', async () => {
    expect((await run(['why', 'nobody@fjordkiste.example'], { cwd, env })).err).not.toContain('nobody@');
  });
});

describe('help', () => {
  test('the README names every command and every exit code', async () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const { out } = await run(['--help'], { cwd });
    const commands = [...out.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name!).filter((name) => name !== 'help');
    expect(commands.length).toBeGreaterThan(20);
    for (const name of commands) expect(readme).toMatch(new RegExp(`^\\|.*\`${name}[ \`]`, 'm'));
    for (const { code, meaning } of Object.values(exitCodes)) {
      expect(readme).toMatch(new RegExp(`^\\| ${String(code)} +\\|`, 'm'));
      expect(readme).toContain(meaning);
    }
  });

  test('help exit-codes and the command of that name say every code', async () => {
    const help = await run(['help', 'exit-codes'], { cwd });
    const command = await run(['exit-codes'], { cwd });
    for (const { code, meaning } of Object.values(exitCodes)) {
      for (const { out } of [help, command]) expect(out).toMatch(new RegExp(`^ *${String(code)} +${meaning.slice(0, 4)}`, 'm'));
    }
    expect([help.code, command.code]).toEqual([0, 0]);
    expect(JSON.parse((await run(['exit-codes', '--json'], { cwd })).out)).toEqual(Object.values(exitCodes));
  });

  test('--help and --version are no errors', async () => {
    expect(await run(['--version'], { cwd })).toMatchObject({ code: 0, out: '0.1.0\n' });
    const help = await run(['read', '--help'], { cwd });
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('--format <format>');
    expect(help.out).toContain('--json');
  });

  test('check-package says what is not as it should be, with the file', async () => {
    const folder = fileURLToPath(new URL('../../../connectors/breathe/', import.meta.url));
    expect(await run(['check-package', folder], { cwd })).toMatchObject({ code: 0, err: '' });
    const { code, out } = await run(['check-package', fileURLToPath(new URL('../', import.meta.url))], { cwd });
    expect(code).toBe(4);
    expect(out).toContain('src/index.ts: has no connector as default export');
  });

  test('keys new gives 32 random bytes, every time others', async () => {
    const [one, two] = [await run(['keys', 'new'], { cwd }), await run(['keys', 'new'], { cwd })];
    expect(Buffer.from(one.out.trim(), 'base64')).toHaveLength(32);
    expect(one.out).not.toBe(two.out);
    expect(one.err).toContain('ROLLCALL_SECRET_KEY');
  });
});
