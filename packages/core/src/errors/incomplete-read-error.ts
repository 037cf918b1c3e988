import { RollcallError, type RollcallErrorOptions } from './rollcall-error.ts';

/** The read did not see everyone. The next run tries again; until then nobody is missing. */
export class IncompleteReadError extends RollcallError {
  static override readonly name: string = 'IncompleteReadError';
  override readonly name = 'IncompleteReadError';
  override readonly retryable = true;

  constructor(
    options: RollcallErrorOptions & { readonly code: 'page_repeated' | 'count_mismatch' | 'cursor_lost' | 'not_complete' },
  ) {
    super(options);
  }
}
