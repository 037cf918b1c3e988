import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable } from '../../src/scope/comparable.ts';
import { fieldValues } from '../../src/scope/field-values.ts';
import type { EntityMapping, Filter } from '../../src/scope/filter.ts';
import { unmatchedValues } from '../../src/scope/unmatched-values.ts';
import { record, someEmployee, someFilter } from './people.ts';

const departments = (...values: readonly string[]): Filter => ({
  match: 'all',
  conditions: [{ field: 'department', is: 'one_of', values }],
});

describe('S6 values that nobody carries', () => {
  test('S6 are named as they were typed, by field and value, those of none_of and of the entity mapping too', () => {
    const filter: Filter = {
      match: 'any',
      conditions: [
        { field: 'jobTitle', is: 'none_of', values: ['Cook', 'Driver'] },
        { field: 'department', is: 'one_of', values: ['Sales', ' Verkauf'] },
      ],
    };
    const entities: EntityMapping = { rules: [{ when: departments('Care', 'sales'), entity: 'a' }] };
    const employees = [
      record({ department: { name: 'SALES ' }, jobTitle: 'driver' }),
      record({ id: '2', department: null, jobTitle: null }),
    ];
    expect(unmatchedValues(employees, filter, entities)).toEqual([
      { field: 'department', value: ' Verkauf', delivered: true },
      { field: 'department', value: 'Care', delivered: true },
      { field: 'jobTitle', value: 'Cook', delivered: true },
    ]);
  });

  test('S6 a field that no record brought is told apart from a value that nobody carries', () => {
    expect(unmatchedValues([record()], departments('Sales'))).toEqual([
      { field: 'department', value: 'Sales', delivered: false },
    ]);
    expect(unmatchedValues([], departments('Sales'))).toMatchObject([{ delivered: false }]);
  });

  test('S6 a value of two spellings is named once', () => {
    expect(unmatchedValues([], departments('sales', 'Sales'))).toMatchObject([{ value: 'Sales' }]);
  });

  test('S6 somebody whose employment is over carries a value like everybody else', () => {
    const leaver = record({ status: 'terminated', department: { name: 'Sales' } });
    expect(unmatchedValues([leaver], departments('Sales'))).toEqual([]);
  });

  test('S6 everybody has no values', () => {
    expect(unmatchedValues([record()], { match: 'everybody' }, null)).toEqual([]);
  });

  test('S6 exactly those that a look at every value of everybody does not find, in any order of employees', () => {
    fc.assert(
      fc.property(someFilter, fc.array(someEmployee, { maxLength: 6 }), (filter, employees) => {
        const found = unmatchedValues(employees, filter);
        const forms = found.map(({ field, value }) => `${field} ${comparable(value)}`);
        const naive = filter.conditions.flatMap(({ field, values }) =>
          values
            .map(comparable)
            .filter(
              (value) => !employees.some((one) => fieldValues(one, field)?.some((carried) => comparable(carried) === value)),
            )
            .map((value) => `${field} ${value}`),
        );
        expect(new Set(forms)).toEqual(new Set(naive));
        expect(forms).toHaveLength(new Set(naive).size);
        expect(unmatchedValues([...employees].reverse(), filter)).toEqual(found);
      }),
    );
  });
});
