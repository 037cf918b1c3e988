import type { SandboxLimit, SandboxRoute } from './sandbox-definition.ts';

/** Counts requests in fixed windows, as most vendors do. */
export class RateLimiter {
  readonly #limit: SandboxLimit;
  readonly #clock: () => number;
  #windowEnds = Number.NEGATIVE_INFINITY;
  #used = 0;

  constructor(limit: SandboxLimit, clock: () => number) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /** Seconds until the next window, or undefined when the request may pass. */
  refuse(route: SandboxRoute): number | undefined {
    const { requests, perSeconds, paths } = this.#limit;
    if (paths === undefined ? route.kind === 'token' : !paths.includes(route.path)) return undefined;
    const now = this.#clock();
    if (now >= this.#windowEnds) {
      this.#windowEnds = now + perSeconds * 1_000;
      this.#used = 0;
    }
    this.#used += 1;
    return this.#used > requests ? Math.ceil((this.#windowEnds - now) / 1_000) : undefined;
  }
}
