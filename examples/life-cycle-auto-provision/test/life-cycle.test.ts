import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const nodeArguments = ['--conditions=@rollcall/source', '--disable-warning=ExperimentalWarning', main];

test('C1 C2 C3 C4 C5 C6 C7 C8 J2 S2 S9 M1 M3 T5 T7 T8 V1 V2 V3 V5 V6 V7 A4 autoProvision from connect to disconnect', async () => {
  // Every step throws when what it says is not so.
  const { stdout, stderr } = await promisify(execFile)(process.execPath, nodeArguments);
  expect(stderr).toBe('');
  const chapters = stdout.split('\n').filter((line) => /^\S/.test(line));
  expect(chapters).toEqual([
    'Connect',
    'Configure, preview, confirm',
    'Joiners',
    'Somebody changes',
    'Teams follow the managers',
    'Somebody leaves, and comes back',
    'A record is deleted',
    'Too many removals at once',
    'Every three hours',
    'Bad days',
    'Pause and resume',
    'Why, and undo',
    'Disconnect',
  ]);
  expect(stdout).toContain('is handed over, not rebuilt');
  expect(stdout).toMatch(/disconnected: \d+ members keep their access and are manual now/);
});
