import fc from 'fast-check';
import type { Employee } from '../../src/employee/employee.ts';
import type { Condition, Filter } from '../../src/scope/filter.ts';

/** A record with nothing but what is said of it. */
export function record(more: Partial<Employee> = {}): Employee {
  return { id: '1', status: 'active', ...more };
}

const word = fc.constantFrom('Sales', 'sales ', 'SALES', 'Care', 'Lager', 'Büro', 'BU\u0308RO');

/** Few values in few fields, each filled, empty or absent, so that filters often hold and often cannot be judged. */
export const someEmployee: fc.Arbitrary<Employee> = fc.record(
  {
    id: fc.constant('1'),
    status: fc.constantFrom('active' as const, 'leave' as const, 'unknown' as const),
    jobTitle: fc.oneof(word, fc.constant(null)),
    department: fc.oneof(fc.record({ name: fc.oneof(word, fc.constant(null)) }, { noNullPrototype: true }), fc.constant(null)),
    customFields: fc.dictionary(
      fc.constantFrom('tags', 'floor'),
      fc.oneof(fc.array(word, { maxLength: 3 }), word, fc.constant(null)),
      {
        noNullPrototype: true,
      },
    ),
  },
  { requiredKeys: ['id', 'status'], noNullPrototype: true },
);

export const someCondition: fc.Arbitrary<Condition> = fc.record({
  field: fc.constantFrom('jobTitle', 'department', 'status', 'customFields.tags', 'customFields.floor'),
  is: fc.constantFrom('one_of' as const, 'none_of' as const),
  values: fc.array(fc.oneof(word, fc.constant('active')), { minLength: 1, maxLength: 3 }),
});

export const someFilter: fc.Arbitrary<Exclude<Filter, { readonly match: 'everybody' }>> = fc.record({
  match: fc.constantFrom('all' as const, 'any' as const),
  conditions: fc.array(someCondition, { minLength: 1, maxLength: 4 }),
});
