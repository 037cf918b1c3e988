import { StoreError } from '../../errors/store-error.ts';
import type { JournalEntry, JournalStore, Settlement } from '../store.ts';
import { changeLinks } from './links.ts';
import { checkFence } from './check-fence.ts';
import { frozenCopy, frozenWith } from './frozen-copy.ts';
import { promised } from './promised.ts';
import { tablesOf, type MemoryTables } from './tables.ts';

export function memoryJournal(tables: MemoryTables): JournalStore {
  return {
    append: (entries, fence) =>
      promised(() => {
        checkFence(tables, fence);
        for (const entry of entries) {
          const { journal } = tablesOf(tables, entry.connectionId);
          const run = journal.get(entry.runId) ?? new Map<number, JournalEntry>();
          journal.set(entry.runId, run);
          if (!run.has(entry.seq)) run.set(entry.seq, frozenCopy(entry));
        }
      }),
    settle: (settlement, fence) =>
      promised(() => {
        checkFence(tables, fence);
        settle(tables, settlement);
      }),
    restate: ({ connectionId, runId, from, to, at }, fence) =>
      promised(() => {
        checkFence(tables, fence);
        const entries = bySeq(tables, connectionId, runId).filter(({ status }) => status === from);
        const run = tablesOf(tables, connectionId).journal.get(runId);
        for (const entry of entries) run?.set(entry.seq, frozenWith(entry, { status: to, at }));
        return entries.length;
      }),
    ofRun: (connectionId, runId, { status, afterSeq, limit }) =>
      promised(() =>
        bySeq(tables, connectionId, runId)
          .filter((entry) => (status === undefined || entry.status === status) && entry.seq > (afterSeq ?? -1))
          .slice(0, limit),
      ),
    ofMember: (connectionIds, memberId, limit) =>
      promised(() =>
        newestFirst(
          [...new Set(connectionIds)].flatMap((connectionId) => carriedOut(tables, connectionId)),
          (entry) => entry.memberId === memberId,
          limit,
        ),
      ),
    ofEmployee: (connectionId, employeeId, limit) =>
      promised(() => newestFirst(carriedOut(tables, connectionId), (entry) => entry.employeeId === employeeId, limit)),
  };
}

function settle(tables: MemoryTables, { connectionId, runId, at, outcomes, putLinks, removeLinks }: Settlement): void {
  const run = tablesOf(tables, connectionId).journal.get(runId) ?? new Map<number, JournalEntry>();
  if (outcomes.some(({ seq }) => !run.has(seq))) {
    throw new StoreError({ code: 'conflict', message: 'An entry of the journal that was settled is not there' });
  }
  changeLinks(tables, putLinks, removeLinks);
  for (const outcome of outcomes) {
    const entry = run.get(outcome.seq);
    if (entry !== undefined) run.set(outcome.seq, frozenWith(entry, { ...outcome, at }));
  }
}

function bySeq(tables: MemoryTables, connectionId: string, runId: string): readonly JournalEntry[] {
  const run = tablesOf(tables, connectionId).journal.get(runId);
  return run === undefined ? [] : [...run.values()].sort((one, other) => one.seq - other.seq);
}

function carriedOut(tables: MemoryTables, connectionId: string): readonly JournalEntry[] {
  return [...tablesOf(tables, connectionId).journal.values()].flatMap((run) =>
    [...run.values()].filter(({ status }) => status === 'done' || status === 'failed'),
  );
}

function newestFirst(
  entries: readonly JournalEntry[],
  isMeant: (entry: JournalEntry) => boolean,
  limit: number,
): readonly JournalEntry[] {
  return entries.filter(isMeant).sort(compareAge).slice(0, limit);
}

function compareAge(one: JournalEntry, other: JournalEntry): number {
  if (one.at !== other.at) return one.at > other.at ? -1 : 1;
  if (one.runId !== other.runId) return one.runId > other.runId ? -1 : 1;
  return other.seq - one.seq;
}
