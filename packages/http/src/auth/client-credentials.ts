import type { Authentication } from '@rollcall/core';
import { tokenRequest, type ClientStyle } from './client-secret.ts';
import type { FixedHeaders, Given } from './given.ts';
import { tokenLogin } from './token-login.ts';
import { readOAuthToken, type ReadToken } from './token-answer.ts';

export interface ClientCredentialsOptions<Config, Platform> {
  /** `POST /path` of the manifest's token endpoints, or an absolute https address with such a path; `{field}` is filled from the config. */
  readonly token: string | ((given: Given<Config, Platform>) => string);
  readonly client: (given: Given<Config, Platform>) => { readonly id: string; readonly secret: string };
  /** Default `form`. */
  readonly style?: ClientStyle;
  /** Scopes, blank-separated. */
  readonly scope?: string | ((given: Given<Config, Platform>) => string | undefined);
  /** Further members of the token request. */
  readonly extra?: (given: Given<Config, Platform>) => Readonly<Record<string, string>>;
  /** Further headers of every request, the token request included. */
  readonly headers?: FixedHeaders<Config, Platform>;
  /** Where the token is, unless the answer is as RFC 6749 says. */
  readonly read?: ReadToken;
}

/**
 * OAuth 2.0 client credentials (RFC 6749, 4.4).
 * @example
 * const auth = clientCredentials({ token: 'POST /v2/auth/token', client: ({ config }: GivenOf<typeof manifest>) => ({ id: config.clientId, secret: config.clientSecret }) });
 */
export function clientCredentials<Config, Platform>(
  options: ClientCredentialsOptions<Config, Platform>,
): Authentication<Config, Platform> {
  const { token, scope, style = 'form', read = readOAuthToken } = options;
  return tokenLogin<Config, Platform>({
    kind: 'client-credentials',
    headers: options.headers,
    request(given) {
      const grant = {
        grant_type: 'client_credentials',
        scope: typeof scope === 'function' ? scope(given) : scope,
        ...options.extra?.(given),
      };
      const request = tokenRequest(style, options.client(given), grant);
      return {
        ...request,
        endpoint: typeof token === 'function' ? token(given) : token,
        purpose: 'login',
        headers: { ...options.headers?.(given), ...request.headers },
        read,
      };
    },
  });
}
