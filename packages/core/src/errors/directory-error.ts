import { RollcallError, type RollcallErrorOptions } from './rollcall-error.ts';

/** The platform's member directory failed. The platform team acts. */
export class DirectoryError extends RollcallError {
  static override readonly name: string = 'DirectoryError';
  override readonly name = 'DirectoryError';
  override readonly retryable = true;

  constructor(options: RollcallErrorOptions & { readonly code: 'conflict' | 'unavailable' }) {
    super(options);
  }
}
