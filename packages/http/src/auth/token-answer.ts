import { decodeJwt } from 'jose';
import type { StoredTokens } from '@rollcall/core';

/** What a log-in gave. */
export interface TokenAnswer {
  readonly accessToken: string;
  readonly expiresInSeconds?: number | undefined;
  readonly refreshToken?: string | undefined;
  /** What else is to be kept; see `StoredTokens`. */
  readonly details?: Readonly<Record<string, string>> | undefined;
}

/** Reads the body of a token answer; undefined when there is no token in it. */
export type ReadToken = (body: unknown) => TokenAnswer | undefined;

/** The members that RFC 6749 names. `expires_in` may be a text: some vendors write it so. */
export const readOAuthToken: ReadToken = (body) => {
  if (typeof body !== 'object' || body === null) return undefined;
  const {
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in: expiresIn,
  } = body as Readonly<Record<string, unknown>>;
  if (!isText(accessToken)) return undefined;
  const seconds = typeof expiresIn === 'number' || isText(expiresIn) ? Number(expiresIn) : NaN;
  return {
    accessToken,
    refreshToken: isText(refreshToken) ? refreshToken : undefined,
    expiresInSeconds: Number.isFinite(seconds) ? seconds : undefined,
  };
};

/** Adds the members of the answer that are to be kept. One that is neither a text nor a number is left out. */
export function withDetails(read: ReadToken, names: readonly string[]): ReadToken {
  if (names.length === 0) return read;
  return (body) => {
    const answer = read(body);
    if (answer === undefined) return undefined;
    const members = names.flatMap((name) => {
      const value = memberOf(body, name);
      return isText(value) || typeof value === 'number' ? [[name, String(value)] as const] : [];
    });
    return { ...answer, details: { ...Object.fromEntries(members), ...answer.details } };
  };
}

function memberOf(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return undefined;
  return (body as Readonly<Record<string, unknown>>)[name];
}

/** As it is stored. Where the vendor does not say how long a token lives, a JWT says it itself. */
export function toStoredTokens({ accessToken, refreshToken, expiresInSeconds, details }: TokenAnswer, now: Date): StoredTokens {
  const expiresAt = expiresInSeconds === undefined ? jwtExpiry(accessToken) : now.getTime() + expiresInSeconds * 1000;
  return { accessToken, refreshToken, expiresAt, details };
}

function jwtExpiry(token: string): number | undefined {
  try {
    const { exp } = decodeJwt(token);
    return exp === undefined ? undefined : exp * 1000;
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
