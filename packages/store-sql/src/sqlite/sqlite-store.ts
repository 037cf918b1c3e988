import type { Store } from '@rollcall/core';
import { systemClock, type Clock } from '../clock.ts';
import { createDatabase } from '../database.ts';
import { createSqlStore } from '../sql-store.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

export interface SqliteStoreOptions {
  /** Path of the database, made when it is not there; `:memory:` for one that ends with the process. */
  readonly file: string;
  /** How long a call waits while another process writes. Default 10,000. */
  readonly patienceMs?: number;
  /** For leases. All processes that share the file must agree on the time. */
  readonly clock?: Clock;
}

/**
 * The store on SQLite, with the driver that comes with Node. Several processes of one machine may share the file; nothing is
 * opened before the first call.
 */
export function sqliteStore({ file, patienceMs = 10_000, clock = systemClock }: SqliteStoreOptions): Store {
  return createSqlStore(createDatabase(sqliteDialect({ file, clock }), { patienceMs }));
}
