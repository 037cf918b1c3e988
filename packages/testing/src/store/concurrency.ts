import { deepEqual, equal } from 'node:assert/strict';
import { StoreError } from '@rollcall/core';
import { acme, connectionOf, entryOf, linkOf, rosterEntryOf, settlementOf } from './rows.ts';
import type { StoreSuite } from './suite.ts';

export function describeConcurrency({ describe, storeTest }: StoreSuite): void {
  describe('concurrency', () => {
    storeTest('of writers with the same version exactly one is written', async (store, other) => {
      await store.connections.create(connectionOf(acme));
      const writers = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? store : other));
      const answers = await Promise.allSettled(
        writers.map(({ connections }, failures) => connections.update(connectionOf(acme, { failures }))),
      );
      const written = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
      equal(written.length, 1);
      deepEqual(await store.connections.get(acme), written[0]);
      for (const answer of answers) {
        if (answer.status === 'rejected') equal(StoreError.isInstance(answer.reason) && answer.reason.code, 'conflict');
      }
    });

    storeTest('of two employees who want one member exactly one gets it', async (store, other) => {
      const answers = await Promise.allSettled([
        store.links.put([linkOf(acme, 'e1', 'm1')]),
        other.links.put([linkOf(acme, 'e2', 'm1')]),
      ]);
      equal(answers.filter(({ status }) => status === 'fulfilled').length, 1);
      equal((await store.links.ofMember([acme], 'm1')).length, 1);
    });

    storeTest('many writers at once lose nothing, and nobody reads half of a write', async (store, other) => {
      const idsOf = (batch: number) => Array.from({ length: 50 }, (_, index) => `e${batch}-${index}`);
      const batches = Array.from({ length: 12 }, (_, batch) => batch);
      let halves = 0;
      const reads = batches.map(async () => {
        const { size } = await other.roster.digests(acme);
        if (size % 50 !== 0) halves += 1;
      });
      const writes = batches.map((batch) =>
        (batch % 2 === 0 ? store : other).roster.put(
          acme,
          idsOf(batch).map((id) => rosterEntryOf(id)),
        ),
      );
      await Promise.all([...writes, ...reads]);
      equal((await store.roster.digests(acme)).size, 600);
      equal(halves, 0);
    });

    storeTest('A1 the same entries appended and settled twice at once are there once', async (store, other) => {
      const entries = Array.from({ length: 50 }, (_, seq) => entryOf(acme, 'r1', seq));
      await Promise.all([store.journal.append(entries), other.journal.append(entries)]);
      const settlement = settlementOf(acme, 'r1', {
        outcomes: entries.map(({ seq }) => ({ seq, status: 'done', memberId: `m${seq}` })),
        putLinks: entries.map(({ seq }) => linkOf(acme, `e${seq}`, `m${seq}`)),
      });
      await Promise.allSettled([store.journal.settle(settlement), other.journal.settle(settlement)]);
      equal((await store.journal.ofRun(acme, 'r1', { status: 'done', limit: 100 })).length, 50);
      equal((await store.links.ofConnection(acme)).length, 50);
    });
  });
}
