import type { Link, Member } from '../directory/member.ts';
import type { Employee } from '../employee/employee.ts';
import type { EmployeeKey } from '../plan/operation.ts';
import type { RuleId } from '../plan/rule-id.ts';
import type { Standing } from '../plan/plan-input.ts';
import { employeeKey } from '../plan/ties-of.ts';
import { canGetIn, isProtected, resolutionOf, type World } from '../plan/world.ts';
import { normaliseEmail } from '../normalise/email.ts';
import { isSomebodyElse } from './names.ts';

/** Who an employee without a member of theirs is among the members. */
export type Linking =
  | {
      readonly kind: 'first_link';
      readonly member: Member;
      readonly rule: RuleId;
      readonly reason: string;
      readonly by: 'workEmail' | 'personalEmail';
      /** By a person, not by an address. */
      readonly said: boolean;
    }
  /** The member is known under another record: the tie moves by itself (rule S8, or somebody said so). */
  | {
      readonly kind: 'relink';
      readonly member: Member;
      /** The tie as it stands. */
      readonly held: Link;
      readonly rule: RuleId;
      readonly reason: string;
      readonly said: boolean;
    }
  /** The same, but a person has to say so (rule L6). */
  | { readonly kind: 'proposal'; readonly member: Member; readonly from: EmployeeKey; readonly reason: string }
  | { readonly kind: 'disputed'; readonly rule: RuleId; readonly reason: string; readonly member: Member | undefined }
  | { readonly kind: 'none' };

const none: Linking = { kind: 'none' };

export interface LinkingInput {
  /** Work e-mails that several people who are employed, or may be, carry, and how many; records of one person count once. */
  readonly carriers: ReadonlyMap<string, number>;
  /** Those of them who have no member yet. */
  readonly joining: ReadonlyMap<string, number>;
  /** Linked records in this read or before it that are over, by employee number: whom a new record may continue (rule L6). */
  readonly endedByNumber: () => ReadonlyMap<string, Link | null>;
  /** The record of a tie, as this read or an earlier one brought it. */
  readonly recordOf: (link: Link) => Employee | undefined;
  /** Is this linked record over, gone, or the history of another one? */
  readonly isOver: (link: Link) => boolean;
}

/** Rules L2 to L6: whom each employee is, by what a person decided, or by one unambiguous work e-mail. */
export function createLinking(world: World, input: LinkingInput): (employee: Employee) => Linking {
  const lastSaid = lastSaidOf(world);
  return (employee) =>
    decided(world, lastSaid, employee) ??
    byWorkEmail(world, input, employee) ??
    byNumber(world, input, employee) ??
    byPersonalEmail(world, employee) ??
    none;
}

/** Members to the employee they were last said to be; null where two were said at one instant. */
type LastSaid = ReadonlyMap<string, { readonly employeeId: string | null; readonly at: string }>;

/** Else a member said to be one person and later another would go to and fro between them with every plan. */
function lastSaidOf(world: World): LastSaid {
  const said = new Map<string, { readonly employeeId: string | null; readonly at: string }>();
  for (const employeeId of world.resolutions.keys()) {
    const { memberId, at } = resolutionOf(world, employeeId, 'same_person') ?? {};
    if (memberId == null || at === undefined) continue;
    const before = said.get(memberId);
    if (before === undefined || at > before.at) said.set(memberId, { employeeId, at });
    else if (at === before.at) said.set(memberId, { employeeId: null, at });
  }
  return said;
}

/** What a person decided stands above every address, and above what was decided before. */
function decided(world: World, lastSaid: LastSaid, employee: Employee): Linking | undefined {
  const memberId = resolutionOf(world, employee.id, 'same_person')?.memberId;
  const member = memberId == null ? undefined : world.memberById.get(memberId);
  if (member === undefined) return undefined;
  const last = lastSaid.get(member.id)?.employeeId;
  if (last === null) return disputed('L3', 'several employees were said to be this member', member);
  if (last !== employee.id) return undefined;
  const held = world.linkByMember.get(member.id);
  const reason = 'an administrator said that this is the same person';
  return held === undefined
    ? { kind: 'first_link', member, rule: 'L3', reason, by: 'workEmail', said: true }
    : { kind: 'relink', member, held, rule: 'L6', reason, said: true };
}

function byWorkEmail(world: World, input: LinkingInput, employee: Employee): Linking | undefined {
  if (employee.workEmail == null) return undefined;
  const { workEmail } = employee;
  const holders = world.membersWith(workEmail);
  const found = holders.filter((member) => !isSaidToBeAnother(world, employee, member));
  const [member] = found;
  const rivals = input.joining.get(workEmail) ?? 1;
  const carriers = input.carriers.get(workEmail) ?? 1;
  if (rivals > 1) return disputed('L3', `${String(rivals)} employees carry this work e-mail`, member);
  if (found.length > 1) return disputed('L3', `${String(found.length)} members carry this work e-mail`, member);
  const held = member && world.linkByMember.get(member.id);
  if (member !== undefined && held !== undefined) return heldByAnother(world, input, { employee, member, held });
  if (carriers > 1) return disputed('L3', `${String(carriers)} employees carry this work e-mail`, member);
  if (member === undefined) {
    // Nobody can be invited by an address that somebody else has.
    return holders.length === 0
      ? undefined
      : disputed('L4', 'the work e-mail is in use by a member who is somebody else', undefined);
  }
  return firstLink(world, { member, reason: 'equal work e-mail, unique on both sides', by: 'workEmail' });
}

/** Rights are never taken over unseen, and whoever has lost access does not get it back by an address alone (rules L5, L6). */
function firstLink(
  world: World,
  { member, reason, by }: Pick<Extract<Linking, { kind: 'first_link' }>, 'member' | 'reason' | 'by'>,
): Linking {
  if (isProtected(world, member)) return disputed('L5', 'linking a protected member needs confirmation', member);
  if (!canGetIn(member)) return disputed('L6', 'this address belongs to somebody whose access has ended', member);
  return { kind: 'first_link', member, rule: 'L2', reason, by, said: false };
}

interface Held {
  readonly employee: Employee;
  readonly member: Member;
  readonly held: Link;
}

function heldByAnother(world: World, input: LinkingInput, { employee, member, held }: Held): Linking {
  if (world.tornMembers.has(member.id)) return disputed('L3', 'several ties claim the member with this work e-mail', member);
  const isOther = isSomebodyElse(employee, input.recordOf(held) ?? member.values);
  if (held.connectionId === world.connectionId) {
    const reason = 'the same work e-mail; the record under which the member is known has ended';
    return input.isOver(held) && !isOther
      ? proposal(member, held, reason)
      : disputed('L4', 'the member with this work e-mail is linked to another employee', member);
  }
  const there = world.elsewhereByKey.get(employeeKey(held.connectionId, held.employeeId));
  if (held.connectionId === world.input.replaces) return replaced(world, { employee, member, held }, there);
  if (there?.inScope === true) return disputed('L4', 'the member with this work e-mail is managed by another connection', member);
  if (isOther || (there !== undefined && isSomebodyElse(employee, there)))
    return disputed('L4', 'the member with this work e-mail is known to another connection as somebody else', member);
  if (there === undefined || !canGetIn(member) || isProtected(world, member))
    return proposal(member, held, 'the same work e-mail; the member is known by another connection');
  const reason = 'left the scope of another connection and is in the scope of this one';
  return { kind: 'relink', member, held, rule: 'S8', reason, said: false };
}

/** The customer changes HR system, and somebody confirms the plan: the same address, and not another person's name. */
function replaced(world: World, { employee, member, held }: Held, there: Standing | undefined): Linking {
  if (isSomebodyElse(employee, there ?? member.values))
    return disputed('L4', 'the member with this work e-mail was somebody else in the HR system before', member);
  if (isProtected(world, member) && !canGetIn(member))
    return proposal(member, held, 'the same work e-mail in the HR system before');
  const reason = 'the same work e-mail in the HR system that this one replaces';
  return { kind: 'relink', member, held, rule: 'L6', reason, said: false };
}

function proposal(member: Member, held: Link, reason: string): Linking {
  return { kind: 'proposal', member, from: keyOf(held), reason };
}

/** Rule L6: a new record with the employee number of a linked one that has ended is proposed, never taken. */
function byNumber(world: World, input: LinkingInput, employee: Employee): Linking | undefined {
  if (employee.employeeNumber == null) return undefined;
  const link = input.endedByNumber().get(employee.employeeNumber);
  const member = link == null ? undefined : world.memberById.get(link.memberId);
  if (link == null || member === undefined || isSaidToBeAnother(world, employee, member)) return undefined;
  if (isSomebodyElse(employee, input.recordOf(link) ?? member.values)) return undefined;
  return proposal(member, link, 'the same employee number; the record under which the member is known has ended');
}

/** Only where the policy opts in (rule L2), and only for somebody nobody else could be. */
function byPersonalEmail(world: World, employee: Employee): Linking | undefined {
  if (!world.input.policy.matchPersonalEmail || employee.personalEmail == null) return undefined;
  const email = normaliseEmail(employee.personalEmail) ?? employee.personalEmail;
  const found = world.membersWith(email).filter((member) => !isSaidToBeAnother(world, employee, member));
  const [member] = found;
  if (member === undefined || world.linkByMember.has(member.id)) return undefined;
  if (found.length > 1) return disputed('L3', `${String(found.length)} members carry this personal e-mail`, member);
  return firstLink(world, { member, reason: 'equal personal e-mail, which the policy allows', by: 'personalEmail' });
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

export function keyOf({ connectionId, employeeId }: Link): EmployeeKey {
  return { connectionId, employeeId };
}
