import { whatMoved } from '../apply/what-moved.ts';
import { EngineError } from '../errors/engine-error.ts';
import { PlanError } from '../errors/plan-error.ts';
import type { Operation } from '../plan/operation.ts';
import type { JournalEntry, JournalStatus } from '../store/store.ts';
import type { Connection } from './connection.ts';
import { changeConnection, freshOf, isStopped, type EngineContext } from './engine-context.ts';
import { connectionLease, withCustomerLease, withLease, type HeldLease } from './lease.ts';
import { carryOn } from './run/carry-on.ts';
import type { RunResult } from './run/finish-run.ts';
import { resumeRuns } from './run/resume-runs.ts';
import type { RunOptions } from './sync.ts';
import type { Run } from './run.ts';

const dayMs = 86_400_000;

export interface ConfirmOptions extends RunOptions {
  /** Of the plan that was shown. */
  readonly planHash: string;
}

/**
 * Carries out the plan that was previewed: exactly it, or nothing when the world has moved since (rule C3).
 * @throws PlanError `plan_outdated`, `plan_unknown`
 */
export async function confirm(context: EngineContext, connection: Connection, options: ConfirmOptions): Promise<RunResult> {
  return carryOutPending(context, connection, { ...options, waitsFor: 'confirmation', from: 'proposed' });
}

/** Carries out what a plan held back, after a person has looked at it (rule V3). Throws like `confirm`. */
export async function approve(context: EngineContext, connection: Connection, options: ConfirmOptions): Promise<RunResult> {
  return carryOutPending(context, connection, { ...options, waitsFor: 'approval', from: 'held' });
}

interface PendingOptions extends ConfirmOptions {
  readonly waitsFor: 'confirmation' | 'approval';
  readonly from: Extract<JournalStatus, 'proposed' | 'held'>;
}

async function carryOutPending(context: EngineContext, connection: Connection, options: PendingOptions): Promise<RunResult> {
  return withLease(
    context,
    connectionLease(connection.id),
    (own) =>
      withCustomerLease(context, connection.customerId, own, async (held) => {
        const before = await freshOf(context, connection);
        const resumed = await resumeRuns(context, before, held);
        const fresh = await freshOf(context, connection);
        // Somebody has said yes to it before, and a crash cut it short: it has just been carried to its end.
        const again = resumed.find(({ id, planHash }) => id === before.pending?.runId && planHash === options.planHash);
        if (again !== undefined && before.pending?.for === options.waitsFor) return { run: again, connection: fresh };
        const run = await pendingRun(context, fresh, options);
        await refuseMoved(context, fresh, { run, from: options.from });
        return apply(context, fresh, { run, options, held });
      }),
    options,
  );
}

/** The run whose plan waits, if it is the one that was shown and not too old to be true. */
export async function pendingRun(
  context: EngineContext,
  { id, pending }: Connection,
  { planHash, waitsFor }: Pick<PendingOptions, 'planHash' | 'waitsFor'>,
): Promise<Run> {
  const run = pending?.for === waitsFor ? await context.store.runs.get(id, pending.runId) : null;
  if (run === null || pending === null) throw new PlanError({ code: 'plan_unknown', message: `no plan waits for ${waitsFor}` });
  if (pending.planHash !== planHash || run.state === 'superseded' || run.state === 'abandoned') {
    throw new PlanError({ code: 'plan_outdated', message: 'another plan has taken the place of the one that was shown' });
  }
  const lifetimeMs = context.options.previewLifetimeMs ?? dayMs;
  if (context.now().getTime() - Date.parse(pending.since) > lifetimeMs) {
    throw new PlanError({ code: 'plan_outdated', message: 'the plan is too old: the HR system may say something else by now' });
  }
  return run;
}

/** All operations of a run in one status; a plan that is confirmed is held in memory once, as when it was made. */
async function operationsOf(context: EngineContext, run: Run, status: JournalStatus): Promise<Operation[]> {
  const operations: Operation[] = [];
  for (let afterSeq = -1; ;) {
    const page: readonly JournalEntry[] = await context.store.journal.ofRun(run.connectionId, run.id, {
      status,
      afterSeq,
      limit: 1000,
    });
    for (const { operation } of page) if (operation.kind !== 'change_teams') operations.push(operation);
    afterSeq = page.at(-1)?.seq ?? afterSeq;
    if (page.length < 1000) return operations;
  }
}

async function refuseMoved(
  context: EngineContext,
  connection: Connection,
  { run, from }: { readonly run: Run; readonly from: JournalStatus },
): Promise<void> {
  const { store } = context;
  const operations = await operationsOf(context, run, from);
  // A newer run was about to take its place when it ended without warning.
  if (from === 'held' && operations.length === 0) {
    throw new PlanError({ code: 'plan_outdated', message: 'nothing of the plan waits any more' });
  }
  const connections = await store.connections.ofCustomer(connection.customerId);
  const links = (await Promise.all(connections.map(({ id }) => store.links.ofConnection(id)))).flat();
  const members = await context.directoryOf(connection.customerId).members();
  const moved = whatMoved(operations, { connectionId: connection.id, members, links });
  if (moved.length > 0) throw new PlanError({ code: 'plan_outdated', moved });
}

async function apply(
  context: EngineContext,
  connection: Connection,
  { run, options, held }: { readonly run: Run; readonly options: PendingOptions; readonly held: HeldLease },
): Promise<RunResult> {
  const { waitsFor, onProgress } = options;
  // This is the yes: from here on whoever finds the run carries it on, and a crash forgets nothing.
  const applying: Run = { ...run, state: 'applying', endedAt: null, ...(waitsFor === 'approval' && { held: null }) };
  await context.store.runs.put(applying, held.fence);
  return carryOn(context, connection, {
    run: applying,
    held,
    onProgress: (done, total) => onProgress?.({ phase: 'applying', done, total }),
  });
}

/**
 * The administrator does not want what was held back: it is dropped, and the same evidence does not ask again (rule V5).
 * @throws PlanError `plan_outdated`, `plan_unknown`
 */
export async function reject(context: EngineContext, connection: Connection, options: ConfirmOptions): Promise<Connection> {
  const { actor } = options;
  if (actor === undefined) throw new EngineError({ code: 'not_allowed', message: 'somebody has to reject a plan' });
  return withLease(context, connectionLease(connection.id), async ({ fence }) => {
    const fresh = (await context.store.connections.get(connection.id)) ?? connection;
    const run = await pendingRun(context, fresh, { planHash: options.planHash, waitsFor: 'approval' });
    const at = context.at();
    for (const operation of await operationsOf(context, run, 'held')) {
      const evidence = await endOfEmployment(context, connection.id, operation);
      const { employeeId } = operation;
      await context.store.resolutions.put({
        connectionId: connection.id,
        employeeId,
        kind: 'keep',
        memberId: null,
        evidence,
        by: actor,
        at,
      });
    }
    await context.store.journal.restate(
      { connectionId: connection.id, runId: run.id, from: 'held', to: 'superseded', at },
      fence,
    );
    const updated = await changeConnection(
      context,
      connection.id,
      (now) => ({
        pending: null,
        ...(!isStopped(now) && { state: now.attention === null ? 'connected' : 'needs_attention' }),
      }),
      fence,
    );
    await context.store.runs.put({ ...run, held: null }, fence);
    return updated;
  });
}

/** What a removal was called off on, as `calledOffBy` of the plan's removal says it. */
async function endOfEmployment(
  context: EngineContext,
  connectionId: string,
  { employeeId, evidence, rule }: Operation,
): Promise<string> {
  const entry = rule === 'V1' ? await context.store.roster.get(connectionId, employeeId) : null;
  return `${evidence.field}:${entry?.employee.terminationDate ?? 'none'}`;
}
