import { deepEqual, ok } from 'node:assert/strict';
import { RollcallError, type Employee } from '@rollcall/core';
import type { Exchange } from '../replay/exchange.ts';
import { isLogIn } from '../replay/is-log-in.ts';
import { replay } from '../replay/replay.ts';
import { assertSafeToLog } from './canary.ts';
import type { Suite, SuiteRead } from './suite.ts';

type Fault = (exchange: Exchange) => Exchange;

const html = '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form></form></body></html>';

const answer =
  (
    status: number,
    response: Exchange['response'],
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ): Fault =>
  ({ scope, method, path, body }) => ({ scope, method, path, ...(body !== undefined && { body }), status, response, headers });

const faults: Readonly<Record<string, Fault>> = {
  '401': answer(401, {}),
  '403': answer(403, {}),
  '404': answer(404, {}),
  '429 with Retry-After': answer(429, {}, { 'content-type': 'application/json', 'retry-after': '3600' }),
  '500': answer(500, {}),
  '503 with HTML': answer(503, html, { 'content-type': 'text/html' }),
  'HTML with 200': answer(200, html, { 'content-type': 'text/html; charset=utf-8' }),
  'truncated JSON': (exchange) => answer(200, JSON.stringify(exchange.response).slice(0, -7))(exchange),
  'an empty body': answer(200, ''),
  'a JSON null': answer(200, 'null'),
  'a JSON list of nothing': answer(200, '[]'),
  'another object': answer(200, { unexpected: true }),
};

/**
 * At every exchange of the two-page recording, every fault: the read either says that it is not complete, with an error
 * somebody can act on, or it is complete and knows the same people, each with the same status or an unknown one.
 */
export function describeFaults(suite: Suite): void {
  const { describe, test, cases } = suite;
  const expected = cases['two-pages'];
  if (expected === undefined) return;
  const truth = expected.employees ?? [];
  describe('faults at every exchange', () => {
    for (const [name, fault] of Object.entries(faults)) {
      test(name, async () => {
        const exchanges = suite.exchanges('two-pages');
        for (const [index, exchange] of exchanges.entries()) {
          const broken = fault(exchange);
          // A refused token is renewed once and the request asked again: both find the same answer as before.
          const faulty = [
            ...exchanges.with(index, broken),
            ...exchanges.filter((other) => isLogIn(suite.connector.manifest, other)),
            broken,
          ];
          const result: SuiteRead = await replay(faulty, () => suite.read({ expected }), { mayLeaveUnused: true });
          assertSafeToLog(suite, result.error);
          assertSafeToLog(suite, result.report);
          const where = `exchange ${String(index + 1)}, ${exchange.method} ${exchange.path.split('?')[0] ?? ''}`;
          if (result.report.outcome === 'complete') {
            assertSamePeople(result.employees, truth, where);
          } else {
            ok(result.error === undefined || RollcallError.isInstance(result.error), `${where}: a foreign error`);
          }
        }
      });
    }
  });
}

function assertSamePeople(read: readonly Employee[], truth: readonly Employee[], where: string): void {
  deepEqual(
    read.map(({ id }) => id),
    truth.map(({ id }) => id),
    `${where}: complete with other people`,
  );
  for (const [index, { status }] of read.entries()) {
    ok(status === 'unknown' || status === truth[index]?.status, `${where}: ${status} instead of ${String(truth[index]?.status)}`);
  }
}
