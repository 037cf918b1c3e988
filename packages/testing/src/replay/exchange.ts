/** A JSON value or text, as recordings hold it. */
export type Body = string | number | boolean | null | readonly Body[] | { readonly [key: string]: Body };

/** One request and its answer, in the format of nock's recorder. */
export interface Exchange {
  /** Origin with port, as the recorder writes it: `https://api.vendor.com:443`. */
  readonly scope: string;
  readonly method: string;
  readonly path: string;
  /** Of the request. */
  readonly body?: Body;
  /** Headers that the request must carry. */
  readonly reqheaders?: Readonly<Record<string, string>>;
  /** Headers that the request must not carry. */
  readonly badheaders?: readonly string[];
  readonly status: number;
  readonly response: Body;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The host an exchange speaks to. */
export function hostOf(exchange: Exchange): string {
  return new URL(exchange.scope).hostname;
}
