import type { Operation } from '../plan/operation.ts';
import type { PersonDecision, Situation } from '../plan/plan.ts';
import type { RuleId } from '../plan/rule-id.ts';

/** What one person's record leads to. */
export interface PersonOutcome {
  readonly decision: PersonDecision;
  readonly operations: readonly Operation[];
}

export const nothing: readonly Operation[] = [];

/** More to say of a decision than its situation and rule. */
export type DecisionDetail = Omit<PersonDecision, 'employeeId' | 'situation' | 'rule'>;

/** Keys in alphabetical order: what JSON.stringify writes is canonical then, at a tenth of the cost of sorting. */
export function decisionOf(employeeId: string, situation: Situation, rule: RuleId, detail: DecisionDetail = {}): PersonDecision {
  const { code, entity, knownAs, memberId, reason } = detail;
  return {
    ...(code !== undefined && { code }),
    employeeId,
    ...(entity !== undefined && { entity }),
    ...(knownAs !== undefined && { knownAs: { connectionId: knownAs.connectionId, employeeId: knownAs.employeeId } }),
    ...(memberId !== undefined && { memberId }),
    ...(reason !== undefined && { reason }),
    rule,
    situation,
  };
}

export function settled(employeeId: string, situation: Situation, rule: RuleId, detail?: DecisionDetail): PersonOutcome {
  return { decision: decisionOf(employeeId, situation, rule, detail), operations: nothing };
}
