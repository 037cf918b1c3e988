import type { Link, LinksStore } from '@rollcall/core';
import type { Kysely } from 'kysely';
import { bulkDelete, bulkInsert, type Bulk } from '../bulk.ts';
import type { Database } from '../database.ts';
import type { SqlDialect } from '../dialect.ts';
import type { Tables } from '../schema/tables.ts';
import { toStoreError } from '../to-store-error.ts';
import { lastOfEach } from './last-of-each.ts';

type LinkKey = Pick<Link, 'connectionId' | 'employeeId'>;

const key = { connection_id: 'text', employee_id: 'text' } as const;

export interface LinkStatements {
  readonly remove: Bulk;
  readonly insert: Bulk;
  readonly upsert: Bulk;
}

export function linkStatements({ table }: SqlDialect): LinkStatements {
  const columns = { ...key, member_id: 'text', body: 'text' } as const;
  const replace = `on conflict (connection_id, employee_id) do update set member_id = excluded.member_id, body = excluded.body`;
  return {
    remove: bulkDelete(table, 'rollcall_links', key),
    insert: bulkInsert(table, 'rollcall_links', columns),
    upsert: bulkInsert(table, 'rollcall_links', columns, replace),
  };
}

export function sqlLinks({ read, write, dialect }: Database): LinksStore {
  const statements = linkStatements(dialect);
  return {
    ofConnection: (connectionId) =>
      read(async (db) => {
        const rows = db.selectFrom('rollcall_links').select('body').where('connection_id', '=', connectionId);
        return toLinks(await rows.orderBy('employee_id').execute());
      }),
    ofMember: (connectionIds, memberId) =>
      read(async (db) => {
        if (connectionIds.length === 0) return [];
        const rows = db.selectFrom('rollcall_links').select('body').where('member_id', '=', memberId);
        return toLinks(await rows.where('connection_id', 'in', connectionIds).orderBy('connection_id').execute());
      }),
    get: (connectionId, employeeId) =>
      read(async (db) => {
        const rows = db.selectFrom('rollcall_links').select('body').where('connection_id', '=', connectionId);
        const row = await rows.where('employee_id', '=', employeeId).executeTakeFirst();
        return row === undefined ? null : (JSON.parse(row.body) as Link);
      }),
    put: (links, fence) => write((db) => changeLinks(db, dialect, statements, { put: links, remove: [] }), fence),
    remove: (keys, fence) => write((db) => changeLinks(db, dialect, statements, { put: [], remove: keys }), fence),
  };
}

/** Removes, then puts: within one call a member may pass from one employee to another. */
export async function changeLinks(
  db: Kysely<Tables>,
  dialect: SqlDialect,
  statements: LinkStatements,
  { put, remove }: { readonly put: readonly Link[]; readonly remove: readonly LinkKey[] },
): Promise<void> {
  const links = lastOfEach(put, textOf);
  const inserted = links.map((link) => [link.connectionId, link.employeeId, link.memberId, JSON.stringify(link)]);
  await dialect.bulk(db, statements.remove, remove.map(keyValues));
  if (dialect.goesOnAfterRefusal && (await isAccepted(() => dialect.bulk(db, statements.upsert, inserted)))) return;
  // Members change hands among these links, or one belongs to somebody else, which is refused here.
  await dialect.bulk(db, statements.remove, links.map(keyValues));
  await dialect.bulk(db, statements.insert, inserted);
}

/** Nearly all links are new: the quick way is tried first. */
async function isAccepted(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (toStoreError(error).code === 'conflict') return false;
    throw error;
  }
}

function keyValues({ connectionId, employeeId }: LinkKey): readonly [string, string] {
  return [connectionId, employeeId];
}

function textOf({ connectionId, employeeId }: LinkKey): string {
  return `${connectionId}\0${employeeId}`;
}

function toLinks(rows: readonly { readonly body: string }[]): readonly Link[] {
  return rows.map(({ body }) => JSON.parse(body) as Link);
}
