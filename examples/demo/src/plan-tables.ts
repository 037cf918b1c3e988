import type { Employee, Operation, Plan } from '@rollcall/core';
import { screen } from './screen.ts';

const meanings: Readonly<Record<string, string>> = {
  managed: 'linked and kept up to date',
  candidate: 'listed under "Add people"',
  invited: 'invited, access once accepted',
  upcoming: 'starts later, no access yet',
  leaver: 'employment ended, access goes or is gone',
  missing: 'not in this read; counted, not removed',
  disputed: 'needs a person; left alone',
  protected: 'would be removed, is protected',
  skipped: 'cannot be processed',
  none: 'left long ago, no member',
};

/** What the plan says of everybody, counted. */
export function situationsTable(plan: Plan): void {
  const counts = new Map<string, number>();
  for (const { situation, code, rule } of plan.people) {
    const key = [situation, code ?? '', rule].join('|');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const rows = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([key, count]) => {
      const [situation = '', code = '', rule = ''] = key.split('|');
      return [situation, code, count, rule, meanings[situation] ?? ''];
    });
  screen.table(['situation', 'code', 'people', 'rule', 'meaning'], rows);
}

/** What the plan would do, counted by kind. */
export function operationsTable(plan: Plan): void {
  const rows = new Map<string, { count: number; rule: string; example: string }>();
  for (const { kind, rule, reason } of plan.operations) {
    const row = rows.get(kind) ?? { count: 0, rule, example: reason };
    rows.set(kind, { ...row, count: row.count + 1 });
  }
  if (rows.size === 0) screen.say('Nothing to do.');
  else
    screen.table(
      ['operation', 'count', 'rule', 'for example'],
      [...rows].map(([kind, { count, rule, example }]) => [kind, count, rule, example]),
    );
  if (plan.held !== null)
    screen.bad(`${String(plan.held.operations.length)} removals are held (${plan.held.rule}): ${plan.held.reason}`);
}

/** A few people by name, with the reason of each. */
export function reasonsTable(plan: Plan, employees: readonly Employee[], kinds: readonly Operation['kind'][], most = 8): void {
  const names = new Map(employees.map(({ id, firstName, lastName }) => [id, [firstName, lastName].filter(Boolean).join(' ')]));
  const chosen = kinds
    .flatMap((kind) => plan.operations.filter((operation) => operation.kind === kind).slice(0, 3))
    .slice(0, most);
  if (chosen.length === 0) return;
  screen.table(
    ['who', 'operation', 'why', 'rule'],
    chosen.map(({ employeeId, kind, reason, rule }) => [names.get(employeeId) ?? employeeId, kind, reason, rule]),
  );
}
