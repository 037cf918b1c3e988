import type { Operation } from '../plan/operation.ts';
import { isRemoval } from '../plan/operation.ts';
import type { HeldOperations, PersonDecision } from '../plan/plan.ts';
import { canGetIn, type World } from '../plan/world.ts';
import { readAnomalies } from './read-anomalies.ts';
import { summariseRead } from './read-summary-of.ts';
import { removalGuard } from './removal-guard.ts';

export interface Guarded {
  readonly carriedOut: readonly Operation[];
  readonly held: HeldOperations | null;
}

/** Rules V3 and S6: what a person has to look at before it happens. */
export function holdWhatIsDoubtful(world: World, people: readonly PersonDecision[], operations: readonly Operation[]): Guarded {
  if (operations.length > 0 && isFilterEmpty(world, people)) {
    const reason = 'nobody is in the scope of the filter: it would let go of everybody';
    return { carriedOut: [], held: { operations, reason, rule: 'S6' } };
  }
  const removals = operations.filter(isRemoval);
  if (removals.length === 0) return { carriedOut: operations, held: null };
  const { input } = world;
  const reason = removalGuard(
    {
      removals: removals.length,
      managed: managedCount(world),
      anomalies: readAnomalies(input.previous ?? null, summariseRead(input.report, input.readId)),
    },
    input.policy.guard,
  );
  if (reason === undefined) return { carriedOut: operations, held: null };
  return {
    carriedOut: operations.filter((operation) => !isRemoval(operation)),
    held: { operations: removals, reason, rule: 'V3' },
  };
}

/** Those who have left long ago are no measure for those who are about to. */
function managedCount({ linkByEmployee, memberById }: World): number {
  let count = 0;
  for (const { state, memberId } of linkByEmployee.values()) {
    const member = state === 'managed' ? memberById.get(memberId) : undefined;
    if (member !== undefined && canGetIn(member)) count += 1;
  }
  return count;
}

/** Eligible people are there, and the filter wants none of them (rule S6). */
function isFilterEmpty(world: World, people: readonly PersonDecision[]): boolean {
  const { filter } = world.input;
  if (filter === undefined || filter.match === 'everybody') return false;
  let eligible = 0;
  for (const { employeeId } of people) {
    const employee = world.employeeById.get(employeeId);
    if (employee === undefined || world.employments.get(employeeId)?.state !== 'eligible') continue;
    if (world.inFilter(employee) !== 'out') return false;
    eligible += 1;
  }
  return eligible > 0;
}
