import { describe, expect, test } from 'vitest';
import { autoProvision, inviteGated } from '../../src/index.ts';
import { doings, employee, link, member, planFor, situationOf } from './world.ts';

describe('joiners', () => {
  test('J1 inviteGated lists, autoProvision creates', async () => {
    expect(doings(await planFor({ employees: [employee('1')], policy: inviteGated }))).toEqual([]);
    const plan = await planFor({ employees: [employee('1', { jobTitle: 'Crate Lead' })], policy: autoProvision });
    expect(plan.operations).toMatchObject([
      { kind: 'create', after: { email: 'p1@fjordkiste.example', values: { jobTitle: 'Crate Lead' } } },
    ]);
  });

  test.each([
    ['no address', { workEmail: null, personalEmail: 'private@mail.example' }, 'skipped J3 MISSING_WORK_EMAIL'],
    ['another domain', { workEmail: 'p1@elsewhere.example' }, 'skipped J1 DOMAIN_NOT_ALLOWED'],
  ])('J3 %s', async (_title, more, situation) => {
    const plan = await planFor({
      employees: [employee('1', more)],
      policy: { joiners: 'create', allowedDomains: ['fjordkiste.example'] },
    });
    expect(situationOf(plan, '1')).toBe(situation);
    expect(doings(plan)).toEqual([]);
  });

  test('J3 an address that is none is told apart from no address', async () => {
    const { workEmail: _none, ...rest } = employee('1');
    const issues = [
      { employeeId: '1', field: 'workEmail', kind: 'invalid', expected: 'one e-mail address', received: 'text of 3 characters' },
    ] as const;
    expect(situationOf(await planFor({ employees: [rest], issues }), '1')).toBe('skipped J3 INVALID_WORK_EMAIL');
  });
});

describe('joiners and their addresses', () => {
  test('J1 J3 an address that is no address, or is written in capitals, makes nobody twice', async () => {
    const plan = await planFor({
      employees: [employee('1', { workEmail: 'P1@Fjordkiste.example ' }), employee('2', { workEmail: 'no address' })],
      members: [member('1')],
      policy: { joiners: 'create' },
    });
    expect(doings(plan)).toEqual(['link 1']);
    expect(situationOf(plan, '2')).toBe('skipped J3 INVALID_WORK_EMAIL');
  });

  test('L7 A5 records of one person whose address is written differently are one person', async () => {
    const before = employee('1', { status: 'terminated', terminationDate: '2024-06-30', startDate: '2020-01-01' });
    const now = employee('2', { ...before, id: '2', status: 'active', terminationDate: null, startDate: '2025-01-01' });
    const employees = [{ ...before, workEmail: ' P1@FJORDKISTE.example' }, now];
    for (const given of [employees, employees.toReversed()]) {
      expect(situationOf(await planFor({ employees: given, policy: { joiners: 'create' } }), '1')).toBe('history L7');
    }
  });

  test.each(['no@address', 'p..1@fjordkiste.example', '@fjordkiste.example', 'p1@fjordkiste', 'p1@@fjordkiste.example'])(
    'J3 %s is no address, whoever read it',
    async (workEmail) => {
      const plan = await planFor({ employees: [employee('1', { workEmail })], policy: { joiners: 'create' } });
      expect(situationOf(plan, '1')).toBe('skipped J3 INVALID_WORK_EMAIL');
      expect(doings(plan)).toEqual([]);
    },
  );

  test('J3 an address that was not delivered is missing like an empty one', async () => {
    const { workEmail: _absent, ...rest } = employee('1', { personalEmail: 'private@mail.example' });
    expect(situationOf(await planFor({ employees: [rest] }), '1')).toBe('skipped J3 MISSING_WORK_EMAIL');
  });

  test('J1 M2 a created member gets what was delivered, and no more', async () => {
    const { lastName: _absent, ...rest } = employee('1', {
      jobTitle: null,
      department: { name: 'Crates' },
      costCenter: { id: '7', name: null },
    });
    const plan = await planFor({ employees: [rest], policy: { joiners: 'create' } });
    expect(plan.operations).toMatchObject([
      { kind: 'create', after: { values: { department: 'Crates', firstName: 'First1', jobTitle: null } } },
    ]);
    expect(JSON.stringify(plan.operations)).not.toMatch(/lastName|costCenter/);
  });

  test.each([
    ['create', 'invited J1'],
    ['list', 'candidate J1'],
  ] as const)('J1 J2 policy %s: whoever was invited is invited until they accept', async (joiners, situation) => {
    expect(situationOf(await planFor({ employees: [employee('1')], policy: { joiners } }), '1')).toBe(situation);
    const invited = { members: [member('1', { status: 'invited' })], links: [link('1')] };
    expect(situationOf(await planFor({ employees: [employee('1')], ...invited, policy: { joiners } }), '1')).toBe('invited L1');
  });

  test('V1 a candidate who was never invited simply disappears', async () => {
    const plan = await planFor({ employees: [employee('1', { status: 'terminated' })] });
    expect([doings(plan), situationOf(plan, '1')]).toEqual([[], 'none V1']);
  });
});
