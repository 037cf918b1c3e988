import type { StoredTokens } from '@rollcall/core';
import type { Applied, Credentials } from '../client/credentials.ts';

/** Renewed so long before it ends, in milliseconds: a request may wait for its turn before it goes out. */
const skewMs = 60_000;

/** What was kept with a token; see `StoredTokens`. */
export type Details = NonNullable<StoredTokens['details']>;

/** Where tokens come from and how they are sent. */
export interface TokenSource {
  /** Gets a token; `rejected` is the access token that the vendor has just refused. */
  obtain(rejected: string | undefined): Promise<StoredTokens>;
  toHeaders(accessToken: string, details: Details): Readonly<Record<string, string>>;
  readonly now: () => Date;
}

interface HeldToken {
  readonly tokens: StoredTokens;
  readonly renewAt: number;
  readonly applied: Applied;
}

/** Keeps one token for a client: obtained on first use, renewed before it ends, once however many ask at the same time. */
export function createTokenSession(source: TokenSource): Credentials {
  let held: HeldToken | undefined;
  let pending: Promise<HeldToken> | undefined;
  let rejected: string | undefined;

  async function renew(): Promise<HeldToken> {
    const now = source.now().getTime();
    const tokens = await source.obtain(rejected);
    return {
      tokens,
      renewAt: renewAt(tokens, now),
      applied: { headers: source.toHeaders(tokens.accessToken, tokens.details ?? {}) },
    };
  }

  return {
    async apply() {
      if (held !== undefined && source.now().getTime() < held.renewAt) return held.applied;
      pending ??= renew().finally(() => (pending = undefined));
      held = await pending;
      return held.applied;
    },
    reject(applied) {
      // Somebody else may have been refused with the same token and got a new one since.
      if (held?.applied !== applied) return;
      rejected = held.tokens.accessToken;
      held = undefined;
    },
  };
}

/**
 * When a token is to be renewed, in epoch milliseconds: a minute before its end, or a tenth of a life that is shorter.
 * @param obtainedAt epoch milliseconds; unknown for a token that somebody else obtained
 */
export function renewAt({ expiresAt }: Pick<StoredTokens, 'expiresAt'>, obtainedAt = -Infinity): number {
  if (expiresAt === undefined) return Infinity;
  return expiresAt - Math.min(skewMs, (expiresAt - obtainedAt) / 10);
}
