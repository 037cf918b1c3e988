/** What a handler gives back. The body is sent as it is: prepare it once and return it often. */
export interface SandboxAnswer {
  readonly status: number;
  /** Lower-case names. `content-length` is added. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

/** @inline */
type Headers = SandboxAnswer['headers'];

/** An answer whose body is `value` as JSON. */
export function json(status: number, value: unknown, headers: Headers = {}): SandboxAnswer {
  return raw(status, JSON.stringify(value), 'application/json; charset=utf-8', headers);
}

/** An answer with a prepared body. `contentType` is JSON unless said otherwise. */
export function raw(
  status: number,
  body: string | Buffer,
  contentType = 'application/json; charset=utf-8',
  headers: Headers = {},
): SandboxAnswer {
  return { status, headers: { 'content-type': contentType, ...headers }, body };
}

/** The parsed body of an answer made by `json`, for hooks that take something away from it. */
export function bodyOf(answer: SandboxAnswer): unknown {
  return JSON.parse(answer.body.toString());
}
