import { describe, expect, test } from 'vitest';
import { applyPlan, type Employee, type Link, type ManagerTarget, type Member } from '../../src/index.ts';
import { PaperPlatform } from './paper-platform.ts';
import { doings, employee, link, member, planFor, type World } from './world.ts';

const policy = { managedFields: ['manager'] as const };

/** Person 1, whose manager in the application is m9, and person 2, who may become it. */
function managed(more: Partial<Employee>, facts: { members?: readonly Member[]; links?: readonly Link[] } & World = {}): World {
  const { members = [], links = [], employees = [], ...rest } = facts;
  return {
    ...rest,
    employees: [employee('1', more), employee('2'), ...employees],
    members: [member('1', { managerId: 'm9' }), member('2', { managerId: null }), ...members],
    links: [link('1'), link('2'), ...links],
    policy: { managedFields: [...policy.managedFields], ...rest.policy },
  };
}

describe('managers', () => {
  test.each<[string, Partial<Employee>, ManagerTarget | undefined]>([
    ['another manager', { managerId: '2' }, { memberId: 'm2' }],
    ['none any more', { managerId: null }, null],
    ['their own manager is none', { managerId: '1' }, null],
    ['an unknown one: what stands is left alone', { managerId: '404' }, undefined],
  ])('M1 %s', async (_title, more, after) => {
    const plan = await planFor(managed(more));
    expect(plan.operations).toMatchObject(
      after === undefined ? [] : [{ kind: 'set_manager', memberId: 'm1', before: 'm9', after, rule: 'M1' }],
    );
    expect(plan.operations).toHaveLength(after === undefined ? 0 : 1);
  });

  test('M2 a manager who was not delivered clears nothing', async () => {
    const { managerId: _absent, ...rest } = employee('1');
    const world = managed({});
    expect(doings(await planFor({ ...world, employees: [rest, employee('2')] }))).toEqual([]);
  });

  test('M1 nothing is written where the manager is the same, where none is managed, and where the application knows none', async () => {
    const same = managed(
      { managerId: '9' },
      { employees: [employee('9')], members: [member('9', { managerId: null })], links: [link('9')] },
    );
    expect(doings(await planFor(same))).toEqual([]);
    expect(doings(await planFor({ ...managed({ managerId: '2' }), policy: { managedFields: [] } }))).toEqual([]);
    const plain = { ...managed({ managerId: '2' }), members: [member('1'), member('2')] };
    expect(doings(await planFor(plain))).toEqual([]);
  });

  test('M1 V1 a manager who leaves stays the manager until the HR system says otherwise', async () => {
    const world = managed(
      { managerId: '9' },
      {
        employees: [employee('9', { status: 'terminated' })],
        members: [member('9', { managerId: null })],
        links: [link('9')],
      },
    );
    expect(doings(await planFor(world))).toEqual(['revoke 9']);
  });

  test('M1 L7 a manager named by an earlier employment is the person who has the newer one', async () => {
    const records = [
      employee('3', {
        status: 'terminated',
        terminationDate: '2024-01-31',
        workEmail: 'p2@fjordkiste.example',
        firstName: 'First2',
        lastName: 'Last2',
      }),
    ];
    expect(await planFor(managed({ managerId: '3' }, { employees: records }))).toMatchObject({
      operations: [{ kind: 'set_manager', after: { memberId: 'm2' } }],
    });
  });

  test('M1 L7 somebody who reports to an employment of their own has no manager', async () => {
    const own = employee('3', {
      status: 'terminated',
      terminationDate: '2024-01-31',
      workEmail: 'p1@fjordkiste.example',
      firstName: 'First1',
      lastName: 'Last1',
    });
    expect(await planFor(managed({ managerId: '3' }, { employees: [own] }))).toMatchObject({
      operations: [{ kind: 'set_manager', after: null }],
    });
  });

  test('T9 M1 a manager whom the same plan links or creates is set after them', async () => {
    const employees = [
      employee('1', { managerId: '2' }),
      employee('2', { managerId: '3' }),
      employee('3', { managerId: null }),
      employee('4', { managerId: '3' }),
    ];
    const members = [member('1', { managerId: null }), member('2', { managerId: null })];
    const links = [link('1')];
    const platform = new PaperPlatform(members, links);
    const plan = await planFor({ employees, members, links, policy: { managedFields: ['manager'], joiners: 'create' } });
    expect(doings(plan)).toEqual(['link 2', 'create 3', 'create 4', 'set_manager 1', 'set_manager 2', 'set_manager 4']);
    expect(plan.operations.slice(3)).toMatchObject([
      { memberId: 'm1', after: { memberId: 'm2' } },
      { memberId: 'm2', after: { employeeId: '3' } },
      { memberId: null, after: { employeeId: '3' } },
    ]);
    expect((await applyPlan(plan, platform)).failed).toEqual([]);
    expect(platform.members.map(({ managerId }) => managerId)).toEqual(['m2', 'read-1:create:3', null, 'read-1:create:3']);
  });

  test('M1 L6 somebody who reports to a manager under a new id reports to the same member', async () => {
    const world = managed(
      { managerId: '10' },
      {
        employees: [
          employee('9', { status: 'terminated', terminationDate: '2026-10-31' }),
          employee('10', { workEmail: 'p9@fjordkiste.example', firstName: 'First9', lastName: 'Last9' }),
        ],
        members: [member('9', { managerId: null })],
        links: [link('9')],
        more: {
          resolutions: [
            {
              connectionId: 'local',
              employeeId: '10',
              kind: 'same_person',
              memberId: 'm9',
              evidence: null,
              by: { kind: 'user', id: 'u1' },
              at: '2026-11-01T08:00:00.000Z',
            },
          ],
        },
      },
    );
    expect(doings(await planFor(world))).toEqual(['relink 10']);
  });

  test('T9 M1 S7 nobody who is released, leaving or left alone gets another manager', async () => {
    const world = managed({ managerId: '2', status: 'terminated', terminationDate: '2026-11-30' });
    expect(doings(await planFor(world))).toEqual([]);
    const released = managed(
      { managerId: '2' },
      { more: { filter: { match: 'all', conditions: [{ field: 'firstName', is: 'one_of', values: ['First2'] }] } } },
    );
    expect(doings(await planFor(released))).toEqual(['release 1']);
  });

  test('T9 the order: ties, members, managers, then what ends', async () => {
    const plan = await planFor({
      employees: [
        employee('1', { managerId: '2', firstName: 'Maren', workEmail: 'new@fjordkiste.example' }),
        employee('2'),
        employee('3', { status: 'terminated' }),
        employee('4'),
        employee('5'),
        employee('6'),
      ],
      members: [
        member('1', { managerId: null }),
        member('2', { managerId: null }),
        member('3'),
        member('4'),
        member('6', { status: 'revoked', managerId: null }),
      ],
      links: [
        link('1'),
        link('2'),
        link('3'),
        link('6', { removedAt: '2026-01-01T00:00:00.000Z' }),
        link('7', { memberId: 'm9' }),
      ],
      policy: { managedFields: ['manager', 'firstName'], joiners: 'create' },
    });
    expect(doings(plan)).toEqual([
      'link 4',
      'reactivate 6',
      'create 5',
      'update 1',
      'change_email 1',
      'set_manager 1',
      'revoke 3',
    ]);
  });
});
