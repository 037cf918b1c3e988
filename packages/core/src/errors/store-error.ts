import { RollcallError, type RollcallErrorOptions } from './rollcall-error.ts';

/** The platform's store failed. The platform team acts. */
export class StoreError extends RollcallError {
  static override readonly name: string = 'StoreError';
  override readonly name = 'StoreError';
  override readonly retryable = true;

  constructor(options: RollcallErrorOptions & { readonly code: 'conflict' | 'unavailable' }) {
    super(options);
  }
}
