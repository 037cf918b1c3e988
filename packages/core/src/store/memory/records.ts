import type { ActionStore, Resolution, ResolutionStore, SecretStore } from '../store.ts';
import { checkFence } from './check-fence.ts';
import { frozenCopy } from './frozen-copy.ts';
import { promised } from './promised.ts';
import { tablesOf, type MemoryTables } from './tables.ts';

export function memorySecrets(tables: MemoryTables): SecretStore {
  return {
    get: (connectionId, name) => promised(() => tablesOf(tables, connectionId).secrets.get(name) ?? null),
    put: (connectionId, name, sealed, fence) =>
      promised(() => {
        checkFence(tables, fence);
        tablesOf(tables, connectionId).secrets.set(name, sealed);
      }),
    delete: (connectionId, name) =>
      promised(() => {
        tablesOf(tables, connectionId).secrets.delete(name);
      }),
    names: (connectionId) => promised(() => [...tablesOf(tables, connectionId).secrets.keys()].sort()),
  };
}

export function memoryResolutions(tables: MemoryTables): ResolutionStore {
  return {
    put: (resolution) =>
      promised(() => {
        tablesOf(tables, resolution.connectionId).resolutions.set(keyOf(resolution), frozenCopy(resolution));
      }),
    remove: (connectionId, employeeId, kind) =>
      promised(() => {
        const { resolutions } = tablesOf(tables, connectionId);
        for (const resolution of [...resolutions.values()]) {
          if (resolution.employeeId === employeeId && resolution.kind === kind) resolutions.delete(keyOf(resolution));
        }
      }),
    ofConnection: (connectionId) => promised(() => [...tablesOf(tables, connectionId).resolutions.values()]),
  };
}

export function memoryActions({ actions }: MemoryTables): ActionStore {
  return {
    append: (action) =>
      promised(() => {
        actions.push(frozenCopy(action));
      }),
    list: (connectionId, limit) =>
      promised(() =>
        actions
          .filter((action) => action.connectionId === connectionId)
          .reverse()
          .sort((one, other) => (one.at === other.at ? 0 : one.at > other.at ? -1 : 1))
          .slice(0, limit),
      ),
  };
}

/** Somebody may be a different person from several members, everything else is said once. */
function keyOf({ employeeId, kind, memberId }: Resolution): string {
  return [employeeId, kind, kind === 'different_person' ? memberId : ''].join('\0');
}
