import { describe, expect, test } from 'vitest';
import { changesTeams, planTeams } from '../../src/teams/plan-teams.ts';
import { company, memberIdOf, Platform, team, type Managers } from './company.ts';

/** A platform on which team sync is on for this hierarchy. */
function following(managers: Managers): Platform {
  const platform = new Platform();
  platform.sync('enable', company(managers));
  return platform;
}

describe('enabling', () => {
  test('T5 lists the teams that go, the teams that are made, who is unassigned and what loses its reviewer', () => {
    const records = [
      { id: 'r2', label: 'Hotel' },
      { id: 'r1', label: 'Ferry' },
    ];
    const current = [team('t2', null, { openRecords: records, leadMemberId: 'mx' }), team('t1', null, { memberIds: ['mb'] })];
    const plan = planTeams({ ...company({ a: null, b: 'a', z: null }), current, memberIdOf, mode: 'enable' });
    expect(plan.remove).toEqual([
      { id: 't1', name: 'Team t1', key: null },
      { id: 't2', name: 'Team t2', key: null },
    ]);
    expect(plan.create).toEqual(['a', 'unassigned']);
    expect(plan.unassigned).toEqual([{ employeeId: 'z', code: 'NO_MANAGER' }]);
    expect(plan.losesReviewer).toEqual([
      { id: 'r1', label: 'Ferry', team: 't2' },
      { id: 'r2', label: 'Hotel', team: 't2' },
    ]);
  });

  test('T5 T8 teams that an earlier team sync left behind are taken up again', () => {
    const platform = following({ a: null, b: 'a', c: 'b' });
    const before = platform.idOf('a');
    platform.teams = [...platform.teams, team('hand', null)];
    const plan = platform.sync('enable', company({ a: null, b: 'a', c: 'a' }));
    expect(plan.change).toEqual(['a']);
    expect(plan.remove.map(({ key }) => key).sort()).toEqual(['b', null]);
    expect(platform.idOf('a')).toBe(before);
  });

  test('T5 T6 enabling is a change even where the teams are right already: it locks them', () => {
    const platform = following({ a: null, b: 'a' });
    const plan = platform.sync('enable', company({ a: null, b: 'a' }));
    expect({ ...plan, teams: [] }).toMatchObject({ remove: [], create: [], change: [], handOver: [] });
    expect(changesTeams(plan)).toBe(true);
  });
});

describe('following', () => {
  test('T6 teams made by hand in the meantime are listed and left alone', () => {
    const platform = following({ a: null, b: 'a' });
    platform.teams = [...platform.teams, team('hand', null, { memberIds: ['mb'], openRecords: [{ id: 'r', label: 'Taxi' }] })];
    const plan = platform.sync('follow', company({ a: null, b: 'a', c: 'a' }));
    expect(plan.leftAlone).toEqual([{ id: 'hand', name: 'Team hand' }]);
    expect(plan.remove).toEqual([]);
    expect(plan.losesReviewer).toEqual([]);
    expect(platform.teams.find(({ id }) => id === 'hand')?.memberIds).toEqual(['mb']);
  });

  test('T6 what was moved by hand is moved back', () => {
    const platform = following({ a: null, b: 'a', c: 'b' });
    platform.teams = platform.teams.map((one) => (one.key === 'b' ? { ...one, memberIds: [] } : one));
    expect(platform.sync('follow', company({ a: null, b: 'a', c: 'b' })).change).toEqual(['b']);
    expect(platform.managed()).toEqual(['a (ma): mb', 'b (mb): mc']);
  });

  test('T1 only the two teams between which somebody moves are changed', () => {
    const platform = following({ a: null, b: 'a', c: 'a', d: 'b', e: 'b', f: 'c' });
    const plan = platform.sync('follow', company({ a: null, b: 'a', c: 'a', d: 'b', e: 'c', f: 'c' }));
    expect(plan).toMatchObject({ create: [], remove: [], handOver: [], change: ['b', 'c'] });
    expect(platform.managed()).toEqual(['a (ma): mb mc', 'b (mb): md', 'c (mc): me mf']);
  });

  test('T2 the Unassigned team is made with the first and goes with the last who is in it', () => {
    const platform = following({ a: null, b: 'a' });
    expect(platform.idOf('unassigned')).toBeUndefined();
    expect(platform.sync('follow', company({ a: null, b: 'a', z: null })).create).toEqual(['unassigned']);
    expect(platform.managed()).toEqual(['a (ma): mb', 'unassigned (nobody): mz']);
    expect(platform.sync('follow', company({ a: null, b: 'a', z: 'a' })).remove).toMatchObject([{ key: 'unassigned' }]);
    expect(platform.managed()).toEqual(['a (ma): mb mz']);
  });

  test('T7 renaming a team changes nothing and is kept', () => {
    const platform = following({ a: null, b: 'a' });
    platform.rename('a', 'Harbour');
    const plan = platform.sync('follow', company({ a: null, b: 'a', c: 'a' }));
    expect(plan.change).toEqual(['a']);
    expect(platform.teams.map(({ name }) => name)).toEqual(['Harbour']);
  });

  test('T7 a lead under another member keeps the team', () => {
    const platform = following({ a: null, b: 'a' });
    const before = platform.idOf('a');
    const plan = platform.sync('follow', company({ a: null, b: 'a' }), (id) => (id === 'a' ? 'm-new' : `m${id}`));
    expect(plan.change).toEqual(['a']);
    expect(platform.idOf('a')).toBe(before);
    expect(platform.managed()).toEqual(['a (m-new): mb']);
  });

  test('T5 a team that goes lists what loses its reviewer while following too', () => {
    const platform = following({ a: null, b: 'a', c: 'b' });
    platform.teams = platform.teams.map((one) => ({ ...one, openRecords: [{ id: `r-${one.key ?? ''}`, label: 'Taxi' }] }));
    const team = platform.idOf('b') ?? '';
    const plan = platform.sync('follow', company({ a: null, b: 'a', c: 'a' }));
    expect(plan.losesReviewer).toEqual([{ id: 'r-b', label: 'Taxi', team }]);
  });

  test('T7 of two teams with one key the first by id stays', () => {
    const twins = [team('t2', 'a', { leadMemberId: 'ma', memberIds: ['mb'] }), team('t1', 'a')];
    const plan = planTeams({ ...company({ a: null, b: 'a' }), current: twins, memberIdOf, mode: 'follow' });
    expect(plan.remove.map(({ id }) => id)).toEqual(['t2']);
    expect(plan.change).toEqual(['a']);
  });

  test('T9 somebody whom the same plan creates counts as a difference until they are there', () => {
    const platform = following({ a: null, b: 'a' });
    const plan = planTeams({
      ...company({ a: null, b: 'a', c: 'a' }),
      current: platform.teams,
      memberIdOf: (id) => (id === 'c' ? undefined : memberIdOf(id)),
      mode: 'follow',
    });
    expect(plan.change).toEqual(['a']);
    expect(plan.teams).toEqual([{ leadId: 'a', memberIds: ['b', 'c'] }]);
  });
});
