import { clean, renderTeams, unassignedKey, type DirectoryTeam, type Member } from '@rollcall/core';
import type { Output } from '../output.ts';
import { counted } from './wording.ts';

export interface ShowTeamsInput {
  readonly teams: readonly DirectoryTeam[];
  readonly members: readonly Member[];
  readonly names: boolean;
}

/** The teams as the application has them, by member: leads with those whom they lead, then who is in no such team. */
export function showTeams(output: Output, { teams, members, names }: ShowTeamsInput): void {
  const byId = new Map(members.map((member) => [member.id, member]));
  const nameOf = (id: string): string | undefined => (names ? memberName(byId.get(id)) : undefined);
  const led = teams.flatMap(({ leadMemberId, memberIds }) =>
    leadMemberId === null ? [] : [{ leadId: leadMemberId, memberIds: memberIds.filter((id) => id !== leadMemberId) }],
  );
  const nothing = {
    create: [],
    remove: [],
    handOver: [],
    change: [],
    leftAlone: [],
    losesReviewer: [],
    unassigned: [],
    cycles: [],
  };
  const [, ...tree] = renderTeams({ mode: 'follow', teams: led, ...nothing }, { name: nameOf }).split('\n');
  output.say(counted(teams.length, 'team'));
  for (const line of tree) output.say(line);
  for (const { name, key, memberIds } of teams.filter(({ leadMemberId }) => leadMemberId === null)) {
    output.heading(`${key === unassignedKey ? 'Unassigned' : clean(name)} (${String(memberIds.length)})`);
    for (const id of memberIds) output.say(clean(nameOf(id) ?? id));
  }
}

function memberName(member: Member | undefined): string | undefined {
  if (member === undefined) return undefined;
  const { firstName, lastName } = member.values;
  return [firstName, lastName].filter(Boolean).join(' ') || member.email;
}
