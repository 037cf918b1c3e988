import { memoryConnections } from './memory/connections.ts';
import { memoryJournal } from './memory/journal.ts';
import { memoryLeases } from './memory/leases.ts';
import { memoryLinks } from './memory/links.ts';
import { memoryPushed, memoryPushTokens } from './memory/pushed.ts';
import { memoryActions, memoryResolutions, memorySecrets } from './memory/records.ts';
import { memoryRoster } from './memory/roster.ts';
import { memoryRuns } from './memory/runs.ts';
import { createTables } from './memory/tables.ts';
import type { Store } from './store.ts';

const systemClock = { now: () => new Date() };

/**
 * A store that keeps everything in this process and forgets it with the process: for tests and for trying things out. What
 * it hands out is frozen.
 */
export function createMemoryStore({ clock = systemClock }: { readonly clock?: { now(): Date } } = {}): Store {
  const tables = createTables();
  return {
    migrate: () => Promise.resolve(),
    close: () => Promise.resolve(),
    connections: memoryConnections(tables),
    secrets: memorySecrets(tables),
    roster: memoryRoster(tables),
    links: memoryLinks(tables),
    runs: memoryRuns(tables),
    journal: memoryJournal(tables),
    resolutions: memoryResolutions(tables),
    actions: memoryActions(tables),
    leases: memoryLeases(tables, clock),
    pushed: memoryPushed(tables),
    pushTokens: memoryPushTokens(tables),
  };
}
