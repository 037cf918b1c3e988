import { deepEqual, equal, ok } from 'node:assert/strict';
import { RollcallError } from '@rollcall/core';
import { hostOf, type Exchange } from '../replay/exchange.ts';
import { replay } from '../replay/replay.ts';
import type { Suite } from './suite.ts';

const elsewhere = ['https://evil.example', 'https://127.0.0.1', 'http://169.254.169.254'];

/** Nothing leaves the hosts of the manifest: not by redirect, not by a link in an answer. */
export function describeHostWall(suite: Suite): void {
  const { describe, test } = suite;
  describe('host wall', () => {
    test('a redirect to another host is not followed', async () => {
      for (const origin of elsewhere) {
        const [first, ...rest] = suite.exchanges('two-pages');
        if (first === undefined) return;
        const redirect: Exchange = { ...first, status: 302, response: '', headers: { location: `${origin}/v1/people` } };
        const { error, report } = await replay([redirect, ...rest], () => suite.read(), { mayLeaveUnused: true });
        ok(RollcallError.isInstance(error), `refused: ${origin}`);
        equal(report.outcome, 'partial');
      }
    });

    test('a link in an answer to another host is not followed', async () => {
      const exchanges = suite.exchanges('two-pages');
      for (const origin of elsewhere) {
        const tampered = exchanges.map((exchange) => ({ ...exchange, response: withOtherHost(exchange, origin) }));
        const { report, employees } = await replay(tampered, () => suite.read(), { mayLeaveUnused: true });
        // A connector that builds its own addresses does not care; one that follows links must refuse.
        if (report.outcome === 'complete') deepEqual(employees.length, suite.cases['two-pages']?.employees?.length);
      }
    });
  });
}

function withOtherHost(exchange: Exchange, origin: string): Exchange['response'] {
  const text = typeof exchange.response === 'string' ? exchange.response : JSON.stringify(exchange.response);
  const changed = text.replaceAll(`https://${hostOf(exchange)}`, origin);
  return typeof exchange.response === 'string' ? changed : (JSON.parse(changed) as Exchange['response']);
}
