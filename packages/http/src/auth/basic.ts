import type { Authentication } from '@rollcall/core';
import type { Given, StaticOptions } from './given.ts';
import { staticLogin } from './static-login.ts';

/**
 * HTTP Basic (RFC 7617), as UTF-8.
 * @example
 * const auth = basic(({ config }: GivenOf<typeof manifest>) => ({ username: config.apiKey, password: 'x' }));
 */
export function basic<Config, Platform>(
  user: (given: Given<Config, Platform>) => { readonly username: string; readonly password: string },
  options?: StaticOptions<Config, Platform>,
): Authentication<Config, Platform> {
  const toApplied = (given: Given<Config, Platform>) => ({ headers: { authorization: basicHeader(user(given)) } });
  return staticLogin('basic', toApplied, options);
}

/** The value of an `Authorization: Basic` header. */
export function basicHeader({ username, password }: { readonly username: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
