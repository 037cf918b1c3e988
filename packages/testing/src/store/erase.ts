import { deepEqual, equal, ok } from 'node:assert/strict';
import { fillBoth, shownOf } from './isolation.ts';
import { acme, actionOf, connectionOf, linkOf, rosterEntryOf, runOf } from './rows.ts';
import type { StoreSuite } from './suite.ts';

export function describeErase({ describe, storeTest }: StoreSuite): void {
  describe('erase', () => {
    storeTest('C7 leaves the connection, its runs and its actions, and nothing about a person', async (store, other) => {
      await fillBoth(store);
      await other.connections.erase(acme);
      const run = runOf(acme, 'r1', { notes: ['mark-of-acme'], state: 'applying' });
      const { connections, run: kept, runs, unfinished, actions, ...personal } = await shownOf(store, acme);
      deepEqual(connections, [connectionOf(acme)]);
      deepEqual([kept, runs, unfinished], [run, [run], [run]]);
      deepEqual(actions, [actionOf(acme, 'mark-of-acme')]);
      for (const [what, shown] of Object.entries(personal)) {
        const isEmpty = shown === null || (shown instanceof Map ? shown.size === 0 : Object.keys(shown).length === 0);
        ok(isEmpty, `${what} is still there`);
      }
    });

    storeTest('C7 may be repeated, and the connection may be filled again', async (store) => {
      await fillBoth(store);
      await store.connections.erase(acme);
      await store.connections.erase(acme);
      await store.roster.put(acme, [rosterEntryOf('e1')]);
      await store.links.put([linkOf(acme, 'e7', 'm1')]);
      equal((await store.roster.digests(acme)).size, 1);
      equal((await store.links.ofMember([acme], 'm1'))[0]?.employeeId, 'e7');
    });
  });
}
