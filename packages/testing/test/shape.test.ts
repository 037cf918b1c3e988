import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, readFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { checkConnectorPackage } from '../src/index.ts';

const breathe = fileURLToPath(new URL('../../../connectors/breathe/', import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A good package with some files written anew; null takes one away. */
async function problemsOf(
  changes: Readonly<Record<string, string | null | ((text: string) => string)>> = {},
): Promise<readonly string[]> {
  const folder = join(mkdtempSync(join(tmpdir(), 'rollcall-shape-')), 'breathe');
  folders.push(join(folder, '..'));
  mkdirSync(folder);
  for (const part of ['src', 'sandbox', 'test', 'package.json', 'README.md', 'conformance.json'])
    cpSync(join(breathe, part), join(folder, part), { recursive: true });
  symlinkSync(join(breathe, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, change] of Object.entries(changes)) {
    const file = join(folder, path);
    if (change === null) rmSync(file);
    else writeFileSync(file, typeof change === 'string' ? change : change(readFileSync(file, 'utf8')));
  }
  return (await checkConnectorPackage(folder)).map(({ file, problem }) => `${file}: ${problem}`);
}

describe('the shape of a connector package', () => {
  test('a good one has no problems', async () => {
    expect(await problemsOf()).toEqual([]);
  });

  const line =
    (text: string) =>
    (source: string): string =>
      `${source}\n${text}\n`;
  const json =
    (change: (value: Record<string, unknown>) => void) =>
    (text: string): string => {
      const value = JSON.parse(text) as Record<string, unknown>;
      change(value);
      return JSON.stringify(value);
    };
  test.each([
    ['no connector', { 'src/index.ts': null }, /^src\/index\.ts: is missing/],
    [
      'a source that cannot be loaded',
      { 'src/index.ts': line("throw new TypeError('canary');") },
      /^src\/index\.ts: cannot be loaded: TypeError$/,
    ],
    ['another default export', { 'src/index.ts': 'export default 7;' }, /no connector as default export/],
    [
      'no export by name',
      { 'src/index.ts': (text: string) => text.replace('export const breathe', 'const breathe') },
      /must export the same connector by name: breathe/,
    ],
    [
      'an import that is not declared',
      { 'src/map.ts': line("import 'lodash';") },
      /^src\/map\.ts:\d+: imports lodash, which package\.json does not name/,
    ],
    ['an import of the file system', { 'src/map.ts': line("import { readFileSync } from 'node:fs';") }, /imports node:fs/],
    [
      'an import of another connector',
      { 'src/map.ts': line("import '@rollcall/connector-personio';") },
      /connectors stand alone/,
    ],
    ['the environment', { 'src/map.ts': line('export const key = process.env.KEY;') }, /reads the environment/],
    ['the clock', { 'src/map.ts': line('export const now = new Date();') }, /reads the clock/],
    [
      'a request of its own',
      { 'src/map.ts': line("export const answer = (): unknown => fetch('https://x.example');") },
      /sends past the kit/,
    ],
    ['something unwritten', { 'src/map.ts': line('// TODO(rollcall): the manager') }, /still to be written/],
    ['no licence', { 'package.json': json((value) => delete value['license']) }, /^package\.json: license/],
    [
      'a narrow range',
      { 'package.json': json((value) => (value['peerDependencies'] = { '@rollcall/core': '^0.1.0' })) },
      /must be wide/,
    ],
    [
      'core as a dependency',
      { 'package.json': json((value) => (value['dependencies'] = { '@rollcall/core': '1' })) },
      /must be a peer/,
    ],
    [
      'a name that nobody finds',
      { 'package.json': json((value) => (value['name'] = 'breathing')) },
      /must end in connector-breathe/,
    ],
    [
      'a test that is left out',
      { 'test/map.test.ts': "import { test } from 'vitest';\ntest.skip('x', () => undefined);" },
      /leaves tests out/,
    ],
    ['no conformance suite', { 'test/conformance.test.ts': null }, /does not run the conformance suite/],
    ['a case without its recording', { 'test/fixtures/two-pages.json': null }, /two-pages\.json: is missing: the recording/],
    ['no word of where the shapes come from', { 'test/fixtures/SOURCE.md': null }, /SOURCE\.md: is missing/],
    ['no report', { 'conformance.json': null }, /^conformance\.json: is missing/],
    ['the report of another suite', { 'conformance.json': json((value) => (value['suite'] = '0.9')) }, /is of suite 0\.9/],
    [
      'a report of a failure',
      { 'conformance.json': json((value) => (value['passed'] = 1)) },
      /^conformance\.json: 1 of \d+ cases passed/,
    ],
    ['no quirks', { 'README.md': '# Breathe\n' }, /no section "## Quirks"/],
  ])('%s is said, with the file', async (_what, changes, problem) => {
    const problems = await problemsOf(changes);

    expect(problems.filter((said) => problem.test(said))).not.toEqual([]);
    expect(problems.join('\n')).not.toContain('canary');
  });
});
