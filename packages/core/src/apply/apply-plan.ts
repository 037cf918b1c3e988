import type { LinkStore } from '../directory/link-store.ts';
import type { Link } from '../directory/member.ts';
import type { MemberDirectory } from '../directory/member-directory.ts';
import { PlanError } from '../errors/plan-error.ts';
import { RollcallError } from '../errors/rollcall-error.ts';
import { isRemoval, type Operation, type OperationKind } from '../plan/operation.ts';
import type { Plan } from '../plan/plan.ts';
import { toTeamsChange } from '../teams/teams-change.ts';
import { carryOut } from './carry-out.ts';
import { linkEffect } from './link-effect.ts';
import { whatMoved } from './what-moved.ts';

export interface ApplyOptions {
  readonly directory: MemberDirectory;
  readonly links: LinkStore;
  /** Instant that is written to the ties of those who lose access. Default: the plan's. */
  readonly at?: string | undefined;
  /** The work e-mail as read: whoever is linked keeps an address of their own, and only a change is news (rules L5, M3). */
  readonly workEmailOf?: ((employeeId: string) => string | null | undefined) | undefined;
  /** Called after every operation. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
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
  /** What the directory threw when the teams were changed; removals go ahead all the same. */
  readonly teamsError?: unknown;
}

/**
 * Carries out a plan in its order: members, then teams, then removals (rule T9). What is held stays held. For those who
 * plan without the engine, which does the same with a journal.
 * @throws PlanError `plan_outdated` when a member or a tie is not what the plan saw (rule C3): plan again.
 */
export async function applyPlan(plan: Plan, options: ApplyOptions): Promise<ApplyResult> {
  const { directory } = options;
  const ties = new Map((await options.links.links()).map((link) => [tieKey(link), link]));
  const moved = whatMoved(plan.operations, {
    members: await directory.members(),
    links: [...ties.values()],
    connectionId: plan.connectionId,
  });
  if (moved.length > 0) throw new PlanError({ code: 'plan_outdated', moved });
  const runner = createRunner(plan, options, ties);
  for (const operation of plan.operations) if (!isRemoval(operation)) await runner.run(operation);
  const teams = await changeTeams(plan, directory, runner.memberOf).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  for (const operation of plan.operations) if (isRemoval(operation)) await runner.run(operation);
  return { done: runner.done, failed: runner.failed, ...(teams !== undefined && { teamsError: teams.error }) };
}

interface Runner {
  run(operation: Operation): Promise<void>;
  readonly memberOf: (employeeId: string) => string | undefined;
  readonly done: Partial<Record<OperationKind, number>>;
  readonly failed: FailedOperation[];
}

function createRunner(plan: Plan, options: ApplyOptions, ties: Map<string, Link>): Runner {
  const { directory, links, at, onProgress, workEmailOf } = options;
  const { connectionId } = plan;
  const done: Partial<Record<OperationKind, number>> = {};
  const failed: FailedOperation[] = [];
  let count = 0;
  const memberOf = (employeeId: string): string | undefined => ties.get(tieKey({ connectionId, employeeId }))?.memberId;
  const tie = async (operation: Operation, memberId: string): Promise<void> => {
    const from = operation.kind === 'relink' ? operation.from : { connectionId, employeeId: operation.employeeId };
    const link = ties.get(tieKey(from));
    const workEmail = operation.kind === 'create' ? operation.after.email : workEmailOf?.(operation.employeeId);
    const effect = linkEffect({ connectionId, operation, memberId, at: at ?? plan.now, link, workEmail });
    if (effect.remove !== undefined && link !== undefined) {
      ties.delete(tieKey(from));
      await links.remove(link);
    }
    if (effect.put === undefined || effect.put === link) return;
    ties.set(tieKey(effect.put), effect.put);
    await links.put(effect.put);
  };
  const run = async (operation: Operation): Promise<void> => {
    try {
      await tie(operation, await carryOut(operation, { directory, memberOf }));
      done[operation.kind] = (done[operation.kind] ?? 0) + 1;
    } catch (error) {
      failed.push({ operation, code: RollcallError.isInstance(error) ? error.code : 'unavailable', error });
    }
    count += 1;
    onProgress?.(count, plan.operations.length);
  };
  return { run, memberOf, done, failed };
}

async function changeTeams(
  plan: Plan,
  directory: MemberDirectory,
  memberOf: (employeeId: string) => string | undefined,
): Promise<void> {
  if (plan.teams === null || directory.teams === undefined) return;
  await directory.teams.change(toTeamsChange(plan.teams, memberOf), `${plan.readId}:change_teams`);
}

function tieKey({ connectionId, employeeId }: Pick<Link, 'connectionId' | 'employeeId'>): string {
  return `${connectionId}\n${employeeId}`;
}
