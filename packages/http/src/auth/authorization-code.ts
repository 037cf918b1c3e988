import {
  AuthError,
  type Authentication,
  type CodeGrant,
  type ConnectOptions,
  type Consent,
  type StoredTokens,
  type TokenStore,
} from '@rollcall/core';
import { openConnection, type Connection } from '../client/connection.ts';
import { createClient } from '../client/create-client.ts';
import { credentialsStep } from '../to-connector-error.ts';
import { oneShotAgent } from '../client/one-shot-agent.ts';
import type { Line } from '../client/exchange.ts';
import { authorizationUrl, type AuthorizationUrlOptions } from './authorization-url.ts';
import { codeFlowRequest, type CodeFlow } from './code-flow.ts';
import { exchangeCode } from './exchange-code.ts';
import type { Given } from './given.ts';
import { logIn } from './log-in.ts';
import { memoryTokens } from './memory-tokens.ts';
import { toStoredTokens, type TokenAnswer } from './token-answer.ts';
import { bearerHeaders } from './token-login.ts';
import { createTokenSession, renewAt, type Details } from './token-session.ts';

export interface AuthorizationCodeOptions<Config, Platform> extends CodeFlow<Config, Platform> {
  /** A refresh token that the customer enters, used while the token store has none. */
  readonly refreshToken?: (given: Given<Config, Platform>) => string | undefined;
  /** `Authorization: Bearer` unless said otherwise. */
  readonly toHeaders?: (accessToken: string, details: Details) => Readonly<Record<string, string>>;
}

/** What an authorization-code log-in can do beyond connecting: the way to consent and back. */
export interface AuthorizationCode<Config, Platform> extends Authentication<Config, Platform> {
  /** See `authorizationUrl`; the client id is known. */
  authorizationUrl(options: Omit<AuthorizationUrlOptions, 'clientId'> & Given<Config, Platform>): string;
  /** See `exchangeCode`. */
  exchangeCode(options: Omit<ConnectOptions<Config, Platform>, 'tokens'>, grant: CodeGrant): Promise<StoredTokens>;
  /** The same two, as the engine asks for them. */
  readonly consent: Consent<Config, Platform>;
}

/**
 * OAuth 2.0 with consent: reads with the stored access token and renews it by its refresh token. A new refresh token is
 * durable before the new access token is used, and one renewal runs at a time, across processes (`TokenStore`).
 */
export function authorizationCode<Config, Platform>(
  options: AuthorizationCodeOptions<Config, Platform>,
): AuthorizationCode<Config, Platform> {
  const way: Pick<AuthorizationCode<Config, Platform>, 'authorizationUrl' | 'exchangeCode'> = {
    authorizationUrl: (where) => authorizationUrl({ ...where, clientId: options.client(where).id }),
    exchangeCode: (connect, grant) => exchangeCode(connect, options, grant),
  };
  return {
    kind: 'authorization-code',
    connect(connect) {
      const connection = openConnection(connect);
      const store = connect.tokens ?? memoryTokens();
      const session = createTokenSession({
        now: connection.now,
        toHeaders: options.toHeaders ?? bearerHeaders,
        obtain: (rejected) => currentTokens(options, { connect, connection, store }, rejected),
      });
      return createClient(connection, session, options.headers?.(connect) ?? {});
    },
    ...way,
    consent: { ...way, optional: options.refreshToken !== undefined },
  };
}

interface Connected<Config, Platform> {
  readonly connect: ConnectOptions<Config, Platform>;
  readonly connection: Connection;
  readonly store: TokenStore;
}

function currentTokens<Config, Platform>(
  options: AuthorizationCodeOptions<Config, Platform>,
  { connect, connection, store }: Connected<Config, Platform>,
  rejected: string | undefined,
): Promise<StoredTokens> {
  return store.exclusively(async () => {
    // Read again inside the lock: another process may have renewed meanwhile, and the old refresh token is worth nothing then.
    const stored = await store.load();
    if (stored !== null && stored.accessToken !== rejected && connection.now().getTime() < renewAt(stored)) return stored;
    const refreshToken = stored?.refreshToken ?? options.refreshToken?.(connect);
    if (refreshToken === undefined) throw notConnected(connection, stored !== null);
    const grant = { grant_type: 'refresh_token', refresh_token: refreshToken };
    const request = codeFlowRequest(options, { given: connect, manifest: connect.manifest, purpose: 'refresh' }, grant);
    const answer = await logIn(connection, request, uninterruptedLine(connection));
    const kept = { refreshToken: answer.refreshToken ?? refreshToken, details: mergeDetails(stored, answer) };
    const renewed = toStoredTokens({ ...answer, ...kept }, connection.now());
    await store.save(renewed);
    return renewed;
  });
}

// Most vendors say once, with the first token, which account it is for.
function mergeDetails(stored: StoredTokens | null, { details }: TokenAnswer): Details | undefined {
  return stored?.details === undefined ? details : { ...stored.details, ...details };
}

/**
 * A read that is cancelled must not cut a renewal short: the vendor has used up the refresh token by then, and the new
 * one would be lost. Own sockets, which close with the answer.
 */
function uninterruptedLine({ signal }: Connection): Line {
  return { signal, uninterrupted: true, agent: oneShotAgent() };
}

function notConnected({ manifest }: Connection, hadTokens: boolean): AuthError {
  const { slug, name, docsUrl } = manifest;
  return new AuthError({
    code: hadTokens ? 'token_expired' : 'consent_revoked',
    vendor: slug,
    docsUrl,
    message: hadTokens ? `the access to ${name} has ended and cannot be renewed` : `nobody has given access to ${name} yet`,
    hint: `An administrator of ${name} has to connect again. ${credentialsStep(manifest)}`,
  });
}
