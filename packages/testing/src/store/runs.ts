import { deepEqual, equal } from 'node:assert/strict';
import type { Run } from '@rollcall/core';
import { acme, actionOf, entryOf, later, linkOf, resolutionOf, rosterEntryOf, runOf } from './rows.ts';
import type { StoreSuite } from './suite.ts';

export function describeRuns({ describe, storeTest }: StoreSuite): void {
  describe('runs', () => {
    storeTest('are written, replaced and listed newest first', async ({ runs }, other) => {
      const days = ['2026-11-01', '2026-11-03', '2026-11-02'];
      for (const day of days) await runs.put(runOf(acme, `run-${day}`, { startedAt: `${day}T08:00:00.000Z` }));
      const replaced = runOf(acme, 'run-2026-11-02', {
        startedAt: '2026-11-02T08:00:00.000Z',
        endedAt: later,
        notes: ['a note'],
        held: { reason: 'Many people would go', rule: 'V3' },
      });
      await other.runs.put(replaced);
      deepEqual(await runs.get(acme, 'run-2026-11-02'), replaced);
      equal(await runs.get(acme, 'nobody'), null);
      deepEqual(idsOf(await runs.list(acme, { limit: 2 })), ['run-2026-11-03', 'run-2026-11-02']);
      deepEqual(idsOf(await runs.list(acme, { before: '2026-11-02T08:00:00.000Z', limit: 5 })), ['run-2026-11-01']);
    });

    storeTest('A1 those that began to apply and did not end are found, oldest first', async ({ runs }) => {
      const states = { r1: 'applying', r2: 'done', r3: 'applying', r4: 'reading', r5: 'proposed', r6: 'abandoned' } as const;
      for (const [id, state] of Object.entries(states)) {
        const day = id === 'r1' ? '02' : '01';
        await runs.put(runOf(acme, id, { state, startedAt: `2026-11-${day}T08:00:00.000Z` }));
      }
      deepEqual(idsOf(await runs.unfinished(acme)), ['r3', 'r1']);
    });
  });

  describe('retention', () => {
    storeTest(
      'ended runs that are old are forgotten with their journal, and nothing else',
      async ({ runs, journal, ...store }) => {
        const old = '2026-10-01T08:00:00.000Z';
        await runs.put(runOf(acme, 'old', { startedAt: old }));
        await runs.put(runOf(acme, 'old-waiting', { startedAt: old, state: 'proposed' }));
        await runs.put(runOf(acme, 'old-applying', { startedAt: old, state: 'applying' }));
        await runs.put(runOf(acme, 'new', { startedAt: later }));
        for (const runId of ['old', 'old-waiting', 'old-applying', 'new']) await journal.append([entryOf(acme, runId, 0)]);
        await store.roster.put(acme, [rosterEntryOf('e1')]);
        await store.links.put([linkOf(acme, 'e1', 'm1')]);

        equal(await runs.prune(acme, later), 1);
        equal(await runs.prune(acme, later), 0);
        deepEqual(idsOf(await runs.list(acme, { limit: 10 })), ['new', 'old-waiting', 'old-applying']);
        deepEqual(await journal.ofRun(acme, 'old', { limit: 10 }), []);
        equal((await journal.ofRun(acme, 'old-waiting', { limit: 10 })).length, 1);
        equal((await journal.ofRun(acme, 'new', { limit: 10 })).length, 1);
        equal((await store.roster.digests(acme)).size, 1);
        equal((await store.links.ofConnection(acme)).length, 1);
      },
    );
  });

  describe('resolutions and actions', () => {
    storeTest('the newer decision replaces the older; of different persons there may be several', async ({ resolutions }) => {
      const newer = resolutionOf(acme, 'e1', { memberId: 'm2', at: later });
      const different = ['m3', 'm4'].map((memberId) => resolutionOf(acme, 'e1', { kind: 'different_person', memberId }));
      const keep = resolutionOf(acme, 'e2', { kind: 'keep', memberId: null, evidence: '2026-12-31' });
      for (const resolution of [resolutionOf(acme, 'e1'), ...different, keep, newer]) await resolutions.put(resolution);
      deepEqual(await resolutions.ofConnection(acme), [...different, newer, keep]);
      await resolutions.remove(acme, 'e1', 'different_person');
      deepEqual(await resolutions.ofConnection(acme), [newer, keep]);
    });

    storeTest('C9 actions are listed newest first, those of one instant too', async ({ actions }) => {
      await actions.append(actionOf(acme, 'second', { at: later }));
      await actions.append(actionOf(acme, 'first', { allowed: false }));
      await actions.append(actionOf(acme, 'third', { at: later }));
      deepEqual(await actions.list(acme, 10), [
        actionOf(acme, 'third', { at: later }),
        actionOf(acme, 'second', { at: later }),
        actionOf(acme, 'first', { allowed: false }),
      ]);
      equal((await actions.list(acme, 1)).length, 1);
    });
  });
}

/** Newest first; of one instant, the greater id. */
function idsOf(runs: readonly Run[]): readonly string[] {
  return runs.map(({ id }) => id);
}
