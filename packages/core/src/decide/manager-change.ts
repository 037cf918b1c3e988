import type { Member } from '../directory/member.ts';
import type { Employee } from '../employee/employee.ts';
import type { LinkedWorld } from '../link/link-everybody.ts';
import type { ManagerTarget, Operation } from '../plan/operation.ts';
import { evidenceOf, type World } from '../plan/world.ts';

/** Employees whom the plan ties to a member or, with null, creates. */
export type Joining = ReadonlyMap<string, string | null>;

interface ManagerInput {
  /** Null: somebody whom this plan creates. */
  readonly member: Member | null;
  readonly joining: Joining;
  readonly linked: LinkedWorld;
}

/**
 * The manager of a member, carried out after all members are there (rule T9). A manager whom nobody here is, is unknown
 * and not nobody: what stands is left alone (rule M2). So it is where the application knows no managers.
 */
export function managerChange(
  world: World,
  employee: Employee,
  { member, joining, linked }: ManagerInput,
): Operation | undefined {
  if (employee.managerId === undefined || (member !== null && member.managerId === undefined)) return undefined;
  const target = targetOf(world, employee, { member, joining, linked });
  const before = member?.managerId ?? null;
  if (target === undefined) return undefined;
  if (target === null ? before === null : 'memberId' in target && target.memberId === before) return undefined;
  return {
    after: target,
    before,
    employeeId: employee.id,
    evidence: evidenceOf(world, employee, employee.managerEmail == null ? 'managerId' : 'managerEmail'),
    key: `${world.input.readId}:set_manager:${employee.id}`,
    kind: 'set_manager',
    memberId: member?.id ?? null,
    reason: target === null ? 'no manager any more' : 'the manager changed',
    rule: 'M1',
  };
}

function targetOf(
  world: World,
  { id, managerId }: Employee,
  { member, joining, linked: { history } }: ManagerInput,
): ManagerTarget | undefined {
  if (managerId == null || managerId === id) return null;
  // The manager may be known by another employment (rule L7), or the person be their own manager by one.
  for (const known of [managerId, history.get(managerId)]) {
    if (known === undefined) continue;
    if (known === id) return null;
    const memberId = joining.get(known) ?? world.linkByEmployee.get(known)?.memberId;
    if (memberId !== undefined) return memberId === member?.id ? null : { memberId };
    if (joining.has(known)) return { employeeId: known };
  }
  return undefined;
}
