import { decodeJwt } from 'jose';
import type { StoredTokens } from '@rollcall/core';

/** What a log-in gave. */
export interface TokenAnswer {
  readonly accessToken: string;
  readonly expiresInSeconds?: number | undefined;
  readonly refreshToken?: string | undefined;
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

/** As it is stored. Where the vendor does not say how long a token lives, a JWT says it itself. */
export function toStoredTokens({ accessToken, refreshToken, expiresInSeconds }: TokenAnswer, now: Date): StoredTokens {
  const expiresAt = expiresInSeconds === undefined ? jwtExpiry(accessToken) : now.getTime() + expiresInSeconds * 1000;
  return { accessToken, refreshToken, expiresAt };
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
