import type { Agent as HttpAgent, IncomingMessage } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import got from 'got';
import { privateAddressCode, publicLookup } from '../wall/public-lookup.ts';

/** One request as it goes out. */
export interface WireRequest {
  readonly method: 'GET' | 'POST';
  /** Where it really goes. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly agent: { readonly http: HttpAgent; readonly https: HttpsAgent };
  /** False for a place that whoever runs us has chosen: it may be on loopback. */
  readonly publicOnly: boolean;
}

/** One answer as it came in, whatever its status. */
export interface WireAnswer {
  readonly status: number;
  /** Lower-case names; repeated ones joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
}

/** Why no (whole) answer came. */
export type WireFault = 'timeout' | 'network' | 'too_large' | 'private_address';

export type WireOutcome = { readonly answer: WireAnswer; readonly fault?: undefined } | { readonly fault: WireFault };

const client = got.extend({
  retry: { limit: 0 },
  throwHttpErrors: false,
  followRedirect: false,
  decompress: true,
});

/**
 * Sends one request and reads its whole answer, within time and size. Faults of the line are values, not exceptions:
 * got's errors carry headers and bodies, so none leaves this function.
 * @throws the signal's reason, when it aborts.
 */
export function sendOnce(request: WireRequest, signal: AbortSignal): Promise<WireOutcome> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const stream = client.stream(request.url, {
      method: request.method,
      headers: request.headers,
      ...bodyOf(request),
      timeout: { request: request.timeoutMs },
      agent: request.agent,
      ...(request.publicOnly ? { dnsLookup: publicLookup } : {}),
    });
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (outcome: WireOutcome) => {
      signal.removeEventListener('abort', abort);
      resolve(outcome);
    };
    const abort = () => {
      stream.destroy();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort, { once: true });
    stream.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > request.maxResponseBytes) {
        settle({ fault: 'too_large' });
        stream.destroy();
      } else chunks.push(chunk);
    });
    stream.on('end', () => {
      const { response } = stream;
      settle(response === undefined ? { fault: 'network' } : { answer: toAnswer(response, chunks) });
    });
    stream.on('error', (error) => {
      settle({ fault: toFault(error) });
    });
  });
}

// got takes a POST stream without a body for one that will be written to, and would wait for it.
function bodyOf({ method, body }: WireRequest): { body?: string } {
  return method === 'POST' ? { body: body ?? '' } : {};
}

function toAnswer(response: IncomingMessage, chunks: readonly Buffer[]): WireAnswer {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const [only] = chunks;
  return {
    status: response.statusCode ?? 0,
    headers,
    cookies: response.headers['set-cookie'] ?? [],
    body: chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks),
  };
}

function toFault(error: unknown): WireFault {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ETIMEDOUT') return 'timeout';
  return code === privateAddressCode ? 'private_address' : 'network';
}
