import { deepEqual, equal } from 'node:assert/strict';
import type { JournalEntry } from '@rollcall/core';
import { acme, at, birch, difficultTexts, entryOf, later, linkOf, settlementOf } from './rows.ts';
import { refused, type StoreSuite } from './suite.ts';

const three = [entryOf(acme, 'r1', 0), entryOf(acme, 'r1', 1), entryOf(acme, 'r1', 2)];

export function describeJournal(suite: StoreSuite): void {
  suite.describe('journal', () => {
    describeEntries(suite);
    describeSettling(suite);
  });
}

function describeEntries({ storeTest }: StoreSuite): void {
  storeTest('A1 entries come back as they were appended, by seq, in pages', async ({ journal }) => {
    const entries = difficultTexts.map((reason, seq) => {
      const entry = entryOf(acme, 'r1', seq);
      return { ...entry, operation: { ...entry.operation, reason }, memberId: reason, errorCode: reason };
    });
    await journal.append([...entries].reverse());
    deepEqual(await journal.ofRun(acme, 'r1', { limit: 100 }), entries);
    deepEqual(await journal.ofRun(acme, 'r1', { afterSeq: 1, limit: 2 }), entries.slice(2, 4));
    deepEqual(await journal.ofRun(acme, 'r2', { limit: 10 }), []);
  });

  storeTest('A1 appending again changes nothing, not even what was settled meanwhile', async ({ journal }, other) => {
    await journal.append(three);
    await journal.settle(settlementOf(acme, 'r1', { outcomes: [{ seq: 1, status: 'done', memberId: 'm1' }] }));
    const before = await journal.ofRun(acme, 'r1', { limit: 10 });
    await other.journal.append([...three, entryOf(acme, 'r1', 3)]);
    deepEqual(await journal.ofRun(acme, 'r1', { limit: 10 }), [...before, entryOf(acme, 'r1', 3)]);
  });

  storeTest('a run is moved from one status to another', async ({ journal }) => {
    await journal.append([...three, entryOf(acme, 'r1', 3, { status: 'held' }), entryOf(acme, 'r2', 0)]);
    const change = { connectionId: acme, runId: 'r1', from: 'planned', to: 'abandoned', at: later } as const;
    equal(await journal.restate(change), 3);
    equal(await journal.restate(change), 0);
    deepEqual(seqsOf(await journal.ofRun(acme, 'r1', { status: 'abandoned', limit: 10 })), [0, 1, 2]);
    deepEqual(await journal.ofRun(acme, 'r1', { status: 'held', limit: 10 }), [entryOf(acme, 'r1', 3, { status: 'held' })]);
    equal((await journal.ofRun(acme, 'r1', { limit: 1 }))[0]?.at, later);
    deepEqual(await journal.ofRun(acme, 'r2', { limit: 10 }), [entryOf(acme, 'r2', 0)]);
  });

  storeTest('A4 what was carried out on a member or an employee is told newest first', async ({ journal }) => {
    const on = { memberId: 'm1', employeeId: 'e1', status: 'done' } as const;
    await journal.append([
      entryOf(acme, 'r1', 0, { ...on, at }),
      entryOf(acme, 'r1', 1, { ...on, at, status: 'failed' }),
      entryOf(acme, 'r1', 2, { ...on, at: later, status: 'planned' }),
      entryOf(acme, 'r2', 0, { ...on, at: later }),
      entryOf(acme, 'r2', 1, { ...on, at: later, memberId: 'm2' }),
      entryOf(birch, 'r3', 0, { ...on, at: '2026-11-01T08:00:00.000Z' }),
    ]);
    const keysOf = (entries: readonly JournalEntry[]) => entries.map(({ runId, seq }) => `${runId}:${seq}`);
    deepEqual(keysOf(await journal.ofMember([acme, birch], 'm1', 10)), ['r2:0', 'r1:1', 'r1:0', 'r3:0']);
    deepEqual(keysOf(await journal.ofMember([acme], 'm1', 2)), ['r2:0', 'r1:1']);
    deepEqual(await journal.ofMember([], 'm1', 2), []);
    deepEqual(keysOf(await journal.ofEmployee(acme, 'e1', 10)), ['r2:1', 'r2:0', 'r1:1', 'r1:0']);
    deepEqual(keysOf(await journal.ofEmployee(acme, 'e1', 1)), ['r2:1']);
  });
}

function describeSettling({ storeTest }: StoreSuite): void {
  storeTest('A1 outcomes and links are written together', async ({ journal, links }) => {
    await journal.append(three);
    await links.put([linkOf(acme, 'old', 'm9')]);
    await journal.settle(
      settlementOf(acme, 'r1', {
        outcomes: [
          { seq: 0, status: 'done', memberId: 'm0', result: 'm0', attempts: 1 },
          { seq: 1, status: 'failed', errorCode: 'unavailable', attempts: 3 },
        ],
        putLinks: [linkOf(acme, 'e0', 'm0'), linkOf(acme, 'new', 'm9')],
        removeLinks: [{ connectionId: acme, employeeId: 'old' }],
      }),
    );
    deepEqual(await journal.ofRun(acme, 'r1', { limit: 10 }), [
      entryOf(acme, 'r1', 0, { status: 'done', at: later, memberId: 'm0', result: 'm0', attempts: 1 }),
      entryOf(acme, 'r1', 1, { status: 'failed', at: later, errorCode: 'unavailable', attempts: 3 }),
      entryOf(acme, 'r1', 2),
    ]);
    deepEqual(await links.ofConnection(acme), [linkOf(acme, 'e0', 'm0'), linkOf(acme, 'new', 'm9')]);
  });

  storeTest('what an outcome leaves out stays, what it says is null is cleared', async ({ journal }) => {
    await journal.append([entryOf(acme, 'r1', 0, { memberId: 'm1', errorCode: 'timeout', result: 'x', attempts: 2 })]);
    await journal.settle(settlementOf(acme, 'r1', { outcomes: [{ seq: 0, status: 'done', errorCode: null }] }));
    const expected = { status: 'done', at: later, memberId: 'm1', errorCode: null, result: 'x', attempts: 2 } as const;
    deepEqual(await journal.ofRun(acme, 'r1', { limit: 1 }), [entryOf(acme, 'r1', 0, expected)]);
  });

  storeTest('A1 when a link conflicts nothing of the settlement is written', async ({ journal, links }) => {
    await journal.append(three);
    await links.put([linkOf(acme, 'holder', 'm1'), linkOf(acme, 'old', 'm2')]);
    const settlement = settlementOf(acme, 'r1', {
      outcomes: [{ seq: 0, status: 'done', memberId: 'm1' }],
      putLinks: [linkOf(acme, 'e5', 'm5'), linkOf(acme, 'e0', 'm1')],
      removeLinks: [{ connectionId: acme, employeeId: 'old' }],
    });
    await refused(journal.settle(settlement));
    deepEqual(await journal.ofRun(acme, 'r1', { limit: 10 }), three);
    deepEqual(await links.ofConnection(acme), [linkOf(acme, 'holder', 'm1'), linkOf(acme, 'old', 'm2')]);
  });

  storeTest('C7 a settlement of entries that were erased brings no link back', async ({ journal, links, connections }) => {
    await journal.append(three);
    await connections.erase(acme);
    const settlement = { outcomes: [{ seq: 0, status: 'done' as const }], putLinks: [linkOf(acme, 'e0', 'm0')] };
    await refused(journal.settle(settlementOf(acme, 'r1', settlement)));
    deepEqual(await links.ofConnection(acme), []);
  });
}

function seqsOf(entries: readonly JournalEntry[]): readonly number[] {
  return entries.map(({ seq }) => seq);
}
