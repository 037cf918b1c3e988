import type { Authentication } from '@rollcall/core';
import type { Given, StaticOptions } from './given.ts';
import { staticLogin } from './static-login.ts';

/**
 * A token that somebody copied, sent as `Authorization: Bearer`. For tokens that are fetched see `clientCredentials`.
 * @example
 * const auth = bearer(({ config }: GivenOf<typeof manifest>) => config.token);
 */
export function bearer<Config, Platform>(
  token: (given: Given<Config, Platform>) => string,
  options?: StaticOptions<Config, Platform>,
): Authentication<Config, Platform> {
  return staticLogin('bearer', (given) => ({ headers: { authorization: `Bearer ${token(given)}` } }), options);
}
