import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Employee } from '../../src/employee/employee.ts';
import { comparable } from '../../src/scope/comparable.ts';
import { fieldValues } from '../../src/scope/field-values.ts';
import type { Condition, Filter } from '../../src/scope/filter.ts';
import { createFilter, type FilterAnswer } from '../../src/scope/match-filter.ts';
import { record, someEmployee, someFilter } from './people.ts';

const sales: Condition = { field: 'department', is: 'one_of', values: ['Sales', 'Care'] };
const notSales: Condition = { ...sales, is: 'none_of' };
const driver: Condition = { field: 'jobTitle', is: 'one_of', values: ['Driver'] };
const inSales: Partial<Employee> = { department: { name: ' SALES' } };
const inLager: Partial<Employee> = { department: { name: 'Lager' } };

function answer(match: 'all' | 'any', conditions: readonly Condition[], facts: Partial<Employee>): FilterAnswer {
  return createFilter({ match, conditions })(record(facts));
}

describe('S5 one condition', () => {
  test.each<[string, Condition, Partial<Employee>, FilterAnswer]>([
    ['one of, carried', sales, inSales, 'in'],
    ['one of, another value', sales, inLager, 'out'],
    ['one of, empty', sales, { department: null }, 'out'],
    ['one of, absent', sales, {}, 'unknown'],
    ['none of, carried', notSales, inSales, 'out'],
    ['none of, another value', notSales, inLager, 'in'],
    ['none of, empty', notSales, { department: null }, 'in'],
    ['none of, absent', notSales, {}, 'unknown'],
    [
      'one of, a list that holds it',
      { field: 'customFields.tags', is: 'one_of', values: ['b'] },
      { customFields: { tags: ['a', 'B'] } },
      'in',
    ],
    [
      'none of, a list that holds it',
      { field: 'customFields.tags', is: 'none_of', values: ['b'] },
      { customFields: { tags: ['a', 'B'] } },
      'out',
    ],
    ['a number as text', { field: 'customFields.floor', is: 'one_of', values: ['3'] }, { customFields: { floor: 3 } }, 'in'],
  ])('S5 %s', (_what, condition, facts, expected) => {
    expect(answer('all', [condition], facts)).toBe(expected);
    expect(answer('any', [condition], facts)).toBe(expected);
  });
});

describe('S5 several conditions', () => {
  test.each<[string, 'all' | 'any', Partial<Employee>, FilterAnswer]>([
    ['both hold', 'all', { ...inSales, jobTitle: 'driver' }, 'in'],
    ['one holds', 'all', { ...inSales, jobTitle: 'Cook' }, 'out'],
    ['one holds, one is unknown', 'all', inSales, 'unknown'],
    ['one fails, one is unknown', 'all', inLager, 'out'],
    ['one holds', 'any', { ...inSales, jobTitle: 'Cook' }, 'in'],
    ['none holds', 'any', { ...inLager, jobTitle: 'Cook' }, 'out'],
    ['one holds, one is unknown', 'any', inSales, 'in'],
    ['one fails, one is unknown', 'any', inLager, 'unknown'],
    ['both are unknown', 'any', {}, 'unknown'],
  ])('S5 %s: %s', (_what, match, facts, expected) => {
    expect(answer(match, [sales, driver], facts)).toBe(expected);
    expect(answer(match, [driver, sales], facts)).toBe(expected);
  });

  test('S5 everybody is everybody, whatever was delivered', () => {
    fc.assert(
      fc.property(someEmployee, (employee) => {
        expect(createFilter({ match: 'everybody' })(employee)).toBe('in');
      }),
    );
  });
});

describe('S5 properties', () => {
  test('S5 the answer is that of trying every possible value of what is absent', () => {
    fc.assert(
      fc.property(someFilter, someEmployee, (filter, employee) => {
        expect(createFilter(filter)(employee)).toBe(naive(filter, employee));
      }),
      { numRuns: 2000 },
    );
  });

  test('S5 the order of conditions and values changes nothing', () => {
    fc.assert(
      fc.property(someFilter, someEmployee, (filter, employee) => {
        const turned: Filter = {
          ...filter,
          conditions: [...filter.conditions].reverse().map((one) => ({ ...one, values: [...one.values].reverse() })),
        };
        expect(createFilter(turned)(employee)).toBe(createFilter(filter)(employee));
      }),
    );
  });

  test('S5 the opposite of every condition under the opposite match gives the opposite answer', () => {
    const opposite = { in: 'out', out: 'in', unknown: 'unknown' } as const;
    fc.assert(
      fc.property(someFilter, someEmployee, (filter, employee) => {
        const turned: Filter = {
          match: filter.match === 'all' ? 'any' : 'all',
          conditions: filter.conditions.map((one) => ({ ...one, is: one.is === 'one_of' ? 'none_of' : 'one_of' })),
        };
        expect(createFilter(turned)(employee)).toBe(opposite[createFilter(filter)(employee)]);
      }),
    );
  });

  test('S5 M2 what was not delivered never turns in into out, or out into in', () => {
    fc.assert(
      fc.property(
        someFilter,
        someEmployee,
        fc.constantFrom('jobTitle', 'department', 'customFields'),
        (filter, employee, field) => {
          const { [field as 'jobTitle']: _lost, ...rest } = employee;
          const answers = new Set([createFilter(filter)(employee), createFilter(filter)(rest)]);
          expect(answers.has('in') && answers.has('out')).toBe(false);
        },
      ),
    );
  });
});

/** Three-valued logic spelled out: each condition true, false or either, each match by counting. */
function naive(filter: Exclude<Filter, { readonly match: 'everybody' }>, employee: Employee): FilterAnswer {
  const judged = filter.conditions.map(({ field, is, values }): readonly boolean[] => {
    const carried = fieldValues(employee, field);
    if (carried === undefined) return [true, false];
    const meets = carried.some((one) => values.some((value) => comparable(value) === comparable(one)));
    return [is === 'one_of' ? meets : !meets];
  });
  const worlds = judged.reduce<readonly (readonly boolean[])[]>(
    (sofar, choices) => sofar.flatMap((world) => choices.map((choice) => [...world, choice])),
    [[]],
  );
  const outcomes = new Set(worlds.map((world) => (filter.match === 'all' ? world.every(Boolean) : world.some(Boolean))));
  return outcomes.size === 2 ? 'unknown' : outcomes.has(true) ? 'in' : 'out';
}
