import { setTimeout as pause } from 'node:timers/promises';
import { StoreError, type Fence } from '@rollcall/core';
import { Kysely } from 'kysely';
import type { Durability, SqlDialect } from './dialect.ts';
import type { Tables } from './schema/tables.ts';
import { toStoreError } from './to-store-error.ts';

/** Reads and writes with the manners every part of the store shares. */
export interface Database {
  readonly dialect: SqlDialect;
  readonly read: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** One transaction. With a fence, refused before anything is written once the lease is lost (rule A2). */
  readonly write: <T>(work: (db: Kysely<Tables>) => Promise<T>, fence?: Fence, durability?: Durability) => Promise<T>;
  /** A write of one statement, which is a transaction by itself: nothing is sent before and after it. Survives a power cut. */
  readonly writeOne: <T>(statement: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

export function createDatabase(dialect: SqlDialect, { patienceMs }: { readonly patienceMs: number }): Database {
  const kysely = new Kysely<Tables>({ dialect: dialect.kysely });
  const db = dialect.schema === null ? kysely : kysely.withSchema(dialect.schema);
  const patiently = <T>(work: () => Promise<T>) => whileBusy(work, dialect, patienceMs);
  return {
    dialect,
    read: (work) => patiently(() => db.connection().execute(work)),
    write: (work, fence, durability = 'power cut') =>
      patiently(() =>
        db.connection().execute(async (connection) => {
          await dialect.beforeWrite(connection, durability);
          return await connection.transaction().execute(async (transaction) => {
            await dialect.withinWrite(transaction, durability);
            if (fence !== undefined) await checkFence(transaction, dialect, fence);
            return await work(transaction);
          });
        }),
      ),
    writeOne: (statement) =>
      patiently(() =>
        db.connection().execute(async (connection) => {
          await dialect.beforeWrite(connection, 'power cut');
          return await statement(connection);
        }),
      ),
    close: () => patiently(() => kysely.destroy()),
  };
}

/** What was refused because somebody else is writing was rolled back whole, so it is done again, whole. */
async function whileBusy<T>(work: () => Promise<T>, dialect: SqlDialect, patienceMs: number): Promise<T> {
  const end = performance.now() + patienceMs;
  for (let waitMs = 1; ; waitMs = Math.min(waitMs * 2, 50)) {
    try {
      return await work();
    } catch (error) {
      if (!dialect.isBusy(error) || performance.now() > end) throw toStoreError(error);
    }
    await pause(waitMs * (0.5 + Math.random()));
  }
}

/**
 * Where others can write at the same time, the row of the lease stays locked until the transaction ends: nobody takes the
 * lease between this check and the write.
 */
async function checkFence(db: Kysely<Tables>, { locksRows }: SqlDialect, { lease, token }: Fence): Promise<void> {
  const row = db.selectFrom('rollcall_leases').select(['owner', 'token']).where('lease', '=', lease);
  const held = await (locksRows ? row.forShare() : row).executeTakeFirst();
  if (held?.owner == null || held.token !== token) {
    throw new StoreError({ code: 'conflict', message: 'The lease was lost: nothing of this write was stored' });
  }
}
