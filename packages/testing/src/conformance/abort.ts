import { equal, ok } from 'node:assert/strict';
import { replay } from '../replay/replay.ts';
import type { Suite } from './suite.ts';

/** A read can be stopped at any time, says so, and asks for nothing more. */
export function describeAbort(suite: Suite): void {
  const { describe, test } = suite;
  describe('abort', () => {
    test('before the start nothing is requested', async () => {
      const { error, report } = await replay([], () =>
        suite.read({ signal: AbortSignal.abort(new DOMException('stopped', 'AbortError')) }),
      );
      ok(error instanceof DOMException && error.name === 'AbortError');
      equal(report.outcome, 'partial');
      equal(report.requests, 0);
    });

    test('after the first page the read ends with the reason it was given', async () => {
      const stop = new AbortController();
      const reason = new DOMException('enough', 'AbortError');
      const work = (): ReturnType<typeof suite.read> =>
        suite.read({
          signal: stop.signal,
          onPage: () => {
            stop.abort(reason);
          },
        });
      const { error, report } = await replay(suite.exchanges('two-pages'), work, { mayLeaveUnused: true });
      equal(report.outcome, 'partial');
      // A vendor that answers in one piece has nothing left to stop.
      if (suite.connector.manifest.pageSize !== null) equal(error, reason);
    });
  });
}
