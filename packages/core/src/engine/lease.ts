import { setTimeout as sleep } from 'node:timers/promises';
import { EngineError } from '../errors/engine-error.ts';
import { StoreError } from '../errors/store-error.ts';
import type { Fence } from '../store/store.ts';
import type { EngineContext } from './engine-context.ts';

const renewalsPerLease = 4;
const customerWaitMs = 600_000;

export interface HeldLease {
  readonly fence: Fence;
  /** Aborts when the lease was lost: whoever took it goes on from the journal. */
  readonly signal: AbortSignal;
  /**
   * To be called before what no fence guards: a process that stood still finds out that its time was over.
   * @throws EngineError `run_in_progress` when somebody else has taken the lease
   */
  readonly assure: () => Promise<void>;
}

export interface LeaseOptions {
  /** How long to wait for a turn. Default 0: somebody else's run is told at once. */
  readonly waitMs?: number;
  /** Of whoever asked for the work: it stops where it can go on later. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs work under a lease, which is renewed while it runs (rule A2).
 * @throws EngineError `run_in_progress` when somebody else holds it, or has taken it over meanwhile
 */
export async function withLease<T>(
  context: EngineContext,
  lease: string,
  work: (held: HeldLease) => Promise<T>,
  { waitMs = 0, signal }: LeaseOptions = {},
): Promise<T> {
  signal?.throwIfAborted();
  const { fence, since } = await take(context, lease, { waitMs, signal });
  const { held, renew } = keeping(context, { fence, since, signal });
  // The next renewal tries again; a fenced write is refused by then if the lease is gone.
  const timer = setInterval(() => void renew().catch(() => undefined), context.leaseMs / renewalsPerLease);
  timer.unref();
  try {
    return await work(held);
  } catch (error) {
    // A write that was refused because the lease is gone says so in the words of whoever asked for the run.
    if (StoreError.isInstance(error) && error.code === 'conflict') await renew().catch(() => undefined);
    held.signal.throwIfAborted();
    throw error;
  } finally {
    clearInterval(timer);
    // The lease ends by itself if it cannot be given back.
    await context.store.leases.release(fence).catch(() => undefined);
  }
}

/** Work on the people of a customer, within a run of one connection: loses its right with either lease. */
export async function withCustomerLease<T>(
  context: EngineContext,
  customerId: string,
  run: HeldLease,
  work: (held: HeldLease) => Promise<T>,
  // Another connection of the customer is applying: a large company takes its time.
  { waitMs = customerWaitMs }: LeaseOptions = {},
): Promise<T> {
  return withLease(
    context,
    customerLease(customerId),
    (customer) =>
      work({
        fence: run.fence,
        signal: AbortSignal.any([run.signal, customer.signal]),
        assure: async () => {
          await run.assure();
          await customer.assure();
        },
      }),
    { waitMs, signal: run.signal },
  );
}

function keeping(
  { store, leaseMs }: EngineContext,
  { fence, since, signal }: { readonly fence: Fence; readonly since: number; readonly signal: AbortSignal | undefined },
): { readonly held: HeldLease; readonly renew: () => Promise<void> } {
  const lost = new AbortController();
  const stop = signal === undefined ? lost.signal : AbortSignal.any([lost.signal, signal]);
  let heldSince = since;
  const renew = async (): Promise<void> => {
    const asked = performance.now();
    if (await store.leases.renew(fence, leaseMs)) heldSince = asked;
    else lost.abort(new EngineError({ code: 'run_in_progress', message: 'another run has taken over' }));
  };
  const assure = async (): Promise<void> => {
    // Nobody else can have taken it yet: the store is not asked.
    if (performance.now() - heldSince > leaseMs / 2) await renew();
    stop.throwIfAborted();
  };
  return { held: { fence, signal: stop, assure }, renew };
}

async function take(
  context: EngineContext,
  lease: string,
  { waitMs, signal }: { readonly waitMs: number; readonly signal: AbortSignal | undefined },
): Promise<{ readonly fence: Fence; readonly since: number }> {
  const owner = `${context.owner}/${context.newId()}`;
  const pauseMs = 25;
  for (let waited = 0; ; waited += pauseMs) {
    const since = performance.now();
    const answer = await context.store.leases.acquire(lease, owner, context.leaseMs);
    if (answer.held) return { fence: answer.fence, since };
    if (waited >= waitMs) {
      const message = `another run is under way (until ${answer.until} at the latest, unless it is renewed)`;
      throw new EngineError({ code: 'run_in_progress', message, hint: 'Nothing was done. Try again when it has ended.' });
    }
    await sleep(pauseMs, undefined, { signal });
  }
}

/** One run per connection; the people of one customer are planned and changed one run at a time (rule S8). */
export const connectionLease = (connectionId: string): string => `connection:${connectionId}`;
export const customerLease = (customerId: string): string => `customer:${customerId}`;
