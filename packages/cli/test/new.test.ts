import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { answers, run } from './support/run.ts';

const cwd = mkdtempSync(join(tmpdir(), 'rollcall-new-'));
const clock = { now: () => new Date('2026-11-22T12:00:00Z') };

afterAll(() => {
  rmSync(cwd, { recursive: true, force: true });
});

test('new connector asks, writes a package and says what to type next', async () => {
  const given = {
    OpenAPI: '',
    'Name of': 'Acme HR',
    'Short name': '',
    'log in': 'bearer',
    'list come': 'cursor',
    'Base URL': 'https://api.acme.example',
    Path: '',
    licence: '',
  };
  const ran = await run(['new', 'connector', 'acme'], { cwd, clock, prompts: answers(given) });
  expect(ran).toMatchObject({ code: 0, err: 'Next: cd acme && npm install && npm test\n' });
  expect(ran.out).toMatch(/^rollcall-connector-acme-hr: \d+ files in /);
  expect(readFileSync(join(cwd, 'acme/src/manifest.ts'), 'utf8')).toContain("checked: '2026-11-22'");
});

test('without a terminal missing answers are named with their flags, in JSON as well', async () => {
  const ran = await run(['new', 'connector', '--name', 'Acme', '--json'], { cwd, clock });
  expect(ran.code).toBe(2);
  expect(JSON.parse(ran.out)).toMatchObject({
    error: { problems: [{ field: '--log-in' }, { field: '--paging' }, { field: '--base-url' }] },
  });
});

test('a folder that is not empty is refused', async () => {
  const flags = ['--name', 'Acme', '--log-in', 'basic', '--paging', 'single', '--base-url', 'https://api.acme.example'];
  const ran = await run(['new', 'connector', 'acme', ...flags], { cwd, clock });
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain('is not empty, and nothing is overwritten');
});
