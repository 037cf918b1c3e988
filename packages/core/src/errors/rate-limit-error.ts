import { RollcallError, type RollcallErrorOptions } from './rollcall-error.ts';

/** The vendor asks for a pause that is longer than a read should wait. Nobody acts; the next run starts after it. */
export class RateLimitError extends RollcallError {
  static override readonly name: string = 'RateLimitError';
  override readonly name = 'RateLimitError';
  override readonly retryable = true;
  /** Milliseconds until the vendor takes requests again; undefined when it does not say. */
  readonly retryAfterMs: number | undefined;

  constructor(options: Omit<RollcallErrorOptions, 'code'> & { readonly retryAfterMs?: number | undefined }) {
    super({ ...options, code: 'rate_limited' });
    this.retryAfterMs = options.retryAfterMs;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), retryAfterMs: this.retryAfterMs };
  }
}
