import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesTeams, planTeams } from '../../src/teams/plan-teams.ts';
import { toTeamsChange } from '../../src/teams/teams-change.ts';
import { company, memberIdOf, Platform, team, wanted } from './company.ts';

const ids = fc.integer({ min: 0, max: 12 }).map(String);

/** Circles, managers nobody knows, people without a member: all of it happens. */
const hierarchy = fc
  .record({
    managers: fc.dictionary(ids, fc.option(ids, { freq: 6 }), { maxKeys: 14 }),
    without: fc.uniqueArray(ids, { maxLength: 4 }),
  })
  .map(({ managers, without }) => company(managers, without));

/** What administrators had before: teams by hand, with anybody in them. */
const byHand = fc
  .array(fc.uniqueArray(ids.map(memberIdOf).map(String)), { maxLength: 3 })
  .map((teams) => teams.map((memberIds, index) => team(`hand${String(index)}`, null, { memberIds })));

describe('over any hierarchy', () => {
  test('T1 T2 T5 enabling leaves exactly the teams that follow from the managers', () => {
    fc.assert(
      fc.property(hierarchy, byHand, (input, teams) => {
        const platform = new Platform(teams);
        const plan = platform.sync('enable', input);
        expect(platform.managed()).toEqual(wanted(plan));
        expect(platform.teams.every(({ key }) => key !== null)).toBe(true);
      }),
    );
  });

  test('T1 T2 everybody in scope is in one team, or Unassigned, or leads the top', () => {
    fc.assert(
      fc.property(hierarchy, (input) => {
        const plan = planTeams({ ...input, current: [], memberIdOf, mode: 'enable' });
        const placed = [...plan.teams.flatMap(({ memberIds }) => memberIds), ...plan.unassigned.map((one) => one.employeeId)];
        const tops = plan.teams.map(({ leadId }) => leadId).filter((id) => !placed.includes(id));
        const everybody = input.people.filter((one) => one.hasMember).map((one) => one.employeeId);
        expect([...placed, ...tops].sort()).toEqual(everybody.sort());
      }),
    );
  });

  test('T6 T7 following the same managers changes nothing', () => {
    fc.assert(
      fc.property(hierarchy, (input) => {
        const platform = new Platform();
        platform.sync('enable', input);
        const before = platform.teams;
        const plan = platform.sync('follow', input);
        expect(changesTeams(plan)).toBe(false);
        expect(platform.teams).toEqual(before);
      }),
    );
  });

  test('T1 T6 T7 following leads from any teams to exactly the wanted ones, and never touches teams made by hand', () => {
    fc.assert(
      fc.property(hierarchy, hierarchy, byHand, (first, second, teams) => {
        const platform = new Platform();
        platform.sync('enable', first);
        platform.teams = [...platform.teams, ...teams];
        const plan = platform.sync('follow', second);
        expect(platform.managed()).toEqual(wanted(plan));
        expect(platform.teams.filter(({ key }) => key === null)).toEqual(teams);
        expect(changesTeams(platform.sync('follow', second))).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  test('T7 a team keeps its id as long as its lead leads, or hands it over; no id is used twice', () => {
    fc.assert(
      fc.property(hierarchy, hierarchy, (first, second) => {
        const platform = new Platform();
        platform.sync('enable', first);
        const before = new Map(platform.teams.map(({ key, id }) => [key, id]));
        const plan = platform.sync('follow', second);
        const handed = new Map(plan.handOver.map(({ from, to }) => [to, from]));
        expect(handed.size).toBe(plan.handOver.length);
        expect(new Set(plan.handOver.map(({ from }) => from)).size).toBe(plan.handOver.length);
        expect(plan.remove.some(({ id }) => plan.handOver.some((one) => one.id === id))).toBe(false);
        const left = new Set(handed.values());
        for (const { key, id } of platform.teams) {
          const source = handed.get(key ?? '') ?? (left.has(key ?? '') ? undefined : key);
          const known = source === undefined ? undefined : before.get(source);
          if (known === undefined) expect([...before.values()]).not.toContain(id);
          else expect(id).toBe(known);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('T9 people who fail to be created are caught up with by the next run', () => {
    fc.assert(
      fc.property(hierarchy, hierarchy, fc.uniqueArray(ids, { maxLength: 5 }), (first, second, failing) => {
        const platform = new Platform();
        platform.sync('enable', first);
        const plan = planTeams({ ...second, current: platform.teams, memberIdOf, mode: 'follow' });
        platform.change(toTeamsChange(plan, (id) => (failing.includes(id) ? undefined : memberIdOf(id))));
        expect(platform.managed()).toEqual(expect.not.arrayContaining([expect.stringContaining('undefined')]));
        platform.sync('follow', second);
        expect(platform.managed()).toEqual(wanted(plan));
      }),
      { numRuns: 400 },
    );
  });

  test('A5 T1 the order of people and teams does not matter', () => {
    fc.assert(
      fc.property(hierarchy, hierarchy, (first, second) => {
        const platform = new Platform();
        platform.sync('enable', first);
        const input = { ...second, current: platform.teams, memberIdOf, mode: 'follow' as const };
        const turned = planTeams({
          ...input,
          people: input.people.toReversed(),
          managerOf: new Map([...input.managerOf].reverse()),
          current: input.current.toReversed().map((one) => ({ ...one, memberIds: one.memberIds.toReversed() })),
        });
        expect(JSON.stringify(turned)).toBe(JSON.stringify(planTeams(input)));
      }),
    );
  });
});
