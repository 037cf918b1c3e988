import { describe, expect, test } from 'vitest';
import { together } from '../../src/engine/push/together.ts';

describe('looks that are taken together', () => {
  test('whoever asks before it is taken shares it, and whoever asks later does not', async () => {
    const looks: string[] = [];
    const look = together((key) => {
      looks.push(key);
      return Promise.resolve(looks.length);
    });
    expect(await Promise.all([look('a'), look('b'), look('a')])).toEqual([1, 2, 1]);
    expect(looks).toEqual(['a', 'b']);
    expect(await look('a')).toBe(3);
  });

  test('a request that comes while a look is under way gets its own', async () => {
    const answers: (() => void)[] = [];
    let state = 'good';
    const look = together(async () => {
      const seen = state;
      await new Promise<void>((resolve) => answers.push(resolve));
      return seen;
    });
    const first = look('a');
    await expect.poll(() => answers.length).toBe(1);
    state = 'revoked';
    const second = look('a');
    await expect.poll(() => answers.length).toBe(2);
    for (const answer of answers) answer();
    expect([await first, await second]).toEqual(['good', 'revoked']);
  });

  test('a look that fails fails for those who share it, and for nobody after them', async () => {
    let failures = 1;
    const look = together(() => (failures-- > 0 ? Promise.reject(new TypeError('no')) : Promise.resolve('yes')));
    const [one, other] = await Promise.allSettled([look('a'), look('a')]);
    expect([one.status, other.status]).toEqual(['rejected', 'rejected']);
    expect(await look('a')).toBe('yes');
  });
});
