import { describe, expect, test } from 'vitest';
import type { Employee } from '../../src/index.ts';
import { doings, employee, link, member, planFor, situationOf } from './world.ts';

describe('linking', () => {
  test('L1 a stored link decides, whatever the addresses say', async () => {
    const plan = await planFor({
      employees: [employee('1', { workEmail: 'p2@fjordkiste.example' })],
      members: [member('1'), member('2')],
      links: [link('1')],
      policy: { emailChange: 'hold' },
    });
    expect(plan.people[0]).toMatchObject({ memberId: 'm1' });
    expect(doings(plan)).toEqual([]);
  });

  test('L2 an equal work e-mail, unique on both sides, links; case, form and IDNA do not matter', async () => {
    const plan = await planFor({
      employees: [employee('1', { workEmail: 'zoë@xn--mnchen-3ya.example' })],
      members: [member('1', { email: ' Zoë@München.example ' })],
    });
    expect(doings(plan)).toContain('link 1');
  });

  test('L2 never by name, never by private e-mail', async () => {
    const plan = await planFor({
      employees: [employee('1', { workEmail: 'other@fjordkiste.example', personalEmail: 'p1@fjordkiste.example' })],
      members: [member('1')],
    });
    expect(doings(plan)).toEqual([]);
    expect(situationOf(plan, '1')).toBe('candidate J1');
  });

  test('L3 two employees with one address are both left alone, the others proceed', async () => {
    const plan = await planFor({
      employees: [
        employee('1', { workEmail: 'shared@fjordkiste.example' }),
        employee('2', { workEmail: 'shared@fjordkiste.example' }),
        employee('3'),
      ],
      members: [member('9', { email: 'shared@fjordkiste.example' }), member('3')],
    });
    expect(situationOf(plan, '1')).toBe('disputed L3');
    expect(situationOf(plan, '2')).toBe('disputed L3');
    expect(doings(plan)).toEqual(['link 3']);
  });

  test('L3 two members with one address', async () => {
    const plan = await planFor({ employees: [employee('1')], members: [member('1'), member('1', { id: 'm8' })] });
    expect(situationOf(plan, '1')).toBe('disputed L3');
  });

  test('L4 an address held by a member who is linked to somebody else inherits nothing', async () => {
    const plan = await planFor({
      employees: [employee('1', { status: 'terminated' }), employee('2', { workEmail: 'p1@fjordkiste.example' })],
      members: [member('1')],
      links: [link('1')],
      policy: { joiners: 'create' },
    });
    expect(situationOf(plan, '2')).toBe('disputed L4');
    expect(doings(plan)).toEqual(['revoke 1']);
  });

  test('L5 a protected member is not linked unseen', async () => {
    expect(situationOf(await planFor({ employees: [employee('1')], members: [member('1', { protected: true })] }), '1')).toBe(
      'disputed L5',
    );
  });

  test('L6 somebody whose access ended does not get it back by an address alone', async () => {
    const plan = await planFor({ employees: [employee('1')], members: [member('1', { status: 'revoked' })] });
    expect(situationOf(plan, '1')).toBe('disputed L6');
    expect(doings(plan)).toEqual([]);
  });

  test.each<[string, Partial<Employee>, string]>([
    ['out of the filter', { department: { name: 'Ropes' } }, 'out_of_scope S5'],
    ['of an unknown status', { status: 'unknown' }, 'skipped S3 STATUS_UNKNOWN'],
  ])('L2 L3 an address is not unique when somebody else carries it, though %s', async (_title, more, other) => {
    const workEmail = 'shared@fjordkiste.example';
    const crates = { department: { name: 'Crates' } };
    const plan = await planFor({
      employees: [
        employee('1', { workEmail, employeeNumber: '1', ...crates }),
        employee('2', { workEmail, employeeNumber: '2', ...crates, ...more }),
      ],
      members: [member('9', { email: workEmail })],
      more: { filter: { match: 'all', conditions: [{ field: 'department', is: 'one_of', values: ['Crates'] }] } },
    });
    expect(doings(plan)).toEqual([]);
    expect([situationOf(plan, '1'), situationOf(plan, '2')]).toEqual(['disputed L3', other]);
  });

  test('L2 L3 an address that somebody linked carries as well links nobody', async () => {
    const plan = await planFor({
      employees: [
        employee('1', { employeeNumber: '1' }),
        employee('2', { workEmail: 'p1@fjordkiste.example', employeeNumber: '2' }),
      ],
      members: [member('1'), member('2')],
      links: [link('2', { workEmail: 'p1@fjordkiste.example' })],
    });
    expect(doings(plan)).toEqual([]);
    expect(situationOf(plan, '1')).toBe('disputed L3');
  });

  test('L3 L4 two new people with the address of somebody who left inherit nothing', async () => {
    const plan = await planFor({
      employees: [
        employee('1', { status: 'terminated' }),
        employee('2', { workEmail: 'p1@fjordkiste.example', employeeNumber: '2' }),
        employee('3', { workEmail: 'p1@fjordkiste.example', employeeNumber: '3' }),
      ],
      members: [member('1')],
      links: [link('1')],
      policy: { joiners: 'create' },
    });
    expect(doings(plan)).toEqual(['revoke 1']);
    expect([situationOf(plan, '2'), situationOf(plan, '3')]).toEqual(['disputed L3', 'disputed L3']);
  });

  test('L3 two people without a member who share an address are not invited by it', async () => {
    const workEmail = 'shared@fjordkiste.example';
    const plan = await planFor({
      employees: [employee('1', { workEmail, employeeNumber: '1' }), employee('2', { workEmail, employeeNumber: '2' })],
      policy: { joiners: 'create' },
    });
    expect(doings(plan)).toEqual([]);
  });

  test('L5 whoever gave the credentials is not linked unseen', async () => {
    const plan = await planFor({ employees: [employee('1')], members: [member('1')], more: { protectedMemberIds: ['m1'] } });
    expect([doings(plan), situationOf(plan, '1')]).toEqual([[], 'disputed L5']);
  });

  test('L2 J2 somebody the platform has invited is linked while the invitation is open', async () => {
    const plan = await planFor({ employees: [employee('1')], members: [member('1', { status: 'invited' })] });
    expect([doings(plan), situationOf(plan, '1')]).toEqual([['link 1'], 'invited L2']);
  });
});
