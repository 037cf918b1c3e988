import type { Employee } from '../employee/employee.ts';
import type { EntityMapping } from './filter.ts';
import { createFilter } from './match-filter.ts';

/** `rule`: the position of the rule that chose, from 0. `unassigned`: no rule holds. `unknown`: nobody can say. */
export type EntityAnswer =
  | { readonly kind: 'mapped'; readonly entity: string; readonly rule: number }
  | { readonly kind: 'unassigned' }
  | { readonly kind: 'unknown' };

const unassigned: EntityAnswer = { kind: 'unassigned' };
const unknown: EntityAnswer = { kind: 'unknown' };

/**
 * Rule S9: makes the ordered rules ready for many records; the first that holds chooses the entity.
 *
 * Where a rule cannot be judged the answer ends: a later rule must not win only because a field was not delivered,
 * or one failed look-up would move people between entities.
 */
export function createEntityMapping({ rules }: EntityMapping): (employee: Employee) => EntityAnswer {
  const ordered = rules.map(({ when, entity }, rule) => ({
    holds: createFilter(when),
    answer: { kind: 'mapped', entity, rule } satisfies EntityAnswer,
  }));
  return (employee) => {
    for (const { holds, answer } of ordered) {
      const held = holds(employee);
      if (held === 'in') return answer;
      if (held === 'unknown') return unknown;
    }
    return unassigned;
  };
}
