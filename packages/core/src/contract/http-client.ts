import type { z } from 'zod';

/** A list is written as the same name several times. */
export type QueryValue = string | number | boolean | readonly (string | number)[] | undefined;

export interface RequestOptions<T> {
  /** Fills `{name}` in the path template; values are percent-encoded. */
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, QueryValue>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Checks the answer. A mismatch is a ResponseError that names path and type. */
  readonly schema?: z.ZodType<T> | undefined;
  /** Statuses that this endpoint is known to give in passing; they are tried again as a 503 is. */
  readonly transient?: readonly number[] | undefined;
  /** `json` unless said otherwise. */
  readonly as?: 'json' | 'text' | undefined;
}

export interface PostOptions<T> extends RequestOptions<T> {
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>> | undefined;
  /** A body sent as it is, with its own content type in `headers`. */
  readonly body?: string | undefined;
}

export interface HttpAnswer<T> {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: T;
  /** The vendor's address that answered, after redirects. */
  readonly url: string;
}

/**
 * What `list`, `get` and `changes` read with. The path is a template of the manifest (`/v2/persons/{id}`), or an address
 * the vendor returned, which must match one. It logs in, waits, retries and refuses what the manifest does not name.
 */
export interface HttpClient {
  get<T = unknown>(path: string, options?: RequestOptions<T>): Promise<T>;
  /** A read that the vendor wants as POST. */
  post<T = unknown>(path: string, options?: PostOptions<T>): Promise<T>;
  /** As `get` and `post`, with status and headers. */
  send<T = unknown>(method: 'GET' | 'POST', path: string, options?: PostOptions<T>): Promise<HttpAnswer<T>>;
}
