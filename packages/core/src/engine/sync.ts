import { summariseRead } from '../guard/read-summary-of.ts';
import type { ReadSummary } from '../guard/read-summary.ts';
import { PlanError } from '../errors/plan-error.ts';
import type { Plan } from '../plan/plan.ts';
import { requireState } from './authorize.ts';
import type { Actor, Configuration, Connection } from './connection.ts';
import { changeConnection, type EngineContext } from './engine-context.ts';
import type { Run, RunKind } from './run.ts';
import { connectionLease, customerLease, withLease, type HeldLease } from './lease.ts';
import { applyRun } from './run/apply-run.ts';
import { toEntries } from './run/journal-entries.ts';
import { failRun, finishRun, type RunResult } from './run/finish-run.ts';
import { keepPlan } from './run/keep-plan.ts';
import { newRun, planRun, readForRun, type Planned, type RunInput, type RunProgress } from './run/make-run.ts';
import { resumeRuns } from './run/resume-runs.ts';

export interface RunOptions {
  readonly actor?: Actor | undefined;
  readonly onProgress?: ((progress: RunProgress) => void) | undefined;
}

/** Nobody in particular: a timer, a worker. */
export const engineActor: Actor = { id: 'engine', kind: 'system' };

// Another connection of the customer is applying: a large company takes its time.
const customerWaitMs = 600_000;

/** What a preview shows. Confirm it by its hash. */
export interface Preview extends RunResult {
  /** Undefined when the read failed: the connection says why. */
  readonly plan: Plan | undefined;
}

/**
 * One pass: read, plan, apply what needs no approval. A read that failed changes nothing (rule V7).
 * @throws EngineError `state_invalid` before the first plan is confirmed, `run_in_progress`; never for a failed read
 */
export async function sync(context: EngineContext, connection: Connection, options: RunOptions = {}): Promise<RunResult> {
  requireState(connection, ['connected', 'held', 'needs_attention'], 'sync');
  return withLease(context, connectionLease(connection.id), async (held) => {
    // Read again under the lease: somebody may have paused or disconnected it meanwhile.
    const fresh = (await context.store.connections.get(connection.id)) ?? connection;
    requireState(fresh, ['connected', 'held', 'needs_attention'], 'sync');
    await resumeUnderLease(context, fresh, held);
    if (fresh.configuration === null)
      throw new PlanError({ code: 'plan_unknown', message: 'no plan of this connection has been confirmed yet' });
    const input = runInput(fresh, {
      kind: 'sync',
      configuration: fresh.configuration,
      teams: fresh.teamSync ? 'follow' : undefined,
      held,
      options,
    });
    const planned = await readAndPlan(context, input, 'planned');
    if ('result' in planned) return planned.result;
    return planned.value;
  });
}

interface InputParts {
  readonly kind: RunKind;
  readonly configuration: Configuration;
  readonly teams: 'enable' | 'follow' | undefined;
  readonly held: HeldLease;
  readonly options: RunOptions;
}

function runInput(connection: Connection, { kind, configuration, teams, held, options }: InputParts): RunInput {
  return { connection, kind, actor: options.actor ?? engineActor, configuration, teams, held, onProgress: options.onProgress };
}

/** Finishes what a crash left, under the lease of the customer. */
async function resumeUnderLease(context: EngineContext, connection: Connection, held: HeldLease): Promise<void> {
  const unfinished = await context.store.runs.unfinished(connection.id);
  const latest = await context.store.runs.list(connection.id, { limit: 1 });
  if (unfinished.length === 0 && latest.every(({ endedAt, state }) => endedAt !== null || state === 'proposed')) return;
  await withLease(context, customerLease(connection.customerId), () => resumeRuns(context, connection, held), {
    waitMs: customerWaitMs,
  });
}

async function readAndPlan(
  context: EngineContext,
  input: RunInput,
  status: 'planned',
): Promise<{ readonly value: RunResult } | { readonly result: RunResult }> {
  const { connection, held } = input;
  const run = newRun(context, input);
  await context.store.runs.put(run, held.fence);
  const read = await readForRun(context, input);
  const { error } = errorOf(read.report);
  if (error !== undefined) return { result: await failRun(context, { connection, run, held, read, error }) };
  return withLease(
    context,
    customerLease(connection.customerId),
    async () => {
      const planned = await guarded(context, input, () => planRun(context, input, { run, read }));
      if ('result' in planned) return planned;
      await keepPlan(context, { connection, held, status, ...planned.value });
      return { value: await applyPlanned(context, input, planned.value) };
    },
    { waitMs: customerWaitMs },
  );
}

async function applyPlanned(context: EngineContext, input: RunInput, { run, plan, read }: Planned): Promise<RunResult> {
  const { connection, held, onProgress } = input;
  const applying = { ...run, state: 'applying' as const };
  await context.store.runs.put(applying, held.fence);
  const entries = toEntries({
    connectionId: connection.id,
    runId: run.id,
    plan: { ...plan, held: null },
    status: 'planned',
    at: context.at(),
  });
  const counts = await applyRun(context, {
    connection,
    run: applying,
    held,
    entries,
    read,
    onProgress: (done, total) => onProgress?.({ phase: 'applying', done, total }),
  });
  const { stopped, ...figures } = counts;
  if (stopped) return stoppedRun(context, connection, { ...applying, ...figures }, held);
  return finishRun(context, { connection, run: { ...applying, ...figures }, held, read });
}

/** Paused in the middle: what is planned stays planned, and is carried out when the connection is resumed (rule C8). */
async function stoppedRun(context: EngineContext, connection: Connection, run: Run, held: HeldLease): Promise<RunResult> {
  await context.store.runs.put(run, held.fence);
  return { run, connection: (await context.store.connections.get(connection.id)) ?? connection };
}

function errorOf(report: Planned['read']['report']): { readonly error?: unknown } {
  return report.outcome === 'partial' && report.error !== undefined ? { error: report.error } : {};
}

/** A directory that cannot be read ends the run like a vendor that cannot: said, and nothing done. */
async function guarded<T>(
  context: EngineContext,
  { connection, held, kind, actor }: RunInput,
  work: () => Promise<T & { readonly run?: unknown }>,
): Promise<{ readonly value: T } | { readonly result: RunResult }> {
  try {
    return { value: await work() };
  } catch (error) {
    held.signal.throwIfAborted();
    const run = newRun(context, { connection, kind, actor });
    return { result: await failRun(context, { connection, run, held, error }) };
  }
}

export interface PreviewOptions extends RunOptions {
  /** Plan what enabling team sync would do (rule T5). Default: as the connection or its draft stands. */
  readonly teamSync?: boolean | undefined;
}

/** Reads and plans, and changes nothing: what `confirm` would do (rule C3). */
export async function preview(context: EngineContext, connection: Connection, options: PreviewOptions = {}): Promise<Preview> {
  requireState(connection, ['awaiting_confirmation', 'connected', 'held', 'needs_attention'], 'preview');
  return withLease(context, connectionLease(connection.id), async (held) => {
    const fresh = (await context.store.connections.get(connection.id)) ?? connection;
    await resumeUnderLease(context, fresh, held);
    const draft = draftOf(fresh, options);
    const teams = draft.teamSync ? (fresh.teamSync ? 'follow' : 'enable') : undefined;
    const input = runInput(fresh, { kind: 'preview', configuration: draft.configuration, teams, held, options });
    const run = newRun(context, input);
    await context.store.runs.put(run, held.fence);
    const read = await readForRun(context, input);
    const { error } = errorOf(read.report);
    if (error !== undefined)
      return { ...(await failRun(context, { connection: fresh, run, held, read, error })), plan: undefined };
    return withLease(context, customerLease(fresh.customerId), () => propose(context, input, { run, read, draft }), {
      waitMs: customerWaitMs,
    });
  });
}

function draftOf(connection: Connection, { teamSync }: PreviewOptions): NonNullable<Connection['draft']> {
  const configuration = connection.draft?.configuration ?? connection.configuration;
  if (configuration === null)
    throw new PlanError({ code: 'plan_unknown', message: 'the connection has not been configured yet' });
  return { configuration, teamSync: teamSync ?? connection.draft?.teamSync ?? connection.teamSync };
}

async function propose(
  context: EngineContext,
  input: RunInput,
  { run, read, draft }: Pick<Planned, 'run' | 'read'> & { readonly draft: NonNullable<Connection['draft']> },
): Promise<Preview> {
  const { connection, held } = input;
  const planned = await guarded(context, input, () => planRun(context, input, { run, read }));
  if ('result' in planned) return { ...planned.result, plan: undefined };
  const { plan } = planned.value;
  const proposed = { ...planned.value.run, state: 'proposed' as const };
  await keepPlan(context, { connection, held, status: 'proposed', plan, read, run: proposed });
  await context.store.runs.put(proposed, held.fence);
  const updated = await changeConnection(context, connection.id, (fresh) => ({
    draft,
    failures: 0,
    pending: { runId: run.id, planHash: plan.hash, for: 'confirmation', since: context.at(), read: complete(read, run.id) },
    ...(fresh.confirmedAt === null && { state: 'awaiting_confirmation', attention: null }),
  }));
  return { run: proposed, connection: updated, plan };
}

function complete({ report }: Planned['read'], readId: string): ReadSummary | null {
  return report.outcome === 'complete' && report.employees > 0 ? summariseRead(report, readId) : null;
}
