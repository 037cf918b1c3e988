import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/errors/config-error.ts';
import { checkConfiguration } from '../../src/policy/check-configuration.ts';
import { inviteGated } from '../../src/policy/policy.ts';

const filter = { match: 'any', conditions: [{ field: 'department', is: 'one_of', values: ['Sales'] }] };
const entities = { rules: [{ when: filter, entity: 'fjordkiste-as' }] };

function problemsOf(input: unknown): Record<string, string> {
  try {
    checkConfiguration(input);
  } catch (error) {
    if (ConfigError.isInstance(error)) return Object.fromEntries(error.problems.map(({ field, problem }) => [field, problem]));
    throw error;
  }
  return {};
}

describe('C3 a configuration from outside', () => {
  test('C3 comes back with its whole policy', () => {
    expect(checkConfiguration({ filter, entities, policy: 'inviteGated' })).toEqual({ filter, entities, policy: inviteGated });
    expect(checkConfiguration({ filter, entities: null, policy: inviteGated }).entities).toBeNull();
    const lenient = checkConfiguration({ filter, entities: null, policy: { preset: 'inviteGated', outOfScope: 'remove' } });
    expect(lenient.policy.outOfScope).toBe('remove');
  });

  test('C3 what was checked once passes again unchanged', () => {
    const policy = { preset: 'autoProvision', allowedDomains: ['Fjordkiste.example'] };
    const checked = checkConfiguration({ filter, entities, policy });
    expect(checkConfiguration(checked)).toEqual(checked);
  });

  test.each([undefined, null, {}, [], 'inviteGated'])('C3 nothing is decided by leaving it out: %j', (input) => {
    expect(problemsOf(input)).toEqual({
      filter: 'is missing: { match: "everybody" } takes everybody',
      entities: 'is missing: null where the customer has one entity',
      policy: 'is missing: a preset such as inviteGated, or a whole policy',
    });
  });

  test('C3 the bad fields of all parts are named at once', () => {
    const bad = {
      filter: { match: 'all', conditions: [{ field: 'x', is: 'one_of', values: ['a'] }] },
      entities: { rules: [{ when: { match: 'everybody' } }] },
      policy: { preset: 'inviteGated', guard: { share: 2 } },
      teamSync: true,
    };
    expect(Object.keys(problemsOf(bad))).toEqual([
      'filter.conditions.0.field',
      'entities.rules.0.entity',
      'policy.guard.share',
      'teamSync',
    ]);
    expect(problemsOf({ filter, entities, policy: inviteGated, teamSync: true })).toEqual({
      teamSync: 'is not known (known: filter, entities, policy)',
    });
  });
});
