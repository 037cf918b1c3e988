import type { Connection } from '../connection.ts';
import { freshOf, type EngineContext } from '../engine-context.ts';
import type { HeldLease } from '../lease.ts';
import { markInvited } from '../life/mark-invited.ts';
import type { Run, RunKind } from '../run.ts';
import { applyRun } from './apply-run.ts';
import { carryOn, letGo } from './carry-on.ts';
import { countedSoFar } from './counted-so-far.ts';

/** Carried out also while the connection is paused: what ends it, and what pauses it. */
export function isCarriedOutEvenPaused(kind: RunKind): boolean {
  return kind === 'disconnect' || kind === 'undo';
}

/** Is there anything that a run left when it ended without warning? */
export async function needsResuming({ store }: EngineContext, { id, pending }: Connection): Promise<boolean> {
  if ((await store.runs.unfinished(id)).length > 0) return true;
  const [latest] = await store.runs.list(id, { limit: 1 });
  if (latest?.endedAt !== null) return false;
  return latest.state !== 'proposed' || latest.id !== pending?.runId;
}

/**
 * Rule A1: before anything else, finishes what a run left when it ended without warning. A run that had not begun to apply
 * has changed nothing and is abandoned; one that had is carried to its end from the journal, and the connection is then as
 * if nothing had happened. Under the leases of connection and customer.
 */
export async function resumeRuns(context: EngineContext, connection: Connection, held: HeldLease): Promise<readonly Run[]> {
  const { store } = context;
  const waiting = (await freshOf(context, connection)).pending?.runId;
  for (const run of await store.runs.list(connection.id, { limit: 20 })) {
    // A plan that nobody was told of: the process ended before the connection pointed to it.
    const unseen = run.state === 'proposed' && run.id !== waiting;
    if (run.state === 'reading' || run.state === 'planning' || unseen) await letGo(context, run, held);
  }
  const ended: Run[] = [];
  for (const run of await store.runs.unfinished(connection.id)) {
    const finished = await resumeRun(context, await freshOf(context, connection), { run, held });
    if (finished !== undefined) ended.push(finished);
  }
  return ended;
}

async function resumeRun(
  context: EngineContext,
  connection: Connection,
  { run, held }: { readonly run: Run; readonly held: HeldLease },
): Promise<Run | undefined> {
  if (run.kind === 'sync' || run.kind === 'preview') {
    const { run: carried } = await carryOn(context, connection, { run, held });
    return carried.state === 'done' ? carried : undefined;
  }
  const counted = { ...run, ...(await countedSoFar(context, run)) };
  const evenPaused = isCarriedOutEvenPaused(run.kind);
  const { stopped, ...counts } = await applyRun(context, { connection, run: counted, held, evenPaused });
  return stopped ? undefined : endManualRun(context, { ...run, ...counts }, held);
}

/** A run that somebody asked for has been carried out. */
export async function endManualRun(context: EngineContext, run: Run, held: HeldLease): Promise<Run> {
  // Before the run ends: whoever is invited already must not be found among the candidates again.
  if (run.kind === 'invite') await markInvited(context, run, held.fence);
  const ended: Run = { ...run, state: 'done', endedAt: context.at() };
  await context.store.runs.put(ended, held.fence);
  return ended;
}
