import type { Operation, OperationKind } from './operation.ts';
import type { HeldOperations, PersonDecision, PlanSummary, Situation } from './plan.ts';
import type { World } from './world.ts';

interface Parts {
  readonly people: readonly PersonDecision[];
  readonly operations: readonly Operation[];
  readonly held: HeldOperations | null;
}

export function summarise(world: World, { people, operations, held }: Parts): PlanSummary {
  const kinds = new Map<OperationKind, number>();
  for (const { kind } of operations) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const situations = new Map<Situation, number>();
  people.forEach(({ situation }) => situations.set(situation, (situations.get(situation) ?? 0) + 1));
  // Every tie names a member who is there, and each member once.
  const manual = world.memberById.size - world.linkByMember.size;
  return {
    operations: Object.fromEntries(kinds),
    held: held?.operations.length ?? 0,
    people: Object.fromEntries(situations),
    manual,
  };
}
