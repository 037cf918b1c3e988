import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Employee } from '../../src/employee/employee.ts';
import { createEntityMapping } from '../../src/scope/entity-of.ts';
import type { EntityMapping } from '../../src/scope/filter.ts';
import { createFilter } from '../../src/scope/match-filter.ts';
import { record, someEmployee, someFilter } from './people.ts';

const norway: EntityMapping['rules'][number] = {
  when: { match: 'all', conditions: [{ field: 'workLocation.country', is: 'one_of', values: ['no'] }] },
  entity: 'fjordkiste-as',
};
const drivers: EntityMapping['rules'][number] = {
  when: { match: 'all', conditions: [{ field: 'jobTitle', is: 'one_of', values: ['Driver'] }] },
  entity: 'fjordkiste-transport',
};
const inNorway = { workLocation: { name: 'Oslo', country: 'NO' } };

describe('S9 the entity', () => {
  test.each<[string, Partial<Employee>, ReturnType<ReturnType<typeof createEntityMapping>>]>([
    [
      'is chosen by the first rule that holds',
      { ...inNorway, jobTitle: 'Driver' },
      { kind: 'mapped', entity: 'fjordkiste-as', rule: 0 },
    ],
    [
      'is chosen by a later rule where the first fails',
      { workLocation: null, jobTitle: 'driver' },
      { kind: 'mapped', entity: 'fjordkiste-transport', rule: 1 },
    ],
    ['is nobody’s by default', { workLocation: { name: 'Turku', country: 'FI' }, jobTitle: 'Cook' }, { kind: 'unassigned' }],
    ['is unknown where an earlier rule cannot be judged, though a later one holds', { jobTitle: 'Driver' }, { kind: 'unknown' }],
    ['is unknown where the last rule cannot be judged', { workLocation: null }, { kind: 'unknown' }],
    ['does not depend on what comes after the rule that holds', inNorway, { kind: 'mapped', entity: 'fjordkiste-as', rule: 0 }],
  ])('S9 %s', (_what, facts, expected) => {
    expect(createEntityMapping({ rules: [norway, drivers] })(record(facts))).toEqual(expected);
  });

  test('S9 everybody as the last rule is a default that somebody typed', () => {
    const entityOf = createEntityMapping({ rules: [norway, { when: { match: 'everybody' }, entity: 'rest' }] });
    expect(entityOf(record({ workLocation: null }))).toEqual({ kind: 'mapped', entity: 'rest', rule: 1 });
    expect(entityOf(record())).toEqual({ kind: 'unknown' });
  });

  test('S9 without rules everybody is unassigned', () => {
    expect(createEntityMapping({ rules: [] })(record())).toEqual({ kind: 'unassigned' });
  });

  test('S9 every rule before the one that chose fails for certain', () => {
    const rules = fc.array(fc.record({ when: someFilter, entity: fc.constantFrom('a', 'b', 'c') }), { maxLength: 5 });
    fc.assert(
      fc.property(rules, someEmployee, (ordered, employee) => {
        const answer = createEntityMapping({ rules: ordered })(employee);
        const judged = ordered.map(({ when }) => createFilter(when)(employee));
        const first = judged.findIndex((one) => one !== 'out');
        if (first < 0) expect(answer).toEqual({ kind: 'unassigned' });
        else if (judged[first] === 'unknown') expect(answer).toEqual({ kind: 'unknown' });
        else expect(answer).toEqual({ kind: 'mapped', entity: ordered[first]?.entity, rule: first });
      }),
    );
  });
});
