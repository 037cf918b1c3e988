import type { Resolution, ResolutionStore } from '@rollcall/core';
import type { Database } from '../database.ts';

export function sqlResolutions({ read, write }: Database): ResolutionStore {
  return {
    put: (resolution) =>
      write(async (db) => {
        const { connectionId, employeeId, kind, memberId } = resolution;
        const body = JSON.stringify(resolution);
        // Somebody may be a different person from several members, everything else is said once.
        const memberKey = kind === 'different_person' ? (memberId ?? '') : '';
        await db
          .insertInto('rollcall_resolutions')
          .values({ connection_id: connectionId, employee_id: employeeId, kind, member_key: memberKey, body })
          .onConflict((conflict) =>
            conflict.columns(['connection_id', 'employee_id', 'kind', 'member_key']).doUpdateSet({ body }),
          )
          .execute();
      }),
    remove: (connectionId, employeeId, kind) =>
      write(async (db) => {
        const rows = db.deleteFrom('rollcall_resolutions').where('connection_id', '=', connectionId);
        await rows.where('employee_id', '=', employeeId).where('kind', '=', kind).execute();
      }),
    ofConnection: (connectionId) =>
      read(async (db) => {
        const rows = db.selectFrom('rollcall_resolutions').select('body').where('connection_id', '=', connectionId);
        const ordered = await rows.orderBy('employee_id').orderBy('kind').orderBy('member_key').execute();
        return ordered.map(({ body }) => JSON.parse(body) as Resolution);
      }),
  };
}
