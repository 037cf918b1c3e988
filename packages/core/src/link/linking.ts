import type { Link, Member } from '../directory/member.ts';
import type { Employee } from '../employee/employee.ts';
import type { EmployeeKey } from '../plan/operation.ts';
import { employeeKey, isProtected, membersWith, resolutionOf, canGetIn, type World } from '../plan/world.ts';
import { comparable } from '../scope/comparable.ts';
import type { RuleId } from '../plan/rule-id.ts';

/** Who an employee is among the members. */
export type Linking =
  | { readonly kind: 'linked'; readonly member: Member; readonly link: Link }
  | {
      readonly kind: 'first_link';
      readonly member: Member;
      readonly rule: RuleId;
      readonly reason: string;
      readonly by: 'workEmail' | 'personalEmail';
    }
  /** The member is known under another record: the tie moves by itself (rule S8, or somebody said so). */
  | {
      readonly kind: 'relink';
      readonly member: Member;
      readonly from: EmployeeKey;
      readonly rule: RuleId;
      readonly reason: string;
    }
  /** The same, but a person has to say so (rule L6). */
  | { readonly kind: 'proposal'; readonly member: Member; readonly from: EmployeeKey; readonly reason: string }
  | { readonly kind: 'disputed'; readonly rule: RuleId; readonly reason: string; readonly member: Member | undefined }
  | { readonly kind: 'none' };

const none: Linking = { kind: 'none' };

export interface LinkingInput {
  /** May be linked for the first time: eligible, in the filter, no mere history of somebody else. */
  readonly mayLink: (employee: Employee) => boolean;
  /** Linked records in this read or before it that are over, by employee number: whom a new record may continue (rule L6). */
  readonly endedByNumber: ReadonlyMap<string, Link | null>;
  /** Do some of those who carry this address count as somebody's history (rule L7)? */
  readonly hasHistory: (email: string) => boolean;
  /** The record of a tie, as this read or an earlier one brought it. */
  readonly recordOf: (link: Link) => Employee | undefined;
  /** Is this linked record over, gone, or the history of another one? */
  readonly isOver: (link: Link) => boolean;
}

/** Rules L1 to L6: whom each employee is, by the stored link, by what a person decided, or by one unambiguous work e-mail. */
export function createLinking(world: World, input: LinkingInput): (employee: Employee) => Linking {
  const claims = claimsByEmail(world, input.mayLink);
  return (employee) => {
    const link = world.linkByEmployee.get(employee.id);
    const linked = link && world.memberById.get(link.memberId);
    if (link !== undefined && linked !== undefined) return { kind: 'linked', link, member: linked };
    return (
      decided(world, employee) ??
      byWorkEmail(world, input, employee, claims) ??
      byNumber(world, input, employee) ??
      byPersonalEmail(world, employee) ??
      none
    );
  };
}

/** How many may claim each address; two people with one address are two claims on whoever holds it (rule L3). */
function claimsByEmail(world: World, mayLink: (employee: Employee) => boolean): ReadonlyMap<string, number> {
  const claims = new Map<string, number>();
  for (const employee of world.employees) {
    if (employee.workEmail == null || world.linkByEmployee.has(employee.id) || !mayLink(employee)) continue;
    claims.set(employee.workEmail, (claims.get(employee.workEmail) ?? 0) + 1);
  }
  return claims;
}

/** What a person decided stands above every address. */
function decided(world: World, employee: Employee): Linking | undefined {
  const memberId = resolutionOf(world, employee.id, 'same_person')?.memberId;
  const member = memberId == null ? undefined : world.memberById.get(memberId);
  if (member === undefined) return undefined;
  const held = world.linkByMember.get(member.id);
  const reason = 'an administrator said that this is the same person';
  return held === undefined
    ? { kind: 'first_link', member, rule: 'L3', reason, by: 'workEmail' }
    : { kind: 'relink', member, from: keyOf(held), rule: 'L6', reason };
}

function byWorkEmail(
  world: World,
  input: LinkingInput,
  employee: Employee,
  claims: ReadonlyMap<string, number>,
): Linking | undefined {
  if (employee.workEmail == null) return undefined;
  const rivals = claims.get(employee.workEmail) ?? 0;
  const found = membersWith(world, employee.workEmail).filter((member) => !isSaidToBeAnother(world, employee, member));
  const [member] = found;
  if (rivals > 1) return disputed('L3', `${String(rivals)} employees carry this work e-mail`, member);
  if (member === undefined) {
    const others = (world.carriers.get(employee.workEmail) ?? 0) - 1;
    return others > 0 && !input.hasHistory(employee.workEmail)
      ? disputed('L3', `${String(others + 1)} employees carry this work e-mail`, undefined)
      : undefined;
  }
  if (found.length > 1) return disputed('L3', `${String(found.length)} members carry this work e-mail`, member);
  const held = world.linkByMember.get(member.id);
  if (held !== undefined) return heldByAnother(world, input, { employee, member, held });
  // Rights are never taken over unseen, and whoever has lost access does not get it back by an address alone (rules L5, L6).
  if (isProtected(world, member)) return disputed('L5', 'linking a protected member needs confirmation', member);
  if (!canGetIn(member)) return disputed('L6', 'this address belongs to somebody whose access has ended', member);
  return { kind: 'first_link', member, rule: 'L2', reason: 'equal work e-mail, unique on both sides', by: 'workEmail' };
}

interface Held {
  readonly employee: Employee;
  readonly member: Member;
  readonly held: Link;
}

function heldByAnother(world: World, input: LinkingInput, { employee, member, held }: Held): Linking {
  const from = keyOf(held);
  if (held.connectionId === world.connectionId) {
    if (input.isOver(held) && !isSomebodyElse(employee, input.recordOf(held)))
      return {
        kind: 'proposal',
        member,
        from,
        reason: 'the same work e-mail; the record under which the member is known has ended',
      };
    return disputed('L4', 'the member with this work e-mail is linked to another employee', member);
  }
  const there = world.elsewhereByKey.get(employeeKey(held.connectionId, held.employeeId));
  if (there?.inScope === true) return disputed('L4', 'the member with this work e-mail is managed by another connection', member);
  if (there === undefined || !canGetIn(member) || isProtected(world, member))
    return { kind: 'proposal', member, from, reason: 'the same work e-mail; the member is known by another connection' };
  return {
    kind: 'relink',
    member,
    from,
    rule: 'S8',
    reason: 'left the scope of another connection and is in the scope of this one',
  };
}

/** Rule L6: a new record with the employee number of a linked one that has ended is proposed, never taken. */
function byNumber(world: World, input: LinkingInput, employee: Employee): Linking | undefined {
  if (employee.employeeNumber == null) return undefined;
  const link = input.endedByNumber.get(employee.employeeNumber);
  const member = link == null ? undefined : world.memberById.get(link.memberId);
  if (link == null || member === undefined || isSaidToBeAnother(world, employee, member)) return undefined;
  if (isSomebodyElse(employee, input.recordOf(link))) return undefined;
  return {
    kind: 'proposal',
    member,
    from: keyOf(link),
    reason: 'the same employee number; the record under which the member is known has ended',
  };
}

/** Names never link anybody; where both differ, the address or the number has been given to somebody else (rule L4). */
function isSomebodyElse(employee: Employee, before: Employee | undefined): boolean {
  return before !== undefined && differ(employee.firstName, before.firstName) && differ(employee.lastName, before.lastName);
}

function differ(name: string | null | undefined, other: string | null | undefined): boolean {
  return name != null && other != null && comparable(name) !== comparable(other);
}

/** Only where the policy opts in (rule L2), and only for somebody nobody else could be. */
function byPersonalEmail(world: World, employee: Employee): Linking | undefined {
  if (!world.input.policy.matchPersonalEmail || employee.personalEmail == null) return undefined;
  const found = membersWith(world, employee.personalEmail).filter((member) => !isSaidToBeAnother(world, employee, member));
  const [member] = found;
  if (member === undefined || world.linkByMember.has(member.id)) return undefined;
  if (found.length > 1) return disputed('L3', `${String(found.length)} members carry this personal e-mail`, member);
  if (isProtected(world, member)) return disputed('L5', 'linking a protected member needs confirmation', member);
  if (!canGetIn(member)) return disputed('L6', 'this address belongs to somebody whose access has ended', member);
  return {
    kind: 'first_link',
    member,
    rule: 'L2',
    reason: 'equal personal e-mail, which the policy allows',
    by: 'personalEmail',
  };
}

function isSaidToBeAnother(world: World, employee: Employee, member: Member): boolean {
  return (
    world.resolutions.get(employee.id)?.some(({ kind, memberId }) => kind === 'different_person' && memberId === member.id) ===
    true
  );
}

function disputed(rule: RuleId, reason: string, member: Member | undefined): Linking {
  return { kind: 'disputed', rule, reason, member };
}

function keyOf({ connectionId, employeeId }: Link): EmployeeKey {
  return { connectionId, employeeId };
}
