import type { Run, RunState, RunStore } from '@rollcall/core';
import type { Database } from '../database.ts';

const endings: readonly RunState[] = ['done', 'failed', 'superseded', 'abandoned'];

export function sqlRuns({ read, write }: Database): RunStore {
  return {
    put: (run, fence) =>
      write(async (db) => {
        const row = { state: run.state, started_at: run.startedAt, body: JSON.stringify(run) };
        await db
          .insertInto('rollcall_runs')
          .values({ connection_id: run.connectionId, id: run.id, ...row })
          .onConflict((conflict) => conflict.columns(['connection_id', 'id']).doUpdateSet(row))
          .execute();
      }, fence),
    get: (connectionId, runId) =>
      read(async (db) => {
        const rows = db.selectFrom('rollcall_runs').select('body').where('connection_id', '=', connectionId);
        const row = await rows.where('id', '=', runId).executeTakeFirst();
        return row === undefined ? null : (JSON.parse(row.body) as Run);
      }),
    list: (connectionId, { before, limit }) =>
      read(async (db) => {
        let rows = db.selectFrom('rollcall_runs').select('body').where('connection_id', '=', connectionId);
        if (before !== undefined) rows = rows.where('started_at', '<', before);
        return toRuns(await rows.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(limit).execute());
      }),
    unfinished: (connectionId) =>
      read(async (db) => {
        const rows = db.selectFrom('rollcall_runs').select('body').where('connection_id', '=', connectionId);
        return toRuns(await rows.where('state', '=', 'applying').orderBy('started_at').orderBy('id').execute());
      }),
    prune: (connectionId, before) =>
      write(async (db) => {
        const old = db.selectFrom('rollcall_runs').select('id').where('connection_id', '=', connectionId);
        const ids = old.where('state', 'in', endings).where('started_at', '<', before);
        await db.deleteFrom('rollcall_journal').where('connection_id', '=', connectionId).where('run_id', 'in', ids).execute();
        const { numDeletedRows } = await db
          .deleteFrom('rollcall_runs')
          .where('connection_id', '=', connectionId)
          .where('id', 'in', ids)
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}

function toRuns(rows: readonly { readonly body: string }[]): readonly Run[] {
  return rows.map(({ body }) => JSON.parse(body) as Run);
}
