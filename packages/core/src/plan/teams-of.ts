import type { LinkedWorld } from '../link/link-everybody.ts';
import { leftAsTheyAre } from '../teams/left-as-they-are.ts';
import { planTeams } from '../teams/plan-teams.ts';
import type { TeamsPlan } from '../teams/teams-plan.ts';
import type { TreePerson } from '../teams/teams-from-managers.ts';
import { isRemoval, type Operation } from './operation.ts';
import type { Person } from './person.ts';
import type { PersonDecision } from './plan.ts';
import { canGetIn, isWholeRead, resolutionOf, type World } from './world.ts';

interface Planned {
  readonly people: readonly PersonDecision[];
  /** What will be carried out. */
  readonly operations: readonly Operation[];
}

/**
 * Rules T1 to T7, where team sync is on and the read brought everybody, with their managers: neither an absent field nor
 * an absent person moves anybody (rules M2, V7).
 */
export function teamsOf(world: World, linked: LinkedWorld, planned: Planned): TeamsPlan | null {
  const { report, teams } = world.input;
  if (teams === undefined || !isWholeRead(world)) return null;
  const coverage = report.coverage.managerId;
  if (coverage === undefined || coverage.absent === report.employees) return null;
  const { placed, kept } = membersOf(world, linked, planned);
  const created = new Set<string>();
  for (const { kind, employeeId } of planned.operations) if (kind === 'create') created.add(employeeId);
  const memberIdOf = (employeeId: string): string | undefined => placed.get(employeeId) ?? kept.get(employeeId);
  const hierarchy: TreePerson[] = [];
  const managerOf = new Map<string, string | null>();
  for (const { employee, employment } of world.persons) {
    const { id, managerId = null } = employee;
    managerOf.set(id, managerId);
    if (employment.state !== 'eligible' || kept.has(id)) continue;
    hierarchy.push({ employeeId: id, managerId, hasMember: placed.has(id) || created.has(id) });
  }
  const undecided = leftAsTheyAre(kept.keys(), teams.current, memberIdOf);
  for (const { employeeId, managerId } of undecided) managerOf.set(employeeId, managerId);
  return planTeams({ people: [...hierarchy, ...undecided], managerOf, current: teams.current, memberIdOf, mode: teams.mode });
}

interface TeamMembers {
  /** Employee to member, where the record says whose team it is. */
  readonly placed: ReadonlyMap<string, string>;
  /** Members still in, about whom this read decides nothing: they stay in their team. */
  readonly kept: ReadonlyMap<string, string>;
}

function membersOf(world: World, linked: LinkedWorld, { people, operations }: Planned): TeamMembers {
  const placed = new Map<string, string>();
  const kept = new Map<string, string>();
  const leaving = new Set<string>();
  const tied = new Map<string, string>();
  for (const operation of operations) {
    if (isRemoval(operation)) leaving.add(operation.employeeId);
    if (operation.kind === 'link' || operation.kind === 'relink') tied.set(operation.employeeId, operation.memberId);
  }
  for (const { employeeId, memberId, situation } of people) {
    if (memberId === undefined || out.has(situation) || leaving.has(employeeId)) continue;
    const person = world.personById.get(employeeId);
    const link = person?.link ?? world.linkByEmployee.get(employeeId);
    // A dispute names the member it is about, who is somebody else's.
    if ((link?.memberId ?? tied.get(employeeId)) !== memberId) continue;
    if (!inForCertain.has(situation) && (link?.state === 'released' || !isIn(world, memberId))) continue;
    if (person !== undefined && isPlaced(world, linked, person)) placed.set(employeeId, memberId);
    else kept.set(employeeId, memberId);
  }
  keepQuarantined(world, kept);
  return { placed, kept };
}

/** They were there, though nobody could read in whose team. */
function keepQuarantined(world: World, kept: Map<string, string>): void {
  for (const employeeId of world.quarantined) {
    const memberId = world.linkByEmployee.get(employeeId)?.memberId;
    if (memberId !== undefined && isIn(world, memberId)) kept.set(employeeId, memberId);
  }
}

function isIn({ memberById }: World, memberId: string): boolean {
  const member = memberById.get(memberId);
  return member !== undefined && canGetIn(member);
}

/** Whoever is reactivated by this very plan has no access yet. */
const inForCertain: ReadonlySet<PersonDecision['situation']> = new Set(['managed', 'invited']);

const out: ReadonlySet<PersonDecision['situation']> = new Set([
  'formerly_managed',
  'history',
  'out_of_scope',
  'upcoming',
  'none',
]);

/** Does the record say where in the tree somebody is? */
function isPlaced(world: World, { history }: LinkedWorld, { employee, employment }: Person): boolean {
  const { id, managerId } = employee;
  return (
    employment.state === 'eligible' &&
    managerId !== undefined &&
    !history.has(id) &&
    !world.duplicates.has(id) &&
    resolutionOf(world, id, 'leave_alone') === undefined
  );
}
