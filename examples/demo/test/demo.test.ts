import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { vendors } from '../src/vendors.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

async function demo(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const nodeArguments = ['--conditions=@rollcall/source', '--disable-warning=ExperimentalWarning', main, ...args];
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, nodeArguments)) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

describe('the demo', () => {
  test.each(Object.keys(vendors))('%s: from connecting to bad days, without a wrong removal', async (connector) => {
    const { code, stdout, stderr } = await demo('--connector', connector, '--employees', '60');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('with a wrong');
    expect(stdout).toContain('AuthError');
    expect(stdout).toContain('planned once more: nothing to do');
    expect(stdout.match(/: 0 removals\./g)).toHaveLength(5);
    const [, before, after] = /(\d+) people had access before, (\d+) have it now/.exec(stdout) ?? [];
    expect(Number(before)).toBeGreaterThan(20);
    expect(after).toBe(before);
  });

  test('autoProvision runs too', async () => {
    const { code, stdout } = await demo('--policy', 'autoProvision', '--employees', '40');
    expect(code).toBe(0);
    expect(stdout).toContain('create');
  });

  test.each([
    [['--connector', 'nobody'], '--connector must be one of'],
    [['--employees', 'many'], '--employees must be a whole number'],
    [['--polcy', 'x'], '--polcy'],
  ])('%s is refused with the fix', async (args, message) => {
    const { code, stderr } = await demo(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
