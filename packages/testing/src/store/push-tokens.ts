import { deepEqual, equal } from 'node:assert/strict';
import { acme, birch, connectionOf, later, pushTokenOf } from './rows.ts';
import type { StoreSuite } from './suite.ts';

export function describePushTokens({ describe, storeTest }: StoreSuite): void {
  describe('push tokens', () => {
    storeTest('are found by their id alone, replaced and removed', async ({ pushTokens }, other) => {
      const old = pushTokenOf(acme, 't1');
      await pushTokens.put(pushTokenOf(acme, 't2', { createdAt: later }));
      await pushTokens.put(old);
      await pushTokens.put(pushTokenOf(birch, 't3'));
      deepEqual(await other.pushTokens.get('t1'), old);
      await pushTokens.put({ ...old, expiresAt: later });
      deepEqual(await other.pushTokens.ofConnection(acme), [
        { ...old, expiresAt: later },
        pushTokenOf(acme, 't2', { createdAt: later }),
      ]);
      await pushTokens.remove(birch, 't1');
      equal((await pushTokens.get('t1'))?.connectionId, acme);
      await pushTokens.remove(acme, 't1');
      equal(await other.pushTokens.get('t1'), null);
      equal(await pushTokens.get('nobody'), null);
    });

    storeTest('are found together with their connection as it stands', async ({ connections, pushTokens }, other) => {
      const token = pushTokenOf(acme, 't1');
      await pushTokens.put(token);
      await pushTokens.put(pushTokenOf(birch, 't2'));
      equal(await pushTokens.withConnection('t1'), null);
      await connections.create(connectionOf(acme));
      await connections.create(connectionOf(birch));
      deepEqual(await other.pushTokens.withConnection('t1'), { token, connection: connectionOf(acme) });
      const connection = await connections.update(connectionOf(acme, { state: 'disconnected' }));
      deepEqual(await other.pushTokens.withConnection('t1'), { token, connection });
      equal(await pushTokens.withConnection('nobody'), null);
    });
  });
}
