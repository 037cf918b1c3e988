import { describe, expect, test } from 'vitest';
import {
  autoProvision,
  createPlan,
  inviteGated,
  managedTextFields,
  type Employee,
  type Link,
  type ReadReport,
} from '../../src/index.ts';
import { doings, employee, link, member, now, planFor, reportOf, situationOf } from './world.ts';

const linked = { members: [member('1')], links: [link('1')] };

describe('movers', () => {
  test('M1 L2 somebody linked for the first time is brought up to date by the same plan, and keeps their address', async () => {
    const plan = await planFor({
      employees: [employee('1', { jobTitle: 'Crate Lead', workEmail: 'p1@fjordkiste.example' })],
      members: [member('1', { email: 'P1@fjordkiste.example' })],
      policy: { emailChange: 'apply' },
    });
    expect(doings(plan)).toEqual(['link 1', 'update 1']);
  });

  test('M3 two who swap their addresses are both disputed, everything else of theirs is written', async () => {
    const plan = await planFor({
      employees: [
        employee('1', { workEmail: 'p2@fjordkiste.example', firstName: 'Maren' }),
        employee('2', { workEmail: 'p1@fjordkiste.example' }),
      ],
      members: [member('1'), member('2')],
      links: [link('1'), link('2')],
      policy: { emailChange: 'apply' },
    });
    expect(doings(plan)).toEqual(['update 1']);
    expect([situationOf(plan, '1'), situationOf(plan, '2')]).toEqual(['disputed M3', 'disputed M3']);
  });

  test('M3 L3 an address that a joiner of the same read carries is disputed for both', async () => {
    const workEmail = 'new@fjordkiste.example';
    const plan = await planFor({
      employees: [employee('1', { workEmail, employeeNumber: '1' }), employee('2', { workEmail, employeeNumber: '2' })],
      ...linked,
      policy: { emailChange: 'apply', joiners: 'create' },
    });
    expect(doings(plan)).toEqual([]);
    expect([situationOf(plan, '1'), situationOf(plan, '2')]).toEqual(['disputed M3', 'disputed L3']);
  });

  test.each<[string, Partial<Link>, Partial<Employee>, readonly string[]]>([
    ['is asked for once', { workEmail: 'new@fjordkiste.example' }, { workEmail: 'new@fjordkiste.example' }, []],
    [
      'and again when it changes again',
      { workEmail: 'new@fjordkiste.example' },
      { workEmail: 'newer@fjordkiste.example' },
      ['change_email 1'],
    ],
    [
      'is no news where the member chose an address of their own',
      { workEmail: 'p1@work.example' },
      { workEmail: 'p1@work.example' },
      [],
    ],
    ['is no change where only the writing differs', {}, { workEmail: 'P1@FJORDKISTE.example' }, []],
    ['that is empty clears nothing', {}, { workEmail: null }, []],
  ])('M3 a changed work e-mail %s', async (_title, tie, more, expected) => {
    const plan = await planFor({ employees: [employee('1', more)], members: [member('1')], links: [link('1', tie)] });
    expect(doings(plan)).toEqual(expected);
    expect(situationOf(plan, '1')).toBe('managed L1');
  });

  test('M3 L7 an earlier employment with the new address disputes nothing', async () => {
    const workEmail = 'new@fjordkiste.example';
    const plan = await planFor({
      employees: [employee('1', { workEmail }), { ...employee('1', { workEmail, status: 'terminated' }), id: '0' }],
      ...linked,
      policy: { emailChange: 'apply' },
    });
    expect(doings(plan)).toEqual(['change_email 1']);
  });
  test.each(managedTextFields)('M1 a changed %s is seen where it is managed, and only there', async (field) => {
    const groups = ['department', 'team', 'division', 'legalEntity', 'costCenter', 'workLocation'];
    const year = field === 'terminationDate' ? '2027' : '2020';
    const [before, after] = [`${year}-03-01`, `${year}-04-01`];
    const given = {
      employees: [employee('1', { [field]: groups.includes(field) ? { name: after } : after })],
      members: [member('1', { values: { ...member('1').values, [field]: before } })],
      links: [link('1')],
    };
    const plan = await planFor({ ...given, policy: { managedFields: [field] } });
    expect(plan.operations).toMatchObject([{ kind: 'update', before: { [field]: before }, after: { [field]: after } }]);
    const others = managedTextFields.filter((other) => other !== field && given.members[0]?.values[other] !== undefined);
    expect(doings(await planFor({ ...given, policy: { managedFields: others } }))).toEqual([]);
  });

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
  test('V1 whoever has not accepted the invitation loses it', async () => {
    const members = [member('1', { status: 'invited' })];
    const plan = await planFor({ employees: [employee('1', { status: 'terminated' })], members, links: [link('1')] });
    expect(doings(plan)).toEqual(['revoke 1']);
  });

  test('V1 whose access has ended already is not removed again', async () => {
    for (const status of ['revoked', 'archived'] as const) {
      const plan = await planFor({
        employees: [employee('1', { status: 'terminated' })],
        members: [member('1', { status })],
        links: [link('1')],
      });
      expect([doings(plan), situationOf(plan, '1')]).toEqual([[], 'leaver V1']);
    }
  });

  test('V2 whom the vendor, asked by id, states to be gone leaves at once', async () => {
    const plan = await planFor({ employees: [employee('2')], ...linked, more: { gone: new Set(['1']) } });
    expect(plan.operations).toMatchObject([
      { kind: 'revoke', rule: 'V2', evidence: { field: 'absence', value: 'asked by id: gone' } },
    ]);
  });

  test('V2 V7 what is said of somebody gone counts with a complete read only', async () => {
    const plan = await planFor({ employees: [employee('2')], ...linked, complete: false, more: { gone: new Set(['1']) } });
    expect(doings(plan)).toEqual([]);
  });

  test.each<[string, Partial<ReadReport>]>([
    ['the one whose record could not be read', { quarantinedCount: 1, quarantinedIds: ['1'] }],
    [
      'anybody, when a record without an id could not be read',
      { quarantinedCount: 1, quarantined: [{ index: 0, employeeId: undefined, mismatches: [] }] },
    ],
    ['anybody, when of many unreadable records some have no id', { quarantinedCount: 300, quarantinedIds: ['8', '9'] }],
  ])('V2 V7 nobody knows that somebody is missing: %s', async (_title, more) => {
    const report = { ...(await reportOf([employee('2')])), ...more } as ReadReport;
    const world = { employees: [employee('2')], members: [member('1')], links: [link('1', { missingReads: 9 })] };
    expect(doings(await planFor({ ...world, more: { report } }))).toEqual([]);
  });

  test('V2 an unreadable record without an id does not outweigh what the vendor states of somebody', async () => {
    const report = {
      ...(await reportOf([employee('2')])),
      quarantinedCount: 1,
      quarantined: [{ index: 0, employeeId: undefined, mismatches: [] }],
    } as ReadReport;
    expect(doings(await planFor({ employees: [employee('2')], ...linked, more: { report, gone: new Set(['1']) } }))).toEqual([
      'revoke 1',
    ]);
  });

  test.each<[string, Partial<Employee>]>([
    ['with a status that nobody understands', { status: 'unknown' }],
    ['and starts on a day ahead', { startDate: '2026-12-01' }],
    ['and is out of the filter, released', { firstName: 'Maren' }],
  ])('V2 reads count in a row: whoever is there %s starts from nought', async (_title, more) => {
    const plan = await planFor({
      employees: [employee('1', more), employee('2')],
      members: [member('1')],
      links: [link('1', { missingReads: 1 })],
      policy: { managedFields: [] },
      more: { filter: { match: 'all', conditions: [{ field: 'firstName', is: 'none_of', values: ['Maren'] }] } },
    });
    expect(plan.operations).toMatchObject([{ kind: more.firstName === undefined ? 'count_missing' : 'release' }]);
  });

  test('V4 whoever gave the credentials is never removed', async () => {
    const plan = await planFor({
      employees: [employee('1', { status: 'terminated' })],
      ...linked,
      more: { protectedMemberIds: ['m1'] },
    });
    expect([doings(plan), situationOf(plan, '1')]).toEqual([[], 'protected V4']);
  });

  test('V6 access that the application ended is not given back', async () => {
    const plan = await planFor({ employees: [employee('1')], members: [member('1', { status: 'revoked' })], links: [link('1')] });
    expect([doings(plan), situationOf(plan, '1')]).toEqual([[], 'formerly_managed V6']);
  });

  test('V6 access that the application gave back is its own from then on', async () => {
    const links = [link('1', { removedAt: '2026-06-01T08:00:00.000Z' })];
    const plan = await planFor({ employees: [employee('1')], members: [member('1')], links });
    expect(plan.operations).toMatchObject([{ kind: 'manage', rule: 'V6' }]);
  });

  test('V6 a rehire comes back with the values of today, and no second member', async () => {
    const plan = await planFor({
      employees: [employee('1', { jobTitle: 'Crate Lead', startDate: '2026-11-01', terminationDate: '2026-05-31' })],
      members: [member('1', { status: 'archived' })],
      links: [link('1', { removedAt: '2026-06-01T08:00:00.000Z' })],
      policy: { joiners: 'create' },
    });
    expect(doings(plan)).toEqual(['reactivate 1', 'update 1']);
  });

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
