import { summariseRead } from '../../guard/read-summary-of.ts';
import type { Connection } from '../connection.ts';
import { changeConnection, freshOf, isStopped, type EngineContext } from '../engine-context.ts';
import type { HeldLease } from '../lease.ts';
import type { Run } from '../run.ts';
import { wakeAfterPush } from '../push/wake-after-push.ts';
import { backoff, nextPull } from '../schedule.ts';
import { attentionFor, doubtsOf, statusDoubt } from './attention.ts';
import type { CompanyRead } from './read-company.ts';

/** What a run came to, for whoever started it. */
export interface RunResult {
  readonly run: Run;
  readonly connection: Connection;
}

const dayMs = 86_400_000;

export interface FinishInput {
  readonly connection: Connection;
  readonly run: Run;
  readonly held: HeldLease;
  /** Of a run that read; undefined when it only carried out what was planned before. */
  readonly read?: CompanyRead | undefined;
  readonly change?: ((fresh: Connection) => Partial<Connection>) | undefined;
}

/** A run that was carried out: the connection says what still waits, and when the next pull is. */
export async function finishRun(context: EngineContext, input: FinishInput): Promise<RunResult> {
  const { connection, held, read } = input;
  const run: Run = { ...input.run, state: 'done', endedAt: context.at() };
  const waits = run.held !== null && run.planHash !== null;
  const doubt =
    run.kind === 'sync' ? doubtsOf(run.read, (run.summary?.people.missing ?? 0) > 0 || connection.lastRead !== null) : null;
  const failing = run.failed > 0 ? failedOperations(run) : null;
  const attention = doubt ?? (read === undefined ? null : statusDoubt(read.report)) ?? failing;
  const updated = await changeConnection(
    context,
    connection.id,
    (fresh) => ({
      ...(!isStopped(fresh) && {
        state: waits ? 'held' : attention === null ? 'connected' : 'needs_attention',
        nextSyncAt: wokenMeanwhile(input, fresh) ?? nextPull(connection.id, context.now(), context.syncEveryMs),
      }),
      attention,
      failures: 0,
      pending: waits
        ? { runId: run.id, planHash: run.planHash, for: 'approval', since: context.at(), read: null }
        : keptConfirmation(fresh, run),
      ...(read?.report.outcome === 'complete' && read.report.employees > 0 && { lastRead: summariseRead(read.report, run.id) }),
      ...input.change?.(fresh),
    }),
    held.fence,
  );
  await wakeForLatePushes(context, input);
  // Last: until the connection says what came of it, a run that ends without warning has not ended.
  await context.store.runs.put(run, held.fence);
  tellOfRun(context, updated, run);
  const before = new Date(context.now().getTime() - (context.options.keepRunsMs ?? 400 * dayMs)).toISOString();
  await context.store.runs.prune(connection.id, before);
  return { run, connection: updated };
}

/** Somebody woke the connection while it was being read: what they know of may have come too late for this read (rule C5). */
function wokenMeanwhile({ connection, run, read }: FinishInput, { nextSyncAt }: Connection): string | undefined {
  const isWoken = run.kind === 'sync' && read !== undefined && nextSyncAt !== connection.nextSyncAt;
  return isWoken ? (nextSyncAt ?? undefined) : undefined;
}

/** After the next pull has been set, so that every push is seen either here or by whoever made it (rule C5). */
async function wakeForLatePushes(context: EngineContext, { connection, read }: FinishInput): Promise<void> {
  if (read?.pushedChanges === undefined) return;
  if ((await context.store.pushed.changes(connection.id)) !== read.pushedChanges) await wakeAfterPush(context, connection.id);
}

/** A preview that waits to be confirmed goes on waiting while syncs follow the configuration that stands. */
function keptConfirmation({ pending }: Connection, { kind, id }: Run): Connection['pending'] {
  return pending?.for === 'confirmation' && pending.runId !== id && kind === 'sync' ? pending : null;
}

function failedOperations({ failed }: Run): NonNullable<Connection['attention']> {
  return {
    cause: 'directory',
    code: 'unavailable',
    message: `${String(failed)} operations failed in the application; the next sync tries them again`,
  };
}

function tellOfRun(context: EngineContext, { id: connectionId, customerId }: Connection, run: Run): void {
  const { id: runId, done, failed, summary } = run;
  context.emit({ kind: 'run_ended', customerId, connectionId, runId, done, failed, held: summary?.held ?? 0 });
  const candidates = summary?.people.candidate ?? 0;
  if (candidates > 0) context.emit({ kind: 'candidates_found', customerId, connectionId, runId, count: candidates });
}

/** Paused in the middle: what is planned stays planned, and is carried out when the connection is resumed (rule C8). */
export async function stoppedRun(
  context: EngineContext,
  connection: Connection,
  { run, held }: Pick<FinishInput, 'run' | 'held'>,
): Promise<RunResult> {
  await context.store.runs.put(run, held.fence);
  return { run, connection: await freshOf(context, connection) };
}

/** A run that changed nothing because its read failed: nobody's access is touched (rules C6, V7). */
export async function failRun(context: EngineContext, input: FinishInput & { readonly error: unknown }): Promise<RunResult> {
  const { connection, held, error, read } = input;
  const { attention, stop } = attentionFor(error);
  const { code, message, hint } = attention;
  const run: Run = {
    ...input.run,
    state: 'failed',
    endedAt: context.at(),
    error: { code, message, ...(hint !== undefined && { hint }) },
    ...(read !== undefined && { read: figuresOf(read) }),
  };
  await context.store.runs.put(run, held.fence);
  const failures = connection.failures + 1;
  // A hiccup is nobody's business; a vendor that stays away is. What somebody must do is said at once.
  const hiccup = attention.cause === 'vendor_unavailable' && failures < 3 && connection.state === 'connected';
  const updated = await changeConnection(
    context,
    connection.id,
    (fresh) => ({
      ...(!hiccup && fresh.confirmedAt !== null && !isStopped(fresh) && { state: 'needs_attention' }),
      ...(!hiccup && { attention }),
      failures,
      nextSyncAt:
        stop || isStopped(fresh) || fresh.confirmedAt === null
          ? null
          : backoff(connection.id, { now: context.now(), failures, everyMs: context.syncEveryMs }),
    }),
    held.fence,
  );
  // The name only: what a platform's own code says may hold personal data.
  const thrown = error instanceof Error ? error.name : typeof error;
  context.options.logger?.warn('a run failed', { connectionId: connection.id, runId: run.id, code, thrown });
  const { id: connectionId, customerId } = updated;
  context.emit({ kind: 'run_ended', customerId, connectionId, runId: run.id, done: 0, failed: 0, held: 0 });
  return { run, connection: updated };
}

function figuresOf({ report }: CompanyRead): NonNullable<Run['read']> {
  const { outcome, employees, pages, requests } = report;
  return { outcome, employees, pages, requests, because: report.outcome === 'partial' ? report.because : null };
}
