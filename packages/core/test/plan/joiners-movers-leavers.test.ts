import { describe, expect, test } from 'vitest';
import { autoProvision, createPlan, inviteGated } from '../../src/index.ts';
import { doings, employee, link, member, now, planFor, reportOf, situationOf } from './world.ts';

const linked = { members: [member('1')], links: [link('1')] };

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

describe('movers', () => {
  test('M1 managed fields are written when they differ, with both sides', async () => {
    const plan = await planFor({ employees: [employee('1', { firstName: 'Maren', phone: '+47 22 00 00 00' })], ...linked });
    expect(plan.operations).toMatchObject([{ kind: 'update', before: { firstName: 'First1' }, after: { firstName: 'Maren' } }]);
    expect(JSON.stringify(plan.operations)).not.toContain('+47');
  });

  test('M2 an absent field clears nothing, an empty one does', async () => {
    const { lastName: _absent, ...withoutLastName } = employee('1', { firstName: null });
    const plan = await planFor({ employees: [withoutLastName], ...linked });
    expect(plan.operations).toMatchObject([{ kind: 'update', after: { firstName: null } }]);
    expect(plan.operations[0]).not.toHaveProperty('after.lastName');
  });

  test('M2 a department whose name could not be looked up keeps the stored one', async () => {
    const members = [member('1', { values: { firstName: 'First1', lastName: 'Last1', department: 'Crates' } })];
    const plan = await planFor({
      employees: [employee('1', { department: { id: '401', name: null } })],
      members,
      links: [link('1')],
    });
    expect(doings(plan)).toEqual([]);
  });

  test.each([
    ['apply', [{ kind: 'change_email', verify: false }]],
    ['verify', [{ kind: 'change_email', verify: true }]],
    ['hold', []],
  ] as const)('M3 a changed work e-mail: %s', async (emailChange, operations) => {
    const plan = await planFor({
      employees: [employee('1', { workEmail: 'new@fjordkiste.example' })],
      ...linked,
      policy: { emailChange },
    });
    expect(plan.operations).toMatchObject(operations);
    expect(plan.operations).toHaveLength(operations.length);
  });

  test('M3 an address in use elsewhere is disputed', async () => {
    const plan = await planFor({
      employees: [employee('1', { workEmail: 'p2@fjordkiste.example' })],
      members: [member('1'), member('2')],
      links: [link('1')],
    });
    expect(situationOf(plan, '1')).toBe('disputed M3');
    expect(doings(plan)).toEqual([]);
  });

  test('M4 members without a link are never touched', async () => {
    const plan = await planFor({ employees: [employee('1', { status: 'terminated' })], members: [member('1'), member('2')] });
    expect(doings(plan)).toEqual([]);
  });
});

describe('leavers', () => {
  test('V1 inviteGated revokes, autoProvision archives', async () => {
    const employees = [employee('1', { status: 'terminated', terminationDate: '2026-10-31' })];
    expect(doings(await planFor({ employees, ...linked, policy: inviteGated }))).toEqual(['revoke 1']);
    expect(doings(await planFor({ employees, ...linked, policy: autoProvision }))).toEqual(['archive 1']);
  });

  test('V2 missing once is counted, missing twice in complete reads leaves', async () => {
    const first = await planFor({ employees: [employee('2')], ...linked });
    expect(first.operations).toMatchObject([{ kind: 'count_missing', employeeId: '1', before: 0, after: 1 }]);
    const second = await planFor({ employees: [employee('2')], members: [member('1')], links: [link('1', { missingReads: 1 })] });
    expect(second.operations).toMatchObject([{ kind: 'revoke', employeeId: '1', rule: 'V2' }]);
  });

  test('V2 somebody who is there again starts from nought', async () => {
    const plan = await planFor({ employees: [employee('1')], members: [member('1')], links: [link('1', { missingReads: 1 })] });
    expect(plan.operations).toMatchObject([{ kind: 'count_missing', after: 0 }]);
  });

  test.each([
    [false, [employee('2')]],
    [true, []],
  ])('V7 absence from a read that is not complete, or empty, decides nothing', async (complete, employees) => {
    const plan = await planFor({ employees, members: [member('1')], links: [link('1', { missingReads: 9 })], complete });
    expect(doings(plan).filter((doing) => doing.endsWith(' 1'))).toEqual([]);
  });

  test('V2 a part of a complete read makes nobody missing', async () => {
    const report = await reportOf([employee('1'), employee('2')]);
    const world = {
      members: [member('1')],
      links: [link('1', { missingReads: 9 })],
      issues: [],
      policy: inviteGated,
      now,
      readId: 'part',
    };
    const plan = createPlan({ ...world, employees: [employee('2')], report });
    expect(doings(plan)).toEqual([]);
    expect(plan.notes[0]).toContain('1 of the 2 employees');
  });

  test('V1 V6 who leaves, returns and leaves again in the same way is removed twice', async () => {
    const leaving = { employees: [employee('1', { status: 'terminated', terminationDate: '2026-10-31' })], ...linked };
    const keys = [];
    for (const readId of ['read-1', 'read-2']) keys.push((await planFor({ ...leaving, readId })).operations[0]?.key);
    expect(new Set(keys).size).toBe(2);
  });

  test('V3 more removals than the guard allows wait, joins and updates proceed', async () => {
    const ids = ['1', '2', '3', '4'];
    const plan = await planFor({
      employees: [...ids.map((id) => employee(id, { status: 'terminated' })), employee('5', { firstName: 'Maren' })],
      members: [...ids, '5'].map((id) => member(id)),
      links: [...ids, '5'].map((id) => link(id)),
    });
    expect(doings(plan)).toEqual(['update 5']);
    expect(plan.held?.operations.map(({ employeeId }) => employeeId)).toEqual(ids);
    expect(plan.held?.reason).toContain('4 removals are more than 3');
  });

  test('V3 a collapsed head-count holds even one removal', async () => {
    const plan = await planFor({ employees: [employee('1', { status: 'terminated' })], ...linked, previousHeadCount: 40 });
    expect(plan.held?.reason).toContain('from 40 to 1');
  });

  test('V4 protected members are never removed, and the plan says so', async () => {
    const plan = await planFor({
      employees: [employee('1', { status: 'terminated' })],
      members: [member('1', { protected: true })],
      links: [link('1')],
    });
    expect(doings(plan)).toEqual([]);
    expect(situationOf(plan, '1')).toBe('protected V4');
  });

  test('V6 a rehire reactivates the same member', async () => {
    const plan = await planFor({
      employees: [employee('1')],
      members: [member('1', { status: 'archived' })],
      links: [link('1', { removedAt: '2026-06-01T08:00:00.000Z' })],
    });
    expect(plan.operations).toMatchObject([{ kind: 'reactivate', memberId: 'm1', rule: 'V6' }]);
  });
});
