import type { ErrorCode } from './code.ts';

// Two copies of core can be loaded in one application; `instanceof` fails between them, a registered symbol does not.
const marker = Symbol.for('rollcall.error');

export interface RollcallErrorOptions {
  readonly code: ErrorCode;
  /** What happened and what to do, in one line. Never a secret, never a value of a person's record. */
  readonly message: string;
  /** Slug of the connector. */
  readonly vendor?: string | undefined;
  /** Who must act and what they should do, in words that can be shown to them. */
  readonly hint?: string | undefined;
  readonly docsUrl?: string | undefined;
  /** Only ever another error of Rollcall: a foreign error may carry tokens and records. */
  readonly cause?: RollcallError | undefined;
  /** HTTP status, where an answer was received. */
  readonly status?: number | undefined;
  /** Method and path template, such as `GET /v2/persons/{id}`: never the filled path or the query. */
  readonly request?: string | undefined;
  /** The vendor's id of the failed request, to quote to its support. */
  readonly requestId?: string | undefined;
}

/** Base of all errors of Rollcall. Safe to log as it is: it holds no credentials, no bodies and no personal data. */
export abstract class RollcallError extends Error {
  // Said and not left to the class: minifiers rename classes.
  static override readonly name: string = 'RollcallError';
  abstract override readonly name: string;
  /** May the same call succeed later without anybody acting? */
  abstract readonly retryable: boolean;
  readonly code: ErrorCode;
  readonly vendor: string | undefined;
  readonly hint: string | undefined;
  readonly docsUrl: string | undefined;
  readonly status: number | undefined;
  readonly request: string | undefined;
  readonly requestId: string | undefined;

  constructor(options: RollcallErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
    this.vendor = options.vendor;
    this.hint = options.hint;
    this.docsUrl = options.docsUrl;
    this.status = options.status;
    this.request = options.request;
    this.requestId = options.requestId;
    Object.defineProperty(this, marker, { value: true });
  }

  /** True for an error of any copy and any version of core. On a subclass: for errors of that class. */
  static isInstance<E extends RollcallError>(this: abstract new (...options: never) => E, value: unknown): value is E {
    if (typeof value !== 'object' || value === null || !(marker in value)) return false;
    return Object.is(this, RollcallError) || ('name' in value && value.name === this.name);
  }

  toJSON(): Record<string, unknown> {
    const { name, code, message, vendor, retryable, hint, docsUrl, status, request, requestId } = this;
    return { name, code, message, vendor, retryable, hint, docsUrl, status, request, requestId };
  }
}
