import type { Connection } from '../connection.ts';
import { changeConnection, type EngineContext } from '../engine-context.ts';
import { stopTeams } from '../../teams/teams-change.ts';

/** Rule T8: the teams stay as they are and can be edited again; the connection goes on. */
export async function stopTeamSync(context: EngineContext, connection: Connection): Promise<Connection> {
  if (connection.teamSync) await stopTeamsOf(context, connection, context.newId());
  return changeConnection(context, connection.id, (fresh) => ({
    teamSync: false,
    draft: fresh.draft === null ? null : { ...fresh.draft, teamSync: false },
  }));
}

export async function stopTeamsOf(context: EngineContext, connection: Connection, id: string): Promise<void> {
  await context.directoryOf(connection.customerId).teams?.change(stopTeams, `${id}:stop_teams`);
}
