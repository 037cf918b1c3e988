import type { SecretStore } from '@rollcall/core';
import type { Database } from '../database.ts';

export function sqlSecrets({ read, write }: Database): SecretStore {
  return {
    get: (connectionId, name) =>
      read(async (db) => {
        const rows = db.selectFrom('rollcall_secrets').select('sealed').where('connection_id', '=', connectionId);
        const row = await rows.where('name', '=', name).executeTakeFirst();
        return row?.sealed ?? null;
      }),
    put: (connectionId, name, sealed, fence) =>
      write(async (db) => {
        await db
          .insertInto('rollcall_secrets')
          .values({ connection_id: connectionId, name, sealed })
          .onConflict((conflict) => conflict.columns(['connection_id', 'name']).doUpdateSet({ sealed }))
          .execute();
      }, fence),
    delete: (connectionId, name) =>
      write(async (db) => {
        await db.deleteFrom('rollcall_secrets').where('connection_id', '=', connectionId).where('name', '=', name).execute();
      }),
    names: (connectionId) =>
      read(async (db) => {
        const rows = db.selectFrom('rollcall_secrets').select('name').where('connection_id', '=', connectionId).orderBy('name');
        return (await rows.execute()).map(({ name }) => name);
      }),
  };
}
