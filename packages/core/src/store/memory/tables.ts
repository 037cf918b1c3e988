import type { Connection } from '../../engine/connection.ts';
import type { Run } from '../../engine/run.ts';
import type { Link } from '../../directory/member.ts';
import type { ActionRecord, JournalEntry, Resolution, RosterEntry } from '../store.ts';
import type { PushedKind, PushedRow, PushToken } from '../pushed-store.ts';
import { SortedMap } from './sorted-map.ts';

/** What was pushed of one kind, in the order in which it came. */
export interface PushedTable {
  readonly rows: Map<string, PushedRow>;
  /** Of those that are there. */
  readonly idByName: Map<string, string>;
}

/** Links of one connection, found by either side. */
export interface LinkTable {
  readonly byEmployee: SortedMap<Link>;
  readonly employeeOf: Map<string, string>;
}

/** Everything of one connection; erased by dropping it. */
export interface ConnectionTables {
  readonly secrets: Map<string, string>;
  readonly roster: SortedMap<RosterEntry>;
  readonly links: LinkTable;
  /** By run, then by seq. */
  readonly journal: Map<string, Map<number, JournalEntry>>;
  readonly resolutions: SortedMap<Resolution>;
  readonly pushed: Readonly<Record<PushedKind, PushedTable>>;
  readonly pushTokens: Map<string, PushToken>;
}

export interface LeaseRow {
  readonly owner: string | null;
  readonly token: number;
  readonly until: number;
}

export interface MemoryTables {
  readonly connections: SortedMap<Connection>;
  readonly erasable: Map<string, ConnectionTables>;
  readonly runs: Map<string, Map<string, Run>>;
  readonly actions: ActionRecord[];
  readonly leases: Map<string, LeaseRow>;
  readonly used: Map<string, number>;
}

export function createTables(): MemoryTables {
  return {
    connections: new SortedMap(),
    erasable: new Map(),
    runs: new Map(),
    actions: [],
    leases: new Map(),
    used: new Map(),
  };
}

/** Tables of one connection, made on first use. */
export function tablesOf({ erasable }: MemoryTables, connectionId: string): ConnectionTables {
  let tables = erasable.get(connectionId);
  if (tables === undefined) {
    tables = {
      secrets: new Map(),
      roster: new SortedMap(),
      links: { byEmployee: new SortedMap(), employeeOf: new Map() },
      journal: new Map(),
      resolutions: new SortedMap(),
      pushed: { user: { rows: new Map(), idByName: new Map() }, group: { rows: new Map(), idByName: new Map() } },
      pushTokens: new Map(),
    };
    erasable.set(connectionId, tables);
  }
  return tables;
}
