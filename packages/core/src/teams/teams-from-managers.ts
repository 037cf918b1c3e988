import { unassignedKey } from '../directory/team-directory.ts';
import { byText } from './by-text.ts';
import { findCycles } from './cycles.ts';
import { createNearestManager } from './nearest-manager.ts';
import { createReportGroups } from './report-groups.ts';

/** Somebody in scope, as the tree needs them. */
export interface TreePerson {
  readonly employeeId: string;
  readonly managerId: string | null;
  /** Has this person a member to be put into a team, now or by the same plan? */
  readonly hasMember: boolean;
}

export interface Team {
  /** The manager's employee id: it stays when the team is renamed (rule T7). */
  readonly leadId: string;
  /** Employee ids of those who report to the lead, in order. */
  readonly memberIds: readonly string[];
}

/** Why somebody is in the Unassigned team: rules T2, T3 and T4, in this order. */
export type UnassignedCode = 'NO_MANAGER' | 'MANAGER_OUT_OF_SCOPE' | 'IN_A_CYCLE';

export interface Teams {
  readonly teams: readonly Team[];
  /** In the Unassigned team, with the reason. */
  readonly unassigned: readonly { readonly employeeId: string; readonly code: UnassignedCode }[];
  /** Each circle of managers in which somebody in scope is or ends, starting with its smallest id (rule T4). */
  readonly cycles: readonly (readonly string[])[];
}

export interface TeamsInput {
  /** Everybody who should be in a team. */
  readonly people: readonly TreePerson[];
  /** Of everybody, people out of scope too, so that the next one above can be found: employee id to manager id. */
  readonly managerOf: Pick<ReadonlyMap<string, string | null>, 'get'>;
  /** Is this employee one of the people, with a member? Found out from the people where it is left out. */
  readonly isInScope?: ((employeeId: string) => boolean) | undefined;
}

/** The same, once those with a member are put together by their manager. */
export interface TreeInput {
  /** As `ReportGroups` gives them. */
  readonly groups: ReadonlyMap<string | null, string[]>;
  readonly managerOf: TeamsInput['managerOf'];
  readonly isInScope: (employeeId: string) => boolean;
}

export function treeInputOf({ people, managerOf, isInScope }: TeamsInput): TreeInput {
  const groups = createReportGroups();
  for (const { employeeId, managerId, hasMember } of people) if (hasMember) groups.add(employeeId, managerId);
  return { groups: groups.all(), managerOf, isInScope: isInScope ?? membership(people) };
}

function membership(people: readonly TreePerson[]): (employeeId: string) => boolean {
  const ids = new Set(people.flatMap(({ employeeId, hasMember }) => (hasMember ? [employeeId] : [])));
  return (id) => ids.has(id);
}

/** Rules T1 to T4: one team for each in-scope manager with reports; linear in the number of people. */
export function teamsFromManagers({ groups, managerOf, isInScope }: TreeInput): Teams {
  const cycles = findCycles(managerOf, groups.keys());
  const inCycle = new Set(cycles.flat());
  const nearest = createNearestManager((id) => id !== unassignedKey && isInScope(id), managerOf);
  const led: (readonly [leadId: string, memberIds: readonly string[]])[] = [];
  const waiting: { employeeId: string; code: UnassignedCode }[] = [];
  for (const [managerId, group] of groups) {
    const free = inCycle.size === 0 ? group : group.filter((employeeId) => !inCycle.has(employeeId));
    const code = managerId === null ? 'NO_MANAGER' : 'MANAGER_OUT_OF_SCOPE';
    const leadId = nearest(managerId);
    if (leadId !== undefined && free.length > 0) led.push([leadId, free]);
    if (leadId === undefined) for (const employeeId of free) waiting.push({ code, employeeId });
    if (free !== group)
      for (const employeeId of group) if (inCycle.has(employeeId)) waiting.push({ code: 'IN_A_CYCLE', employeeId });
  }
  const teams = teamsOf(led);
  return { teams, unassigned: unassignedOf(waiting, teams), cycles };
}

/** By lead; several groups come together where their managers may not lead. */
function teamsOf(led: readonly (readonly [leadId: string, memberIds: readonly string[]])[]): Team[] {
  const reports = new Map<string, readonly string[]>();
  const joined = new Map<string, string[]>();
  for (const [leadId, memberIds] of led) {
    const known = reports.get(leadId);
    if (known === undefined) {
      reports.set(leadId, memberIds);
      continue;
    }
    const all = joined.get(leadId) ?? [...known];
    for (const memberId of memberIds) all.push(memberId);
    joined.set(leadId, all);
  }
  for (const [leadId, all] of joined) reports.set(leadId, all.sort());
  return [...reports.keys()].sort().map((leadId) => ({ leadId, memberIds: reports.get(leadId) ?? [] }));
}

/** Whoever leads a team and reports to nobody is the top of a tree, not unassigned (rule T2). */
function unassignedOf(waiting: readonly Teams['unassigned'][number][], teams: readonly Team[]): Teams['unassigned'] {
  if (waiting.length === 0) return [];
  const leads = new Set(teams.map(({ leadId }) => leadId));
  return waiting.filter(({ employeeId }) => !leads.has(employeeId)).sort((a, b) => byText(a.employeeId, b.employeeId));
}
