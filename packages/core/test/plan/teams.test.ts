import { expect, test } from 'vitest';
import type { DirectoryTeam, Employee, Filter, PlanInput, Resolution } from '../../src/index.ts';
import { employee, link, member, planFor, reportOf, type World } from './world.ts';

const current: readonly DirectoryTeam[] = [{ id: 't1', name: 'Crates', key: '1', leadMemberId: 'm1', memberIds: ['m2', 'm3'] }];

const notMaren: Filter = { match: 'all', conditions: [{ field: 'firstName', is: 'none_of', values: ['Maren'] }] };
const leaveAlone: Resolution = {
  connectionId: 'local',
  employeeId: '3',
  kind: 'leave_alone',
  memberId: null,
  evidence: null,
  by: { kind: 'user', id: 'u1' },
  at: '2026-11-01T08:00:00.000Z',
};

/** Manager 1 with the reports 2 and 3, as the platform has them. */
function team(more: Partial<Employee>, world: World = {}): World {
  return {
    employees: [employee('1'), employee('2', { managerId: '1' }), employee('3', { managerId: '1', ...more })],
    members: [member('1'), member('2'), member('3')],
    links: [link('1'), link('2'), link('3')],
    ...world,
    more: { teams: { mode: 'follow', current } satisfies PlanInput['teams'], ...world.more },
  };
}

test('T3 the plan passes over managers who have no member', async () => {
  const plan = await planFor({
    employees: [employee('1'), employee('2', { managerId: '1', workEmail: null }), employee('3', { managerId: '2' })],
    members: [member('1'), member('3')],
    links: [link('1'), link('3')],
  });
  expect(plan.teams?.teams).toEqual([{ leadId: '1', memberIds: ['3'] }]);
});

test.each<[string, World]>([
  ['missing for the first time', { ...team({}), employees: [employee('1'), employee('2', { managerId: '1' })] }],
  ['with an unknown status', team({ status: 'unknown', managerId: null })],
  [
    'whose manager was not delivered',
    { ...team({}), employees: [employee('1'), employee('2', { managerId: '1' }), withoutManager()] },
  ],
  ['whose removal waits', team({ status: 'terminated', managerId: null }, { policy: { leaverDelayDays: 30 } })],
  ['whose removal is held', team({ status: 'terminated', managerId: null }, { policy: { guard: { removals: 0, share: 0 } } })],
  ['protected, though employment has ended', protectedThree()],
  ['left alone by an administrator', team({ managerId: '2' }, { more: { resolutions: [leaveAlone] } })],
])('T1 V2 M2 somebody %s stays in their team', async (_title, world) => {
  expect((await planFor(world)).teams).toMatchObject({ teams: [{ leadId: '1', memberIds: ['2', '3'] }], change: [] });
});

test('T1 V7 somebody whose record could not be read stays in their team', async () => {
  const employees = [employee('1'), employee('2', { managerId: '1' })];
  const report = { ...(await reportOf(employees)), quarantinedCount: 1, quarantinedIds: ['3'] };
  expect((await planFor(team({}, { employees, more: { report } }))).teams?.change).toEqual([]);
});

test.each<[string, World]>([
  ['leaves', team({ status: 'terminated' })],
  ['is released', team({ firstName: 'Maren' }, { more: { filter: notMaren, teams: { mode: 'follow', current } } })],
])('T1 whoever %s is no longer in a team', async (_title, world) => {
  expect((await planFor(world)).teams).toMatchObject({ teams: [{ leadId: '1', memberIds: ['2'] }] });
});

test('L4 T1 a dispute puts nobody else’s member into a team', async () => {
  const disputed = employee('4', { workEmail: 'p3@fjordkiste.example', managerId: '2' });
  const plan = await planFor({ ...team({}), employees: [...(team({}).employees ?? []), disputed] });
  expect(plan.teams).toMatchObject({ teams: [{ leadId: '1', memberIds: ['2', '3'] }], change: [] });
});

test('T5 V7 an incomplete read changes no team, and enables none', async () => {
  for (const mode of ['follow', 'enable'] as const) {
    expect((await planFor(team({}, { complete: false, more: { teams: { mode, current } } }))).teams).toBeNull();
  }
});

function withoutManager(): Employee {
  const { managerId: _absent, ...rest } = employee('3');
  return rest;
}

function protectedThree(): World {
  const members = [member('1'), member('2'), member('3', { protected: true })];
  return team({ status: 'terminated', managerId: null }, { members });
}
