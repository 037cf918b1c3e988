import { describe, expect, test } from 'vitest';
import type { EmployeeField, Filter, IssueCount, ReadSummary } from '../../src/index.ts';
import { doings, employee, link, member, planFor, reportOf, type World } from './world.ts';

const ids = (count: number, from = 1) => Array.from({ length: count }, (_, index) => String(from + index));

/** So many leavers among so many managed members. */
function leaving(leavers: number, managed: number, more: World = {}): World {
  return {
    ...more,
    employees: [
      ...ids(leavers).map((id) => employee(id, { status: 'terminated' })),
      ...ids(managed - leavers, leavers + 1).map((id) => employee(id)),
      ...(more.employees ?? []),
    ],
    members: [...ids(managed).map((id) => member(id)), ...(more.members ?? [])],
    links: [...ids(managed).map((id) => link(id)), ...(more.links ?? [])],
  };
}

function before(more: Partial<ReadSummary>): ReadSummary {
  return { readId: 'read-0', employees: 10, coverage: {}, unknownStatuses: 0, ...more };
}

describe('the removal guard', () => {
  test.each<[number, number, number, number]>([
    [3, 5, 3, 0],
    [4, 5, 0, 4],
    [5, 50, 5, 0],
    [6, 50, 0, 6],
    [0, 5, 0, 0],
  ])('V3 %i removals among %i managed: %i carried out, %i held', async (leavers, managed, carriedOut, held) => {
    const plan = await planFor(leaving(leavers, managed));
    expect(plan.operations.filter(({ kind }) => kind === 'revoke')).toHaveLength(carriedOut);
    expect(plan.held?.operations ?? []).toHaveLength(held);
    expect(plan.summary.held).toBe(held);
  });

  test('V3 whoever left long ago, was released or is of another connection is no measure', async () => {
    const past = ids(100, 200);
    const plan = await planFor(
      leaving(6, 20, {
        members: past.map((id, index) => member(id, index < 60 ? { status: 'revoked' } : {})),
        links: past.map((id, index) =>
          link(id, {
            removedAt: index < 60 ? '2026-01-01T00:00:00.000Z' : null,
            state: index < 80 ? 'managed' : 'released',
            connectionId: index >= 60 && index < 80 ? 'other' : 'local',
          }),
        ),
        employees: past.slice(0, 60).map((id) => employee(id, { status: 'terminated' })),
      }),
    );
    expect(plan.held?.reason).toContain('6 removals are more than 3 (the larger of 3 and 10 % of 20 managed members)');
  });

  test('V3 joins, updates, moves and releases go ahead while removals wait', async () => {
    const plan = await planFor(
      leaving(4, 4, {
        employees: [employee('7', { firstName: 'Maren' }), employee('8')],
        members: [member('7')],
        links: [link('7')],
        policy: { joiners: 'create' },
      }),
    );
    expect(doings(plan)).toEqual(['create 8', 'update 7']);
    expect(plan.held?.rule).toBe('V3');
  });

  test('V3 V5 removals that only begin to wait are not held', async () => {
    const plan = await planFor(leaving(9, 10, { policy: { leaverDelayDays: 30 } }));
    expect(plan.held).toBeNull();
    expect(plan.summary.operations).toEqual({ schedule_removal: 9 });
  });

  test.each<[string, Partial<ReadSummary>, string]>([
    ['the head-count collapsed', { employees: 40 }, 'head-count fell from 40 to 10'],
    ['a telling field did not come any more', { coverage: { terminationDate: 0.9 } }, 'terminationDate came for 0 of 10'],
  ])('V3 a single removal waits when %s', async (_title, previous, reason) => {
    const plan = await planFor(leaving(1, 10, { more: { previous: before(previous) } }));
    expect([doings(plan), plan.held?.operations.length]).toEqual([[], 1]);
    expect(plan.held?.reason).toContain(reason);
  });

  test('V3 a single removal waits when status words came that nobody understands', async () => {
    const world = leaving(1, 10);
    const issue: IssueCount = {
      field: 'status' satisfies EmployeeField,
      kind: 'unknown_value',
      expected: 'a status',
      received: 'text',
      count: 4,
      employeeIds: [],
    };
    const report = { ...(await reportOf(world.employees ?? [])), issues: [issue] };
    const plan = await planFor({ ...world, more: { report, previous: before({}) } });
    expect(plan.held?.reason).toContain('whose status was not understood rose from 0 to 4');
  });

  test('V3 nothing is held where nobody is removed, however odd the read', async () => {
    expect((await planFor(leaving(0, 10, { more: { previous: before({ employees: 90 }) } }))).held).toBeNull();
  });
});

describe('a filter under which nobody is in scope', () => {
  const filter: Filter = { match: 'all', conditions: [{ field: 'department', is: 'one_of', values: ['Crates'] }] };
  const ropes = { department: { name: 'Ropes' } };
  const world: World = { employees: [employee('1', ropes)], members: [member('1')], links: [link('1')] };

  test('S6 holds the whole plan, teams too', async () => {
    const plan = await planFor({ ...world, more: { filter, teams: { mode: 'enable', current: [] } } });
    expect(plan.operations).toEqual([]);
    expect(plan.held).toMatchObject({ rule: 'S6', operations: [{ kind: 'release' }] });
    expect(plan.teams).toBeNull();
  });

  test.each<[string, World]>([
    [
      'somebody else is in it',
      { ...world, employees: [employee('1', ropes), employee('2', { department: { name: 'Crates' } })] },
    ],
    ['of somebody nobody can say', { ...world, employees: [employee('1', ropes), employee('2')] }],
    ['nobody is employed anyway', { ...world, employees: [employee('1', { ...ropes, status: 'terminated' })] }],
  ])('S6 holds nothing when %s', async (_title, more) => {
    const plan = await planFor({ ...more, more: { filter } });
    expect(plan.held).toBeNull();
    expect(plan.operations).toHaveLength(1);
  });
});
