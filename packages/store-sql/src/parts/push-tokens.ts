import type { Connection, PushToken, PushTokenStore } from '@rollcall/core';
import type { Database } from '../database.ts';

export function sqlPushTokens({ read, write }: Database): PushTokenStore {
  return {
    put: (token) =>
      write(async (db) => {
        const row = { connection_id: token.connectionId, created_at: token.createdAt, body: JSON.stringify(token) };
        await db
          .insertInto('rollcall_push_tokens')
          .values({ id: token.id, ...row })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
          .execute();
      }),
    get: (id) =>
      read(async (db) => {
        const row = await db.selectFrom('rollcall_push_tokens').select('body').where('id', '=', id).executeTakeFirst();
        return row === undefined ? null : (JSON.parse(row.body) as PushToken);
      }),
    withConnection: (id) =>
      read(async (db) => {
        const row = await db
          .selectFrom('rollcall_push_tokens as token')
          .innerJoin('rollcall_connections as connection', 'connection.id', 'token.connection_id')
          .select(['token.body as token', 'connection.body as connection'])
          .where('token.id', '=', id)
          .executeTakeFirst();
        if (row === undefined) return null;
        return { token: JSON.parse(row.token) as PushToken, connection: JSON.parse(row.connection) as Connection };
      }),
    ofConnection: (connectionId) =>
      read(async (db) => {
        const rows = db.selectFrom('rollcall_push_tokens').select('body').where('connection_id', '=', connectionId);
        return (await rows.orderBy('created_at').orderBy('id').execute()).map(({ body }) => JSON.parse(body) as PushToken);
      }),
    remove: (connectionId, id) =>
      write(async (db) => {
        await db.deleteFrom('rollcall_push_tokens').where('connection_id', '=', connectionId).where('id', '=', id).execute();
      }),
  };
}
