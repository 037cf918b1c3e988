import type { Sleep } from '../../src/engine/tokens.ts';

/** A clock that jumps to the next sleeper as soon as nothing else can run. */
export interface VirtualTime {
  now(): Date;
  /** Time passes and nobody notices: the machine stood still. */
  stall(milliseconds: number): void;
  readonly sleep: Sleep;
}

export function virtualTime(start: string): VirtualTime {
  let now = Date.parse(start);
  let ticking = false;
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();

  function tick(): void {
    const next = [...sleepers].sort((one, other) => one.at - other.at)[0];
    ticking = next !== undefined;
    if (next === undefined) return;
    sleepers.delete(next);
    now = Math.max(now, next.at);
    next.wake();
    setImmediate(tick);
  }

  return {
    now: () => new Date(now),
    stall: (milliseconds) => (now += milliseconds),
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { at: now + milliseconds, wake: resolve };
        const abort = () => {
          sleepers.delete(sleeper);
          reject(signal.reason as Error);
        };
        if (signal.aborted) {
          abort();
          return;
        }
        signal.addEventListener('abort', abort, { once: true });
        sleepers.add(sleeper);
        if (!ticking) setImmediate(tick);
        ticking = true;
      }),
  };
}
