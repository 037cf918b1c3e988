import type { JournalEntry, Plan, PlanSummary, Situation } from '@rollcall/core';
import { screen } from './screen.ts';

const meanings: Readonly<Record<Situation, string>> = {
  managed: 'linked and kept up to date',
  candidate: 'listed under "Add people"',
  invited: 'invited, access once accepted',
  upcoming: 'starts later, no access yet',
  formerly_managed: 'was managed; left alone now',
  leaver: 'employment ended, access goes or is gone',
  leaving: 'employment ended, access goes after a delay',
  missing: 'not in this read; counted, not removed',
  disputed: 'needs a person; left alone',
  protected: 'would be removed, is protected',
  skipped: 'cannot be processed',
  out_of_scope: 'not wanted by the filter',
  history: 'an earlier record of somebody else in the list',
  none: 'left long ago, no member',
};

/** What the plan says of everybody, counted. */
export function situationsTable(plan: Plan): void {
  const groups = Map.groupBy(plan.people, ({ situation, code, rule }) => [situation, code ?? '', rule].join('|'));
  const rows = [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap((people) => {
      const [first] = people;
      if (first === undefined) return [];
      const { situation, code, rule } = first;
      return [[situation.replaceAll('_', ' '), code ?? '', people.length, rule, meanings[situation]]];
    });
  screen.table(['situation', 'code', 'people', 'rule', 'meaning'], rows);
}

/** What was or would be done, counted by kind, with an example of each. */
export function operationsTable(counts: PlanSummary['operations'], examples: readonly Example[]): void {
  const rows = Object.entries(counts).map(([kind, count]) => {
    const example = examples.find((each) => each.kind === kind);
    return [kind.replaceAll('_', ' '), count, example?.rule ?? '', example?.reason ?? ''];
  });
  if (rows.length === 0) screen.say('Nothing to do.');
  else screen.table(['operation', 'count', 'rule', 'for example'], rows);
}

export interface Example {
  readonly kind: string;
  readonly rule: string;
  readonly reason: string;
}

/** A few people by name, with the reason of each. */
export function reasonsTable(entries: readonly JournalEntry[], nameOf: (employeeId: string) => string): void {
  const kinds = ['revoke', 'archive', 'reactivate', 'change_email', 'update', 'create'];
  const chosen = kinds.flatMap((kind) => entries.filter(({ operation }) => operation.kind === kind).slice(0, 2)).slice(0, 8);
  if (chosen.length === 0) return;
  screen.table(
    ['who', 'operation', 'why', 'rule'],
    chosen.map(({ employeeId, operation: { kind, reason, rule } }) => [nameOf(employeeId ?? ''), kind, reason, rule]),
  );
}
