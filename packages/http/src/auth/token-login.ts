import type { Authentication } from '@rollcall/core';
import { openConnection, type Connection } from '../client/connection.ts';
import { createClient } from '../client/create-client.ts';
import type { FixedHeaders, Given } from './given.ts';
import { logIn, type LogIn } from './log-in.ts';
import { toStoredTokens } from './token-answer.ts';
import { createTokenSession } from './token-session.ts';

/** What token log-ins differ in. */
export interface TokenLogin<Config, Platform> {
  readonly kind: string;
  readonly headers?: FixedHeaders<Config, Platform> | undefined;
  /** `Authorization: Bearer` unless said otherwise. */
  readonly toHeaders?: ((accessToken: string) => Readonly<Record<string, string>>) | undefined;
  request(given: Given<Config, Platform>, connection: Connection): LogIn | Promise<LogIn>;
}

/** A log-in whose token can always be fetched anew from what was typed in. The token lives as long as the client. */
export function tokenLogin<Config, Platform>(login: TokenLogin<Config, Platform>): Authentication<Config, Platform> {
  return {
    kind: login.kind,
    connect(options) {
      const connection = openConnection(options);
      const session = createTokenSession({
        now: connection.now,
        toHeaders: login.toHeaders ?? bearerHeaders,
        obtain: async () => toStoredTokens(await logIn(connection, await login.request(options, connection)), connection.now()),
      });
      return createClient(connection, session, login.headers?.(options) ?? {});
    },
  };
}

export function bearerHeaders(accessToken: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${accessToken}` };
}
