import { valueAt, type CustomerConfig, type VendorErrors } from '@rollcall/core';
import { sessionLogin, type GivenOf, type ReadToken } from '@rollcall/http';
import type { manifest } from './manifest.ts';

/** Where the customer's Eurécia is. */
export const restOf = ({ host = 'api' }: CustomerConfig<typeof manifest>) => `https://${host}.eurecia.com/eurecia/rest`;

/** XML that was turned into JSON: text stands under `$`. Without it the long-lived token is refused, with status 200. */
export const readTemporaryToken: ReadToken = (body) => {
  const accessToken = valueAt(body, 'eureciaResponse.temporaryToken.token.$');
  return typeof accessToken === 'string' ? { accessToken } : undefined;
};

export const auth = sessionLogin({
  login: ({ config }: GivenOf<typeof manifest>) => `GET ${restOf(config)}/v1/Auth`,
  loginHeaders: ({ config }) => ({ authToken: config.token }),
  read: readTemporaryToken,
  toHeaders: (token) => ({ token }),
});

const refusesForGood = (status: number) => status >= 400 && status < 500 && status !== 408 && status !== 429;

/** Bodies of errors are not documented. Whatever refuses the log-in for good refuses the token. */
export const errors: VendorErrors = {
  describe: ({ status, request }) => (request === 'token' && refusesForGood(status) ? { means: 'credentials' } : undefined),
};
