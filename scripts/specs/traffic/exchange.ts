import type { Speaker } from '../check/finding.ts';

/** A request as it is held against the vendor's description. */
export interface SeenRequest {
  readonly method: string;
  /** `https://api.vendor.com`, without a port. */
  readonly origin: string;
  /** As sent: percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names; undefined where a recording does not keep them. */
  readonly headers: Readonly<Record<string, string>> | undefined;
  /** Text as sent, a parsed body as recorded, undefined for none. */
  readonly body: unknown;
}

export interface SeenAnswer {
  readonly status: number;
  /** Lower case, without parameters. */
  readonly contentType: string;
  /** Parsed where it is JSON, otherwise text. */
  readonly body: unknown;
}

/** One request and, where it is a true one, its answer. */
export interface SeenExchange {
  readonly from: Speaker;
  /** The recording or the read in which it happened. */
  readonly name: string;
  readonly request: SeenRequest;
  /** Undefined where it is wrong on purpose. */
  readonly answer: SeenAnswer | undefined;
}

/** The media type of a header, such as `application/json`. */
export function toMediaType(header: string | undefined): string {
  return header?.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** JSON as what it says, everything else as the text it is. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
