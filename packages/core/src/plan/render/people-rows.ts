import type { Operation } from '../operation.ts';
import type { PersonDecision, Plan, Situation } from '../plan.ts';
import { clean } from './clean.ts';
import { describeChange, type ChangeWords } from './describe-change.ts';
import { operationKinds, operationTitles } from './operation-titles.ts';
import type { Row } from './row.ts';

/** Who is left as they are although something was to be decided, in the order of urgency. */
const leftAsTheyAre = {
  disputed: 'disputed: needs a person',
  protected: 'protected: not removed',
  skipped: 'skipped',
} as const satisfies Partial<Record<Situation, string>>;

/** Operations by kind, within a kind as they are carried out. */
export function operationRows(operations: readonly Operation[], held: boolean, words: ChangeWords): Row[] {
  const byKind = Map.groupBy(operations, ({ kind }) => kind);
  return operationKinds.flatMap((kind) =>
    (byKind.get(kind) ?? []).map((operation) => ({
      group: operationTitles[kind],
      who: words.person(operation.employeeId),
      change: clean(describeChange(operation, words)),
      rule: operation.rule,
      reason: clean(operation.reason),
      held,
    })),
  );
}

/** Whom the plan leaves as they are, with the reason. */
export function decisionRows({ people }: Pick<Plan, 'people'>, words: ChangeWords): Row[] {
  const bySituation = Map.groupBy(people, ({ situation }) => situation);
  return Object.entries(leftAsTheyAre).flatMap(([situation, group]) =>
    (bySituation.get(situation as keyof typeof leftAsTheyAre) ?? []).map((decision) => decisionRow(decision, group, words)),
  );
}

function decisionRow({ employeeId, code, rule, reason = '' }: PersonDecision, group: string, words: ChangeWords): Row {
  return { group, who: words.person(employeeId), change: code ?? '', rule, reason: clean(reason), held: false };
}
