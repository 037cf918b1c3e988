import { setTimeout as sleep } from 'node:timers/promises';
import { EngineError } from '../errors/engine-error.ts';
import type { Fence } from '../store/store.ts';
import type { EngineContext } from './engine-context.ts';

const ttlMs = 60_000;
const renewMs = 15_000;

export interface HeldLease {
  readonly fence: Fence;
  /** Aborts when the lease was lost: whoever took it goes on from the journal. */
  readonly signal: AbortSignal;
}

export interface LeaseOptions {
  /** How long to wait for a turn. Default 0: somebody else's run is told at once. */
  readonly waitMs?: number;
}

/**
 * Runs work under a lease, which is renewed while it runs (rule A2).
 * @throws EngineError `run_in_progress` when somebody else holds it
 */
export async function withLease<T>(
  context: EngineContext,
  lease: string,
  work: (held: HeldLease) => Promise<T>,
  { waitMs = 0 }: LeaseOptions = {},
): Promise<T> {
  const fence = await take(context, lease, waitMs);
  const lost = new AbortController();
  const renew = (): void => {
    context.store.leases.renew(fence, ttlMs).then(
      (still) => {
        if (!still) lost.abort(new EngineError({ code: 'run_in_progress', message: 'another run has taken over' }));
      },
      // The next renewal tries again; a fenced write is refused by then if the lease is gone.
      () => undefined,
    );
  };
  const timer = setInterval(renew, renewMs);
  timer.unref();
  try {
    return await work({ fence, signal: lost.signal });
  } finally {
    clearInterval(timer);
    // The lease ends by itself if it cannot be given back.
    await context.store.leases.release(fence).catch(() => undefined);
  }
}

async function take(context: EngineContext, lease: string, waitMs: number): Promise<Fence> {
  const owner = `${context.owner}/${context.newId()}`;
  const pauseMs = 25;
  for (let waited = 0; ; waited += pauseMs) {
    const answer = await context.store.leases.acquire(lease, owner, ttlMs);
    if (answer.held) return answer.fence;
    if (waited >= waitMs) {
      const message = `another run is under way (until ${answer.until} at the latest, unless it is renewed)`;
      throw new EngineError({ code: 'run_in_progress', message, hint: 'Nothing was done. Try again when it has ended.' });
    }
    await sleep(pauseMs);
  }
}

/** One run per connection; the people of one customer are planned and changed one run at a time (rule S8). */
export const connectionLease = (connectionId: string): string => `connection:${connectionId}`;
export const customerLease = (customerId: string): string => `customer:${customerId}`;
