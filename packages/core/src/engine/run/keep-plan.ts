import type { Plan } from '../../plan/plan.ts';
import type { Connection } from '../connection.ts';
import type { EngineContext } from '../engine-context.ts';
import type { HeldLease } from '../lease.ts';
import type { Run } from '../run.ts';
import { inBatches, toEntries } from './journal-entries.ts';
import { othersTurn } from './others-turn.ts';
import type { CompanyRead } from './read-company.ts';
import { storeRoster } from './store-roster.ts';

export interface KeepPlanInput {
  readonly connection: Connection;
  readonly run: Run;
  readonly plan: Plan;
  readonly read: CompanyRead;
  readonly status: 'proposed' | 'planned';
  readonly held: HeldLease;
}

/**
 * Writes a plan down before any of it happens: who was read and what was decided, then every operation (rule A1). What
 * waited from earlier runs is superseded: one plan waits at a time.
 */
export async function keepPlan(
  context: EngineContext,
  { connection, run, plan, read, status, held }: KeepPlanInput,
): Promise<void> {
  const { store } = context;
  const { fence } = held;
  await store.runs.put({ ...run, state: 'planning' }, fence);
  const replaces = status === 'proposed' || plan.held !== null || connection.pending?.for === 'approval';
  if (replaces) await supersede(context, connection, held);
  await storeRoster(context, connection, { read, plan, fence });
  const entries = toEntries({ connectionId: connection.id, runId: run.id, plan, status, at: context.at() });
  for (const batch of inBatches(entries, context.applyBatchSize)) {
    await store.journal.append(batch, fence);
    await othersTurn();
  }
}

/** The plan that waited does so no longer. */
export async function supersede(context: EngineContext, connection: Connection, held: HeldLease): Promise<void> {
  if (connection.pending === null) return;
  const { store } = context;
  const { runId } = connection.pending;
  const at = context.at();
  // The run first: a crash in between must not leave a plan that can be confirmed with half its operations.
  const run = await store.runs.get(connection.id, runId);
  if (run?.state === 'proposed') await store.runs.put({ ...run, state: 'superseded', endedAt: at }, held.fence);
  for (const from of ['proposed', 'held'] as const) {
    await store.journal.restate({ connectionId: connection.id, runId, from, to: 'superseded', at }, held.fence);
  }
}
