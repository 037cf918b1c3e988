import { ConfigError, type Store } from '@rollcall/core';
import { Pool } from 'pg';
import { createDatabase } from '../database.ts';
import { createSqlStore } from '../sql-store.ts';
import { postgresDialect } from './postgres-dialect.ts';

export interface PostgresStoreOptions {
  /** Such as `postgresql://rollcall@db.example/platform`; the store then has a pool of its own and ends it on `close`. */
  readonly connectionString?: string;
  /**
   * The application's own pool instead; `close` leaves it alone. Set `idle_in_transaction_session_timeout` on it, so that a
   * process that stands still does not keep others waiting.
   */
  readonly pool?: Pool;
  /** Schema of the tables, made by `migrate` when it is not there. Default `rollcall`. */
  readonly schema?: string;
}

const stalledMs = 30_000;

// Statements that must quote a name cannot take it as a parameter.
const schemaPattern = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * The store on PostgreSQL 14 or later.
 * @throws ConfigError for a schema name of another form, and unless exactly one of `connectionString` and `pool` is given.
 */
export function postgresStore({ connectionString, pool, schema = 'rollcall' }: PostgresStoreOptions): Store {
  if (!schemaPattern.test(schema)) {
    const problem = { field: 'schema', problem: 'does not have the expected form', pattern: schemaPattern.source };
    throw new ConfigError({ problems: [{ ...problem, example: 'rollcall' }] });
  }
  if ((connectionString === undefined) === (pool === undefined)) {
    throw new ConfigError({ problems: [{ field: 'connectionString', problem: 'or pool: exactly one of them is needed' }] });
  }
  const database = createDatabase(postgresDialect(pool === undefined ? ownPool(connectionString) : borrowed(pool), schema), {
    patienceMs: 10_000,
  });
  return createSqlStore(database);
}

function ownPool(connectionString: string | undefined): Pool {
  // A process that stands still in the middle of a transaction would keep its rows locked, a lease among them, for as long as
  // it stands: the server ends it, and what it had begun is rolled back.
  const pool = new Pool({ connectionString, idle_in_transaction_session_timeout: stalledMs, lock_timeout: stalledMs });
  // A connection that breaks while nobody uses it is replaced; unheard, the event would end the process.
  pool.on('error', () => undefined);
  return pool;
}

function borrowed(pool: Pool) {
  return { connect: () => pool.connect(), end: () => Promise.resolve(), options: pool.options };
}
