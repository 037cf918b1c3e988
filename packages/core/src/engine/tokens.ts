import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { StoredTokens, TokenStore } from '../contract/authentication.ts';
import { StoreError } from '../errors/store-error.ts';
import { UnavailableError } from '../errors/unavailable-error.ts';
import type { Fence, LeaseStore, SecretStore } from '../store/store.ts';
import { sealContext, type Sealer } from './seal/sealer.ts';

const name = 'tokens';
const defaultLeaseMs = 60_000;
const renewalsPerLease = 3;
const giveUpAfterMs = 90_000;
const firstPauseMs = 50;
const longestPauseMs = 1_000;

/** Resolves after a time, and rejects when the signal aborts. Always lets others run first, even for no time at all. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export interface TokenStoreOptions {
  readonly store: { readonly secrets: SecretStore; readonly leases: LeaseStore };
  readonly sealer: Sealer;
  readonly connectionId: string;
  /** Who holds the lease, for whoever looks into the store: a process, a run. Need not be unique. */
  readonly owner: string;
  /** Slug of the connector, for errors. */
  readonly vendor?: string | undefined;
  /** Ends the waiting for a turn; work that has begun goes on. */
  readonly signal?: AbortSignal | undefined;
  readonly sleep?: Sleep | undefined;
  /** For how long a process that died keeps others from the tokens. Default 60,000. */
  readonly leaseMs?: number | undefined;
}

/** Tokens of one connection, sealed in the store. */
export interface SealedTokenStore extends TokenStore {
  /** There are none any more. Belongs inside `exclusively`. */
  forget(): Promise<void>;
  /** Seals the tokens under the current key, in turn with renewals; false when there is nothing to do. */
  reseal(): Promise<boolean>;
}

/**
 * The tokens of one connection. `exclusively` holds a lease of the store, so that one renewal runs at a time across
 * processes; it is kept alive while the work runs and given up when the process dies. Work waits up to 90 seconds for
 * its turn.
 *
 * Whatever replaces or erases tokens (a new consent, disconnecting) belongs inside `exclusively` too: otherwise a renewal
 * under way writes its own over it. `exclusively` inside `exclusively` waits for itself.
 * @throws UnavailableError `timeout` when the turn does not come; StoreError `conflict` when the tokens were replaced
 * meanwhile; ConfigError when they cannot be opened.
 */
export function createTokenStore(options: TokenStoreOptions): SealedTokenStore {
  const { connectionId, sealer } = options;
  const { secrets } = options.store;
  const context = sealContext(connectionId, name);
  let turn: Turn | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  function exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(() =>
      withLease(options, async (fence) => {
        turn = { fence, loaded: undefined };
        return work().finally(() => (turn = undefined));
      }),
    );
    queue = result.catch(() => undefined);
    return result;
  }

  async function load(): Promise<string | null> {
    const sealed = await secrets.get(connectionId, name);
    if (turn !== undefined) turn.loaded = sealed;
    return sealed;
  }

  async function put(sealed: string): Promise<void> {
    await putInTurn(secrets, connectionId, sealed, turn);
    if (turn !== undefined) turn.loaded = sealed;
  }

  return {
    async load() {
      const sealed = await load();
      return sealed === null ? null : sealer.open<StoredTokens>(context, sealed);
    },
    async save(tokens) {
      await put(await sealer.seal(context, tokens));
    },
    exclusively,
    forget: () => secrets.delete(connectionId, name),
    reseal: () =>
      exclusively(async () => {
        const sealed = await load();
        const resealed = sealed === null ? null : await sealer.reseal(context, sealed);
        if (resealed !== null) await put(resealed);
        return resealed !== null;
      }),
  };
}

interface Turn {
  readonly fence: Fence;
  /** The sealed text that was read last in this turn; undefined before. */
  loaded: string | null | undefined;
}

/**
 * A process that stood still may lose its lease after the vendor has used up the old refresh token: the new one is then
 * the only one there is, and it is stored unless somebody else has stored one since.
 */
async function putInTurn(secrets: SecretStore, connectionId: string, sealed: string, turn: Turn | undefined): Promise<void> {
  try {
    await secrets.put(connectionId, name, sealed, turn?.fence);
  } catch (error) {
    const lost = StoreError.isInstance(error) && error.code === 'conflict' && turn?.loaded !== undefined;
    if (!lost || (await secrets.get(connectionId, name)) !== turn.loaded) throw error;
    await secrets.put(connectionId, name, sealed);
  }
}

async function withLease<T>(options: TokenStoreOptions, work: (fence: Fence) => Promise<T>): Promise<T> {
  const { leases } = options.store;
  const fence = await takeLease(options);
  const end = new AbortController();
  const alive = keepAlive(options, fence, end.signal);
  try {
    return await work(fence);
  } finally {
    end.abort();
    await alive;
    // What was done is done: a lease that cannot be given back runs out by itself.
    await leases.release(fence).catch(() => undefined);
  }
}

async function takeLease({
  store,
  connectionId,
  owner,
  vendor,
  signal,
  sleep = defaultSleep,
  leaseMs = defaultLeaseMs,
}: TokenStoreOptions): Promise<Fence> {
  const waiting = signal ?? new AbortController().signal;
  // An owner who asks again is given the lease anew, so each attempt is one of its own.
  const attempt = `${owner}:${randomUUID()}`;
  let waitedMs = 0;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    waiting.throwIfAborted();
    const answer = await store.leases.acquire(`tokens:${connectionId}`, attempt, leaseMs);
    if (answer.held) return answer.fence;
    if (waitedMs >= giveUpAfterMs) throw outOfTurn(vendor);
    await sleep(pauseMs, waiting).catch((error: unknown) => {
      waiting.throwIfAborted();
      throw error;
    });
    waitedMs += pauseMs;
  }
}

/** A renewal with its pauses and retries may take longer than the lease; a process that died must not hold it for that long. */
async function keepAlive(
  { store, sleep = defaultSleep, leaseMs = defaultLeaseMs }: TokenStoreOptions,
  fence: Fence,
  end: AbortSignal,
): Promise<void> {
  for (let held = true; held;) {
    // Cut short when the work ends.
    const waited = await sleep(leaseMs / renewalsPerLease, end).then(
      () => true,
      () => false,
    );
    // A store that is away for a moment is asked again: the lease lives for three beats.
    held = waited && (await store.leases.renew(fence, leaseMs).catch(() => true));
  }
}

const defaultSleep: Sleep = (milliseconds, signal) => pause(milliseconds, undefined, { signal });

function outOfTurn(vendor: string | undefined): UnavailableError {
  return new UnavailableError({
    code: 'timeout',
    vendor,
    message: `the access of this connection has been under renewal elsewhere for more than ${giveUpAfterMs / 1000} seconds`,
    hint: 'Nothing needs to be done: the next run tries again.',
  });
}
