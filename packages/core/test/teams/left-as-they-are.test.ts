import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leftAsTheyAre } from '../../src/teams/left-as-they-are.ts';
import { changesTeams } from '../../src/teams/plan-teams.ts';
import type { TeamsInput } from '../../src/teams/teams-from-managers.ts';
import { company, memberIdOf, Platform, type Managers } from './company.ts';

/** The read brought everybody but these, about whom nothing is decided. */
function without(managers: Managers, undecided: readonly string[], platform: Platform): TeamsInput {
  const kept = leftAsTheyAre(undecided, platform.teams, memberIdOf);
  const read = company(Object.fromEntries(Object.entries(managers).filter(([id]) => !undecided.includes(id))));
  return {
    people: [...read.people, ...kept],
    managerOf: new Map([
      ...read.managerOf,
      ...kept.map(({ employeeId, managerId }): [string, string | null] => [employeeId, managerId]),
    ]),
  };
}

describe('people about whom nothing is decided', () => {
  test('T1 V2 a manager who is missing once keeps the team and the place', () => {
    const managers = { a: null, b: 'a', c: 'b', d: 'b' };
    const platform = new Platform();
    platform.sync('enable', company(managers));
    const plan = platform.sync('follow', without({ ...managers, d: 'a' }, ['b'], platform));
    expect(plan).toMatchObject({ remove: [], create: [], change: ['a', 'b'] });
    expect(platform.managed()).toEqual(['a (ma): mb md', 'b (mb): mc']);
  });

  test('T9 whoever has no member has no place to keep', () => {
    expect(leftAsTheyAre(['a'], [], () => undefined)).toEqual([]);
  });

  test('T1 T2 V2 V7 whoever of a company without circles is missing, nothing changes', () => {
    const tree = fc
      .array(fc.option(fc.nat(), { freq: 6 }), { minLength: 1, maxLength: 14 })
      .map((picks): Managers =>
        Object.fromEntries(
          picks.map((pick, index) => [String(index), pick === null || index === 0 ? null : String(pick % index)]),
        ),
      );
    fc.assert(
      fc.property(tree, fc.uniqueArray(fc.nat(13).map(String)), (managers, missing) => {
        const platform = new Platform();
        platform.sync('enable', company(managers));
        const undecided = missing.filter((id) => id in managers);
        expect(changesTeams(platform.sync('follow', without(managers, undecided, platform)))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
