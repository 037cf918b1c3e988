import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('the quick start of the README runs as it is printed', async () => {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@rollcall/source', main]);
  expect(stdout).toMatch(/^complete: \d+ employees in \d+ requests/);
  expect(stdout).toContain('link (L2)');
  expect(stdout).toContain('nobody has been given access');
  expect(stdout).toMatch(/applied: \{ link: 1/);
});
