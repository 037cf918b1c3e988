import { PostgresDialect, sql, type PostgresPool } from 'kysely';
import type { SqlDialect } from '../dialect.ts';

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const serializationFailure = '40001';
const deadlockDetected = '40P01';
const lockNotAvailable = '55P03';

// Bounds the memory that one statement takes on both sides.
const rowsAtOnce = 2_000;

export function postgresDialect(pool: PostgresPool, schema: string): SqlDialect {
  return {
    kysely: new PostgresDialect({ pool }),
    schema,
    key: 'text collate "C"',
    serial: 'integer generated always as identity primary key',
    position: 'strpos',
    locksRows: true,
    goesOnAfterRefusal: false,
    table: (name) => `"${schema}"."${name}"`,
    index: (name) => `"${schema}"."${name}"`,
    now: (offsetMs) =>
      sql`to_char((clock_timestamp() + ${offsetMs}::double precision * interval '1 millisecond') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    beforeWrite: () => Promise.resolve(),
    async withinWrite(db, durability) {
      if (durability === 'crash') await sql`set local synchronous_commit = off`.execute(db);
    },
    async lockMigrations(db) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`rollcall.${schema}`}, 0))`.execute(db);
      // Asked first: `if not exists` wants the right to make schemas even where there is nothing to make.
      const { rows } = await sql`select 1 from pg_namespace where nspname = ${schema}`.execute(db);
      if (rows.length === 0) await sql`create schema ${sql.id(schema)}`.execute(db);
    },
    async bulk(db, { many, columns }, rows) {
      let changes = 0;
      for (let start = 0; start < rows.length; start += rowsAtOnce) {
        const some = rows.slice(start, start + rowsAtOnce);
        const arrays = Object.keys(columns).map((_name, index) => some.map((row) => row[index]));
        const { numAffectedRows } = await db.executeQuery({ ...sql.raw(many).compile(db), parameters: arrays });
        changes += Number(numAffectedRows ?? 0);
      }
      return changes;
    },
    async pairs(db, query) {
      const { rows } = await db.executeQuery<Record<string, string>>(query);
      return new Map(rows.map((row) => Object.values(row) as [string, string]));
    },
    afterErase: () => Promise.resolve(),
    isBusy: (error) =>
      error instanceof Error &&
      'code' in error &&
      (error.code === serializationFailure || error.code === deadlockDetected || error.code === lockNotAvailable),
  };
}
