import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run, type Ran } from './support/run.ts';

let cwd: string;
const key = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
const json = 'rollcall.config.json';

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'rollcall-config-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function write(file: string, content: unknown): void {
  writeFileSync(join(cwd, file), typeof content === 'string' ? content : JSON.stringify(content));
}

function status(
  env: Readonly<Record<string, string>> = { ROLLCALL_SECRET_KEY: key },
  argv: readonly string[] = [],
): Promise<Ran> {
  return run(['status', ...argv], { cwd, env });
}

describe('the config', () => {
  test('none at all: SQLite in .rollcall and every connector that is installed', async () => {
    expect(await status()).toMatchObject({ code: 0, err: 'Nothing is connected: rollcall connect <connector>\n' });
    expect(existsSync(join(cwd, '.rollcall', 'rollcall.db'))).toBe(true);
  });

  test('JSON with places, connectors, customer and variables of the environment', async () => {
    write(json, {
      store: { sqlite: '${PLACE}/store.db' },
      directory: { sqlite: './data/members.db' },
      connectors: ['@rollcall/connector-hibob'],
      customer: 'acme',
      platform: { hibob: {} },
    });
    expect(await status({ ROLLCALL_SECRET_KEY: key, PLACE: './data' })).toMatchObject({ code: 0 });
    expect(existsSync(join(cwd, 'data', 'store.db'))).toBe(true);
    const { out } = await run(['connectors', '--json'], { cwd, env: { PLACE: 'data' } });
    expect(JSON.parse(out)).toMatchObject([{ slug: 'hibob' }]);
  });

  test('code with a store and a directory of its own', async () => {
    write(
      'rollcall.config.mjs',
      `export default { store: { sqlite: 'own.db' }, connectors: [], secrets: { current: 'k', keys: { k: '${key}' } } };`,
    );
    expect(await status({})).toMatchObject({ code: 0 });
    expect(existsSync(join(cwd, 'own.db'))).toBe(true);
  });

  test.each([
    ['an unknown field', { stores: {} }, 'stores is not known (did you mean store?); known: store, directory, connectors'],
    [
      'a store of no kind',
      { store: 'rollcall.db' },
      'store must be an object with one of sqlite, postgres, for example { "sqlite"',
    ],
    ['a store of another kind', { store: { sqllite: 'x' } }, 'store has sqllite, which is not known (did you mean sqlite?)'],
    ['an empty place', { directory: { sqlite: ' ' } }, 'directory must be an object with one of sqlite'],
    ['connectors that are no list', { connectors: '@rollcall/connector-hibob' }, 'connectors must be a list of connectors'],
    [
      'a connector that is not installed',
      { connectors: ['@rollcall/connector-nothing'] },
      'connectors.0 @rollcall/connector-nothing cannot be loaded',
    ],
    [
      'a package without a connector',
      { connectors: ['@rollcall/core'] },
      'connectors.0 @rollcall/core has no connector as its default export',
    ],
    ['an empty customer', { customer: '' }, 'customer must be a text'],
    ['secrets without keys', { secrets: { current: 'k1' } }, 'secrets must hold current and keys'],
    [
      'a mistyped key of secrets',
      { secrets: { current: 'k1', kees: {} } },
      'secrets has kees, which is not known (did you mean keys?)',
    ],
    ['a hook that is no function', { hooks: { authorize: true } }, 'hooks must be an object of functions'],
    ['a mistyped hook', { hooks: { onEvents: true } }, 'hooks has onEvents, which is not known (did you mean onEvent?)'],
    ['two stores at once', { store: { sqlite: 'x', postgres: 'y' } }, 'store must be an object with one of sqlite, postgres'],
    ['a connector without a manifest', { connectors: [{}] }, 'connectors must be a list of connectors'],
    [
      'a folder that cannot be made',
      { store: { sqlite: './rollcall.config.json/x.db' } },
      'store names a file whose folder cannot be made (',
    ],
    ['platform of no object', { platform: { hibob: 'x' } }, 'platform must map slugs of connectors to fields'],
    [
      'a variable that is not set',
      { store: { postgres: '${DATABASE_URL}' } },
      'store.postgres needs the environment variable DATABASE_URL, which is not set',
    ],
    ['a list instead of an object', [], 'rollcall.config.json must be one JSON object'],
    ['bad JSON', '{ "customer": "acme", }', 'rollcall.config.json is not valid JSON'],
  ])('%s is refused by name', async (_, content, expected) => {
    write(json, content);
    const { code, out, err } = await status();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('ConfigError: ');
    expect(err).toContain(expected);
    const asJson = await status(undefined, ['--json']);
    expect(JSON.parse(asJson.out)).toMatchObject({ error: { name: 'ConfigError' }, exitCode: 2 });
  });

  test('several things wrong are named at once', async () => {
    write(json, { customer: 1, stores: {}, hooks: 'x' });
    const { err } = await status();
    for (const field of ['customer', 'stores', 'hooks']) expect(err).toContain(`ConfigError: ${field} `);
  });

  test('a file that is not there, two files, and code that throws', async () => {
    expect((await status(undefined, ['--config', 'nothing.json'])).err).toContain('--config names a file that does not exist');
    write('rollcall.config.mjs', "throw new TypeError('canary of a password');");
    const thrown = await status();
    expect(thrown).toMatchObject({ code: 2, out: '' });
    expect(thrown.err).toContain('rollcall.config.mjs cannot be loaded: it throws TypeError');
    expect(thrown.err).not.toContain('canary');
    rmSync(join(cwd, 'rollcall.config.mjs'));
    // Under a name of its own: a module is loaded once.
    write('quoting.mjs', 'export default JSON.parse("canary of a file");');
    const quoting = await status(undefined, ['--config', 'quoting.mjs']);
    expect(quoting.err).toContain('quoting.mjs cannot be loaded: it throws SyntaxError');
    expect(quoting.err).not.toContain('canary');
    write('rollcall.config.mjs', 'export default {};');
    write(json, {});
    expect((await status()).err).toContain('there are two configs, rollcall.config.mjs and rollcall.config.json: keep one');
  });

  test('keys: missing, of a wrong length, and several of them', async () => {
    expect(await status({})).toMatchObject({ code: 2 });
    const short = await status({ ROLLCALL_SECRET_KEY: 'canary' });
    expect(short.err).toContain('ROLLCALL_SECRET_KEY must be 32 random bytes as base64');
    expect(short.err).not.toContain('canary');
    expect((await status({ ROLLCALL_SECRET_KEY: key, ROLLCALL_FINGERPRINT_KEY: 'short' })).err).toContain(
      'ROLLCALL_FINGERPRINT_KEY',
    );
    expect(await status({ ROLLCALL_SECRET_KEY: `${key}, ${key.replace('AAE', 'BBE')}` })).toMatchObject({ code: 0 });
  });
});
