import type { Situation } from '../../plan/plan.ts';
import type { RosterEntry, RosterPage, RosterStore, RosterWrite } from '../store.ts';
import { searchText } from '../search-text.ts';
import { checkFence } from './check-fence.ts';
import { frozenCopy } from './frozen-copy.ts';
import { promised } from './promised.ts';
import { tablesOf, type MemoryTables } from './tables.ts';

export function memoryRoster(tables: MemoryTables): RosterStore {
  return {
    digests: (connectionId) =>
      promised(() => {
        const digests = new Map<string, string>();
        for (const { employeeId, digest } of tablesOf(tables, connectionId).roster.values()) digests.set(employeeId, digest);
        return digests;
      }),
    put: (connectionId, entries, fence) =>
      promised(() => {
        checkFence(tables, fence);
        const { roster } = tablesOf(tables, connectionId);
        for (const entry of entries) roster.set(entry.employeeId, frozenCopy(entryOf(entry)));
      }),
    remove: (connectionId, employeeIds, fence) =>
      promised(() => {
        checkFence(tables, fence);
        const { roster } = tablesOf(tables, connectionId);
        for (const employeeId of employeeIds) roster.delete(employeeId);
      }),
    get: (connectionId, employeeId) => promised(() => tablesOf(tables, connectionId).roster.get(employeeId) ?? null),
    page: (connectionId, page) =>
      promised(() =>
        tablesOf(tables, connectionId)
          .roster.values(page.after)
          .filter((entry) => isAskedFor(entry, page))
          .take(page.limit)
          .toArray(),
      ),
    count: (connectionId) =>
      promised(() => {
        const count: Partial<Record<Situation, number>> = {};
        for (const { decision } of tablesOf(tables, connectionId).roster.values()) {
          count[decision.situation] = (count[decision.situation] ?? 0) + 1;
        }
        return count;
      }),
  };
}

function isAskedFor({ employee, decision }: RosterEntry, { situations, search }: RosterPage): boolean {
  if (situations !== undefined && !situations.includes(decision.situation)) return false;
  return search === undefined || searchText(employee).includes(search.toLowerCase());
}

function entryOf({ employeeId, employee, decision, bankAccount, bankFingerprint, digest }: RosterWrite): RosterEntry {
  return { employeeId, employee, decision, bankAccount, bankFingerprint, digest };
}
