import { EngineError } from '../../errors/engine-error.ts';
import { StoreError } from '../../errors/store-error.ts';
import type { ConnectionStore } from '../../store/store.ts';
import type { EngineContext } from '../engine-context.ts';

const mostAttempts = 20;

/**
 * Makes a connection due some seconds after a push: a burst is planned once every some seconds, not once for each request
 * (rule C5). One that is due or paused anyway is left as it is. `fresh` reads the connection, by default from the store.
 * @throws EngineError `connection_unknown` when it has ended meanwhile; nothing of what was pushed stays then (rule C7)
 */
export async function wakeAfterPush(
  { store, now, pushPauseMs }: EngineContext,
  connectionId: string,
  fresh: ConnectionStore['get'] = (id) => store.connections.get(id),
): Promise<void> {
  const due = new Date(now().getTime() + pushPauseMs).toISOString();
  for (let attempt = 1; ; attempt += 1) {
    const connection = await fresh(connectionId);
    if (connection === null || connection.state === 'disconnected') {
      await store.connections.erase(connectionId);
      throw new EngineError({ code: 'connection_unknown', message: 'the connection has ended' });
    }
    const { nextSyncAt } = connection;
    if (nextSyncAt === null || nextSyncAt <= due) return;
    try {
      await store.connections.update({ ...connection, nextSyncAt: due });
      return;
    } catch (error) {
      // Of a burst that comes to a sleeping connection one request wakes it, and the others then find it awake.
      if (!StoreError.isInstance(error) || error.code !== 'conflict' || attempt >= mostAttempts) throw error;
    }
  }
}
