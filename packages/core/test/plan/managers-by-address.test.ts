import { describe, expect, test } from 'vitest';
import type { Employee, Operation, Policy } from '../../src/index.ts';
import { employee, link, member, planFor } from './world.ts';

/** Whose manager the vendor names by address. */
function report(id: string, managerEmail: string | null, more: Partial<Employee> = {}): Employee {
  const { managerId: _none, ...rest } = employee(id, { managerEmail, ...more });
  return rest;
}

function isSetManager({ kind }: Operation): boolean {
  return kind === 'set_manager';
}

const boss = report('1', null);
const members = ['1', '2', '3'].map((id) => member(id, { managerId: null }));
const links = ['1', '2', '3'].map((id) => link(id));
const policy: Partial<Policy> = { managedFields: ['manager'] };

describe('a manager named by address', () => {
  test('M1 T1 is the person who has the address: member and team follow', async () => {
    const employees = [boss, report('2', 'p1@fjordkiste.example'), report('3', 'P1@Fjordkiste.example')];

    const { operations, teams } = await planFor({ employees, members, links, policy });

    expect(operations).toMatchObject([
      { kind: 'set_manager', memberId: 'm2', after: { memberId: 'm1' }, evidence: { field: 'managerEmail' } },
      { kind: 'set_manager', memberId: 'm3', after: { memberId: 'm1' } },
    ]);
    expect(teams?.teams).toEqual([{ leadId: '1', memberIds: ['2', '3'] }]);
  });

  test.each([
    ['nobody has', [boss, report('2', 'stranger@fjordkiste.example')]],
    [
      'two people have',
      [
        report('1', null, { workEmail: 'desk@fjordkiste.example' }),
        report('3', null, { workEmail: 'desk@fjordkiste.example' }),
        report('2', 'desk@fjordkiste.example'),
      ],
    ],
  ])('M2 by an address that %s is unknown: what stands is left alone', async (_what, employees) => {
    const standing = members.map((one) => (one.id === 'm2' ? { ...one, managerId: 'm9' } : one));

    const { operations } = await planFor({ employees, members: standing, links, policy });

    expect(operations.filter(isSetManager)).toEqual([]);
  });

  test('T3 M2 by an address of nobody here is none of the people: the team is Unassigned, with the reason', async () => {
    const employees = [boss, report('2', 'stranger@fjordkiste.example'), report('3', 'p1@fjordkiste.example')];

    const { teams } = await planFor({ employees, members, links, policy });

    expect(teams?.teams).toEqual([{ leadId: '1', memberIds: ['3'] }]);
    expect(teams?.unassigned).toEqual([{ employeeId: '2', code: 'MANAGER_OUT_OF_SCOPE' }]);
  });

  test('M1 counts where the id that stands beside it is empty: the manager is somebody of another system', async () => {
    const named = employee('2', { managerId: null, managerEmail: 'p1@fjordkiste.example' });

    const { operations } = await planFor({ employees: [boss, named], members, links, policy });

    expect(operations.filter(isSetManager)).toMatchObject([{ memberId: 'm2', after: { memberId: 'm1' } }]);
  });

  test('M1 that is said to be nobody is nobody', async () => {
    const standing = members.map((one) => (one.id === 'm2' ? { ...one, managerId: 'm1' } : one));

    const { operations } = await planFor({ employees: [boss, report('2', null)], members: standing, links, policy });

    expect(operations.filter(isSetManager)).toMatchObject([{ memberId: 'm2', after: null }]);
  });

  test('L7 is the record that stands, not the one that has ended under the same address', async () => {
    const over = { status: 'terminated', terminationDate: '2024-01-31', workEmail: 'p1@fjordkiste.example' } as const;
    const employees = [report('9', null, over), boss, report('2', 'p1@fjordkiste.example')];

    const { operations } = await planFor({ employees, members, links, policy });

    expect(operations.filter(isSetManager)).toMatchObject([{ memberId: 'm2', after: { memberId: 'm1' } }]);
  });

  test('T3 who has left: their reports go to the next manager above', async () => {
    const employees = [
      boss,
      report('3', 'p1@fjordkiste.example', { status: 'terminated', terminationDate: '2026-10-01' }),
      report('2', 'p3@fjordkiste.example'),
    ];

    const { teams } = await planFor({ employees, members, links, policy });

    expect(teams?.teams).toEqual([{ leadId: '1', memberIds: ['2'] }]);
  });

  test('beside an id counts for nothing', async () => {
    const employees = [boss, employee('3'), employee('2', { managerId: '3', managerEmail: 'p1@fjordkiste.example' })];

    const { operations } = await planFor({ employees, members, links, policy });

    expect(operations).toMatchObject([
      { kind: 'set_manager', memberId: 'm2', after: { memberId: 'm3' }, evidence: { field: 'managerId' } },
    ]);
  });
});
