import type { MemberDirectory } from '../directory/member-directory.ts';
import type { BankAccount } from '../employee/employee.ts';
import { ConfigError } from '../errors/config-error.ts';
import { DirectoryError } from '../errors/directory-error.ts';
import type { Operation } from '../plan/operation.ts';

export interface CarryOutContext {
  readonly directory: MemberDirectory;
  /** The member of an employee of this connection as things stand now. */
  readonly memberOf: (employeeId: string) => string | undefined;
  /** The bank account as read, opened for this one write. */
  readonly bankAccountOf?: ((employeeId: string) => Promise<BankAccount | null>) | undefined;
}

/** Does one operation in the platform and gives the member it was done to. What only changes a tie calls nobody. */
export async function carryOut(operation: Operation, context: CarryOutContext): Promise<string> {
  const { directory } = context;
  const { key } = operation;
  switch (operation.kind) {
    case 'create':
      return directory.create(operation.after, key);
    case 'update':
      await directory.update(operation.memberId, operation.after, key);
      return operation.memberId;
    case 'change_email':
      await directory.changeEmail(operation.memberId, operation.after, { verify: operation.verify }, key);
      return operation.memberId;
    case 'reactivate':
    case 'revoke':
    case 'archive':
      await directory[operation.kind](operation.memberId, key);
      return operation.memberId;
    case 'withdraw':
      await directory.revoke(operation.memberId, key);
      return operation.memberId;
    case 'set_manager':
      return setManager(operation, context);
    case 'move':
      await offered(directory.setEntity?.bind(directory), 'setEntity')(operation.memberId, operation.after, key);
      return operation.memberId;
    case 'set_bank_account':
      return setBankAccount(operation, context);
    default:
      return operation.memberId;
  }
}

async function setManager(operation: Extract<Operation, { kind: 'set_manager' }>, context: CarryOutContext): Promise<string> {
  const { directory } = context;
  const memberId = target(operation, context);
  const { after } = operation;
  const managerId = after === null ? null : 'memberId' in after ? after.memberId : context.memberOf(after.employeeId);
  if (managerId === undefined) throw new DirectoryError({ code: 'conflict', message: 'the manager has no member yet' });
  await offered(directory.setManager?.bind(directory), 'setManager')(memberId, managerId, operation.key);
  return memberId;
}

async function setBankAccount(
  operation: Extract<Operation, { kind: 'set_bank_account' }>,
  context: CarryOutContext,
): Promise<string> {
  const { directory, bankAccountOf } = context;
  const memberId = target(operation, context);
  const account = operation.after === null ? null : await bankAccountOf?.(operation.employeeId);
  if (account === undefined)
    throw new DirectoryError({ code: 'conflict', message: 'the bank account is not at hand any more: the next read brings it' });
  await offered(directory.setBankAccount?.bind(directory), 'setBankAccount')(memberId, account, operation.key);
  return memberId;
}

function target(operation: { readonly memberId: string | null; readonly employeeId: string }, context: CarryOutContext): string {
  const memberId = operation.memberId ?? context.memberOf(operation.employeeId);
  if (memberId === undefined) throw new DirectoryError({ code: 'conflict', message: 'the member was not created' });
  return memberId;
}

function offered<T>(method: T | undefined, name: string): T {
  if (method !== undefined) return method;
  throw new ConfigError({
    problems: [
      { field: `directory.${name}`, problem: 'is needed for what the policy manages, and the directory does not have it' },
    ],
  });
}
