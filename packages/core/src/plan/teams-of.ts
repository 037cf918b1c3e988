import type { Link } from '../directory/member.ts';
import type { LinkedWorld } from '../link/link-everybody.ts';
import { leftAsTheyAre } from '../teams/left-as-they-are.ts';
import { planTree } from '../teams/plan-teams.ts';
import { createReportGroups, type ReportGroups } from '../teams/report-groups.ts';
import type { TeamsPlan } from '../teams/teams-plan.ts';
import { holds } from './holds.ts';
import { remembered } from './once.ts';
import { isRemoval, type Operation } from './operation.ts';
import type { Person } from './person.ts';
import type { PersonDecision } from './plan.ts';
import { sortById } from './sort-by-id.ts';
import { canGetIn, isWholeRead, resolutionOf, type World } from './world.ts';

interface Planned {
  /** One for each person of the world, in the same order. */
  readonly decided: readonly PersonDecision[];
  /** Of those who are not in the read. */
  readonly absent: readonly PersonDecision[];
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
  const { managerId, managerEmail } = report.coverage;
  if ([managerId, managerEmail].every((coverage) => coverage === undefined || coverage.absent === report.employees)) return null;
  const { personById } = world;
  const { reports, kept, created } = placeEverybody(world, linked, planned);
  const memberIdOf = (employeeId: string): string | undefined => personById.get(employeeId)?.placedAs ?? kept.get(employeeId);
  const leads = new Map<string, string | null>();
  for (const { employeeId, managerId } of leftAsTheyAre(kept.keys(), teams.current, memberIdOf)) {
    reports.add(employeeId, managerId);
    leads.set(employeeId, managerId);
  }
  const groups = reports.all();
  const personOf = managersFirst(world, groups);
  return planTree({
    groups,
    managerOf: { get: (id) => leads.get(id) ?? personOf(id)?.employee.managerId },
    isInScope: (id) => (personOf(id)?.placedAs ?? kept.get(id)) !== undefined || created.has(id),
    current: teams.current,
    memberIdOf,
    mode: teams.mode,
  });
}

/** Few are managers, and each is asked for several times: in the order of people, one walk finds all of them. */
function managersFirst({ personById }: World, groups: ReadonlyMap<string | null, unknown>): (id: string) => Person | undefined {
  const managerIds = [...groups.keys()].filter((id) => id !== null);
  const find = personById.inStep();
  const found = remembered((id: string) => find(id));
  for (const id of sortById(managerIds, String)) found(id);
  return found;
}

interface Placed {
  /** Everybody who should be in a team because their record says so, by their manager. */
  readonly reports: ReportGroups;
  /** The others who are still in, about whom this read decides nothing: they stay in their team. */
  readonly kept: ReadonlyMap<string, string>;
  /** Employees whom this plan creates. */
  readonly created: ReadonlySet<string>;
}

/** Notes of everybody whose record says whose team it is the member who is put there. */
function placeEverybody(world: World, linked: LinkedWorld, { decided, absent, operations }: Planned): Placed {
  const reports = createReportGroups();
  const kept = new Map<string, string>();
  const created = new Set<string>();
  const leaving = new Set<string>();
  const tied = new Map<string, string>();
  for (const operation of operations) {
    if (isRemoval(operation)) leaving.add(operation.employeeId);
    if (operation.kind === 'create') created.add(operation.employeeId);
    if (operation.kind === 'link' || operation.kind === 'relink') tied.set(operation.employeeId, operation.memberId);
  }
  const isMember = (
    { employeeId, memberId, situation }: PersonDecision,
    link: Link | undefined,
    heldId = link?.memberId,
  ): boolean => {
    const isCertain = situation === 'managed' || situation === 'invited';
    if (memberId === undefined || (!isCertain && out.has(situation)) || holds(leaving, employeeId)) return false;
    // A dispute names the member it is about, who is somebody else's.
    if ((heldId ?? tied.get(employeeId)) !== memberId) return false;
    // Whoever is reactivated by this very plan has no access yet.
    return isCertain || (link?.state !== 'released' && isIn(world, memberId));
  };
  for (const decision of absent) {
    const { employeeId, memberId } = decision;
    if (memberId !== undefined && isMember(decision, world.linkByEmployee.get(employeeId))) kept.set(employeeId, memberId);
  }
  keepQuarantined(world, kept);
  world.persons.forEach((person, index) => {
    const decision = decided[index];
    const { id, managerId = null } = person.employee;
    if (decision?.memberId !== undefined && isMember(decision, person.link, person.member?.id)) {
      if (isPlaced(world, linked, person)) person.placedAs = decision.memberId;
      else kept.set(id, decision.memberId);
    }
    if (person.employment.state !== 'eligible' || holds(kept, id)) return;
    if (person.placedAs !== undefined || holds(created, id)) reports.add(id, managerId);
  });
  return { reports, kept, created };
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
    !holds(history, id) &&
    !holds(world.duplicates, id) &&
    resolutionOf(world, id, 'leave_alone') === undefined
  );
}
