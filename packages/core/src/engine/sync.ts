import { summariseRead } from '../guard/read-summary-of.ts';
import type { ReadSummary } from '../guard/read-summary.ts';
import { PlanError } from '../errors/plan-error.ts';
import { canonicalJson } from '../plan/canonical-json.ts';
import type { Plan } from '../plan/plan.ts';
import { requireState } from './authorize.ts';
import type { Actor, Configuration, Connection } from './connection.ts';
import { changeConnection, freshOf, isStopped, type EngineContext } from './engine-context.ts';
import type { Run, RunKind } from './run.ts';
import { connectionLease, withCustomerLease, withLease, type HeldLease } from './lease.ts';
import { applyRun, isPaused } from './run/apply-run.ts';
import { letGo } from './run/carry-on.ts';
import { toEntries } from './run/journal-entries.ts';
import { failRun, finishRun, stoppedRun, type RunResult } from './run/finish-run.ts';
import { keepPlan } from './run/keep-plan.ts';
import { newRun, planRun, readForRun, type Planned, type RunInput, type RunProgress } from './run/make-run.ts';
import { needsResuming, resumeRuns } from './run/resume-runs.ts';

export interface RunOptions {
  readonly actor?: Actor | undefined;
  readonly onProgress?: ((progress: RunProgress) => void) | undefined;
  /** Stops the run where it can go on later: what is written down is carried out by the next one. */
  readonly signal?: AbortSignal | undefined;
}

/** Nobody in particular: a timer, a worker. */
export const engineActor: Actor = { id: 'engine', kind: 'system' };

/** What a preview shows. Confirm it by its hash. */
export interface Preview extends RunResult {
  /** Undefined when the read failed: the connection says why. */
  readonly plan: Plan | undefined;
}

const syncable = ['connected', 'held', 'needs_attention'] as const;

/**
 * One pass: read, plan, apply what needs no approval. A read that failed changes nothing (rule V7).
 * @throws EngineError `state_invalid` before the first plan is confirmed, `run_in_progress`; never for a failed read
 */
export async function sync(context: EngineContext, connection: Connection, options: RunOptions = {}): Promise<RunResult> {
  if (!isBeingConfirmed(connection)) requireState(connection, syncable, 'sync');
  return withLease(
    context,
    connectionLease(connection.id),
    async (held) => {
      // Read again under the lease: somebody may have paused or disconnected it meanwhile.
      const before = await freshOf(context, connection);
      if (!isBeingConfirmed(before)) requireState(before, syncable, 'sync');
      const fresh = await resumeUnderLease(context, before, held);
      requireState(fresh, syncable, 'sync');
      if (fresh.configuration === null)
        throw new PlanError({ code: 'plan_unknown', message: 'no plan of this connection has been confirmed yet' });
      const input = runInput(fresh, {
        kind: 'sync',
        configuration: fresh.configuration,
        teams: fresh.teamSync ? 'follow' : undefined,
        held,
        options,
      });
      return readAndApply(context, input);
    },
    options,
  );
}

/** Its first confirmation was cut short: it is due, so that whoever comes first carries it to its end (rule A1). */
function isBeingConfirmed({ state, nextSyncAt }: Connection): boolean {
  return state === 'awaiting_confirmation' && nextSyncAt !== null;
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

/** Finishes what a crash left, under the lease of the customer; gives the connection as it is then. */
async function resumeUnderLease(context: EngineContext, connection: Connection, held: HeldLease): Promise<Connection> {
  if (!(await needsResuming(context, connection))) return connection;
  await withCustomerLease(context, connection.customerId, held, (both) => resumeRuns(context, connection, both));
  return freshOf(context, connection);
}

async function readAndApply(context: EngineContext, input: RunInput): Promise<RunResult> {
  const { connection, held } = input;
  const run = newRun(context, input);
  await context.store.runs.put(run, held.fence);
  const read = await readForRun(context, input);
  await held.assure();
  const { error } = errorOf(read.report);
  if (error !== undefined) return failRun(context, { connection, run, held, read, error });
  return withCustomerLease(context, connection.customerId, held, async (both) => {
    if (await isPaused(context, connection.id)) {
      return { run: await letGo(context, run, held), connection: await freshOf(context, connection) };
    }
    const planned = await guarded(context, input, run, () => planRun(context, input, { run, read }));
    if ('result' in planned) return planned.result;
    await keepPlan(context, { connection, held, status: 'planned', ...planned.value });
    return applyPlanned(context, { ...input, held: both }, planned.value);
  });
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
  const { stopped, ...figures } = await applyRun(context, {
    connection,
    run: applying,
    held,
    entries,
    read,
    onProgress: (done, total) => onProgress?.({ phase: 'applying', done, total }),
  });
  const applied = { ...applying, ...figures };
  return stopped
    ? stoppedRun(context, connection, { run: applied, held })
    : finishRun(context, { connection, run: applied, held, read });
}

function errorOf(report: Planned['read']['report']): { readonly error?: unknown } {
  return report.outcome === 'partial' && report.error !== undefined ? { error: report.error } : {};
}

/** A directory that cannot be read ends the run like a vendor that cannot: said, and nothing done. */
async function guarded<T>(
  context: EngineContext,
  { connection, held }: RunInput,
  run: Run,
  work: () => Promise<T & { readonly run?: unknown }>,
): Promise<{ readonly value: T } | { readonly result: RunResult }> {
  try {
    return { value: await work() };
  } catch (error) {
    held.signal.throwIfAborted();
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
  return withLease(
    context,
    connectionLease(connection.id),
    async (held) => {
      const fresh = await resumeUnderLease(context, await freshOf(context, connection), held);
      const draft = draftOf(fresh, options);
      const teams = draft.teamSync ? (fresh.teamSync ? 'follow' : 'enable') : undefined;
      const input = runInput(fresh, { kind: 'preview', configuration: draft.configuration, teams, held, options });
      const run = newRun(context, input);
      await context.store.runs.put(run, held.fence);
      const read = await readForRun(context, input);
      await held.assure();
      const { error } = errorOf(read.report);
      if (error !== undefined)
        return { ...(await failRun(context, { connection: fresh, run, held, read, error })), plan: undefined };
      return withCustomerLease(context, fresh.customerId, held, () => propose(context, input, { run, read, draft }));
    },
    options,
  );
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
  const planned = await guarded(context, input, run, () => planRun(context, input, { run, read }));
  if ('result' in planned) return { ...planned.result, plan: undefined };
  const { plan } = planned.value;
  const proposed = { ...planned.value.run, state: 'proposed' as const };
  await keepPlan(context, { connection, held, status: 'proposed', plan, read, run: proposed });
  await context.store.runs.put(proposed, held.fence);
  const updated = await changeConnection(
    context,
    connection.id,
    (fresh) => ({
      // Somebody may have configured anew meanwhile: that is what comes next.
      ...(canonicalJson(fresh.draft) === canonicalJson(connection.draft) && { draft }),
      failures: 0,
      pending: {
        runId: run.id,
        planHash: plan.hash,
        for: 'confirmation',
        since: context.at(),
        read: complete(read, run.id),
        draft,
      },
      ...(fresh.confirmedAt === null && !isStopped(fresh) && { state: 'awaiting_confirmation', attention: null }),
    }),
    held.fence,
  );
  return { run: proposed, connection: updated, plan };
}

function complete({ report }: Planned['read'], readId: string): ReadSummary | null {
  return report.outcome === 'complete' && report.employees > 0 ? summariseRead(report, readId) : null;
}
