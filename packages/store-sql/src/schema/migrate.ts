import { StoreError } from '@rollcall/core';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database.ts';
import type { SqlDialect } from '../dialect.ts';
import { migrations } from './migrations.ts';
import type { Tables } from './tables.ts';

/**
 * Carries out the migrations that are missing, all in one transaction, one process at a time.
 * @throws StoreError `conflict` for tables of a later version: an older program must not write to them.
 */
export function migrate({ write, dialect }: Database): Promise<void> {
  return write(async (db) => {
    await dialect.lockMigrations(db);
    const version = await currentVersion(db, dialect);
    if (version > migrations.length) {
      throw new StoreError({
        code: 'conflict',
        message: `The store's tables have version ${version}, made by a later version of @rollcall/store-sql; this one knows ${migrations.length}`,
        hint: 'Update @rollcall/store-sql. Tables are never moved back.',
      });
    }
    for (const [index, { name, statements }] of migrations.entries()) {
      if (index < version) continue;
      for (const statement of statements(dialect)) await sql.raw(statement).execute(db);
      await db
        .insertInto('rollcall_migrations')
        .values({ version: index + 1, name, at: dialect.now(0) })
        .execute();
    }
  });
}

async function currentVersion(db: Kysely<Tables>, { table, key }: SqlDialect): Promise<number> {
  await sql
    .raw(
      `create table if not exists ${table('rollcall_migrations')} (
        version integer not null primary key, name text not null, at ${key} not null)`,
    )
    .execute(db);
  const row = await db
    .selectFrom('rollcall_migrations')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst();
  return row?.version ?? 0;
}
