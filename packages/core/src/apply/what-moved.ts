import { hasAccess, type Link, type ManagedValues, type Member } from '../directory/member.ts';
import { normaliseEmail } from '../normalise/email.ts';
import type { Operation } from '../plan/operation.ts';
import { employeeKey } from '../plan/ties-of.ts';

/** An operation that would not do what was confirmed, because somebody changed the member or the tie meanwhile. */
export interface Moved {
  readonly employeeId: string;
  readonly kind: Operation['kind'];
  /** In one line, without personal data. */
  readonly what: string;
}

export interface CurrentWorld {
  readonly connectionId: string;
  readonly members: readonly Member[];
  readonly links: readonly Link[];
}

interface Now {
  readonly members: ReadonlyMap<string, Member>;
  readonly emails: ReadonlySet<string>;
  /** A tie to a member who is gone ties nobody. */
  readonly linkByEmployee: ReadonlyMap<string, Link>;
  readonly linkedMembers: ReadonlySet<string>;
  readonly connectionId: string;
  /** Employees whom an earlier operation of the list ties to a member. */
  readonly tying: Map<string, string>;
}

/** Rule C3: whether what was planned is still what would happen. Nothing listed: the world stands as the plan saw it. */
export function whatMoved(operations: readonly Operation[], current: CurrentWorld): readonly Moved[] {
  const members = new Map(current.members.map((member) => [member.id, member]));
  const links = current.links.filter(({ memberId }) => members.has(memberId));
  const now: Now = {
    connectionId: current.connectionId,
    members,
    emails: new Set(current.members.map(({ email }) => plain(email))),
    linkByEmployee: new Map(links.map((link) => [employeeKey(link.connectionId, link.employeeId), link])),
    linkedMembers: new Set(links.map(({ memberId }) => memberId)),
    tying: new Map(),
  };
  return operations.flatMap((operation) => {
    const what = movedIn(operation, now);
    return what === undefined ? [] : [{ employeeId: operation.employeeId, kind: operation.kind, what }];
  });
}

function movedIn(operation: Operation, now: Now): string | undefined {
  const { employeeId } = operation;
  const link = now.linkByEmployee.get(employeeKey(now.connectionId, employeeId));
  if (operation.kind === 'create') {
    if (link !== undefined) return 'the employee has a member now';
    return now.emails.has(plain(operation.after.email)) ? 'the work e-mail has a member now' : undefined;
  }
  // Somebody whom this plan creates.
  if (operation.memberId === null) return undefined;
  const member = now.members.get(operation.memberId);
  if (member === undefined) return 'the member is gone';
  if (operation.kind === 'link') return movedLink(operation, { member, link, now });
  if (operation.kind === 'relink') return movedRelink(operation, { member, now });
  if (link !== undefined ? link.memberId !== member.id : now.tying.get(employeeId) !== member.id) {
    return link === undefined ? 'the employee is not linked any more' : 'the employee is linked to somebody else now';
  }
  return movedMember(operation, now, member, link);
}

interface Tie {
  readonly member: Member;
  readonly now: Now;
}

function movedLink(
  operation: Extract<Operation, { kind: 'link' }>,
  { member, link, now }: Tie & { readonly link: Link | undefined },
): string | undefined {
  if (link !== undefined) return 'the employee is linked now';
  if (now.linkedMembers.has(member.id)) return 'the member is linked to somebody else now';
  // What was said by a person, or is put back, needs no other proof.
  if (operation.rule === 'L2' && member.protected) return 'the member is protected now';
  if (operation.rule === 'L2' && !hasAccess(member)) return 'the access of the member has ended';
  now.tying.set(operation.employeeId, member.id);
  return undefined;
}

function movedRelink({ from, to }: Extract<Operation, { kind: 'relink' }>, { member, now }: Tie): string | undefined {
  if (now.linkByEmployee.get(employeeKey(from.connectionId, from.employeeId))?.memberId !== member.id)
    return 'the member is not linked as it was';
  if (now.linkByEmployee.has(employeeKey(to.connectionId, to.employeeId))) return 'the employee has a member now';
  if (to.connectionId === now.connectionId) now.tying.set(to.employeeId, member.id);
  return undefined;
}

function movedManager(
  { after, before }: Extract<Operation, { kind: 'set_manager' }>,
  now: Now,
  member: Member,
): string | undefined {
  if (after !== null && 'memberId' in after && !now.members.has(after.memberId)) return 'the manager is gone';
  return before === (member.managerId ?? null) ? undefined : 'the manager of the member has changed';
}

function movedMember(operation: Operation, now: Now, member: Member, link: Link | undefined): string | undefined {
  switch (operation.kind) {
    case 'update':
      return sameValues(operation.before, member.values) ? undefined : 'a value that would be written has changed';
    case 'change_email':
      return plain(operation.before) === plain(member.email) ? undefined : 'the address of the member has changed';
    case 'set_manager':
      return movedManager(operation, now, member);
    case 'move':
      return operation.before === (member.entity ?? null) ? undefined : 'the entity of the member has changed';
    case 'revoke':
    case 'archive':
    case 'withdraw':
      if (member.protected) return 'the member is protected now';
      return hasAccess(member) ? undefined : 'the access of the member has ended';
    case 'reactivate':
      return hasAccess(member) ? 'the member has access again' : undefined;
    default:
      return movedTie(operation, link);
  }
}

/** What is only remembered of somebody. A tie that this plan makes has nothing to compare yet. */
function movedTie(operation: Operation, link: Link | undefined): string | undefined {
  if (link === undefined) return undefined;
  switch (operation.kind) {
    case 'count_missing':
      return operation.before === link.missingReads ? undefined : 'another read came in between';
    case 'schedule_removal':
      return operation.before === link.removalDue ? undefined : 'the day of the removal has changed';
    case 'set_bank_account':
      return operation.before === (link.bankAccount ?? null) ? undefined : 'the bank account has changed';
    case 'release':
      return link.state === 'managed' ? undefined : 'the member is not managed any more';
    default:
      return undefined;
  }
}

function sameValues(before: ManagedValues, now: ManagedValues): boolean {
  return (Object.keys(before) as (keyof ManagedValues)[]).every((field) => (before[field] ?? null) === (now[field] ?? null));
}

function plain(email: string): string {
  return normaliseEmail(email) ?? email;
}
