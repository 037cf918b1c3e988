import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { ResponseError } from '@rollcall/core';
import nock from 'nock';
import type { Body } from '../replay/exchange.ts';

/** One exchange as it really was: secrets and people in it. It lives in memory only. */
export interface RawExchange {
  /** The vendor's own origin, whatever was asked in its place. */
  readonly origin: string;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly requestBody: string;
  readonly status: number;
  readonly response: Body;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
}

export interface Captured<T> {
  readonly result: T;
  readonly exchanges: readonly RawExchange[];
}

/** What nock's recorder writes down of one exchange. */
interface Recorded {
  readonly scope: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  readonly response: unknown;
  readonly rawHeaders?: Readonly<Record<string, string | readonly string[]>> | readonly string[];
  readonly responseIsBinary?: boolean;
}

/**
 * Runs work against the real network and keeps what was said. nock's recorder listens, because it hears log-ins and redirects too,
 * which a hook in the client of a read would not, and because recordings are replayed by nock.
 */
export async function capture<T>(
  work: () => Promise<T>,
  origins: Readonly<Record<string, string>> = {},
  vendor?: string,
): Promise<Captured<T>> {
  const vendorOrigins = new Map(Object.entries(origins).map(([own, local]) => [new URL(local).origin, own]));
  nock.restore();
  nock.recorder.clear();
  nock.recorder.rec({ dont_print: true, output_objects: true, enable_reqheaders_recording: false });
  try {
    const result = await work();
    const recorded = nock.recorder.play() as unknown as readonly Recorded[];
    return { result, exchanges: recorded.map((one) => toRaw(one, vendorOrigins, vendor)) };
  } finally {
    nock.restore();
    nock.recorder.clear();
  }
}

function toRaw(recorded: Recorded, vendorOrigins: ReadonlyMap<string, string>, vendor: string | undefined): RawExchange {
  const { origin } = new URL(recorded.scope);
  const headers = toHeaders(recorded.rawHeaders);
  return {
    origin: vendorOrigins.get(origin) ?? origin,
    method: recorded.method.toUpperCase(),
    path: recorded.path,
    requestBody: typeof recorded.body === 'string' ? recorded.body : JSON.stringify(recorded.body ?? ''),
    status: recorded.status,
    response: toBody(recorded, headers, vendor),
    headers,
  };
}

function toHeaders(raw: Recorded['rawHeaders']): RawExchange['headers'] {
  if (raw === undefined) return {};
  if (!Array.isArray(raw))
    return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name.toLowerCase(), value as string]));
  const flat = raw as readonly string[];
  const pairs = flat.flatMap((name, index) => (index % 2 === 0 ? [[name.toLowerCase(), flat[index + 1] ?? ''] as const] : []));
  return Object.fromEntries(pairs);
}

function toBody(recorded: Recorded, headers: RawExchange['headers'], vendor: string | undefined): Body {
  const { response } = recorded;
  const encoding = String(headers['content-encoding'] ?? 'identity');
  if (encoding !== 'identity' && response !== '') {
    const hex = Array.isArray(response) ? response.join('') : String(response);
    return parsed(decompress(Buffer.from(hex, 'hex'), encoding, vendor).toString('utf8'));
  }
  if (recorded.responseIsBinary === true) throw notReplaceable(vendor, 'an answer that is neither text nor JSON');
  return typeof response === 'string' ? parsed(response) : ((response ?? '') as Body);
}

function parsed(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return text;
  }
}

function decompress(bytes: Buffer, encoding: string, vendor: string | undefined): Buffer {
  if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(bytes);
  if (encoding === 'br') return brotliDecompressSync(bytes);
  if (encoding === 'deflate') return inflateSync(bytes);
  if (encoding === 'zstd') return zstdDecompressSync(bytes);
  throw notReplaceable(vendor, `an answer in the encoding ${encoding}`);
}

function notReplaceable(vendor: string | undefined, what: string): ResponseError {
  const message = `the vendor gave ${what}: people in it cannot be replaced, so nothing is recorded`;
  return new ResponseError({ code: 'request_rejected', vendor, message });
}
