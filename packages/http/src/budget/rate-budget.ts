import { delayed } from '../delayed.ts';

/** Requests that may start within a sliding stretch of time. */
interface Window {
  readonly requests: number;
  readonly perSeconds: number;
  /** All endpoints when left out. */
  readonly endpoints?: readonly string[] | undefined;
}

export interface BudgetLimits {
  /** Requests under way at once. */
  readonly concurrency: number;
  readonly windows?: readonly Window[] | undefined;
}

export interface Turn {
  readonly endpoint: string;
  readonly signal: AbortSignal;
  /** A log-in within a request that already has its place: it counts in the windows, not in the concurrency, and goes first. */
  readonly withinAnother?: boolean;
}

interface Waiter {
  readonly turn: Turn;
  started: boolean;
  readonly start: () => void;
}

interface WindowState extends Window {
  /** When the last `requests` requests started, oldest first. */
  readonly starts: number[];
}

/**
 * What one tenant of one vendor may be asked. Requests start in the order in which they came; below the limits none
 * waits. Times are of the monotonic clock: a changed wall clock moves nothing.
 */
export class RateBudget {
  readonly #concurrency: number;
  readonly #windows: readonly WindowState[];
  readonly #waiting: Waiter[] = [];
  #running = 0;
  #pausedUntil = 0;
  #cancelTimer: (() => void) | undefined;

  constructor(limits: BudgetLimits) {
    this.#concurrency = limits.concurrency;
    this.#windows = (limits.windows ?? []).map((window) => ({ ...window, starts: [] }));
  }

  /** Resolves when the request may start, with a function that ends it. Rejects with the signal's reason. */
  enter(turn: Turn): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const { signal } = turn;
      if (signal.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const cancel = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        this.#startWhatMay();
        reject(signal.reason as Error);
      };
      const waiter: Waiter = {
        turn,
        started: false,
        start: () => {
          waiter.started = true;
          signal.removeEventListener('abort', cancel);
          resolve(this.#begin(turn));
        },
      };
      if (turn.withinAnother === true) this.#waiting.unshift(waiter);
      else this.#waiting.push(waiter);
      this.#startWhatMay();
      if (!waiter.started) signal.addEventListener('abort', cancel, { once: true });
    });
  }

  /** Nothing starts for so long: the vendor asked for it. A shorter pause does not end a longer one. */
  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, performance.now() + milliseconds);
  }

  /** True when forgetting this budget changes nothing. */
  get idle(): boolean {
    const now = performance.now();
    const quiet = this.#running === 0 && this.#waiting.length === 0 && this.#pausedUntil <= now;
    return quiet && this.#windows.every(({ starts, perSeconds }) => (starts.at(-1) ?? -Infinity) + perSeconds * 1000 <= now);
  }

  #begin({ endpoint, withinAnother = false }: Turn): () => void {
    const now = performance.now();
    if (!withinAnother) this.#running += 1;
    for (const window of this.#windows) {
      if (!covers(window, endpoint)) continue;
      window.starts.push(now);
      if (window.starts.length > window.requests) window.starts.shift();
    }
    let ended = withinAnother;
    return () => {
      if (ended) return;
      ended = true;
      this.#running -= 1;
      this.#startWhatMay();
    };
  }

  #startWhatMay(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    const now = performance.now();
    // Whoever waits for a window holds it against those behind; other windows stay open to them.
    const held = new Set<WindowState>();
    let wakeAt = Infinity;
    for (let index = 0; index < this.#waiting.length;) {
      const waiter = this.#waiting[index] as Waiter;
      if (this.#pausedUntil > now) {
        wakeAt = this.#pausedUntil;
        break;
      }
      // Log-ins stand in front, so nobody behind the first one without a place can start either.
      if (waiter.turn.withinAnother !== true && this.#running >= this.#concurrency) break;
      const windows = this.#windows.filter((window) => covers(window, waiter.turn.endpoint));
      const openAt = Math.max(0, ...windows.map(opensAt));
      if (openAt > now || windows.some((window) => held.has(window))) {
        for (const window of windows) held.add(window);
        if (openAt > now) wakeAt = Math.min(wakeAt, openAt);
        index += 1;
        continue;
      }
      this.#waiting.splice(index, 1);
      waiter.start();
    }
    if (wakeAt < Infinity) {
      this.#cancelTimer = delayed(wakeAt - now, () => {
        this.#startWhatMay();
      });
    }
  }
}

function covers(window: Window, endpoint: string): boolean {
  return window.endpoints === undefined || window.endpoints.includes(endpoint);
}

function opensAt({ starts, requests, perSeconds }: WindowState): number {
  const [oldest] = starts;
  return oldest === undefined || starts.length < requests ? 0 : oldest + perSeconds * 1000;
}
