import type { Run } from '../../engine/run.ts';
import type { RunStore } from '../store.ts';
import { checkFence } from './check-fence.ts';
import { frozenCopy } from './frozen-copy.ts';
import { promised } from './promised.ts';
import { tablesOf, type MemoryTables } from './tables.ts';

const endings: readonly Run['state'][] = ['done', 'failed', 'superseded', 'abandoned'];

export function memoryRuns(tables: MemoryTables): RunStore {
  const newestFirst = (connectionId: string) =>
    [...(tables.runs.get(connectionId)?.values() ?? [])].sort((one, other) => (ageOf(one) > ageOf(other) ? -1 : 1));
  return {
    put: (run, fence) =>
      promised(() => {
        checkFence(tables, fence);
        const runs = tables.runs.get(run.connectionId) ?? new Map<string, Run>();
        tables.runs.set(run.connectionId, runs.set(run.id, frozenCopy(run)));
      }),
    get: (connectionId, runId) => promised(() => tables.runs.get(connectionId)?.get(runId) ?? null),
    list: (connectionId, { before, limit }) =>
      promised(() =>
        newestFirst(connectionId)
          .filter(({ startedAt }) => before === undefined || startedAt < before)
          .slice(0, limit),
      ),
    unfinished: (connectionId) =>
      promised(() =>
        newestFirst(connectionId)
          .filter(({ state }) => state === 'applying')
          .reverse(),
      ),
    prune: (connectionId, before) =>
      promised(() => {
        const old = newestFirst(connectionId).filter(({ state, startedAt }) => endings.includes(state) && startedAt < before);
        for (const { id } of old) {
          tables.runs.get(connectionId)?.delete(id);
          tablesOf(tables, connectionId).journal.delete(id);
        }
        return old.length;
      }),
  };
}

function ageOf({ startedAt, id }: Run): string {
  return `${startedAt} ${id}`;
}
