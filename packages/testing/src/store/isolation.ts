import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Store } from '@rollcall/core';
import {
  acme,
  actionOf,
  birch,
  connectionOf,
  entryOf,
  later,
  linkOf,
  pushedOf,
  pushTokenOf,
  resolutionOf,
  rosterEntryOf,
  runOf,
  settlementOf,
} from './rows.ts';
import type { StoreSuite } from './suite.ts';

/** Two customers whose systems give the same ids; only `mark` differs. */
export async function fillBoth(store: Store): Promise<void> {
  for (const [connectionId, mark] of [
    [acme, 'mark-of-acme'],
    [birch, 'mark-of-birch'],
  ] as const) {
    const employee = { id: 'e1', status: 'active', lastName: mark, workEmail: `${mark}@fjordkiste.example` } as const;
    await store.connections.create(connectionOf(connectionId));
    await store.secrets.put(connectionId, 'tokens', mark);
    await store.roster.put(connectionId, [rosterEntryOf('e1', { employee, digest: mark })]);
    await store.links.put([linkOf(connectionId, 'e1', 'm1', { bankAccount: mark })]);
    await store.journal.append([
      entryOf(connectionId, 'r1', 0, { employeeId: 'e1', memberId: 'm1', status: 'done', result: mark }),
    ]);
    await store.runs.put(runOf(connectionId, 'r1', { notes: [mark], state: 'applying' }));
    await store.resolutions.put(resolutionOf(connectionId, 'e1', { evidence: mark }));
    await store.actions.append(actionOf(connectionId, mark));
    await store.pushed.create(pushedOf(connectionId, 'p1', { name: 'ida', externalId: 'x1', attributes: { title: mark } }));
    await store.pushTokens.put(pushTokenOf(connectionId, `token-${mark}`, { hash: mark }));
  }
}

export type Shown = Readonly<Record<string, object | string | null>>;

/** Whatever the store shows of one connection, through every method that reads. */
export async function shownOf(store: Store, connectionId: string): Promise<Shown> {
  return {
    connections: await store.connections.ofCustomer(`customer-of-${connectionId}`),
    secret: await store.secrets.get(connectionId, 'tokens'),
    names: await store.secrets.names(connectionId),
    digests: await store.roster.digests(connectionId),
    person: await store.roster.get(connectionId, 'e1'),
    page: await store.roster.page(connectionId, { limit: 10 }),
    found: await store.roster.page(connectionId, { limit: 10, search: 'fjordkiste', situations: ['managed'] }),
    count: { ...(await store.roster.count(connectionId)) },
    links: await store.links.ofConnection(connectionId),
    link: await store.links.get(connectionId, 'e1'),
    ofMember: await store.links.ofMember([connectionId], 'm1'),
    journal: await store.journal.ofRun(connectionId, 'r1', { limit: 10 }),
    member: await store.journal.ofMember([connectionId], 'm1', 10),
    employee: await store.journal.ofEmployee(connectionId, 'e1', 10),
    run: await store.runs.get(connectionId, 'r1'),
    runs: await store.runs.list(connectionId, { limit: 10 }),
    unfinished: await store.runs.unfinished(connectionId),
    resolutions: await store.resolutions.ofConnection(connectionId),
    actions: await store.actions.list(connectionId, 10),
    pushed: await store.pushed.get(connectionId, 'user', 'p1'),
    pushedByName: await store.pushed.byName(connectionId, 'user', 'ida'),
    pushedByExternalId: await store.pushed.byExternalId(connectionId, 'user', 'x1'),
    pushedPage: (await store.pushed.page(connectionId, 'user', { limit: 10, deleted: true })).map(({ attributes }) => attributes),
    pushTokens: await store.pushTokens.ofConnection(connectionId),
  };
}

export function describeIsolation({ describe, storeTest }: StoreSuite): void {
  describe('isolation', () => {
    storeTest('two customers with the same ids never see each other', async (store) => {
      await fillBoth(store);
      for (const [connectionId, own, others] of [
        [acme, 'mark-of-acme', 'mark-of-birch'],
        [birch, 'mark-of-birch', 'mark-of-acme'],
      ] as const) {
        const shown = JSON.stringify(await shownOf(store, connectionId), (_key, value: unknown) =>
          value instanceof Map ? [...value] : value,
        );
        ok(shown.includes(own));
        equal(shown.includes(others), false);
      }
      const nothing = Object.values(await shownOf(store, 'nobody'))
        .map((shown) => JSON.stringify(shown ?? {}))
        .join();
      equal(nothing.replaceAll(/\[\]|\{\}|,/g, ''), '');
      equal((await store.journal.ofMember([acme, birch], 'm1', 10)).length, 2);
      equal((await store.links.ofMember([acme, birch], 'm1')).length, 2);
    });

    storeTest("no write touches another customer's rows", async (store) => {
      await fillBoth(store);
      const before = await shownOf(store, birch);
      await store.connections.update(connectionOf(acme, { state: 'paused' }));
      await store.secrets.put(acme, 'tokens', 'changed');
      await store.secrets.delete(acme, 'tokens');
      await store.roster.put(acme, [rosterEntryOf('e1')]);
      await store.roster.remove(acme, ['e1']);
      await store.journal.append([entryOf(acme, 'r1', 1)]);
      await store.journal.settle(
        settlementOf(acme, 'r1', {
          outcomes: [{ seq: 0, status: 'failed', memberId: 'm2' }],
          putLinks: [linkOf(acme, 'e1', 'm2')],
        }),
      );
      await store.journal.restate({ connectionId: acme, runId: 'r1', from: 'failed', to: 'superseded', at: later });
      await store.links.remove([{ connectionId: acme, employeeId: 'e1' }]);
      await store.runs.put(runOf(acme, 'r1'));
      await store.runs.prune(acme, '9999-01-01T00:00:00.000Z');
      await store.resolutions.remove(acme, 'e1', 'same_person');
      await store.pushed.update(pushedOf(acme, 'p1', { name: 'per', deletedAt: later }));
      await store.pushTokens.remove(acme, 'token-mark-of-birch');
      deepEqual(await shownOf(store, birch), before);
      await store.connections.erase(acme);
      deepEqual(await shownOf(store, birch), before);
    });
  });
}
