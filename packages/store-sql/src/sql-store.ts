import type { Store } from '@rollcall/core';
import type { Database } from './database.ts';
import { sqlActions } from './parts/actions.ts';
import { sqlConnections } from './parts/connections.ts';
import { sqlJournal } from './parts/journal.ts';
import { sqlLeases } from './parts/leases.ts';
import { sqlLinks } from './parts/links.ts';
import { sqlPushed } from './parts/pushed.ts';
import { sqlPushTokens } from './parts/push-tokens.ts';
import { sqlResolutions } from './parts/resolutions.ts';
import { sqlRoster } from './parts/roster.ts';
import { sqlRuns } from './parts/runs.ts';
import { sqlSecrets } from './parts/secrets.ts';
import { migrate } from './schema/migrate.ts';

/** The store over any of the databases: everything but what the dialect says is the same. */
export function createSqlStore(database: Database): Store {
  return {
    migrate: () => migrate(database),
    close: () => database.close(),
    connections: sqlConnections(database),
    secrets: sqlSecrets(database),
    roster: sqlRoster(database),
    links: sqlLinks(database),
    runs: sqlRuns(database),
    journal: sqlJournal(database),
    resolutions: sqlResolutions(database),
    actions: sqlActions(database),
    leases: sqlLeases(database),
    pushed: sqlPushed(database),
    pushTokens: sqlPushTokens(database),
  };
}
