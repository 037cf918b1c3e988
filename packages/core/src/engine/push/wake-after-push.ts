import { EngineError } from '../../errors/engine-error.ts';
import { changeConnection, type EngineContext } from '../engine-context.ts';

/**
 * Makes a connection due some seconds after a push: a burst is planned once every some seconds, not once for each request
 * (rule C5). One that is due or paused anyway is left as it is.
 * @throws EngineError `connection_unknown` when it has ended meanwhile; nothing of what was pushed stays then (rule C7)
 */
export async function wakeAfterPush(context: EngineContext, connectionId: string): Promise<void> {
  const { store, pushPauseMs } = context;
  const due = new Date(context.now().getTime() + pushPauseMs).toISOString();
  const isLater = (at: string | null): boolean => at !== null && at > due;
  const connection = await store.connections.get(connectionId);
  if (connection === null || connection.state === 'disconnected') {
    await store.connections.erase(connectionId);
    throw new EngineError({ code: 'connection_unknown', message: 'the connection has ended' });
  }
  if (!isLater(connection.nextSyncAt)) return;
  await changeConnection(context, connectionId, ({ nextSyncAt }) => (isLater(nextSyncAt) ? { nextSyncAt: due } : {}));
}
