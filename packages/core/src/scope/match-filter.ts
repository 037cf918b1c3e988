import type { Employee } from '../employee/employee.ts';
import { comparable } from './comparable.ts';
import { fieldReader } from './field-values.ts';
import type { Condition, Filter } from './filter.ts';

/** `unknown`: the read did not deliver what would decide. Doubt neither brings anybody in nor takes anybody out. */
export type FilterAnswer = 'in' | 'out' | 'unknown';

/**
 * Rule S5: makes a filter ready for many records. A field that was delivered as empty is none of any values; one that was
 * not delivered is unknown, and the whole answer with it unless another condition settles the matter.
 */
export function createFilter(filter: Filter): (employee: Employee) => FilterAnswer {
  if (filter.match === 'everybody') return () => 'in';
  const conditions = filter.conditions.map(createCondition);
  const [settling, otherwise] = filter.match === 'all' ? (['out', 'in'] as const) : (['in', 'out'] as const);
  return (employee) => {
    let answer: FilterAnswer = otherwise;
    for (const condition of conditions) {
      const one = condition(employee);
      if (one === settling) return settling;
      if (one === 'unknown') answer = 'unknown';
    }
    return answer;
  };
}

function createCondition({ field, is, values }: Condition): (employee: Employee) => FilterAnswer {
  const meant = new Set(values.map(comparable));
  const [found, notFound] = is === 'one_of' ? (['in', 'out'] as const) : (['out', 'in'] as const);
  const read = fieldReader(field);
  return (employee) => {
    const carried = read(employee);
    if (carried === undefined) return 'unknown';
    return carried.some((value) => meant.has(comparable(value))) ? found : notFound;
  };
}
