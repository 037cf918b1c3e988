import type { RosterEntry, RosterPage, RosterStore, RosterWrite, Situation } from '@rollcall/core';
import { sql, type Kysely } from 'kysely';
import { bulkDelete, bulkInsert } from '../bulk.ts';
import type { Database } from '../database.ts';
import type { SqlDialect } from '../dialect.ts';
import type { Tables } from '../schema/tables.ts';
import { lastOfEach } from './last-of-each.ts';
import { searchText } from './search-text.ts';

const columns = {
  connection_id: 'text',
  employee_id: 'text',
  digest: 'text',
  situation: 'text',
  search: 'text',
  body: 'text',
} as const;

const replace = `on conflict (connection_id, employee_id) do update set
  digest = excluded.digest, situation = excluded.situation, search = excluded.search, body = excluded.body`;

export function sqlRoster({ read, write, dialect }: Database): RosterStore {
  const { table } = dialect;
  const putMany = bulkInsert(table, 'rollcall_roster', columns, replace);
  const removeMany = bulkDelete(table, 'rollcall_roster', { connection_id: 'text', employee_id: 'text' });
  return {
    digests: (connectionId) =>
      read((db) => {
        const rows = db.selectFrom('rollcall_roster').select(['employee_id', 'digest']);
        return dialect.pairs(db, rows.where('connection_id', '=', connectionId).compile());
      }),
    async put(connectionId, entries, fence) {
      const rows = lastOfEach(entries, ({ employeeId }) => employeeId).map((entry) => [
        connectionId,
        entry.employeeId,
        entry.digest,
        entry.decision.situation,
        searchText(entry.employee),
        bodyOf(entry),
      ]);
      // What a power cut takes is seen to differ by the next read, and written again.
      await write((db) => dialect.bulk(db, putMany, rows), fence, 'crash');
    },
    async remove(connectionId, employeeIds, fence) {
      const rows = employeeIds.map((employeeId) => [connectionId, employeeId]);
      await write((db) => dialect.bulk(db, removeMany, rows), fence);
    },
    get: (connectionId, employeeId) =>
      read(async (db) => {
        const rows = db.selectFrom('rollcall_roster').select('body').where('connection_id', '=', connectionId);
        const row = await rows.where('employee_id', '=', employeeId).executeTakeFirst();
        return row === undefined ? null : (JSON.parse(row.body) as RosterEntry);
      }),
    page: (connectionId, page) => read((db) => readPage(db, dialect, connectionId, page)),
    count: (connectionId) =>
      read(async (db) => {
        const rows = db.selectFrom('rollcall_roster').select(['situation', sql<number>`cast(count(*) as integer)`.as('people')]);
        const counts = await rows.where('connection_id', '=', connectionId).groupBy('situation').execute();
        return Object.fromEntries(counts.map(({ situation, people }) => [situation as Situation, people]));
      }),
  };
}

/** The entry as JSON, with what of it has been made already: for a whole company that is most of the work. */
function bodyOf({ json, ...entry }: RosterWrite): string {
  if (json === undefined) return JSON.stringify(entry);
  const { employeeId, bankAccount, bankFingerprint, digest } = entry;
  const rest = JSON.stringify({ employeeId, bankAccount, bankFingerprint, digest });
  return `{"employee":${json.employee},"decision":${json.decision},${rest.slice(1)}`;
}

async function readPage(
  db: Kysely<Tables>,
  { position }: SqlDialect,
  connectionId: string,
  { after, limit, situations, search }: RosterPage,
): Promise<readonly RosterEntry[]> {
  if (situations?.length === 0) return [];
  let rows = db.selectFrom('rollcall_roster').select('body').where('connection_id', '=', connectionId);
  if (after !== undefined) rows = rows.where('employee_id', '>', after);
  // As an expression, so that the people are walked in their order and not collected by situation and sorted.
  if (situations !== undefined) rows = rows.where(sql`situation || ''`, 'in', situations);
  if (search !== undefined) rows = rows.where(sql<boolean>`${sql.raw(position)}(search, ${search.toLowerCase()}) > 0`);
  const page = await rows.orderBy('employee_id').limit(limit).execute();
  return page.map(({ body }) => JSON.parse(body) as RosterEntry);
}
