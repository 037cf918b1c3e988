import type { Authentication } from '@rollcall/core';
import type { Given, StaticOptions } from './given.ts';
import { staticLogin } from './static-login.ts';

/** Where a key goes. In the query only where the vendor takes it nowhere else: addresses end up in the vendor's logs. */
export type ApiKeyPlace =
  { readonly header: string; readonly value: string } | { readonly query: string; readonly value: string };

/**
 * A key in a header or in the query of every request. It appears in no error.
 * @example
 * const auth = apiKey(({ config }: GivenOf<typeof manifest>) => ({ header: 'X-API-KEY', value: config.apiKey }));
 */
export function apiKey<Config, Platform>(
  place: (given: Given<Config, Platform>) => ApiKeyPlace,
  options?: StaticOptions<Config, Platform>,
): Authentication<Config, Platform> {
  const toApplied = (given: Given<Config, Platform>) => {
    const key = place(given);
    return 'header' in key ? { headers: { [key.header]: key.value } } : { headers: {}, query: { [key.query]: key.value } };
  };
  return staticLogin('api-key', toApplied, options);
}
