import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/errors/config-error.ts';
import { checkEntityMapping, checkFilter } from '../../src/scope/check-filter.ts';
import { someFilter } from './people.ts';

const good = { field: 'department', is: 'one_of', values: ['Sales'] };

function problemsOf(check: () => unknown): Record<string, string> {
  try {
    check();
  } catch (error) {
    if (ConfigError.isInstance(error)) return Object.fromEntries(error.problems.map(({ field, problem }) => [field, problem]));
    throw error;
  }
  return {};
}

describe('S5 a filter from outside', () => {
  test('S5 comes back as it was typed', () => {
    fc.assert(
      fc.property(someFilter, (filter) => {
        expect(checkFilter(filter)).toEqual(filter);
      }),
    );
    expect(checkFilter({ match: 'everybody' })).toEqual({ match: 'everybody' });
    const custom = { match: 'any', conditions: [{ ...good, field: 'customFields.org.unit' }] };
    expect(checkFilter(custom)).toEqual(custom);
  });

  test('S5 every bad field is named at once, with what is valid there', () => {
    const bad = {
      match: 'all',
      conditions: [
        { field: 'departement', is: 'is', values: [] },
        good,
        { field: 'bankAccount', values: ['x', ' ', 3], not: true },
        'x',
      ],
    };
    const problems = problemsOf(() => checkFilter(bad));
    expect(problems).toMatchObject({
      'filter.conditions.0.is': 'must be one of one_of, none_of',
      'filter.conditions.0.values': 'is empty: type at least one value',
      'filter.conditions.2.is': 'is missing: one of one_of, none_of',
      'filter.conditions.2.values.1': 'is empty: type a value or take it out',
      'filter.conditions.2.values.2': 'must be text',
      'filter.conditions.2.not': 'is not known (known: field, is, values)',
      'filter.conditions.3': 'must be an object',
    });
    for (const field of ['filter.conditions.0.field', 'filter.conditions.2.field']) {
      expect(problems[field]).toContain('department.id');
      expect(problems[field]).toContain('customFields.<vendor key>');
      expect(problems[field]).not.toContain('bankAccount');
    }
    expect(Object.keys(problems)).toHaveLength(9);
  });

  test.each<[string, unknown, string, string]>([
    ['nothing', undefined, 'filter', 'is missing: an object'],
    ['a list', [], 'filter', 'must be an object'],
    ['no match', {}, 'filter.match', 'must be one of everybody, all, any'],
    ['an unknown match', { match: 'some', conditions: [good] }, 'filter.match', 'must be one of everybody, all, any'],
    ['everybody with conditions', { match: 'everybody', conditions: [good] }, 'filter.conditions', 'is not known (known: match)'],
    ['no conditions', { match: 'all' }, 'filter.conditions', 'is missing: a list'],
    [
      'an empty list of conditions',
      { match: 'any', conditions: [] },
      'filter.conditions',
      'is empty: add a condition or use match everybody',
    ],
    [
      'too many conditions',
      { match: 'all', conditions: Array.from({ length: 51 }, () => good) },
      'filter.conditions',
      'must hold at most 50',
    ],
    [
      'too many values',
      { match: 'all', conditions: [{ ...good, values: Array.from({ length: 1001 }, String) }] },
      'filter.conditions.0.values',
      'must hold at most 1000',
    ],
  ])('S5 %s is refused', (_what, input, field, problem) => {
    expect(problemsOf(() => checkFilter(input))).toEqual({ [field]: problem });
  });

  test('S5 fifty conditions and a thousand values are taken', () => {
    const conditions = Array.from({ length: 50 }, () => ({ ...good, values: Array.from({ length: 1000 }, String) }));
    expect(problemsOf(() => checkFilter({ match: 'all', conditions }))).toEqual({});
  });

  test('S5 no value that was typed is repeated in the error', () => {
    const check = (): unknown =>
      checkFilter({ match: 'all', conditions: [{ field: 'zz-secret', is: 'zz-secret', values: 'zz-secret' }] });
    expect(JSON.stringify(problemsOf(check))).not.toContain('zz-secret');
  });
});

describe('S9 an entity mapping from outside', () => {
  const when = { match: 'all', conditions: [good] };

  test('S9 comes back as it was typed', () => {
    const mapping = {
      rules: [
        { when, entity: 'a' },
        { when: { match: 'everybody' }, entity: 'b' },
      ],
    };
    expect(checkEntityMapping(mapping)).toEqual(mapping);
  });

  test.each<[string, unknown, Record<string, string>]>([
    ['null', null, { entities: 'must be an object' }],
    [
      'no rules',
      { rules: [] },
      { 'entities.rules': 'is empty: add a rule, or use null instead of a mapping where the customer has one entity' },
    ],
    [
      'a blank entity',
      { rules: [{ when, entity: ' ' }] },
      { 'entities.rules.0.entity': "is empty: give the platform's id of the entity" },
    ],
    ['a rule without filter', { rules: [{ entity: 'a' }] }, { 'entities.rules.0.when': 'is missing: an object' }],
    [
      'a bad condition',
      { rules: [{ when: { match: 'all', conditions: [{ ...good, values: [''] }] }, entity: 'a' }] },
      { 'entities.rules.0.when.conditions.0.values.0': 'is empty: type a value or take it out' },
    ],
    [
      'everybody before other rules, which could then never choose',
      {
        rules: [
          { when: { match: 'everybody' }, entity: 'a' },
          { when, entity: 'b' },
        ],
      },
      { 'entities.rules.0.when': 'takes everybody: move this rule to the end' },
    ],
    ['an unknown key', { rules: [{ when, entity: 'a' }], fallback: 'a' }, { 'entities.fallback': 'is not known (known: rules)' }],
  ])('S9 %s is refused', (_what, input, expected) => {
    expect(problemsOf(() => checkEntityMapping(input))).toEqual(expected);
  });
});
