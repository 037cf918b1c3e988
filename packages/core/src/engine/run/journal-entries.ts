import { isRemoval, type Operation, type TeamsOperation } from '../../plan/operation.ts';
import { changesTeams } from '../../teams/plan-teams.ts';
import type { Plan } from '../../plan/plan.ts';
import type { JournalEntry, JournalStatus } from '../../store/store.ts';

export interface EntriesInput {
  readonly connectionId: string;
  readonly runId: string;
  readonly plan: Pick<Plan, 'operations' | 'held' | 'teams' | 'readId'>;
  /** `proposed` for a preview, else `planned`. */
  readonly status: Extract<JournalStatus, 'proposed' | 'planned'>;
  readonly at: string;
}

/** A plan as journal entries in the order of execution: members, managers, teams, removals, then what is held (rule T9). */
export function* toEntries({ connectionId, runId, plan, status, at }: EntriesInput): Generator<JournalEntry, void, void> {
  let seq = 0;
  const entry = (operation: Operation | TeamsOperation, as: JournalStatus): JournalEntry => ({
    connectionId,
    runId,
    seq: seq++,
    employeeId: 'employeeId' in operation ? operation.employeeId : null,
    memberId: 'memberId' in operation ? operation.memberId : null,
    operation,
    status: as,
    at,
    result: null,
    errorCode: null,
    attempts: 0,
  });
  for (const operation of plan.operations) if (!isRemoval(operation)) yield entry(operation, status);
  const teams = teamsOperation(plan);
  if (teams !== null) yield entry(teams, status);
  for (const operation of plan.operations) if (isRemoval(operation)) yield entry(operation, status);
  for (const operation of plan.held?.operations ?? []) yield entry(operation, 'held');
}

/** One operation for all teams, or none where nothing about them changes. */
export function teamsOperation({ teams, readId }: Pick<Plan, 'teams' | 'readId'>): TeamsOperation | null {
  if (teams === null || !changesTeams(teams)) return null;
  const { remove, create, handOver, change, mode } = teams;
  const rule = mode === 'enable' ? 'T5' : handOver.length > 0 ? 'T7' : 'T1';
  const reason = `${String(create.length)} teams made, ${String(change.length)} changed, ${String(handOver.length)} handed over, ${String(remove.length)} removed`;
  return { kind: 'change_teams', key: `${readId}:change_teams`, rule, reason, teams };
}

export function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[], void, void> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
