import { unassignedKey, type DirectoryTeam } from '../directory/team-directory.ts';
import type { MemberIdOf } from './plan-teams.ts';
import type { TreePerson } from './teams-from-managers.ts';

/**
 * People about whom a read decides nothing, such as those missing from it for the first time or with an unknown status (rules
 * S3, V2): they lead whom they lead and stay in the team in which they are. Put them among the people of `planTeams` and into
 * its `managerOf`; whoever has no member is left out.
 */
export function leftAsTheyAre(
  employeeIds: Iterable<string>,
  current: readonly DirectoryTeam[],
  memberIdOf: MemberIdOf,
): TreePerson[] {
  const leadOf = new Map<string, string>();
  for (const { key, memberIds } of current) {
    if (key === null || key === unassignedKey) continue;
    for (const memberId of memberIds) leadOf.set(memberId, key);
  }
  return [...employeeIds].flatMap((employeeId) => {
    const memberId = memberIdOf(employeeId);
    return memberId === undefined ? [] : [{ employeeId, managerId: leadOf.get(memberId) ?? null, hasMember: true }];
  });
}
