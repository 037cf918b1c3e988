import type { Link } from '../directory/member.ts';
import type { EmployeeKey, Operation } from '../plan/operation.ts';

/** What an operation does to the ties, once the directory has done its part. */
export interface LinkEffect {
  readonly put?: Link;
  readonly remove?: EmployeeKey;
}

export interface LinkEffectInput {
  readonly connectionId: string;
  readonly operation: Operation;
  /** The tie of the employee as it stands. */
  readonly link: Link | undefined;
  /** The member the operation was carried out on; for `create` the new one. */
  readonly memberId: string;
  /** Instant. */
  readonly at: string;
  readonly workEmail?: string | null | undefined;
}

/** Pure: the tie after the operation. */
export function linkEffect(input: LinkEffectInput): LinkEffect {
  const { operation, connectionId, memberId, at } = input;
  const { employeeId } = operation;
  switch (operation.kind) {
    case 'link':
    case 'create':
      return { put: freshLink({ connectionId, employeeId }, memberId, input.workEmail) };
    case 'relink':
      return { put: relinked(input.link ?? freshLink(operation.to, memberId), operation.to), remove: operation.from };
    case 'unlink':
    case 'withdraw':
      return { remove: { connectionId, employeeId } };
    default:
      return input.link === undefined ? {} : { put: { ...input.link, ...changed(operation, at) } };
  }
}

function changed(operation: Operation, at: string): Partial<Link> {
  switch (operation.kind) {
    case 'release':
      return { state: 'released', missingReads: 0, removalDue: null };
    case 'manage':
      // Whoever is managed again is in: what this connection once took is no longer taken (rule V6).
      return { state: 'managed', removedAt: null };
    case 'count_missing':
      return { missingReads: operation.after };
    case 'schedule_removal':
      return { removalDue: operation.after };
    case 'set_bank_account':
      return { bankAccount: operation.after };
    case 'change_email':
      return { workEmail: operation.after };
    case 'reactivate':
      return { state: 'managed', removedAt: null, missingReads: 0, removalDue: null };
    case 'revoke':
    case 'archive':
      return { removedAt: at, missingReads: 0, removalDue: null };
    default:
      return {};
  }
}

/** The tie of somebody who goes on under another record: managed there, with all that is remembered of them. */
export function relinked(link: Link, { connectionId, employeeId }: EmployeeKey): Link {
  return { ...link, connectionId, employeeId, state: 'managed', missingReads: 0, removalDue: null };
}

/** Does the operation leave a trace in the tie? Those that do not need no write. */
export function changesLink({ kind }: Operation): boolean {
  return kind !== 'update' && kind !== 'set_manager' && kind !== 'move';
}

export function freshLink({ connectionId, employeeId }: EmployeeKey, memberId: string, workEmail?: string | null): Link {
  return {
    connectionId,
    employeeId,
    memberId,
    state: 'managed',
    missingReads: 0,
    removalDue: null,
    removedAt: null,
    ...(workEmail !== undefined && { workEmail }),
  };
}
