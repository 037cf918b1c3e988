import type { Operation, OperationBody } from '../plan/operation.ts';

export interface InverseInput {
  readonly operation: Operation;
  /** The member it was done to: of a `create` the new one. */
  readonly memberId: string;
}

/** What takes an operation back (rule A4); null where nothing has to be taken back. */
export function inverseOf({ operation, memberId }: InverseInput): OperationBody | null {
  switch (operation.kind) {
    case 'link':
      return { kind: 'unlink', memberId };
    case 'unlink':
      return { kind: 'link', memberId };
    case 'relink':
      return { kind: 'relink', memberId, from: operation.to, to: operation.from };
    case 'release':
      return { kind: 'manage', memberId };
    case 'manage':
      // Access that the application gave back is noted, and nothing else was changed (rule V6).
      return operation.rule === 'V6' ? null : { kind: 'release', memberId };
    case 'create':
      return { kind: 'withdraw', memberId };
    case 'withdraw':
    case 'revoke':
      return { kind: 'reactivate', memberId, before: 'revoked' };
    case 'archive':
      return { kind: 'reactivate', memberId, before: 'archived' };
    case 'update':
      return { kind: 'update', memberId, before: operation.after, after: operation.before };
    case 'change_email':
      // Whoever gets the old address back had it before: nobody has to confirm it again.
      return { kind: 'change_email', memberId, before: operation.after, after: operation.before, verify: false };
    case 'set_manager':
      return managerBack(operation, memberId);
    case 'move':
      return { kind: 'move', memberId, before: operation.after, after: operation.before };
    case 'schedule_removal':
      return { kind: 'schedule_removal', memberId, before: operation.after, after: operation.before };
    case 'reactivate':
      return { kind: operation.before === 'archived' ? 'archive' : 'revoke', memberId };
    case 'set_bank_account':
    case 'count_missing':
      return null;
  }
}

function managerBack({ before, after }: Extract<Operation, { kind: 'set_manager' }>, memberId: string): OperationBody {
  return {
    kind: 'set_manager',
    memberId,
    // A manager whom the same plan created goes when that is undone; until then the member has changed since.
    before: after !== null && 'memberId' in after ? after.memberId : null,
    after: before === null ? null : { memberId: before },
  };
}
