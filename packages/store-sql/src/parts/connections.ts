import { StoreError, type Connection, type ConnectionStore } from '@rollcall/core';
import type { Database } from '../database.ts';

const erased = [
  'rollcall_secrets',
  'rollcall_roster',
  'rollcall_links',
  'rollcall_resolutions',
  'rollcall_journal',
  'rollcall_pushed',
  'rollcall_push_tokens',
] as const;

export function sqlConnections({ read, write, dialect }: Database): ConnectionStore {
  return {
    create: (connection) =>
      write(async (db) => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('rollcall_connections')
          .values({ id: connection.id, ...toRow(connection) })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) {
          throw new StoreError({ code: 'conflict', message: 'A connection with this id exists' });
        }
      }),
    get: (connectionId) =>
      read(async (db) => {
        const row = await db.selectFrom('rollcall_connections').select('body').where('id', '=', connectionId).executeTakeFirst();
        return row === undefined ? null : (JSON.parse(row.body) as Connection);
      }),
    update: (connection, fence) =>
      write(async (db) => {
        const next = { ...connection, version: connection.version + 1 };
        const { numUpdatedRows } = await db
          .updateTable('rollcall_connections')
          .set(toRow(next))
          .where('id', '=', connection.id)
          .where('version', '=', connection.version)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows !== 1n) {
          throw new StoreError({ code: 'conflict', message: 'The connection was changed by somebody else' });
        }
        return next;
      }, fence),
    ofCustomer: (customerId) =>
      read(async (db) => {
        const rows = db.selectFrom('rollcall_connections').select('body').where('customer_id', '=', customerId).orderBy('id');
        return toConnections(await rows.execute());
      }),
    due: (now, limit) =>
      read(async (db) => {
        const rows = db.selectFrom('rollcall_connections').select('body').where('next_sync_at', '<=', now);
        return toConnections(await rows.orderBy('next_sync_at').orderBy('id').limit(limit).execute());
      }),
    page: ({ after, limit, state }) =>
      read(async (db) => {
        let rows = db.selectFrom('rollcall_connections').select('body').orderBy('id').limit(limit);
        if (after !== undefined) rows = rows.where('id', '>', after);
        if (state !== undefined) rows = rows.where('state', '=', state);
        return toConnections(await rows.execute());
      }),
    async erase(connectionId, fence) {
      await write(async (db) => {
        for (const table of erased) await db.deleteFrom(table).where('connection_id', '=', connectionId).execute();
      }, fence);
      await read((db) => dialect.afterErase(db));
    },
  };
}

function toRow(connection: Connection) {
  return {
    customer_id: connection.customerId,
    state: connection.state,
    next_sync_at: connection.nextSyncAt,
    version: connection.version,
    body: JSON.stringify(connection),
  };
}

function toConnections(rows: readonly { readonly body: string }[]): readonly Connection[] {
  return rows.map(({ body }) => JSON.parse(body) as Connection);
}
