/** A request as handlers see it. */
export interface SandboxRequest {
  readonly method: string;
  /** The vendor's own origin that was asked: links in answers are built from it, as the vendor would. */
  readonly origin: string;
  /** Without the query, as sent: not decoded. */
  readonly path: string;
  /** What stood in the `{name}` parts of the route's path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body as JSON, undefined when it is none. */
  json(): unknown;
  /** The body as `application/x-www-form-urlencoded`. */
  form(): URLSearchParams;
}

export interface RawRequest {
  readonly method: string;
  readonly origin: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The parts that cost something are made when first asked for. */
export class LazyRequest implements SandboxRequest {
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly #search: string;
  #query: URLSearchParams | undefined;

  constructor({ method, origin, url, headers, body }: RawRequest, path: string, params: Readonly<Record<string, string>>) {
    this.method = method;
    this.origin = origin;
    this.path = path;
    this.params = params;
    this.headers = headers;
    this.body = body;
    this.#search = url.slice(path.length + 1);
  }

  get query(): URLSearchParams {
    this.#query ??= new URLSearchParams(this.#search);
    return this.#query;
  }

  json(): unknown {
    try {
      return JSON.parse(this.body);
    } catch {
      return undefined;
    }
  }

  form(): URLSearchParams {
    return new URLSearchParams(this.body);
  }
}
