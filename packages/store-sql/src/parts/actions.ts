import type { ActionRecord, ActionStore } from '@rollcall/core';
import type { Database } from '../database.ts';

export function sqlActions({ read, write }: Database): ActionStore {
  return {
    append: (action) =>
      write(async (db) => {
        const row = { connection_id: action.connectionId, at: action.at, body: JSON.stringify(action) };
        await db.insertInto('rollcall_actions').values(row).execute();
      }),
    list: (connectionId, limit) =>
      read(async (db) => {
        const rows = db.selectFrom('rollcall_actions').select('body').where('connection_id', '=', connectionId);
        const newest = await rows.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
        return newest.map(({ body }) => JSON.parse(body) as ActionRecord);
      }),
  };
}
