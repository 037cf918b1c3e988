import type { PushedKind, PushedResource, PushedRow, PushedStore } from '@rollcall/core';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database.ts';
import type { Tables } from '../schema/tables.ts';

export function sqlPushed({ read, write, writeOne }: Database): PushedStore {
  return {
    create: (resource) =>
      writeOne(async (db) => {
        const { connectionId, kind, id } = resource;
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('rollcall_pushed')
          .values({ connection_id: connectionId, kind, id, ...toRow(resource) })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        return numInsertedOrUpdatedRows === 1n;
      }),
    update: (resource) =>
      write(async (db) => {
        const { id, version } = resource;
        const stored = await db
          .selectFrom('rollcall_pushed')
          .select(['body', 'version', 'name', 'deleted_at'])
          .where(keyOf('id'), '=', keyTo(resource, id))
          .executeTakeFirst();
        if (stored?.version !== version) return 'stale';
        // Whoever has a name and keeps it is in nobody's way.
        const keepsName = stored.deleted_at === null && stored.name === resource.name;
        const holder = resource.deletedAt === null && !keepsName ? await holderOf(db, resource) : undefined;
        if (holder !== undefined && holder !== id) return 'name_taken';
        const { createdAt } = JSON.parse(stored.body) as PushedResource;
        const { numUpdatedRows } = await db
          .updateTable('rollcall_pushed')
          .set(toRow({ ...resource, createdAt, version: version + 1 }))
          .where(keyOf('id'), '=', keyTo(resource, id))
          .where('version', '=', version)
          .executeTakeFirstOrThrow();
        return numUpdatedRows === 1n ? 'updated' : 'stale';
      }),
    get: (connectionId, kind, id) =>
      read(async (db) => {
        const key = keyTo({ connectionId, kind }, id);
        const row = await db.selectFrom('rollcall_pushed').select('body').where(keyOf('id'), '=', key).executeTakeFirst();
        return row === undefined ? null : toResource(row);
      }),
    byName: (connectionId, kind, name) =>
      read(async (db) => {
        const row = await byKey(db, 'name', { connectionId, kind }, name).select('body').executeTakeFirst();
        return row === undefined ? null : toResource(row);
      }),
    byExternalId: (connectionId, kind, externalId) =>
      read(async (db) => {
        const rows = byKey(db, 'external_id', { connectionId, kind }, externalId).select('body');
        return (await rows.orderBy('position').execute()).map(toResource);
      }),
    page: (connectionId, kind, { after, skip = 0, limit, deleted = false }) =>
      read(async (db) => {
        let rows = (deleted ? rowsOf : thereOf)(db, connectionId, kind).select(['body', 'position']);
        if (after !== undefined) rows = rows.where('position', '>', after);
        const page = await rows.orderBy('position').limit(limit).offset(skip).execute();
        return page.map((row): PushedRow => ({ ...toResource(row), position: row.position }));
      }),
    count: (connectionId, kind) =>
      read(async (db) => {
        const count = sql<number>`cast(count(*) as integer)`.as('count');
        return (await thereOf(db, connectionId, kind).select(count).executeTakeFirstOrThrow()).count;
      }),
    changes: (connectionId) =>
      read(async (db) => {
        // Every change adds one to the version of one row, and rows are never taken away.
        const changes = sql<number>`cast(coalesce(sum(version), 0) as integer)`.as('changes');
        const rows = db.selectFrom('rollcall_pushed').select(changes).where('connection_id', '=', connectionId);
        return (await rows.executeTakeFirstOrThrow()).changes;
      }),
  };
}

function rowsOf(db: Kysely<Tables>, connectionId: string, kind: PushedKind) {
  return db.selectFrom('rollcall_pushed').where('connection_id', '=', connectionId).where('kind', '=', kind);
}

function thereOf(db: Kysely<Tables>, connectionId: string, kind: PushedKind) {
  return rowsOf(db, connectionId, kind).where('deleted_at', 'is', null);
}

/** Who has the name. Of two writers at once the later one meets the unique index. */
async function holderOf(db: Kysely<Tables>, resource: PushedResource): Promise<string | undefined> {
  return (await byKey(db, 'name', resource, resource.name).select('id').executeTakeFirst())?.id;
}

function byKey(db: Kysely<Tables>, column: 'name' | 'external_id', owner: Owner, value: string) {
  return db.selectFrom('rollcall_pushed').where(keyOf(column), '=', keyTo(owner, value)).where('deleted_at', 'is', null);
}

type Owner = Pick<PushedResource, 'connectionId' | 'kind'>;

/** As the indexes have it, word for word: see the migration. */
function keyOf(column: 'id' | 'name' | 'external_id') {
  return sql<string>`connection_id || '/' || kind || '/' || ${sql.ref(column)}`;
}

function keyTo({ connectionId, kind }: Owner, value: string): string {
  return `${connectionId}/${kind}/${value}`;
}

function toRow(resource: PushedResource) {
  return {
    name: resource.name,
    external_id: resource.externalId,
    version: resource.version,
    deleted_at: resource.deletedAt,
    body: JSON.stringify(resource),
  };
}

function toResource({ body }: { readonly body: string }): PushedResource {
  return JSON.parse(body) as PushedResource;
}
