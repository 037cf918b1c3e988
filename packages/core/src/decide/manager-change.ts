import type { Member } from '../directory/member.ts';
import type { Employee } from '../employee/employee.ts';
import type { ManagerTarget, Operation } from '../plan/operation.ts';
import { evidenceOf, type World } from '../plan/world.ts';

/**
 * The manager of a member, carried out after all members are there (rule T9). A manager whom nobody here is, is unknown
 * and not nobody: what stands is left alone (rule M2). `member` null: somebody whom this plan creates. `joining`: whom it links or creates.
 */
export function managerChange(
  world: World,
  employee: Employee,
  { member, joining }: { readonly member: Member | null; readonly joining: ReadonlySet<string> },
): Operation | undefined {
  if (employee.managerId === undefined) return undefined;
  const target = targetOf(world, employee, joining);
  const before = member?.managerId ?? null;
  if (target === undefined) return undefined;
  if (target === null ? before === null : 'memberId' in target && target.memberId === before) return undefined;
  return {
    after: target,
    before,
    employeeId: employee.id,
    evidence: evidenceOf(world, employee, 'managerId'),
    key: `${world.input.readId}:set_manager:${employee.id}`,
    kind: 'set_manager',
    memberId: member?.id ?? null,
    reason: target === null ? 'no manager any more' : 'the manager changed',
    rule: 'M1',
  };
}

function targetOf(world: World, { id, managerId }: Employee, joining: ReadonlySet<string>): ManagerTarget | undefined {
  if (managerId == null || managerId === id) return null;
  const link = world.linkByEmployee.get(managerId);
  if (link !== undefined && world.memberById.has(link.memberId)) return { memberId: link.memberId };
  return joining.has(managerId) ? { employeeId: managerId } : undefined;
}
