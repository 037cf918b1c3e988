import { describe, expect, test, vi } from 'vitest';
import { AuthError, RateLimitError, RollcallError } from '../../src/index.ts';

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

  test('on a class it knows the errors of that class, of a second copy too', async () => {
    vi.resetModules();
    const copy = await import('../../src/index.ts');

    expect(AuthError.isInstance(new copy.AuthError(options))).toBe(true);
    expect(RateLimitError.isInstance(new copy.AuthError(options))).toBe(false);
    const error: unknown = new copy.RateLimitError({ message: 'later', retryAfterMs: 5 });
    expect(RateLimitError.isInstance(error) && error.retryAfterMs).toBe(5);
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
