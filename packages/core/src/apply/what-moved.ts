import type { Link, ManagedValues, Member } from '../directory/member.ts';
import { normaliseEmail } from '../normalise/email.ts';
import type { Operation } from '../plan/operation.ts';

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
  readonly linkByEmployee: ReadonlyMap<string, Link>;
  readonly linkedMembers: ReadonlySet<string>;
  readonly connectionId: string;
}

/** Rule C3: whether what was planned is still what would happen. Nothing listed: the world stands as the plan saw it. */
export function whatMoved(operations: readonly Operation[], current: CurrentWorld): readonly Moved[] {
  const now: Now = {
    connectionId: current.connectionId,
    members: new Map(current.members.map((member) => [member.id, member])),
    emails: new Set(current.members.map(({ email }) => normaliseEmail(email) ?? email)),
    linkByEmployee: new Map(current.links.map((link) => [`${link.connectionId}\n${link.employeeId}`, link])),
    linkedMembers: new Set(current.links.map(({ memberId }) => memberId)),
  };
  return operations.flatMap((operation) => {
    const what = movedIn(operation, now);
    return what === undefined ? [] : [{ employeeId: operation.employeeId, kind: operation.kind, what }];
  });
}

function movedIn(operation: Operation, now: Now): string | undefined {
  const link = now.linkByEmployee.get(`${now.connectionId}\n${operation.employeeId}`);
  if (operation.kind === 'create') {
    if (link !== undefined) return 'the employee has a member now';
    return now.emails.has(normaliseEmail(operation.after.email) ?? operation.after.email)
      ? 'the work e-mail has a member now'
      : undefined;
  }
  if (operation.memberId === null) return undefined;
  const member = now.members.get(operation.memberId);
  if (member === undefined) return 'the member is gone';
  if (operation.kind === 'link') {
    if (link !== undefined) return 'the employee is linked now';
    return now.linkedMembers.has(member.id) ? 'the member is linked to somebody else now' : undefined;
  }
  if (operation.kind === 'relink') {
    const from = now.linkByEmployee.get(`${operation.from.connectionId}\n${operation.from.employeeId}`);
    return from?.memberId === member.id ? undefined : 'the member is not linked as it was';
  }
  // Somebody linked by this very plan has no tie yet.
  if (link !== undefined && link.memberId !== member.id) return 'the employee is linked to somebody else now';
  return movedMember(operation, member, link);
}

function movedMember(operation: Operation, member: Member, link: Link | undefined): string | undefined {
  switch (operation.kind) {
    case 'update':
      return sameValues(operation.before, member.values) ? undefined : 'a value that would be written has changed';
    case 'change_email':
      return operation.before === member.email ? undefined : 'the address of the member has changed';
    case 'set_manager':
      return operation.before === (member.managerId ?? null) ? undefined : 'the manager of the member has changed';
    case 'move':
      return operation.before === (member.entity ?? null) ? undefined : 'the entity of the member has changed';
    case 'revoke':
    case 'archive':
    case 'withdraw':
      if (member.protected) return 'the member is protected now';
      return member.status === 'active' || member.status === 'invited' ? undefined : 'the access of the member has ended';
    case 'reactivate':
      return member.status === 'revoked' || member.status === 'archived' ? undefined : 'the member has access again';
    case 'count_missing':
      return operation.before === (link?.missingReads ?? 0) ? undefined : 'another read came in between';
    default:
      return undefined;
  }
}

function sameValues(before: ManagedValues, now: ManagedValues): boolean {
  return (Object.keys(before) as (keyof ManagedValues)[]).every((field) => (before[field] ?? null) === (now[field] ?? null));
}
