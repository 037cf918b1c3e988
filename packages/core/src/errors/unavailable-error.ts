import { RollcallError, type RollcallErrorOptions } from './rollcall-error.ts';

/** The vendor cannot be reached or does not answer. Nobody acts; the next run tries again. */
export class UnavailableError extends RollcallError {
  static override readonly name: string = 'UnavailableError';
  override readonly name = 'UnavailableError';
  override readonly retryable = true;

  constructor(options: RollcallErrorOptions & { readonly code: 'vendor_down' | 'timeout' | 'network' }) {
    super(options);
  }
}
