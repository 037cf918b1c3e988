import type { Authentication } from '@rollcall/core';
import type { FixedHeaders, Given } from './given.ts';
import { readOAuthToken, type ReadToken } from './token-answer.ts';
import { tokenLogin } from './token-login.ts';

export interface SessionLoginOptions<Config, Platform> {
  /** `POST /path` or `GET /path` of the manifest's token endpoints; `{field}` is filled from the config. */
  readonly login: string | ((given: Given<Config, Platform>) => string);
  /** What the log-in sends, as JSON or as a form. */
  readonly json?: (given: Given<Config, Platform>) => unknown;
  readonly form?: (given: Given<Config, Platform>) => Readonly<Record<string, string>>;
  /** Headers of the log-in only, such as a long-lived key. */
  readonly loginHeaders?: FixedHeaders<Config, Platform>;
  /** Where the session's token is in the answer, unless it is as RFC 6749 says. */
  readonly read?: ReadToken;
  /** The session is this cookie instead; it is sent as one. */
  readonly cookie?: string;
  /** How the token is sent. `Authorization: Bearer` unless said otherwise, or `Cookie`. */
  readonly toHeaders?: (token: string) => Readonly<Record<string, string>>;
  /** Further headers of every request, the log-in included. */
  readonly headers?: FixedHeaders<Config, Platform>;
}

/**
 * A log-in of the vendor's own making that gives a token or a cookie for a while.
 * @example
 * const auth = sessionLogin({ login: 'POST /v2/authentication', json: ({ config }) => ({ key: config.key }), read: readSession });
 */
export function sessionLogin<Config, Platform>(options: SessionLoginOptions<Config, Platform>): Authentication<Config, Platform> {
  const { login, cookie, read = readOAuthToken } = options;
  const cookieHeaders = cookie === undefined ? undefined : (token: string) => ({ cookie: `${cookie}=${token}` });
  return tokenLogin<Config, Platform>({
    kind: 'session-login',
    headers: options.headers,
    toHeaders: options.toHeaders ?? cookieHeaders,
    request: (given) => ({
      endpoint: typeof login === 'function' ? login(given) : login,
      purpose: 'login',
      headers: { ...options.headers?.(given), ...options.loginHeaders?.(given) },
      json: options.json?.(given),
      form: options.form?.(given),
      read: (body, cookies) => (cookie === undefined ? read(body) : readCookie(cookie, cookies)),
    }),
  });
}

function readCookie(name: string, cookies: readonly string[]): ReturnType<ReadToken> {
  const found = cookies.find((line) => line.startsWith(`${name}=`));
  const value = found?.slice(name.length + 1).split(';', 1)[0] ?? '';
  return value === '' ? undefined : { accessToken: value };
}
