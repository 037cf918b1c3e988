import type { Link } from '../../directory/member.ts';
import type { BankAccount } from '../../employee/employee.ts';
import type { JournalEntry } from '../../store/store.ts';
import type { Connection } from '../connection.ts';
import { isStopped, type EngineContext } from '../engine-context.ts';
import type { HeldLease } from '../lease.ts';
import type { Run } from '../run.ts';
import { sealContext } from '../seal/sealer.ts';
import { carryOutBatch, type Applier } from './carry-out-entries.ts';
import { inBatches } from './journal-entries.ts';
import { othersTurn } from './others-turn.ts';
import type { CompanyRead } from './read-company.ts';

export interface ApplyRunInput {
  readonly connection: Connection;
  readonly run: Run;
  readonly held: HeldLease;
  /** The entries to carry out, where they are at hand; else they are read from the journal. */
  readonly entries?: Iterable<JournalEntry> | undefined;
  /** What this very run has read, where it is at hand; else the roster. */
  readonly read?: CompanyRead | undefined;
  /** Also while the connection is paused: to end it. */
  readonly evenPaused?: boolean | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface Applied {
  readonly done: number;
  readonly failed: number;
  /** Somebody paused or ended the connection: the rest stays planned (rule C8). */
  readonly stopped: boolean;
}

/** Carries out everything of a run that is planned and not done yet. Safe to call again after a crash (rule A1). */
export async function applyRun(context: EngineContext, input: ApplyRunInput): Promise<Applied> {
  const { connection, run } = input;
  let done = run.done;
  let failed = run.failed;
  const total = totalOf(run);
  const onDone: Applier['onDone'] = (more, worse) => {
    done += more;
    failed += worse;
    input.onProgress?.(done + failed, total);
  };
  // With the first batch: most syncs have nothing to carry out.
  let applier: Applier | undefined;
  for await (const batch of batchesOf(context, input)) {
    if (input.evenPaused !== true && (await isPaused(context, connection.id))) return { done, failed, stopped: true };
    // The directory knows no fences.
    await input.held.assure();
    applier ??= await createApplier(context, input, onDone);
    await carryOutBatch(applier, batch);
    await othersTurn();
  }
  return { done, failed, stopped: false };
}

async function* batchesOf(
  context: EngineContext,
  { connection, run, entries }: ApplyRunInput,
): AsyncGenerator<readonly JournalEntry[], void, void> {
  if (entries !== undefined) {
    yield* inBatches(entries, context.applyBatchSize);
    return;
  }
  for (;;) {
    // What is settled is planned no longer: the first page is always the next one.
    const batch = await context.store.journal.ofRun(connection.id, run.id, { status: 'planned', limit: context.applyBatchSize });
    if (batch.length === 0) return;
    yield batch;
  }
}

export async function isPaused(context: EngineContext, connectionId: string): Promise<boolean> {
  const connection = await context.store.connections.get(connectionId);
  return connection === null || isStopped(connection);
}

function totalOf({ summary }: Run): number {
  return Object.values(summary?.operations ?? {}).reduce((sum, count) => sum + count, 0);
}

async function createApplier(context: EngineContext, input: ApplyRunInput, onDone: Applier['onDone']): Promise<Applier> {
  const { store } = context;
  const { connection, run, held, read } = input;
  const links = new Map<string, Link>();
  for (const link of await store.links.ofConnection(connection.id)) links.set(link.employeeId, link);
  return {
    store,
    directory: context.directoryOf(connection.customerId),
    connectionId: connection.id,
    runId: run.id,
    fence: held.fence,
    links,
    memberOf: (employeeId) => links.get(employeeId)?.memberId,
    foreignLink: (connectionId, employeeId) => store.links.get(connectionId, employeeId),
    workEmailOf: async (employeeId) =>
      read?.workEmails.has(employeeId) === true
        ? read.workEmails.get(employeeId)
        : (await store.roster.get(connection.id, employeeId))?.employee.workEmail,
    bankAccountOf: async (employeeId) =>
      read?.bankAccounts.get(employeeId) ?? openBankAccount(context, connection.id, employeeId),
    at: () => context.at(),
    signal: held.signal,
    onDone,
  };
}

async function openBankAccount(
  { store, sealer }: EngineContext,
  connectionId: string,
  employeeId: string,
): Promise<BankAccount | null> {
  const entry = await store.roster.get(connectionId, employeeId);
  if (entry?.bankAccount == null) return null;
  return sealer.open<BankAccount>(sealContext(connectionId, 'bankAccount', employeeId), entry.bankAccount);
}
