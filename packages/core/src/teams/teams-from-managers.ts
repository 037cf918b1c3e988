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
  const placed = people.filter(({ hasMember }) => hasMember);
  const inScope = isInScope ?? membership(placed);
  const byManager = Map.groupBy(placed, ({ managerId }) => managerId);
  const cycles = findCycles(managerOf, byManager.keys());
  const inCycle = new Set(cycles.flat());
  const nearest = createNearestManager((id) => id !== unassignedKey && inScope(id), managerOf);
  const reports = new Map<string, string[]>();
  const waiting: { employeeId: string; code: UnassignedCode }[] = [];
  for (const [managerId, group] of byManager) {
    const leadId = nearest(managerId);
    const members = leadId === undefined ? undefined : reportsOf(leadId, reports);
    const code = managerId === null ? 'NO_MANAGER' : 'MANAGER_OUT_OF_SCOPE';
    for (const { employeeId } of group) {
      if (inCycle.has(employeeId)) waiting.push({ code: 'IN_A_CYCLE', employeeId });
      else if (members === undefined) waiting.push({ code, employeeId });
      else members.push(employeeId);
    }
  }
  const teams = [...reports]
    .filter(([, memberIds]) => memberIds.length > 0)
    .map(([leadId, memberIds]) => ({ leadId, memberIds: memberIds.sort(byText) }));
  // Whoever leads a team and reports to nobody is the top of a tree, not unassigned (rule T2).
  const leads = new Set(teams.map(({ leadId }) => leadId));
  return {
    teams: teams.sort((a, b) => byText(a.leadId, b.leadId)),
    unassigned: waiting.filter(({ employeeId }) => !leads.has(employeeId)).sort((a, b) => byText(a.employeeId, b.employeeId)),
    cycles,
  };
}

function membership(placed: readonly TreePerson[]): (employeeId: string) => boolean {
  const ids = new Set(placed.map(({ employeeId }) => employeeId));
  return (id) => ids.has(id);
}

function reportsOf(leadId: string, reports: Map<string, string[]>): string[] {
  const known = reports.get(leadId);
  if (known !== undefined) return known;
  const made: string[] = [];
  reports.set(leadId, made);
  return made;
}
