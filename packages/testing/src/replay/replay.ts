import { deepEqual, equal } from 'node:assert/strict';
import nock from 'nock';
import type { Exchange } from './exchange.ts';

export interface ReplayOptions {
  /** Set for runs that end early on purpose. Requests without an exchange fail in any case. */
  readonly mayLeaveUnused?: boolean;
}

/**
 * Runs `work` against recorded exchanges with the real network off. A request without an exchange fails the test, and
 * so does an exchange that nobody asked for. Nothing of nock is left behind.
 */
export async function replay<T>(exchanges: readonly Exchange[], work: () => Promise<T>, options: ReplayOptions = {}): Promise<T> {
  const unmatched: string[] = [];
  const onUnmatched = (request: { readonly method?: string; readonly path?: string; readonly host?: string }): void => {
    unmatched.push(`${String(request.method)} ${String(request.host)} ${String(request.path)}`);
  };
  nock.cleanAll();
  nock.disableNetConnect();
  if (!nock.isActive()) nock.activate();
  nock.emitter.on('no match', onUnmatched);
  try {
    nock.define(exchanges.map(toDefinition));
    const result = await work();
    if (options.mayLeaveUnused !== true) deepEqual(nock.pendingMocks(), [], 'exchanges that nobody asked for');
    return result;
  } finally {
    nock.emitter.off('no match', onUnmatched);
    nock.abortPendingRequests();
    nock.cleanAll();
    nock.enableNetConnect();
    nock.restore();
    equal(unmatched.join('\n'), '', 'requests without an exchange');
  }
}

/** In the words of `nock.define`, which reads `rawHeaders` and changes what it is given. */
function toDefinition({ headers, ...exchange }: Exchange): object {
  return { ...structuredClone(exchange), ...(headers !== undefined && { rawHeaders: { ...headers } }) };
}
