import { unassignedKey, type DirectoryTeam } from '../directory/team-directory.ts';
import { byText } from './by-text.ts';
import { findHandOvers, type HandOver } from './hand-over.ts';
import { teamsFromManagers, treeInputOf, type Teams, type TeamsInput, type TreeInput } from './teams-from-managers.ts';
import type { TeamsPlan } from './teams-plan.ts';

export interface TeamsPlanInput extends TeamsInput {
  /** All teams of the customer, in any order. */
  readonly current: readonly DirectoryTeam[];
  /** Undefined for somebody whom the same plan creates. */
  readonly memberIdOf: MemberIdOf;
  readonly mode: TeamsPlan['mode'];
}

export type MemberIdOf = (employeeId: string) => string | undefined;

/**
 * What team sync changes, so that the platform's teams follow the managers (rules T1 to T7). Pure and linear; the order of
 * people and teams does not matter. To change the teams, give `toTeamsChange` what comes out of it.
 */
export function planTeams({ current, memberIdOf, mode, ...input }: TeamsPlanInput): TeamsPlan {
  return planTree({ ...treeInputOf(input), current, memberIdOf, mode });
}

/** The same, once everybody with a member is in the group of their manager. */
export interface TreePlanInput extends TreeInput, Pick<TeamsPlanInput, 'current' | 'memberIdOf' | 'mode'> {}

export function planTree(input: TreePlanInput): TeamsPlan {
  const teams = teamsFromManagers(input);
  const { byKey, byHand, doubles } = sorted(input.current);
  const wanted = wantedTeams(teams);
  const differing = [...byKey].filter(([key, team]) => !isAsWanted(team, wanted.get(key), input.memberIdOf));
  const handOver = handOvers(differing, { teams, byKey, input });
  const taken = new Set(handOver.map(({ from }) => from));
  const arriving = new Set(handOver.map(({ to }) => to));
  const stays = (key: string): boolean => byKey.has(key) && !taken.has(key);
  const gone = differing.filter(([key]) => !taken.has(key) && !wanted.has(key)).map(([, team]) => team);
  const remove = [...gone, ...doubles, ...(input.mode === 'enable' ? byHand : [])].sort(byId);
  return {
    ...teams,
    mode: input.mode,
    remove: remove.map(({ id, name, key }) => ({ id, name, key })),
    create: [...wanted.keys()].filter((key) => !stays(key) && !arriving.has(key)),
    handOver: handOver.map(({ from, to }) => ({ id: byKey.get(from)?.id ?? from, from, to })),
    change: differing
      .map(([key]) => key)
      .filter((key) => wanted.has(key) && stays(key))
      .sort(byText),
    leftAlone: input.mode === 'follow' ? byHand.map(({ id, name }) => ({ id, name })) : [],
    losesReviewer: remove.flatMap(({ id: team, openRecords = [] }) =>
      openRecords.map(({ id, label }) => ({ id, label, team })).sort(byId),
    ),
  };
}

/** Does this plan ask the directory for anything? Enabling always does: it locks the teams (rule T6). */
export function changesTeams({ mode, remove, create, handOver, change }: TeamsPlan): boolean {
  return mode === 'enable' || [remove, create, handOver, change].some((list) => list.length > 0);
}

interface WantedTeam {
  readonly leadId: string | null;
  readonly memberIds: readonly string[];
}

/** By key, in order. The Unassigned team is there only when somebody is in it (rule T2). */
function wantedTeams({ teams, unassigned }: Teams): ReadonlyMap<string, WantedTeam> {
  const wanted = teams.map((team): [string, WantedTeam] => [team.leadId, team]);
  if (unassigned.length > 0) {
    wanted.push([unassignedKey, { leadId: null, memberIds: unassigned.map(({ employeeId }) => employeeId) }]);
    wanted.sort(([a], [b]) => byText(a, b));
  }
  return new Map(wanted);
}

/** A key belongs to one team; a second one with it, which nobody should have made, goes. */
function sorted(current: readonly DirectoryTeam[]): {
  byKey: ReadonlyMap<string, DirectoryTeam>;
  byHand: readonly DirectoryTeam[];
  doubles: readonly DirectoryTeam[];
} {
  const byKey = new Map<string, DirectoryTeam>();
  const byHand: DirectoryTeam[] = [];
  const doubles: DirectoryTeam[] = [];
  for (const team of [...current].sort(byId)) {
    if (team.key === null) byHand.push(team);
    else if (byKey.has(team.key)) doubles.push(team);
    else byKey.set(team.key, team);
  }
  return { byKey, byHand, doubles };
}

/** Lead and members are compared, the name is not: it is the platform's (rule T7). */
function isAsWanted(team: DirectoryTeam, wanted: WantedTeam | undefined, memberIdOf: MemberIdOf): boolean {
  if (wanted?.memberIds.length !== team.memberIds.length) return false;
  const lead = wanted.leadId === null ? null : memberIdOf(wanted.leadId);
  if (lead !== team.leadMemberId) return false;
  // Most directories give members in the order in which they were put: only where one does not, a set is worth its price.
  let members: ReadonlySet<string> | undefined;
  return wanted.memberIds.every((id, index) => {
    const memberId = memberIdOf(id);
    if (memberId === undefined) return false;
    return memberId === team.memberIds[index] || (members ??= new Set(team.memberIds)).has(memberId);
  });
}

interface Comparison {
  readonly teams: Teams;
  readonly byKey: ReadonlyMap<string, DirectoryTeam>;
  readonly input: TreePlanInput;
}

function handOvers(
  differing: readonly (readonly [key: string, team: DirectoryTeam])[],
  { teams, byKey, input }: Comparison,
): HandOver[] {
  const led = differing.filter(([key]) => key !== unassignedKey);
  if (led.length === 0) return [];
  const employeeOf = employeesByMember(input);
  const leads = new Map(teams.teams.flatMap(({ leadId, memberIds }) => memberIds.map((id) => [id, leadId])));
  return findHandOvers({
    reports: new Map(led.map(([key, { memberIds }]) => [key, memberIds.flatMap((id) => employeeOf.get(id) ?? []).sort(byText)])),
    leadOf: (employeeId) => leads.get(employeeId),
    hasTeam: (employeeId) => byKey.has(employeeId),
  });
}

/** Members of people in scope: whoever left scope, or was never managed, has no say in a hand-over. */
function employeesByMember({ groups, memberIdOf }: TreePlanInput): ReadonlyMap<string, string> {
  const employees = new Map<string, string>();
  for (const group of groups.values()) {
    for (const employeeId of group) {
      const memberId = memberIdOf(employeeId);
      if (memberId !== undefined) employees.set(memberId, employeeId);
    }
  }
  return employees;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return byText(a.id, b.id);
}
