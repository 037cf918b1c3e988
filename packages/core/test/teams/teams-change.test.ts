import { describe, expect, test } from 'vitest';
import { planTeams, type MemberIdOf } from '../../src/teams/plan-teams.ts';
import { stopTeams, toTeamsChange } from '../../src/teams/teams-change.ts';
import type { TeamsPlan } from '../../src/teams/teams-plan.ts';
import { company, memberIdOf, Platform, type Managers } from './company.ts';

const without =
  (...ids: readonly string[]): MemberIdOf =>
  (id) =>
    ids.includes(id) ? undefined : memberIdOf(id);

function enabling(managers: Managers): TeamsPlan {
  return planTeams({ ...company(managers), current: [], memberIdOf, mode: 'enable' });
}

function plan(mode: TeamsPlan['mode'], platform: Platform, managers: Managers): TeamsPlan {
  return planTeams({ ...company(managers), current: platform.teams, memberIdOf, mode });
}

describe('the change of all teams', () => {
  test('T6 every change locks the teams', () => {
    expect(toTeamsChange(enabling({ a: null, b: 'a' }), memberIdOf).locked).toBe(true);
  });

  test('T5 T9 ids of members are looked up when it is applied: whom the same plan created is in', () => {
    const managers = { a: null, b: 'a', c: 'a' };
    const made = planTeams({ ...company(managers), current: [], memberIdOf: without('b'), mode: 'enable' });
    expect(toTeamsChange(made, memberIdOf).put).toEqual([{ key: 'a', leadMemberId: 'ma', memberIds: ['mb', 'mc'] }]);
  });

  test('T9 whoever has no member after all is left out', () => {
    expect(toTeamsChange(enabling({ a: null, b: 'a', c: 'a', y: null, z: null }), without('b', 'z')).put).toEqual([
      { key: 'a', leadMemberId: 'ma', memberIds: ['mc'] },
      { key: 'unassigned', leadMemberId: null, memberIds: ['my'] },
    ]);
    expect(toTeamsChange(enabling({ a: null, b: 'a', z: null }), without('z')).put.map(({ key }) => key)).toEqual(['a']);
  });

  test('T3 T9 a team whose lead has no member after all is not made: its people wait in Unassigned', () => {
    expect(toTeamsChange(enabling({ a: null, b: 'a', c: 'b', z: null }), without('b')).put).toEqual([
      { key: 'a', leadMemberId: 'ma', memberIds: [] },
      { key: 'unassigned', leadMemberId: null, memberIds: ['mz', 'mc'] },
    ]);
  });

  test('T7 T9 a team handed over to somebody who is not there yet keeps its id, and fills when they are', () => {
    const platform = new Platform();
    platform.sync('enable', company({ top: null, a: 'top', r: 'a' }));
    const id = platform.idOf('a');
    const after = { top: null, new: 'top', r: 'new' };
    platform.change(toTeamsChange(plan('follow', platform, after), without('new')));
    expect(platform.managed()).toEqual(['new (nobody): ', 'top (mtop): ', 'unassigned (nobody): mr']);
    platform.sync('follow', company(after));
    expect(platform.managed()).toEqual(['new (mnew): mr', 'top (mtop): mnew']);
    expect(platform.idOf('new')).toBe(id);
  });

  test('T2 T9 the Unassigned team is not removed while somebody has to wait in it', () => {
    const platform = new Platform();
    platform.sync('enable', company({ a: null, b: 'a', z: null }));
    const id = platform.idOf('unassigned');
    const change = toTeamsChange(plan('follow', platform, { a: null, b: 'a', n: 'a', z: 'n' }), without('n'));
    expect(change.remove).toEqual([]);
    platform.change(change);
    expect(platform.managed()).toEqual(['a (ma): mb', 'unassigned (nobody): mz']);
    expect(platform.idOf('unassigned')).toBe(id);
  });

  test('T6 T9 while following, only teams that differ are asked for, by key', () => {
    const platform = new Platform();
    platform.sync('enable', company({ a: null, b: 'a', c: 'a', d: 'b', e: 'c', z: null }));
    platform.teams = platform.teams.map((one) => ({ ...one, id: one.key === 'b' ? 'z' : one.id }));
    const next = plan('follow', platform, { a: null, b: 'a', c: 'a', d: 'b', e: 'c', f: 'c', g: 'b', z: null });
    expect(next.change).toEqual(['b', 'c']);
    expect(toTeamsChange(next, memberIdOf)).toEqual({
      remove: [],
      handOver: [],
      put: [
        { key: 'b', leadMemberId: 'mb', memberIds: ['md', 'mg'] },
        { key: 'c', leadMemberId: 'mc', memberIds: ['me', 'mf'] },
      ],
      locked: true,
    });
  });

  test('T7 the name of a team is never part of it', () => {
    const keys = toTeamsChange(enabling({ a: null, b: 'a' }), memberIdOf).put.flatMap((target) => Object.keys(target));
    expect(keys).toEqual(['key', 'leadMemberId', 'memberIds']);
  });

  test('T8 stopping leaves the teams as they are and lets them be edited', () => {
    const platform = new Platform();
    platform.sync('enable', company({ a: null, b: 'a', z: null }));
    const before = platform.teams;
    expect(platform.locked).toBe(true);
    platform.change(stopTeams);
    expect(platform.teams).toEqual(before);
    expect(platform.locked).toBe(false);
  });
});
