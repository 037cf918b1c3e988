import type { Operation, TeamsOperation } from '../../plan/operation.ts';
import { EngineError } from '../../errors/engine-error.ts';
import type { JournalEntry } from '../../store/store.ts';
import type { Actor, Connection } from '../connection.ts';
import type { EngineContext } from '../engine-context.ts';
import { connectionLease, customerLease, withLease, type HeldLease } from '../lease.ts';
import { applyRun, type Applied } from '../run/apply-run.ts';
import { inBatches } from '../run/journal-entries.ts';
import { newRun } from '../run/make-run.ts';
import { resumeRuns } from '../run/resume-runs.ts';
import type { Run, RunKind } from '../run.ts';

export interface ManualRunInput {
  readonly connection: Connection;
  readonly kind: Extract<RunKind, 'invite' | 'undo' | 'teams' | 'disconnect'>;
  readonly actor: Actor;
  /** Made under the lease, when nobody else changes anything. The id is the run's, for keys and evidence. */
  readonly operations: (runId: string, fresh: Connection) => Promise<readonly (Operation | TeamsOperation)[]>;
  /** Also while the connection is paused: to end it. */
  readonly evenPaused?: boolean | undefined;
  /** Under the same lease, after everything was carried out. */
  readonly after?: ((run: Run, held: HeldLease) => Promise<void>) | undefined;
}

export interface ManualRun extends Omit<Applied, 'stopped'> {
  readonly run: Run;
}

const waitMs = 60_000;

/** What a person asked for, through the same journal as every sync: resumed after a crash, told by `why`, undone by `undo`. */
export async function manualRun(context: EngineContext, input: ManualRunInput): Promise<ManualRun> {
  const { connection } = input;
  return withLease(
    context,
    connectionLease(connection.id),
    (held) => withLease(context, customerLease(connection.customerId), () => underLease(context, input, held), { waitMs }),
    { waitMs },
  );
}

async function underLease(
  context: EngineContext,
  { connection, kind, actor, operations, after, evenPaused = false }: ManualRunInput,
  held: HeldLease,
): Promise<ManualRun> {
  const { store } = context;
  const fresh = await store.connections.get(connection.id);
  if (fresh === null) throw new EngineError({ code: 'connection_unknown', message: 'the connection is gone' });
  await resumeRuns(context, fresh, held);
  const run: Run = { ...newRun(context, { connection, kind, actor }), state: 'planning' };
  await store.runs.put(run, held.fence);
  const entries = toManualEntries(context, run, await operations(run.id, fresh));
  for (const batch of inBatches(entries, 1000)) await store.journal.append(batch, held.fence);
  const applying: Run = { ...run, state: 'applying' };
  await store.runs.put(applying, held.fence);
  const { done, failed } = await applyRun(context, { connection: fresh, run: applying, held, entries, evenPaused });
  const ended: Run = { ...applying, state: 'done', done, failed, endedAt: context.at() };
  await store.runs.put(ended, held.fence);
  await after?.(ended, held);
  return { run: ended, done, failed };
}

function toManualEntries(context: EngineContext, run: Run, operations: readonly (Operation | TeamsOperation)[]): JournalEntry[] {
  return operations.map((operation, seq) => ({
    connectionId: run.connectionId,
    runId: run.id,
    seq,
    employeeId: 'employeeId' in operation ? operation.employeeId : null,
    memberId: 'memberId' in operation ? operation.memberId : null,
    operation,
    status: 'planned',
    at: context.at(),
    result: null,
    errorCode: null,
    attempts: 0,
  }));
}
