import type { LinkStore } from '../directory/link-store.ts';
import type { DirectoryTeam, MemberDirectory } from '../directory/member-directory.ts';
import { RollcallError } from '../errors/rollcall-error.ts';
import { isRemoval, type Operation, type OperationKind, type Plan } from './plan.ts';

export interface ApplyOptions {
  readonly directory: MemberDirectory;
  readonly links: LinkStore;
  /** Called after every operation. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** An operation that was not carried out. The next plan holds it again. */
export interface FailedOperation {
  readonly operation: Operation;
  /** Of an error of Rollcall; `unavailable` for what a platform's own code throws. */
  readonly code: string;
  /** What was thrown, by the platform's own directory above all. It may hold personal data. */
  readonly error: unknown;
}

/** What came of a plan. One person's failure does not stop the others (rule A3). */
export interface ApplyResult {
  readonly done: Readonly<Partial<Record<OperationKind, number>>>;
  readonly failed: readonly FailedOperation[];
  /** What the directory threw when the teams were replaced; removals go ahead all the same. */
  readonly teamsError?: unknown;
}

/** Carries out a plan in its order: members, then teams, then removals (rule T9). What is held stays held. */
export async function applyPlan(plan: Plan, options: ApplyOptions): Promise<ApplyResult> {
  const done: Partial<Record<OperationKind, number>> = {};
  const failed: FailedOperation[] = [];
  const run = async (operation: Operation): Promise<void> => {
    try {
      await carryOut(operation, options);
      done[operation.kind] = (done[operation.kind] ?? 0) + 1;
    } catch (error) {
      failed.push({ operation, code: RollcallError.isInstance(error) ? error.code : 'unavailable', error });
    }
    options.onProgress?.(
      Object.values(done).reduce((sum, count) => sum + count, failed.length),
      plan.operations.length,
    );
  };
  for (const operation of plan.operations) if (!isRemoval(operation)) await run(operation);
  const teams = await replaceTeams(plan, options).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  for (const operation of plan.operations) if (isRemoval(operation)) await run(operation);
  return { done, failed, ...(teams !== undefined && { teamsError: teams.error }) };
}

async function carryOut(operation: Operation, { directory, links }: ApplyOptions): Promise<void> {
  const { employeeId, key } = operation;
  switch (operation.kind) {
    case 'link':
      return links.put({ employeeId, memberId: operation.memberId, missingReads: 0 });
    case 'create':
      return links.put({ employeeId, memberId: await directory.create(operation.after, key), missingReads: 0 });
    case 'update':
      return directory.update(operation.memberId, operation.after, key);
    case 'change_email':
      return directory.changeEmail(operation.memberId, operation.after, { verify: operation.verify }, key);
    case 'reactivate':
      return directory.reactivate(operation.memberId, key);
    case 'count_missing':
      return links.put({ employeeId, memberId: operation.memberId, missingReads: operation.reads });
    case 'revoke':
    case 'archive':
      return directory[operation.kind](operation.memberId, key);
  }
}

async function replaceTeams(plan: Plan, { directory, links }: ApplyOptions): Promise<void> {
  if (plan.teams === null || directory.replaceTeams === undefined) return;
  const memberOf = new Map((await links.links()).map(({ employeeId, memberId }) => [employeeId, memberId]));
  const teams: DirectoryTeam[] = [];
  for (const { leadId, memberIds } of plan.teams.teams) {
    const leadMemberId = memberOf.get(leadId);
    if (leadMemberId === undefined) continue;
    teams.push({ key: leadId, leadMemberId, memberIds: memberIds.flatMap((id) => memberOf.get(id) ?? []) });
  }
  await directory.replaceTeams(teams, `teams:${plan.hash}`);
}
