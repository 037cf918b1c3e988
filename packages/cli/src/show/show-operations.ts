import type { JournalEntry, Operation, TeamsOperation } from '@rollcall/core';
import type { Output } from '../output.ts';
import { words } from './wording.ts';

/** What would be, waits to be, or was done to whom, and why. */
export function showOperations(
  output: Output,
  operations: readonly (Operation | TeamsOperation)[],
  names: NameOf = () => undefined,
): void {
  output.table(
    ['what', 'who', 'rule', 'because'],
    operations.map((operation) => [words(operation.kind), whoOf(operation, names), operation.rule, operation.reason]),
  );
}

export type NameOf = (employeeId: string) => string | undefined;

export function operationsOf(entries: readonly JournalEntry[]): (Operation | TeamsOperation)[] {
  return entries.map(({ operation }) => operation);
}

function whoOf(operation: Operation | TeamsOperation, names: NameOf): string {
  if (!('employeeId' in operation)) return 'all teams';
  const name = names(operation.employeeId);
  return name === undefined ? operation.employeeId : `${name} (${operation.employeeId})`;
}
