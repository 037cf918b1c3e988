import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { teamsFromManagers, type Teams } from '../../src/teams/teams-from-managers.ts';
import { employee, link, member, planFor } from './world.ts';

function teams(managers: Readonly<Record<string, string | null>>, without: readonly string[] = []): Teams {
  const people = Object.entries(managers).map(([employeeId, managerId]) => ({
    employeeId,
    managerId,
    hasMember: !without.includes(employeeId),
  }));
  return teamsFromManagers({ people, managerOf: new Map(Object.entries(managers)) });
}

const short = ({ teams: all, unassigned }: Teams): string[] => [
  ...all.map(({ leadId, memberIds }) => `${leadId}: ${memberIds.join(' ')}`),
  ...unassigned.map(({ employeeId, code }) => `- ${employeeId} ${code}`),
];

describe('teams', () => {
  test('T1 a manager leads one team and is a member of the next', () => {
    expect(short(teams({ a: null, b: 'a', c: 'b', d: 'b' }))).toEqual(['a: b', 'b: c d']);
  });

  test('T2 without a manager and without reports: Unassigned; the top leads', () => {
    expect(short(teams({ a: null, b: 'a', z: null }))).toEqual(['a: b', '- z NO_MANAGER']);
  });

  test('T3 reports of somebody without a member go to the nearest manager above, else to Unassigned', () => {
    expect(short(teams({ a: null, b: 'a', c: 'b', d: 'c' }, ['b', 'c']))).toEqual(['a: d']);
    expect(short(teams({ b: null, c: 'b' }, ['b']))).toEqual(['- c MANAGER_OUT_OF_SCOPE']);
    expect(short(teams({ c: 'nobody' }))).toEqual(['- c MANAGER_OUT_OF_SCOPE']);
  });

  test('T4 cycles are broken and listed, self-management too', () => {
    const result = teams({ a: 'b', b: 'a', c: 'a', s: 's' });
    expect(result.cycles).toEqual([['a', 'b'], ['s']]);
    expect(short(result)).toEqual(['a: c', '- b IN_A_CYCLE', '- s IN_A_CYCLE']);
  });

  test('T1 T4 any hierarchy ends, and everybody with a member is in exactly one place', () => {
    const ids = fc.integer({ min: 0, max: 30 }).map(String);
    fc.assert(
      fc.property(fc.dictionary(ids, fc.option(ids)), fc.uniqueArray(ids), (managers, without) => {
        const result = teams(managers, without);
        const placed = [
          ...result.teams.flatMap(({ memberIds }) => memberIds),
          ...result.unassigned.map(({ employeeId }) => employeeId),
        ];
        const leads = new Set(result.teams.map(({ leadId }) => leadId));
        expect(new Set(placed).size).toBe(placed.length);
        const everybody = Object.keys(managers).filter((id) => !without.includes(id));
        expect(everybody.every((id) => placed.includes(id) || leads.has(id))).toBe(true);
        expect([...leads].every((id) => everybody.includes(id))).toBe(true);
      }),
    );
  });

  test('T3 the plan passes over managers who have no member', async () => {
    const plan = await planFor({
      employees: [employee('1'), employee('2', { managerId: '1', workEmail: null }), employee('3', { managerId: '2' })],
      members: [member('1'), member('3')],
      links: [link('1'), link('3')],
    });
    expect(plan.teams?.teams).toEqual([{ leadId: '1', memberIds: ['3'] }]);
  });
});
