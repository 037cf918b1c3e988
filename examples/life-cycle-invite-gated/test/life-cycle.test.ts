import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const nodeArguments = ['--conditions=@rollcall/source', '--disable-warning=ExperimentalWarning', main];

test('C1 C2 C3 C6 C7 C8 C9 S5 S6 S7 S9 L5 J1 J2 M1 M3 T5 T6 T8 V1 V3 V6 A4 inviteGated from connect to disconnect', async () => {
  // Every step throws when what it says is not so.
  const { stdout, stderr } = await promisify(execFile)(process.execPath, nodeArguments);
  expect(stderr).toBe('');
  const chapters = stdout.split('\n').filter((line) => /^\S/.test(line));
  expect(chapters).toEqual([
    'Connect',
    'Configure, preview, confirm',
    'Invite and accept',
    'Somebody changes',
    'Somebody leaves the scope',
    'Teams follow the managers',
    'Somebody leaves, and comes back',
    'Too many removals at once',
    'Credentials are withdrawn',
    'Pause and resume',
    'Why, and undo',
    'Disconnect',
  ]);
  expect(stdout).toContain('all have accepted');
  expect(stdout).toMatch(/disconnected: all \d+ members are as they were, now manual/);
});
