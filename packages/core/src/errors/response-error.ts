import { RollcallError, type RollcallErrorOptions } from './rollcall-error.ts';

export interface ResponseErrorOptions extends RollcallErrorOptions {
  readonly code:
    | 'not_json'
    | 'not_xml'
    | 'html_login_page'
    | 'schema_mismatch'
    | 'error_in_200'
    | 'too_large'
    | 'request_rejected'
    | 'not_found'
    | 'webhook_refused';
  /** Where the answer differs, as JSON path and expected type; never the value found there. */
  readonly mismatches?: readonly Mismatch[] | undefined;
}

/** One place where a vendor's answer is not what its documentation says. */
export interface Mismatch {
  /** JSON path, such as `$.data[3].email`. */
  readonly path: string;
  /** The type that was expected, such as `string`. */
  readonly expected: string;
  /** The type that was found, such as `number` or `missing`. */
  readonly received: string;
}

/** The vendor's answer cannot be used. We act: the message names the JSON path and the expected type. */
export class ResponseError extends RollcallError {
  static override readonly name: string = 'ResponseError';
  override readonly name = 'ResponseError';
  override readonly retryable = false;
  readonly mismatches: readonly Mismatch[];

  constructor(options: ResponseErrorOptions) {
    super(options);
    this.mismatches = options.mismatches ?? [];
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), mismatches: this.mismatches };
  }
}
