import type { Connection } from '../connection.ts';
import { changeConnection, freshOf, type EngineContext } from '../engine-context.ts';
import { connectionLease, withLease, type HeldLease } from '../lease.ts';
import { stopTeams } from '../../teams/teams-change.ts';

const waitMs = 60_000;

/** Rule T8: the teams stay as they are and can be edited again; the connection goes on. */
export async function stopTeamSync(context: EngineContext, connection: Connection): Promise<Connection> {
  // A sync under way would lock the teams again.
  return withLease(context, connectionLease(connection.id), (held) => stop(context, connection, held), { waitMs });
}

async function stop(context: EngineContext, connection: Connection, { fence }: HeldLease): Promise<Connection> {
  const { teamSync } = await freshOf(context, connection);
  if (teamSync) await stopTeamsOf(context, connection, context.newId());
  const off = ({ draft }: Connection): Partial<Connection> => ({
    teamSync: false,
    draft: draft === null ? null : { ...draft, teamSync: false },
  });
  return changeConnection(context, connection.id, off, fence);
}

export async function stopTeamsOf(context: EngineContext, connection: Connection, id: string): Promise<void> {
  await context.directoryOf(connection.customerId).teams?.change(stopTeams, `${id}:stop_teams`);
}
