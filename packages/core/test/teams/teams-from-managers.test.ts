import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { teamsFromManagers, treeInputOf, type Teams } from '../../src/teams/teams-from-managers.ts';
import { company, short, type Managers } from './company.ts';

const teams = (managers: Managers, without: readonly string[] = []): Teams =>
  teamsFromManagers(treeInputOf(company(managers, without)));

/** Step by step and without memory; nobody in a circle is led by anybody. */
function leadAbove(start: string, managers: Managers, inScope: readonly string[]): string | undefined {
  const passed: string[] = [];
  let lead: string | undefined;
  for (let id = managers[start] ?? null; id !== null && !passed.includes(id); id = managers[id] ?? null) {
    if (id === start) return undefined;
    if (inScope.includes(id)) lead ??= id;
    passed.push(id);
  }
  return lead;
}

describe('teams from managers', () => {
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

  test('T3 several managers out of scope lead to one team above', () => {
    expect(short(teams({ a: null, b: 'a', c: 'a', d: 'b', e: 'c', f: 'a' }, ['b', 'c']))).toEqual(['a: d e f']);
  });

  test('T4 cycles are broken and listed, self-management too', () => {
    const result = teams({ a: 'b', b: 'a', c: 'a', s: 's' });
    expect(result.cycles).toEqual([['a', 'b'], ['s']]);
    expect(short(result)).toEqual(['a: c', '- b IN_A_CYCLE', '- s IN_A_CYCLE']);
  });

  test('T3 T4 above a circle half out of scope is whoever in it is in scope', () => {
    expect(short(teams({ a: 'x', x: 'a', c: 'x', d: 'y', y: 'y' }, ['x', 'y']))).toEqual(['a: c', '- d MANAGER_OUT_OF_SCOPE']);
    expect(short(teams({ a: 'x', x: 'a' }, ['x']))).toEqual(['- a IN_A_CYCLE']);
  });

  test('T4 a circle that ends nobody in scope is not listed', () => {
    expect(teams({ a: null, x: 'y', y: 'x' }, ['x', 'y']).cycles).toEqual([]);
    expect(teams({ a: 'z', z: 'x', x: 'y', y: 'x' }, ['x', 'y', 'z']).cycles).toEqual([['x', 'y']]);
  });

  test('T2 an employee whose id is the key of the Unassigned team leads nobody', () => {
    expect(short(teams({ a: null, unassigned: 'a', c: 'unassigned' }))).toEqual(['a: c unassigned']);
  });

  test('T3 one manager out of scope below another leads to the same team above', () => {
    const managers = { a: null, b: 'a', c: 'b', d: 'c', e: 'b', f: 'c' };
    expect(short(teams(managers, ['b', 'c']))).toEqual(['a: d e f']);
  });

  test('T1 T2 T3 T4 every place is the one found by walking up from each person alone', () => {
    const ids = fc.integer({ min: 0, max: 12 }).map(String);
    fc.assert(
      fc.property(fc.dictionary(ids, fc.option(ids, { freq: 8 })), fc.uniqueArray(ids, { maxLength: 8 }), (managers, without) => {
        const result = teams(managers, without);
        const found = new Map(result.teams.flatMap(({ leadId, memberIds }) => memberIds.map((id) => [id, leadId])));
        const inScope = Object.keys(managers).filter((id) => !without.includes(id));
        for (const id of inScope) expect([id, found.get(id)]).toEqual([id, leadAbove(id, managers, inScope)]);
      }),
      { numRuns: 500 },
    );
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
        expect([...leads, ...placed].every((id) => everybody.includes(id))).toBe(true);
      }),
    );
  });
});
