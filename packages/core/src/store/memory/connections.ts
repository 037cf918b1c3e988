import { StoreError } from '../../errors/store-error.ts';
import type { ConnectionStore } from '../store.ts';
import { checkFence } from './check-fence.ts';
import { frozenCopy } from './frozen-copy.ts';
import { promised } from './promised.ts';
import type { MemoryTables } from './tables.ts';

export function memoryConnections(tables: MemoryTables): ConnectionStore {
  const { connections } = tables;
  return {
    create: (connection) =>
      promised(() => {
        if (connections.get(connection.id) !== undefined) {
          throw new StoreError({ code: 'conflict', message: 'A connection with this id exists' });
        }
        connections.set(connection.id, frozenCopy(connection));
      }),
    get: (connectionId) => promised(() => connections.get(connectionId) ?? null),
    update: (connection, fence) =>
      promised(() => {
        checkFence(tables, fence);
        if (connections.get(connection.id)?.version !== connection.version) {
          throw new StoreError({ code: 'conflict', message: 'The connection was changed by somebody else' });
        }
        const next = frozenCopy({ ...connection, version: connection.version + 1 });
        connections.set(next.id, next);
        return next;
      }),
    ofCustomer: (customerId) =>
      promised(() => [...connections.values()].filter((connection) => connection.customerId === customerId)),
    due: (now, limit) =>
      promised(() =>
        [...connections.values()]
          .filter(({ nextSyncAt }) => nextSyncAt !== null && nextSyncAt <= now)
          .sort((one, other) => ((one.nextSyncAt ?? '') < (other.nextSyncAt ?? '') ? -1 : 1))
          .slice(0, limit),
      ),
    page: ({ after, limit, state }) =>
      promised(() =>
        connections
          .values(after)
          .filter((connection) => state === undefined || connection.state === state)
          .take(limit)
          .toArray(),
      ),
    erase: (connectionId, fence) =>
      promised(() => {
        checkFence(tables, fence);
        tables.erasable.delete(connectionId);
      }),
  };
}
