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

/** The two numbers of a sentence that says how many have access before and after. */
function beforeAndAfter(stdout: string, sentence: RegExp): [before: number, after: number] {
  const [, before, after] = sentence.exec(stdout) ?? [];
  return [Number(before), Number(after)];
}

describe('the demo', () => {
  test.each(Object.keys(vendors))(
    'V3 V7 C6 C7 %s: from connecting to disconnecting, without a wrong removal',
    async (connector) => {
      const { code, stdout, stderr } = await demo('--connector', connector, '--employees', '60');
      expect(stderr).toBe('');
      expect(code).toBe(0);
      expect(stdout).toContain('with a wrong');
      expect(stdout).toContain('AuthError');
      expect(stdout).toContain('synced once more: nothing to do');
      expect(stdout.match(/: 0 removals\./g)).toHaveLength(5);
      const [before, after] = beforeAndAfter(stdout, /(\d+) people had access before, (\d+) have it now/);
      expect(before).toBeGreaterThan(20);
      expect(after).toBe(before);
      const [free, held] = beforeAndAfter(stdout, /(\d+) people had access before, (\d+) while it is held/);
      expect(held).toBe(free);
      const [removed, undone] = beforeAndAfter(stdout, /undone: (\d+) people had access, (\d+) have it now/);
      expect(undone).toBe(removed + 1);
      const [last, left] = beforeAndAfter(stdout, /disconnected: (\d+) people had access, (\d+) have it now/);
      expect(left).toBe(last);
    },
  );

  test('autoProvision runs too', async () => {
    const { code, stdout } = await demo('--policy', 'autoProvision', '--employees', '40', '--connector', 'hibob');
    expect(code).toBe(0);
    expect(stdout).toContain('create');
    expect(stdout).toContain('archive');
  });

  test('the smallest company runs too', async () => {
    const { code, stdout } = await demo('--employees', '8', '--connector', 'bamboohr', '--seed', 'small');
    expect(code).toBe(0);
    expect(stdout).toContain('Done.');
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
