import { describe, expect, test, vi } from 'vitest';
import { AuthError, RollcallError } from '../../src/index.ts';

const options = { code: 'token_expired', message: 'the key is too old' } as const;

describe('RollcallError.isInstance', () => {
  test('knows its own errors', () => {
    expect(RollcallError.isInstance(new AuthError(options))).toBe(true);
  });

  test('knows errors of a second copy of core, which instanceof does not', async () => {
    vi.resetModules();
    const copy = await import('../../src/index.ts');
    const foreign = new copy.AuthError(options);

    expect(copy.RollcallError).not.toBe(RollcallError);
    expect(foreign instanceof RollcallError).toBe(false);
    expect(RollcallError.isInstance(foreign)).toBe(true);
    expect(copy.RollcallError.isInstance(new AuthError(options))).toBe(true);
  });

  test('knows errors of another version by their mark', () => {
    expect(RollcallError.isInstance({ [Symbol.for('rollcall.error')]: true, code: 'from_the_future' })).toBe(true);
  });

  test.each([undefined, null, 'rollcall.error', 7, {}, new Error('rollcall.error'), { code: 'token_expired' }])(
    'does not know %s',
    (value) => {
      expect(RollcallError.isInstance(value)).toBe(false);
    },
  );

  test('the mark does not show when an error is listed or copied', () => {
    const error = new AuthError(options);

    expect(Object.getOwnPropertySymbols(Object.assign({}, error))).toEqual([]);
  });
});
