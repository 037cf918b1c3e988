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
  const leadOf = new Map<string, string | null>();
  const leads = new Set<string>();
  for (const { key, memberIds } of current) {
    if (key === null) continue;
    leads.add(key);
    for (const memberId of memberIds) leadOf.set(memberId, key === unassignedKey ? null : key);
  }
  return [...employeeIds].flatMap((employeeId) => {
    const memberId = memberIdOf(employeeId);
    // Whoever is in no team and leads none is put into none.
    if (memberId === undefined || !(leadOf.has(memberId) || leads.has(employeeId))) return [];
    return [{ employeeId, managerId: leadOf.get(memberId) ?? null, hasMember: true }];
  });
}
