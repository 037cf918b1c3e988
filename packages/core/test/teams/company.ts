import type { DirectoryTeam, TeamsChange } from '../../src/directory/team-directory.ts';
import { planTeams, type MemberIdOf } from '../../src/teams/plan-teams.ts';
import { toTeamsChange } from '../../src/teams/teams-change.ts';
import type { Teams, TeamsInput } from '../../src/teams/teams-from-managers.ts';
import type { TeamsPlan } from '../../src/teams/teams-plan.ts';

/** Who reports to whom: employee id to manager id. */
export type Managers = Readonly<Record<string, string | null>>;

export const memberIdOf: MemberIdOf = (employeeId) => `m${employeeId}`;

/** Everybody has a member, except those named in `without`. */
export function company(
  managers: Managers,
  without: readonly string[] = [],
): TeamsInput & { readonly managerOf: ReadonlyMap<string, string | null> } {
  const people = Object.entries(managers).map(([employeeId, managerId]) => ({
    employeeId,
    managerId,
    hasMember: !without.includes(employeeId),
  }));
  return { people, managerOf: new Map(Object.entries(managers)) };
}

/** One line for each team, then Unassigned with its codes. */
export function short({ teams, unassigned }: Teams): string[] {
  return [
    ...teams.map(({ leadId, memberIds }) => `${leadId}: ${memberIds.join(' ')}`),
    ...unassigned.map(({ employeeId, code }) => `- ${employeeId} ${code}`),
  ];
}

export function team(id: string, key: string | null, more: Partial<DirectoryTeam> = {}): DirectoryTeam {
  return { id, name: `Team ${id}`, key, leadMemberId: null, memberIds: [], ...more };
}

/** The teams of a platform, in memory. It refuses what no platform could do. */
export class Platform {
  teams: readonly DirectoryTeam[];
  locked = false;
  private made = 0;

  constructor(teams: readonly DirectoryTeam[] = []) {
    this.teams = teams;
  }

  change({ remove, handOver, put, locked }: TeamsChange): void {
    for (const id of [...remove, ...handOver.map((one) => one.id)]) this.expectTeam(id);
    const keys = new Map(handOver.map(({ id, key }) => [id, key]));
    const kept = this.teams.filter(({ id }) => !remove.includes(id)).map((one) => ({ ...one, key: keys.get(one.id) ?? one.key }));
    const byKey = new Map(kept.map((one) => [one.key ?? `by hand ${one.id}`, one]));
    if (byKey.size !== kept.length) throw new TypeError('two teams have one key');
    for (const { key, leadMemberId, memberIds } of put) {
      const known = byKey.get(key) ?? { id: this.newId(), name: `New ${key}`, key };
      byKey.set(key, { ...known, leadMemberId, memberIds });
    }
    this.teams = [...byKey.values()];
    this.locked = locked;
  }

  /** Plans and applies, and gives the plan. */
  sync(mode: TeamsPlan['mode'], input: TeamsInput, idOf: MemberIdOf = memberIdOf): TeamsPlan {
    const plan = planTeams({ ...input, current: this.teams, memberIdOf: idOf, mode });
    this.change(toTeamsChange(plan, idOf));
    return plan;
  }

  /** `key: members` of every team that team sync made, by key. */
  managed(): string[] {
    return this.teams
      .filter(({ key }) => key !== null)
      .map(({ key, leadMemberId, memberIds }) => `${key ?? ''} (${leadMemberId ?? 'nobody'}): ${[...memberIds].sort().join(' ')}`)
      .sort();
  }

  idOf(key: string): string | undefined {
    return this.teams.find((one) => one.key === key)?.id;
  }

  rename(key: string, name: string): void {
    this.teams = this.teams.map((one) => (one.key === key ? { ...one, name } : one));
  }

  private newId(): string {
    this.made += 1;
    return `t${String(this.made)}`;
  }

  private expectTeam(id: string): void {
    if (!this.teams.some((one) => one.id === id)) throw new TypeError(`no team ${id}`);
  }
}

/** What the platform should have: `managed()` of a plan. */
export function wanted({ teams, unassigned }: Teams, idOf: MemberIdOf = memberIdOf): string[] {
  const line = (key: string, lead: string | undefined, ids: readonly string[]): string =>
    `${key} (${lead ?? 'nobody'}): ${ids
      .map((id) => idOf(id) ?? '')
      .sort()
      .join(' ')}`;
  return [
    ...teams.map(({ leadId, memberIds }) => line(leadId, idOf(leadId), memberIds)),
    ...(unassigned.length > 0
      ? [
          line(
            'unassigned',
            undefined,
            unassigned.map(({ employeeId }) => employeeId),
          ),
        ]
      : []),
  ].sort();
}
