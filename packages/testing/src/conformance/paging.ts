import { equal, ok } from 'node:assert/strict';
import { readEmployees, RollcallError } from '@rollcall/core';
import type { Exchange } from '../replay/exchange.ts';
import { replay } from '../replay/replay.ts';
import { recordsOf } from './records.ts';
import type { Suite } from './suite.ts';

/** Pages are fetched as they are consumed, and going in circles ends. */
export function describePaging(suite: Suite): void {
  const { describe, test, connector } = suite;
  const expected = suite.cases['two-pages'];
  describe('paging', () => {
    test('the two-page recording holds more than one person, each with an id of its own', async () => {
      const records = await recordsOf(suite, 'two-pages');
      const ids = expected?.employees?.map(({ id }) => id) ?? [];
      ok(records.length > 1);
      equal(new Set(ids).size, ids.length);
    });

    if (connector.manifest.pageSize === null) return;

    test('leaving after the first page ends the read as partial', async () => {
      const exchanges = suite.exchanges('two-pages');
      await replay(
        exchanges,
        async () => {
          const read = readEmployees(connector, {
            config: suite.config,
            platform: suite.platform,
            clock: { now: () => suite.now },
            http: { retries: 0 },
          });
          for await (const page of read.pages()) {
            ok(page.employees.length > 0);
            break;
          }
          equal((await read.report).outcome, 'partial');
        },
        { mayLeaveUnused: true },
      );
    });

    test('a page that comes again ends the read', async () => {
      const exchanges = suite.exchanges('two-pages');
      const pages = exchanges.filter((exchange) => isPage(exchange, exchanges));
      const [first] = pages;
      const second = pages.find((other) => other !== first && pathOf(other) === pathOf(first ?? other));
      ok(first !== undefined && second !== undefined, 'two exchanges of the same endpoint');
      const circling = exchanges.map((exchange) => (exchange === second ? { ...second, response: first.response } : exchange));
      const result = await replay([...circling, ...circling], () => suite.read(expected && { expected }), {
        mayLeaveUnused: true,
      });
      equal(result.report.outcome, 'partial');
      ok(result.error === undefined || RollcallError.isInstance(result.error));
    });
  });
}

/** The pages of the people list: the endpoint with the most people is asked twice or more, by cursor, number or offset. */
function isPage(exchange: Exchange, all: readonly Exchange[]): boolean {
  const path = pathOf(exchange);
  return all.filter((other) => pathOf(other) === path && other.method === exchange.method).length > 1;
}

function pathOf(exchange: Exchange): string {
  return exchange.path.split('?')[0] ?? '';
}
