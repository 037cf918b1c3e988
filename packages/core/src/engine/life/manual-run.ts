import type { Operation, TeamsOperation } from '../../plan/operation.ts';
import { EngineError } from '../../errors/engine-error.ts';
import type { JournalEntry } from '../../store/store.ts';
import type { Actor, Connection } from '../connection.ts';
import type { EngineContext } from '../engine-context.ts';
import { connectionLease, withCustomerLease, withLease, type HeldLease } from '../lease.ts';
import { applyRun, type Applied } from '../run/apply-run.ts';
import { inBatches } from '../run/journal-entries.ts';
import { newRun } from '../run/make-run.ts';
import { endManualRun, isCarriedOutEvenPaused, resumeRuns } from '../run/resume-runs.ts';
import type { Run, RunKind } from '../run.ts';

export interface ManualRunInput {
  readonly connection: Connection;
  readonly kind: Extract<RunKind, 'invite' | 'undo' | 'teams' | 'disconnect'>;
  readonly actor: Actor;
  /** Made under the lease, when nobody else changes anything. The id is the run's, for keys and evidence. */
  readonly operations: (runId: string, fresh: Connection) => Promise<readonly (Operation | TeamsOperation)[]>;
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
    (held) => withCustomerLease(context, connection.customerId, held, (both) => underLease(context, input, both), { waitMs }),
    { waitMs },
  );
}

async function underLease(
  context: EngineContext,
  { connection, kind, actor, operations }: ManualRunInput,
  held: HeldLease,
): Promise<ManualRun> {
  const { store } = context;
  await resumeRuns(context, connection, held);
  const fresh = await store.connections.get(connection.id);
  if (fresh === null) throw new EngineError({ code: 'connection_unknown', message: 'the connection is gone' });
  const run: Run = { ...newRun(context, { connection, kind, actor }), state: 'planning' };
  const entries = toManualEntries(context, run, await operations(run.id, fresh));
  await store.runs.put(run, held.fence);
  for (const batch of inBatches(entries, context.applyBatchSize)) await store.journal.append(batch, held.fence);
  const applying: Run = { ...run, state: 'applying' };
  await store.runs.put(applying, held.fence);
  const evenPaused = isCarriedOutEvenPaused(kind);
  const { stopped, ...counts } = await applyRun(context, { connection: fresh, run: applying, held, entries, evenPaused });
  const applied: Run = { ...applying, ...counts };
  // Paused in the middle: the rest stays planned until the connection is resumed (rule C8).
  if (stopped) await store.runs.put(applied, held.fence);
  return { run: stopped ? applied : await endManualRun(context, applied, held), ...counts };
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
