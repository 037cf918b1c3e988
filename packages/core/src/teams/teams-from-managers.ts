import { unassignedKey } from '../directory/team-directory.ts';
import { byText } from './by-text.ts';
import { findCycles } from './cycles.ts';
import { createNearestManager } from './nearest-manager.ts';

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

/** Rules T1 to T4: one team for each in-scope manager with reports; linear in the number of people. */
export function teamsFromManagers({ people, managerOf, isInScope }: TeamsInput): Teams {
  const inScope = isInScope ?? membership(people);
  const byManager = groupsOf(people);
  const cycles = findCycles(managerOf, byManager.keys());
  const inCycle = new Set(cycles.flat());
  const nearest = createNearestManager((id) => id !== unassignedKey && inScope(id), managerOf);
  const reports = new Map<string, string[]>();
  const waiting: { employeeId: string; code: UnassignedCode }[] = [];
  for (const [managerId, group] of byManager) {
    const leadId = nearest(managerId);
    const members = leadId === undefined ? undefined : reports.get(leadId);
    // Most groups are the whole team of their manager as they are.
    if (leadId !== undefined && members === undefined && inCycle.size === 0) {
      reports.set(leadId, group);
      continue;
    }
    const code = managerId === null ? 'NO_MANAGER' : 'MANAGER_OUT_OF_SCOPE';
    const free = group.filter((employeeId) => !inCycle.has(employeeId));
    for (const employeeId of group) if (inCycle.has(employeeId)) waiting.push({ code: 'IN_A_CYCLE', employeeId });
    if (leadId === undefined) for (const employeeId of free) waiting.push({ code, employeeId });
    else if (members === undefined) reports.set(leadId, free);
    else for (const employeeId of free) members.push(employeeId);
  }
  // Texts are sorted by code unit where nothing else is said, which is the order of byText and several times faster.
  const leadIds = [...reports.keys()].sort();
  const teams = leadIds.flatMap((leadId) => {
    const memberIds = inOrder(reports.get(leadId) ?? []);
    return memberIds.length > 0 ? [{ leadId, memberIds }] : [];
  });
  // Whoever leads a team and reports to nobody is the top of a tree, not unassigned (rule T2).
  const leads = new Set(teams.map(({ leadId }) => leadId));
  return {
    teams,
    unassigned: waiting.filter(({ employeeId }) => !leads.has(employeeId)).sort((a, b) => byText(a.employeeId, b.employeeId)),
    cycles,
  };
}

function membership(people: readonly TreePerson[]): (employeeId: string) => boolean {
  const ids = new Set(people.flatMap(({ employeeId, hasMember }) => (hasMember ? [employeeId] : [])));
  return (id) => ids.has(id);
}

/** Most vendors deliver in order: what is in order is not sorted. */
function inOrder(ids: string[]): string[] {
  for (let index = 1; index < ids.length; index += 1) if ((ids[index - 1] ?? '') > (ids[index] ?? '')) return ids.sort();
  return ids;
}

/** Those with a member, by the manager whom their record names. */
function groupsOf(people: readonly TreePerson[]): ReadonlyMap<string | null, string[]> {
  const groups = new Map<string | null, string[]>();
  for (const { employeeId, managerId, hasMember } of people) {
    if (!hasMember) continue;
    const group = groups.get(managerId);
    if (group === undefined) groups.set(managerId, [employeeId]);
    else group.push(employeeId);
  }
  return groups;
}
