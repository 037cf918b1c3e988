import type { Connection } from '../connection.ts';
import type { EngineContext } from '../engine-context.ts';
import type { HeldLease } from '../lease.ts';
import type { Run } from '../run.ts';
import { applyRun } from './apply-run.ts';

export interface Resumed {
  readonly runs: readonly Run[];
}

/**
 * Rule A1: before anything else, finishes what a run left when it ended without warning. A run that had not begun to apply
 * has changed nothing and is abandoned; one that had is carried to its end from the journal.
 */
export async function resumeRuns(context: EngineContext, connection: Connection, held: HeldLease): Promise<Resumed> {
  const { store } = context;
  const ended: Run[] = [];
  for (const run of await store.runs.list(connection.id, { limit: 20 })) {
    if (run.state !== 'reading' && run.state !== 'planning') continue;
    const at = context.at();
    for (const from of ['planned', 'proposed', 'held'] as const) {
      await store.journal.restate({ connectionId: connection.id, runId: run.id, from, to: 'abandoned', at }, held.fence);
    }
    await store.runs.put({ ...run, state: 'abandoned', endedAt: at }, held.fence);
  }
  for (const run of await store.runs.unfinished(connection.id)) {
    const { done, failed, stopped } = await applyRun(context, {
      connection,
      run: { ...run, ...(await countedSoFar(context, run)) },
      held,
    });
    if (stopped) break;
    const finished: Run = { ...run, state: 'done', done, failed, endedAt: context.at() };
    await store.runs.put(finished, held.fence);
    ended.push(finished);
  }
  return { runs: ended };
}

/** Counts are written when a run ends; until then the journal knows them. */
async function countedSoFar({ store }: EngineContext, run: Run): Promise<{ readonly done: number; readonly failed: number }> {
  const counts = { done: 0, failed: 0 };
  for (const status of ['done', 'failed'] as const) {
    for (let afterSeq = -1; ;) {
      const page = await store.journal.ofRun(run.connectionId, run.id, { status, afterSeq, limit: 1000 });
      counts[status] += page.length;
      afterSeq = page.at(-1)?.seq ?? afterSeq;
      if (page.length < 1000) break;
    }
  }
  return counts;
}
