import { StoreError, type LeaseStore } from '@rollcall/core';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

export function sqlLeases({ write, dialect }: Database): LeaseStore {
  const { now } = dialect;
  return {
    acquire: (lease, owner, ttlMs) =>
      write(async (db) => {
        const taken = await db
          .insertInto('rollcall_leases')
          .values({ lease, owner, token: 1, until: now(ttlMs) })
          .onConflict((conflict) =>
            conflict
              .column('lease')
              .doUpdateSet({ owner, token: sql`rollcall_leases.token + 1`, until: now(ttlMs) })
              .where((eb) =>
                eb.or([
                  eb('rollcall_leases.owner', 'is', null),
                  eb('rollcall_leases.owner', '=', owner),
                  eb('rollcall_leases.until', '<=', now(0)),
                ]),
              ),
          )
          .returning('token')
          .executeTakeFirst();
        if (taken !== undefined) return { held: true, fence: { lease, token: taken.token } };
        // The statement above left the row locked: it is as it was when it was refused.
        const held = await db.selectFrom('rollcall_leases').selectAll().where('lease', '=', lease).executeTakeFirst();
        if (held?.owner == null) throw new StoreError({ code: 'unavailable', message: 'The lease changed while it was read' });
        return { held: false, owner: held.owner, until: held.until };
      }),
    renew: ({ lease, token }, ttlMs) =>
      write(async (db) => {
        const rows = db
          .updateTable('rollcall_leases')
          .set({ until: now(ttlMs) })
          .where('lease', '=', lease);
        const { numUpdatedRows } = await rows.where('token', '=', token).where('owner', 'is not', null).executeTakeFirstOrThrow();
        return numUpdatedRows === 1n;
      }),
    // The row stays: the next token has to be a greater one.
    release: ({ lease, token }) =>
      write(async (db) => {
        const rows = db.updateTable('rollcall_leases').set({ owner: null }).where('lease', '=', lease);
        await rows.where('token', '=', token).execute();
      }),
    once: (name, until) =>
      write(async (db) => {
        await db.deleteFrom('rollcall_used').where('until', '<=', now(0)).execute();
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('rollcall_used')
          .values({ name, until })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        return numInsertedOrUpdatedRows === 1n;
      }),
  };
}
