import { deepEqual, equal } from 'node:assert/strict';
import { acme, birch, connectionOf } from './rows.ts';
import { refused, type StoreSuite } from './suite.ts';

export function describeConnections({ describe, storeTest }: StoreSuite): void {
  describe('connections', () => {
    storeTest('come back as they were written, nested values and nulls included', async ({ connections }) => {
      const connection = connectionOf(acme, {
        state: 'needs_attention',
        attention: { cause: 'permission', code: 'permission_missing', message: 'People: view is missing' },
        lastRead: { readId: 'read-1', employees: 3, coverage: { workEmail: 0.5 }, unknownStatuses: 0 },
      });
      await connections.create(connection);
      deepEqual(await connections.get(acme), connection);
      equal(await connections.get('nobody'), null);
    });

    storeTest('an id is used once', async ({ connections }, other) => {
      await connections.create(connectionOf(acme));
      await refused(other.connections.create(connectionOf(acme, { customerId: 'somebody else' })));
      equal((await connections.get(acme))?.customerId, `customer-of-${acme}`);
    });

    storeTest('an update counts the version up and gives what is stored', async ({ connections }) => {
      await connections.create(connectionOf(acme, { version: 7 }));
      const updated = await connections.update(connectionOf(acme, { version: 7, state: 'paused' }));
      deepEqual(updated, connectionOf(acme, { version: 8, state: 'paused' }));
      deepEqual(await connections.get(acme), updated);
    });

    storeTest('an update of a stale version is refused and changes nothing', async ({ connections }, other) => {
      await connections.create(connectionOf(acme));
      const updated = await connections.update(connectionOf(acme, { state: 'held' }));
      await refused(other.connections.update(connectionOf(acme, { state: 'paused' })));
      await refused(other.connections.update(connectionOf('nobody')));
      deepEqual(await connections.get(acme), updated);
      equal(await connections.get('nobody'), null);
    });

    storeTest('are found by customer, by id', async ({ connections }) => {
      for (const id of ['c3', 'c1', 'c2']) await connections.create(connectionOf(id, { customerId: 'one' }));
      await connections.create(connectionOf(birch, { customerId: 'two' }));
      deepEqual(idsOf(await connections.ofCustomer('one')), ['c1', 'c2', 'c3']);
      deepEqual(await connections.ofCustomer('nobody'), []);
    });

    storeTest('are due when their instant has come, the longest waiting first', async ({ connections }) => {
      const instants = { c1: '2026-11-02T10:00:00.000Z', c2: '2026-11-02T08:00:00.000Z', c3: '2026-11-02T12:00:00.000Z' };
      for (const [id, nextSyncAt] of Object.entries(instants)) await connections.create(connectionOf(id, { nextSyncAt }));
      await connections.create(connectionOf('c4', { nextSyncAt: null }));
      deepEqual(idsOf(await connections.due('2026-11-02T10:00:00.000Z', 10)), ['c2', 'c1']);
      deepEqual(idsOf(await connections.due('2026-11-02T12:00:00.000Z', 1)), ['c2']);
      deepEqual(await connections.due('2026-11-02T07:59:59.999Z', 10), []);
      await connections.update(connectionOf('c2', { nextSyncAt: null }));
      deepEqual(idsOf(await connections.due('2026-11-02T12:00:00.000Z', 10)), ['c1', 'c3']);
    });

    storeTest('are paged by id, all or those of one state', async ({ connections }) => {
      for (const id of ['c2', 'c4', 'c1', 'c3']) {
        await connections.create(connectionOf(id, { state: id === 'c3' ? 'paused' : 'connected' }));
      }
      deepEqual(idsOf(await connections.page({ limit: 2 })), ['c1', 'c2']);
      deepEqual(idsOf(await connections.page({ after: 'c2', limit: 5 })), ['c3', 'c4']);
      deepEqual(idsOf(await connections.page({ after: 'c1', limit: 2, state: 'connected' })), ['c2', 'c4']);
      deepEqual(await connections.page({ after: 'c4', limit: 2 }), []);
    });
  });
}

function idsOf(connections: readonly { readonly id: string }[]): readonly string[] {
  return connections.map(({ id }) => id);
}
