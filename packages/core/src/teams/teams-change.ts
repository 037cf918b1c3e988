import { unassignedKey, type TeamsChange, type TeamTarget } from '../directory/team-directory.ts';
import { byText } from './by-text.ts';
import type { MemberIdOf } from './plan-teams.ts';
import type { TeamsPlan } from './teams-plan.ts';

/**
 * The change a directory is asked for. Made when the members are there (rule T9), so that `memberIdOf` also knows whom the
 * same plan created. Whoever has no member after all is left out. A team whose lead has none is not made and its members go
 * to Unassigned; one that is there already stays, empty and without a lead, until the lead has a member.
 */
export function toTeamsChange(plan: TeamsPlan, memberIdOf: MemberIdOf): TeamsChange {
  const membersOf = (employeeIds: readonly string[]): string[] => employeeIds.flatMap((id) => memberIdOf(id) ?? []);
  const made = new Set(plan.create);
  const asked = new Set([...plan.create, ...plan.change, ...plan.handOver.map(({ to }) => to)]);
  const put: TeamTarget[] = [];
  const withoutLead: string[][] = [];
  for (const { leadId, memberIds } of plan.teams) {
    if (!asked.has(leadId)) continue;
    const leadMemberId = memberIdOf(leadId);
    if (leadMemberId !== undefined) {
      put.push({ key: leadId, leadMemberId, memberIds: membersOf(memberIds) });
      continue;
    }
    withoutLead.push(membersOf(memberIds));
    if (!made.has(leadId)) put.push({ key: leadId, leadMemberId: null, memberIds: [] });
  }
  const waiting = membersOf(plan.unassigned.map(({ employeeId }) => employeeId));
  const stranded = withoutLead.flat();
  const keepsUnassigned = stranded.length > 0;
  if (keepsUnassigned || (asked.has(unassignedKey) && (waiting.length > 0 || !made.has(unassignedKey)))) {
    put.push({ key: unassignedKey, leadMemberId: null, memberIds: [...waiting, ...stranded] });
  }
  return {
    remove: plan.remove.filter(({ key }) => !(keepsUnassigned && key === unassignedKey)).map(({ id }) => id),
    handOver: plan.handOver.map(({ id, to }) => ({ id, key: to })),
    put: put.sort((a, b) => byText(a.key, b.key)),
    locked: true,
  };
}

/** Rule T8: the teams stay as they are and may be edited again. */
export const stopTeams: TeamsChange = { remove: [], handOver: [], put: [], locked: false };
