import { requireState } from '../authorize.ts';
import type { Connection } from '../connection.ts';
import { changeConnection, type EngineContext } from '../engine-context.ts';

/** Stops reads and applies without forgetting anything; what is being applied stops after the batch under way (rule C8). */
export async function pause(context: EngineContext, connection: Connection): Promise<Connection> {
  requireState(connection, ['connected', 'held', 'needs_attention', 'awaiting_confirmation'], 'pause');
  return changeConnection(context, connection.id, () => ({ state: 'paused', nextSyncAt: null }));
}

/** Goes on where it was: the next pull is due at once, and finishes first what was left in the journal. */
export async function resume(context: EngineContext, connection: Connection): Promise<Connection> {
  requireState(connection, ['paused'], 'resume');
  return changeConnection(context, connection.id, (fresh) => {
    if (fresh.confirmedAt === null) return { state: fresh.draft === null ? 'awaiting_configuration' : 'awaiting_confirmation' };
    const state = fresh.pending?.for === 'approval' ? 'held' : fresh.attention === null ? 'connected' : 'needs_attention';
    return { state, nextSyncAt: context.at() };
  });
}
