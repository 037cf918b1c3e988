import type { PushedKind, PushedResource, PushedRow, PushedStore, PushToken, PushTokenStore } from '../pushed-store.ts';
import { frozenCopy } from './frozen-copy.ts';
import { promised } from './promised.ts';
import { tablesOf, type MemoryTables, type PushedTable } from './tables.ts';

export function memoryPushed(tables: MemoryTables): PushedStore {
  const tableOf = (connectionId: string, kind: PushedKind): PushedTable => tablesOf(tables, connectionId).pushed[kind];
  return {
    create: (resource) =>
      promised(() => {
        const table = tableOf(resource.connectionId, resource.kind);
        if (table.idByName.has(resource.name)) return false;
        table.idByName.set(resource.name, resource.id);
        table.rows.set(resource.id, frozenCopy({ ...resource, position: table.rows.size + 1 }));
        return true;
      }),
    update: (resource) =>
      promised(() => {
        const table = tableOf(resource.connectionId, resource.kind);
        const before = table.rows.get(resource.id);
        if (before?.version !== resource.version) return 'stale';
        const holder = table.idByName.get(resource.name);
        if (resource.deletedAt === null && holder !== undefined && holder !== resource.id) return 'name_taken';
        if (table.idByName.get(before.name) === before.id) table.idByName.delete(before.name);
        if (resource.deletedAt === null) table.idByName.set(resource.name, resource.id);
        const { position, createdAt } = before;
        table.rows.set(resource.id, frozenCopy({ ...resource, createdAt, position, version: resource.version + 1 }));
        return 'updated';
      }),
    get: (connectionId, kind, id) => promised(() => withoutPosition(tableOf(connectionId, kind).rows.get(id))),
    byName: (connectionId, kind, name) =>
      promised(() => {
        const { rows, idByName } = tableOf(connectionId, kind);
        return withoutPosition(rows.get(idByName.get(name) ?? ''));
      }),
    byExternalId: (connectionId, kind, externalId) =>
      promised(() =>
        thereIn(tableOf(connectionId, kind))
          .filter((row) => row.externalId === externalId)
          .flatMap((row) => withoutPosition(row) ?? []),
      ),
    page: (connectionId, kind, { after = 0, skip = 0, limit, deleted = false }) =>
      promised(() => {
        const table = tableOf(connectionId, kind);
        const rows = deleted ? [...table.rows.values()] : thereIn(table);
        return rows.filter(({ position }) => position > after).slice(skip, skip + limit);
      }),
    count: (connectionId, kind) => promised(() => thereIn(tableOf(connectionId, kind)).length),
    changes: (connectionId) =>
      promised(() => {
        const { user, group } = tablesOf(tables, connectionId).pushed;
        return [...user.rows.values(), ...group.rows.values()].reduce((sum, { version }) => sum + version, 0);
      }),
  };
}

function thereIn({ rows }: PushedTable): PushedRow[] {
  return [...rows.values()].filter(({ deletedAt }) => deletedAt === null);
}

function withoutPosition(row: PushedRow | undefined): PushedResource | null {
  if (row === undefined) return null;
  const { position: _position, ...resource } = row;
  return frozenCopy(resource);
}

export function memoryPushTokens(tables: MemoryTables): PushTokenStore {
  const all = (): readonly PushToken[] => [...tables.erasable.values()].flatMap(({ pushTokens }) => [...pushTokens.values()]);
  const tokenOf = (id: string): PushToken | null => all().find((token) => token.id === id) ?? null;
  return {
    put: (token) =>
      promised(() => {
        tablesOf(tables, token.connectionId).pushTokens.set(token.id, frozenCopy(token));
      }),
    get: (id) => promised(() => tokenOf(id)),
    withConnection: (id) =>
      promised(() => {
        const token = tokenOf(id);
        const connection = token === null ? undefined : tables.connections.get(token.connectionId);
        return token === null || connection === undefined ? null : { token, connection };
      }),
    ofConnection: (connectionId) =>
      promised(() =>
        [...tablesOf(tables, connectionId).pushTokens.values()].sort((one, other) =>
          `${one.createdAt} ${one.id}` < `${other.createdAt} ${other.id}` ? -1 : 1,
        ),
      ),
    remove: (connectionId, id) =>
      promised(() => {
        tablesOf(tables, connectionId).pushTokens.delete(id);
      }),
  };
}
