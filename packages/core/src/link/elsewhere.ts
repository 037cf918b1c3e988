import type { ManagedValues, Member } from '../directory/member.ts';
import { normaliseEmail } from '../normalise/email.ts';
import type { EmployeeKey } from '../plan/operation.ts';
import { isProtected, type World } from '../plan/world.ts';
import { employeeKey } from '../plan/ties-of.ts';
import { isSomebodyElse } from './names.ts';

/**
 * Somebody who is in the scope of another connection and carries this member's address (rule S8): the person to move to, or
 * `several` where nobody can choose. Undefined: nobody, or somebody of another name to whom the address has passed (rule L4).
 */
export function elsewhereOf(
  world: World,
  member: Member,
  names: Pick<ManagedValues, 'firstName' | 'lastName'>,
): EmployeeKey | 'several' | undefined {
  if (world.elsewhereByEmail.size === 0 || isProtected(world, member)) return undefined;
  const email = normaliseEmail(member.email) ?? '';
  const free = (world.elsewhereByEmail.get(email) ?? []).filter(
    ({ connectionId, standing }) =>
      !world.linkedElsewhere.has(employeeKey(connectionId, standing.employeeId)) && !isSomebodyElse(standing, names),
  );
  const [first] = free;
  if (first === undefined) return undefined;
  if (free.length > 1 || world.membersWith(email).length > 1) return 'several';
  return { connectionId: first.connectionId, employeeId: first.standing.employeeId };
}
