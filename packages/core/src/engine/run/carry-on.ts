import { canonicalJson } from '../../plan/canonical-json.ts';
import type { Connection } from '../connection.ts';
import { changeConnection, isStopped, type EngineContext } from '../engine-context.ts';
import type { HeldLease } from '../lease.ts';
import type { Run } from '../run.ts';
import { applyRun } from './apply-run.ts';
import { countedSoFar } from './counted-so-far.ts';
import { finishRun, stoppedRun, type RunResult } from './finish-run.ts';

export interface CarryOnInput {
  readonly run: Run;
  readonly held: HeldLease;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Carries a plan to its end from the journal, for the first time or after a crash: the plan of a sync, or one to which
 * somebody has said yes.
 */
export async function carryOn(
  context: EngineContext,
  connection: Connection,
  { run, held, onProgress }: CarryOnInput,
): Promise<RunResult> {
  if (isAgreedTo(connection, run)) await planWhatWaited(context, connection, { run, held });
  const counted = { ...run, ...(await countedSoFar(context, run)) };
  const { stopped, ...counts } = await applyRun(context, { connection, run: counted, held, onProgress });
  const applied = { ...run, ...counts };
  if (stopped) return stoppedRun(context, connection, { run: applied, held });
  const teamsAreSetUp = applied.failed === 0 || (await didTeams(context, run));
  const change = (fresh: Connection): Partial<Connection> => confirmed(context, fresh, { run, teamsAreSetUp });
  return finishRun(context, { connection, run: applied, held, change });
}

/**
 * Has somebody confirmed or approved this run? It is `applying` then, and the connection still says that it waits. A sync
 * that ended without warning after the connection was told what it holds back looks alike, but says itself that it holds.
 */
function isAgreedTo({ pending }: Connection, { id, held }: Run): boolean {
  return pending?.runId === id && (pending.for === 'confirmation' || held === null);
}

/** From here on the plan is carried out, whatever happens to this process: whoever syncs next finishes it. */
async function planWhatWaited(
  context: EngineContext,
  { id, pending }: Connection,
  { run, held }: Pick<CarryOnInput, 'run' | 'held'>,
): Promise<void> {
  const from = pending?.for === 'approval' ? 'held' : 'proposed';
  await context.store.journal.restate({ connectionId: id, runId: run.id, from, to: 'planned', at: context.at() }, held.fence);
  await changeConnection(context, id, (fresh) => (isStopped(fresh) ? {} : { nextSyncAt: context.at() }), held.fence);
}

/** The first confirmation makes the connection manage people; every one makes what was shown what syncs follow. */
function confirmed(
  context: EngineContext,
  { draft, confirmedAt, teamSync, configuration, pending, lastRead }: Connection,
  { run, teamsAreSetUp }: { readonly run: Run; readonly teamsAreSetUp: boolean },
): Partial<Connection> {
  if (pending?.for !== 'confirmation' || pending.runId !== run.id) return {};
  const shown = pending.draft ?? draft;
  const wantsTeams = shown?.teamSync ?? teamSync;
  return {
    configuration: shown?.configuration ?? configuration,
    // Somebody may have configured anew since: that has not been shown yet.
    draft: canonicalJson(draft) === canonicalJson(shown) ? null : draft,
    lastRead: pending.read ?? lastRead,
    confirmedAt: confirmedAt ?? context.at(),
    teamSync: wantsTeams && (teamSync || teamsAreSetUp),
  };
}

/** Team sync is on once its set-up has gone through (rule T5). */
async function didTeams({ store }: EngineContext, run: Run): Promise<boolean> {
  for (let afterSeq = -1; ;) {
    const page = await store.journal.ofRun(run.connectionId, run.id, { status: 'failed', afterSeq, limit: 1000 });
    if (page.some(({ operation }) => operation.kind === 'change_teams')) return false;
    afterSeq = page.at(-1)?.seq ?? afterSeq;
    if (page.length < 1000) return true;
  }
}

/** A run that has changed nothing will not do so any more. */
export async function letGo(context: EngineContext, run: Run, { fence }: HeldLease): Promise<Run> {
  const { store } = context;
  const at = context.at();
  for (const from of ['planned', 'proposed', 'held'] as const) {
    await store.journal.restate({ connectionId: run.connectionId, runId: run.id, from, to: 'abandoned', at }, fence);
  }
  const gone: Run = { ...run, state: 'abandoned', endedAt: at };
  await store.runs.put(gone, fence);
  return gone;
}
