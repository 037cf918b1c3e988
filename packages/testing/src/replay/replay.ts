import { deepEqual, equal } from 'node:assert/strict';
import nock from 'nock';
import type { Exchange } from './exchange.ts';

export interface ReplayOptions {
  /** Set for runs that end early on purpose. Requests without an exchange fail in any case. */
  readonly mayLeaveUnused?: boolean;
  /** Sees every request as it goes out. */
  readonly onRequest?: (request: SentRequest) => void;
}

/** A request as it went out. */
export interface SentRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Was there an exchange for it? */
  readonly matched: boolean;
}

/** What a replay says that was asked for more than was recorded. */
export const withoutExchange = 'requests without an exchange';

/**
 * Runs `work` against recorded exchanges with the real network off. A request without an exchange fails the test, and
 * so does an exchange that nobody asked for. Nothing of nock is left behind.
 */
export async function replay<T>(exchanges: readonly Exchange[], work: () => Promise<T>, options: ReplayOptions = {}): Promise<T> {
  const unmatched: string[] = [];
  const onUnmatched = (request: Request): void => {
    const { method, path } = toSent(request, '');
    // The query may hold what nobody should read in a test report.
    unmatched.push(`${method} ${new URL(request.url).host}${path.split('?')[0] ?? ''}`);
    options.onRequest?.({ ...toSent(request, ''), matched: false });
  };
  nock.cleanAll();
  nock.disableNetConnect();
  if (!nock.isActive()) nock.activate();
  nock.emitter.on('no match', onUnmatched);
  try {
    for (const scope of nock.define(exchanges.map(toDefinition))) watch(scope, options.onRequest);
    const result = await work();
    if (options.mayLeaveUnused !== true) deepEqual(nock.pendingMocks(), [], 'exchanges that nobody asked for');
    return result;
  } finally {
    nock.emitter.off('no match', onUnmatched);
    nock.abortPendingRequests();
    nock.cleanAll();
    nock.enableNetConnect();
    nock.restore();
    equal(unmatched.join('\n'), '', withoutExchange);
  }
}

function watch(scope: nock.Scope, onRequest: ReplayOptions['onRequest']): void {
  if (onRequest === undefined) return;
  scope.on('request', (request: Request, _interceptor: unknown, body: unknown) => {
    onRequest({ ...toSent(request, body), matched: true });
  });
}

function toSent({ method, url, headers }: Request, body: unknown): Omit<SentRequest, 'matched'> {
  const { pathname, search } = new URL(url);
  return { method, path: pathname + search, headers: Object.fromEntries(headers), body: String(body) };
}

/** In the words of `nock.define`, which reads `rawHeaders` and changes what it is given. */
function toDefinition({ headers, ...exchange }: Exchange): object {
  return { ...structuredClone(exchange), ...(headers !== undefined && { rawHeaders: { ...headers } }) };
}
