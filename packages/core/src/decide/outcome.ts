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
export type DecisionDetail = {
  readonly [Key in Exclude<keyof PersonDecision, 'employeeId' | 'situation' | 'rule'>]?: PersonDecision[Key] | undefined;
};

/** Keys in alphabetical order: what JSON.stringify writes is canonical then, at a tenth of the cost of sorting. */
export function decisionOf(employeeId: string, situation: Situation, rule: RuleId, detail: DecisionDetail = {}): PersonDecision {
  const { code, entity, knownAs, memberId, reason } = detail;
  const decision: { -readonly [Key in keyof PersonDecision]?: PersonDecision[Key] } = {};
  if (code !== undefined) decision.code = code;
  decision.employeeId = employeeId;
  if (entity !== undefined) decision.entity = entity;
  if (knownAs !== undefined) decision.knownAs = { connectionId: knownAs.connectionId, employeeId: knownAs.employeeId };
  if (memberId !== undefined) decision.memberId = memberId;
  if (reason !== undefined) decision.reason = reason;
  decision.rule = rule;
  decision.situation = situation;
  return decision as PersonDecision;
}

export function settled(employeeId: string, situation: Situation, rule: RuleId, detail?: DecisionDetail): PersonOutcome {
  return { decision: decisionOf(employeeId, situation, rule, detail), operations: nothing };
}
