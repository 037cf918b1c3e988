import { describeChange, operationTitles, type JournalEntry, type Operation, type TeamsOperation } from '@rollcall/core';
import type { Cell, Output } from '../output.ts';
import { words } from './wording.ts';

export type NameOf = (employeeId: string) => string | undefined;

const head = ['what', 'who', 'change', 'rule', 'because'];

/** What would be or waits to be done to whom, and why; with names also the values before and after. */
export function showOperations(
  output: Output,
  operations: readonly (Operation | TeamsOperation)[],
  names: NameOf | undefined,
): void {
  output.table(
    head,
    operations.map((operation) => cellsOf(operation, names)),
  );
}

/** The same of what was done, with what became of it. */
export function showEntries(output: Output, entries: readonly JournalEntry[], names: NameOf | undefined): void {
  output.table(
    ['state', ...head],
    entries.map(({ operation, status, errorCode }) => [
      errorCode === null ? words(status) : `${words(status)}: ${errorCode}`,
      ...cellsOf(operation, names),
    ]),
  );
}

function cellsOf(operation: Operation | TeamsOperation, names: NameOf | undefined): readonly Cell[] {
  const { rule, reason } = operation;
  if (operation.kind === 'change_teams') return ['change the teams', 'all teams', changeOfTeams(operation), rule, reason];
  const person = (employeeId: string): string => {
    const name = names?.(employeeId);
    return name === undefined ? employeeId : `${name} (${employeeId})`;
  };
  const change = describeChange(operation, { person, values: names !== undefined });
  return [operationTitles[operation.kind], person(operation.employeeId), change, rule, reason];
}

function changeOfTeams({ teams: { create, change, handOver, remove } }: TeamsOperation): string {
  const counts = { made: create, 'handed over': handOver, changed: change, removed: remove };
  return Object.entries(counts)
    .filter(([, teams]) => teams.length > 0)
    .map(([word, teams]) => `${word} ${String(teams.length)}`)
    .join(', ');
}
