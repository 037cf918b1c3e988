import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, type Ran } from './support/run.ts';
import { secretKey } from './support/stage.ts';

const scim = fileURLToPath(new URL('../../../connectors/scim/src/index.ts', import.meta.url));
const form = /^rollcall_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/;

let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'rollcall-push-'));
  writeFileSync(join(cwd, 'rollcall.config.json'), JSON.stringify({ connectors: [scim] }));
});

afterAll(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function start(...argv: readonly string[]): Promise<Ran> {
  return run(argv, { cwd, env: { ROLLCALL_SECRET_KEY: secretKey } });
}

async function json<T>(...argv: readonly string[]): Promise<T> {
  return JSON.parse((await start(...argv, '--json')).out) as T;
}

interface Token {
  readonly id: string;
  readonly token?: string;
  readonly expiresAt: string | null;
}

/** One connection, and what becomes of its tokens: each step goes on where the one before it ended. */
describe('a vendor that pushes', () => {
  test('connectors shows how it is set up and what to map', async () => {
    const { code, out } = await start('connectors', 'scim');
    expect(code).toBe(0);
    expect(out).toContain('Attributes to map');
    expect(out).toMatch(/userName/);
  });

  test('connect asks for nothing and shows the steps and a token, once', async () => {
    const { code, out, err } = await start('connect', 'scim', '--push');
    expect(code).toBe(0);
    const token = /^Token: (.*)$/m.exec(out)?.[1] ?? '';
    expect(token).toMatch(form);
    expect(out).toContain('1. ');
    expect(err).toContain('shown this once');
    for (const argv of [['tokens'], ['status'], ['tokens', 'list']]) expect((await start(...argv)).out).not.toContain(token);
  });

  test('tokens new lets the older one live for a while', async () => {
    const made = await json<Token>('tokens', 'new', '--overlap', '2');
    expect(made.token).toMatch(form);
    const tokens = await json<readonly Token[]>('tokens');
    expect(tokens.map(({ expiresAt }) => expiresAt === null)).toEqual([false, true]);
  });

  test('tokens revoke takes an id, and never repeats what was typed', async () => {
    const { token = '', id } = await json<Token>('tokens', 'new');
    const wrong = await start('tokens', 'revoke', token);
    expect(wrong.code).toBe(2);
    expect(wrong.out + wrong.err).not.toContain(token);

    expect(await start('tokens', 'revoke', id)).toMatchObject({ code: 0, err: '' });
    expect((await json<readonly Token[]>('tokens')).map((known) => known.id)).not.toContain(id);
  });

  test('check reads what was pushed: nobody yet', async () => {
    expect(await json('check')).toMatchObject({ connector: 'scim', error: null, sample: 0 });
  });

  test.each([
    ['credentials', ['connect', 'scim', '--push', '--set', 'token=x'], '--set'],
    ['a file', ['check', 'scim', '--people', 'people.csv'], '--people'],
  ])('%s are of no use to it, and it says so', async (_what, argv, field) => {
    const { code, err } = await start(...argv);
    expect(code).toBe(2);
    expect(err).toContain(field);
  });

  test('read and check by its slug say that nobody can be asked, and what to do', async () => {
    for (const command of ['read', 'check']) {
      const { code, err } = await start(command, 'scim');
      expect(code).not.toBe(0);
      expect(err).toContain('never asked');
      expect(err).toContain('delivery "push"');
    }
  });
});
