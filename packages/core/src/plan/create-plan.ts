import { createHash } from 'node:crypto';
import { decideLinked, type LinkedPerson } from '../decide/decide-linked.ts';
import { decideMissing } from '../decide/decide-missing.ts';
import { decideUnlinked } from '../decide/decide-unlinked.ts';
import { managerChange } from '../decide/manager-change.ts';
import type { PersonOutcome } from '../decide/outcome.ts';
import { holdWhatIsDoubtful } from '../guard/hold.ts';
import { linkEverybody, type LinkedWorld } from '../link/link-everybody.ts';
import { isCompleteRead } from '../read/read-report.ts';
import { notesOf } from './notes.ts';
import type { Operation } from './operation.ts';
import type { Person } from './person.ts';
import type { PersonDecision, Plan } from './plan.ts';
import type { PlanInput } from './plan-input.ts';
import { hashOf } from './plan-hash.ts';
import { sortById } from './sort-by-id.ts';
import { summarise } from './summary.ts';
import { teamsOf } from './teams-of.ts';
import { createWorld, isWholeRead, resolutionOf, type World } from './world.ts';

/**
 * Decides what a read means for the members of a platform. Pure and deterministic: the same input in any order gives the
 * same plan with the same hash (rule A5). Linear in employees and members.
 */
export function createPlan(input: PlanInput): Plan {
  const world = createWorld(input);
  const linked = linkEverybody(world);
  const people: PersonDecision[] = [];
  const operations: Operation[] = [];
  const take = ({ decision, operations: more }: PersonOutcome): void => {
    people.push(decision);
    for (const operation of more) operations.push(operation);
  };
  world.persons.forEach((person) => {
    take(decide(world, linked, person));
  });
  const present = people.length;
  for (const outcome of missing(world, linked)) take(outcome);
  const decided = people.slice(0, present);
  const absent = people.slice(present);
  for (const operation of managers(world, linked, { people, operations })) operations.push(operation);
  // The people of the world are in order.
  if (absent.length > 0) sortById(people, ({ employeeId }) => employeeId);
  const ordered = inOrder(operations);
  const { carriedOut, held } = holdWhatIsDoubtful(world, people, ordered);
  const teams = held?.rule === 'S6' ? null : teamsOf(world, linked, { decided, absent, operations: carriedOut });
  const body = {
    version: 1 as const,
    connectionId: world.connectionId,
    readId: input.readId,
    now: input.now.toISOString(),
    operations: carriedOut,
    held,
    people,
    teams,
    notes: notesOf(world),
    summary: summarise(world, { people, operations: carriedOut, held }),
  };
  return { ...body, hash: hashOf(body, createHash('sha256')) };
}

function decide(world: World, linked: LinkedWorld, person: Person): PersonOutcome {
  return isTied(person) ? decideLinked(world, linked, person) : decideUnlinked(world, linked, person);
}

function isTied(person: Person): person is Person & LinkedPerson {
  return person.link !== undefined && person.member !== undefined;
}

/** Rules V2 and V7: absence counts after a complete read only, and only when the plan was given all of it. */
function missing(world: World, linked: LinkedWorld): readonly PersonOutcome[] {
  const { report } = world.input;
  if (!isCompleteRead(report) || !isWholeRead(world)) return [];
  return decideMissing(world, linked, report);
}

/** In a pass of its own: a manager may be linked or created by this very plan. */
function managers(
  world: World,
  linked: LinkedWorld,
  { people, operations }: { readonly people: readonly PersonDecision[]; readonly operations: readonly Operation[] },
): Operation[] {
  if (!world.input.policy.managedFields.includes('manager')) return [];
  const joining = new Map<string, string | null>();
  for (const operation of operations) {
    const { kind, employeeId } = operation;
    if (kind === 'create') joining.set(employeeId, null);
    if (kind === 'link' || (kind === 'relink' && operation.to.employeeId === employeeId))
      joining.set(employeeId, operation.memberId);
  }
  return people.flatMap(({ employeeId, memberId, rule, situation }) => {
    const employee = world.employeeById.get(employeeId);
    const isKeptUp = situation === 'managed' || situation === 'invited' || (situation === 'disputed' && rule === 'M3');
    if (employee === undefined || !isKeptUp || !followsRecord(world, linked, employeeId)) return [];
    const member = memberId === undefined ? undefined : world.memberById.get(memberId);
    if (member === undefined && joining.get(employeeId) !== null) return [];
    return managerChange(world, employee, { member: member ?? null, joining, linked }) ?? [];
  });
}

/** Whoever is only still there, such as until the last day, or is to be left alone, keeps the manager they have. */
function followsRecord(world: World, linked: LinkedWorld, employeeId: string): boolean {
  return (
    world.employments.get(employeeId)?.state === 'eligible' &&
    !linked.history.has(employeeId) &&
    resolutionOf(world, employeeId, 'leave_alone') === undefined
  );
}

const order: Readonly<Record<Operation['kind'], number>> = {
  unlink: 0,
  relink: 1,
  link: 2,
  manage: 3,
  reactivate: 4,
  create: 5,
  update: 6,
  change_email: 7,
  move: 8,
  set_bank_account: 9,
  set_manager: 10,
  release: 11,
  count_missing: 12,
  schedule_removal: 13,
  withdraw: 14,
  revoke: 14,
  archive: 14,
};

/** Rule T9: members, then managers, removals last; within a kind by employee. */
export function inOrder(operations: readonly Operation[]): Operation[] {
  const buckets: Operation[][] = [];
  for (const operation of operations) (buckets[order[operation.kind]] ??= []).push(operation);
  // Empty places of the array are skipped by flat.
  return buckets.map((bucket) => sortById(bucket, ({ employeeId }) => employeeId)).flat();
}
