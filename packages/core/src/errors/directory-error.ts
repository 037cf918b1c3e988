import { RollcallError, type RollcallErrorOptions } from './rollcall-error.ts';

/** The platform's member directory failed. The platform team acts. */
export class DirectoryError extends RollcallError {
  static override readonly name: string = 'DirectoryError';
  override readonly name = 'DirectoryError';
  /** A conflict will be one again. */
  override readonly retryable: boolean;

  constructor(options: RollcallErrorOptions & { readonly code: 'conflict' | 'unavailable' }) {
    super(options);
    this.retryable = options.code === 'unavailable';
  }
}
