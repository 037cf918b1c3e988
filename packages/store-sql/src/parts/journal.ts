import { StoreError, type JournalEntry, type JournalStatus, type JournalStore, type Settlement } from '@rollcall/core';
import { sql } from 'kysely';
import { bulkInsert, bulkUpdate } from '../bulk.ts';
import type { Database } from '../database.ts';
import type { JournalRow } from '../schema/tables.ts';
import { idSum } from './id-sum.ts';
import { lastOfEach } from './last-of-each.ts';
import { changeLinks, linkStatements } from './links.ts';

const columns = {
  connection_id: 'text',
  run_id: 'text',
  seq: 'integer',
  employee_id: 'text',
  member_id: 'text',
  status: 'text',
  at: 'text',
  result: 'text',
  error_code: 'text',
  attempts: 'integer',
  member_sum: 'integer',
  operation: 'text',
} as const;

/** A value that is not given stays as it is; one that is null is written. */
const outcomeColumns = {
  connection_id: 'text',
  run_id: 'text',
  seq: 'integer',
  status: 'text',
  at: 'text',
  sets_member: 'integer',
  member_id: 'text',
  member_sum: 'integer',
  sets_result: 'integer',
  result: 'text',
  sets_error: 'integer',
  error_code: 'text',
  attempts: 'integer',
} as const;

const outcomeChanges = {
  keys: ['connection_id', 'run_id', 'seq'],
  set: {
    status: 'r.status',
    at: 'r.at',
    member_id: 'case when r.sets_member = 1 then r.member_id else t.member_id end',
    member_sum: 'case when r.sets_member = 1 then r.member_sum else t.member_sum end',
    result: 'case when r.sets_result = 1 then r.result else t.result end',
    error_code: 'case when r.sets_error = 1 then r.error_code else t.error_code end',
    attempts: 'coalesce(r.attempts, t.attempts)',
  },
};

export function sqlJournal(database: Database): JournalStore {
  return { ...journalWrites(database), ...journalReads(database) };
}

function journalWrites({ write, dialect }: Database): Pick<JournalStore, 'append' | 'settle' | 'restate'> {
  const appendMany = bulkInsert(
    dialect.table,
    'rollcall_journal',
    columns,
    'on conflict (connection_id, run_id, seq) do nothing',
  );
  const settleMany = bulkUpdate(dialect.table, 'rollcall_journal', outcomeColumns, outcomeChanges);
  const links = linkStatements(dialect);
  return {
    async append(entries, fence) {
      const rows = entries.map(toValues);
      await write((db) => dialect.bulk(db, appendMany, rows), fence);
    },
    async settle(settlement, fence) {
      const rows = lastOfEach(settlement.outcomes, ({ seq }) => seq).map((outcome) => outcomeValues(settlement, outcome));
      await write(
        async (db) => {
          const settled = await dialect.bulk(db, settleMany, rows);
          if (settled !== rows.length) {
            throw new StoreError({ code: 'conflict', message: 'An entry of the journal that was settled is not there' });
          }
          await changeLinks(db, dialect, links, { put: settlement.putLinks, remove: settlement.removeLinks });
          // Entries that a power cut leaves planned are carried out again under the same key, which changes nothing.
        },
        fence,
        'crash',
      );
    },
    restate: ({ connectionId, runId, from, to, at }, fence) =>
      write(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('rollcall_journal')
          .set({ status: to, at })
          .where('connection_id', '=', connectionId)
          .where('run_id', '=', runId)
          .where('status', '=', from)
          .executeTakeFirstOrThrow();
        return Number(numUpdatedRows);
      }, fence),
  };
}

function journalReads({ read }: Database): Pick<JournalStore, 'ofRun' | 'ofMember' | 'ofEmployee'> {
  return {
    ofRun: (connectionId, runId, { status, afterSeq, limit }) =>
      read(async (db) => {
        let rows = db.selectFrom('rollcall_journal').selectAll().where('connection_id', '=', connectionId);
        rows = rows.where('run_id', '=', runId);
        if (status !== undefined) rows = rows.where('status', '=', status);
        if (afterSeq !== undefined) rows = rows.where('seq', '>', afterSeq);
        return toEntries(await rows.orderBy('seq').limit(limit).execute());
      }),
    ofMember: (connectionIds, memberId, limit) =>
      read(async (db) => {
        if (connectionIds.length === 0) return [];
        const sums = connectionIds.map((connectionId) => idSum(connectionId, memberId));
        const rows = carriedOut(db).where('member_sum', 'in', sums).where('member_id', '=', memberId);
        // As an expression: before it has counted its rows, PostgreSQL would take the index of the connection's employees.
        const own = rows.where(sql`connection_id || ''`, 'in', connectionIds);
        return toEntries(await own.limit(limit).execute());
      }),
    ofEmployee: (connectionId, employeeId, limit) =>
      read(async (db) => {
        const rows = carriedOut(db).where('connection_id', '=', connectionId).where('employee_id', '=', employeeId);
        return toEntries(await rows.limit(limit).execute());
      }),
  };
}

function carriedOut(db: Parameters<Parameters<Database['read']>[0]>[0]) {
  return (
    db
      .selectFrom('rollcall_journal')
      .selectAll()
      // In these words, so that the database sees that its partial index will do.
      .where(sql<boolean>`status in ('done', 'failed')`)
      .orderBy('at', 'desc')
      .orderBy('run_id', 'desc')
      .orderBy('seq', 'desc')
  );
}

function toValues(entry: JournalEntry) {
  const { connectionId, runId, seq, employeeId, memberId, status, at, result, errorCode, attempts } = entry;
  const sum = memberId === null ? null : idSum(connectionId, memberId);
  const operation = JSON.stringify(entry.operation);
  return [connectionId, runId, seq, employeeId, memberId, status, at, result, errorCode, attempts, sum, operation];
}

function outcomeValues({ connectionId, runId, at }: Settlement, outcome: Settlement['outcomes'][number]) {
  const { seq, status, memberId, result, errorCode, attempts } = outcome;
  const sum = memberId == null ? null : idSum(connectionId, memberId);
  const member = [given(memberId), memberId ?? null, sum];
  const rest = [given(result), result ?? null, given(errorCode), errorCode ?? null, attempts ?? null];
  return [connectionId, runId, seq, status, at, ...member, ...rest];
}

function given(value: unknown): number {
  return value === undefined ? 0 : 1;
}

function toEntries(rows: readonly JournalRow[]): readonly JournalEntry[] {
  return rows.map((row) => ({
    connectionId: row.connection_id,
    runId: row.run_id,
    seq: row.seq,
    employeeId: row.employee_id,
    memberId: row.member_id,
    operation: JSON.parse(row.operation) as JournalEntry['operation'],
    status: row.status as JournalStatus,
    at: row.at,
    result: row.result,
    errorCode: row.error_code,
    attempts: row.attempts,
  }));
}
