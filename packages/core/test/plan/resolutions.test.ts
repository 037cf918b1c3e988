import { describe, expect, test } from 'vitest';
import type { Resolution } from '../../src/index.ts';
import { doings, employee, link, member, planFor, situationOf } from './world.ts';

function said(kind: Resolution['kind'], employeeId: string, more: Partial<Resolution> = {}): Resolution {
  return {
    connectionId: 'local',
    employeeId,
    kind,
    memberId: null,
    evidence: null,
    by: { kind: 'user', id: 'u1' },
    at: '2026-11-01T08:00:00.000Z',
    ...more,
  };
}

const shared = { workEmail: 'shared@fjordkiste.example' };

describe('what a person decided', () => {
  test('L5 a protected member is linked once somebody has said who it is, and keeps address and rights', async () => {
    const world = { employees: [employee('1', { jobTitle: 'Owner' })], members: [member('1', { protected: true })] };
    expect(situationOf(await planFor(world), '1')).toBe('disputed L5');
    const plan = await planFor({ ...world, more: { resolutions: [said('same_person', '1', { memberId: 'm1' })] } });
    expect(doings(plan)).toEqual(['link 1', 'update 1']);
  });

  test('L5 M3 whoever is linked by a person keeps the address they have', async () => {
    const plan = await planFor({
      employees: [employee('1', { workEmail: 'other@fjordkiste.example' })],
      members: [member('1')],
      policy: { emailChange: 'apply' },
      more: { resolutions: [said('same_person', '1', { memberId: 'm1' })] },
    });
    expect(doings(plan)).toEqual(['link 1']);
  });

  test('L3 of two who carry one address, the one somebody names is linked; the other one stays disputed', async () => {
    const plan = await planFor({
      employees: [employee('1', { ...shared, employeeNumber: '1' }), employee('2', { ...shared, employeeNumber: '2' })],
      members: [member('9', { email: 'shared@fjordkiste.example' })],
      more: { resolutions: [said('same_person', '1', { memberId: 'm9' })] },
    });
    expect(doings(plan)).toEqual(['link 1', 'update 1']);
    expect(situationOf(plan, '2')).toBe('disputed L3');
  });

  test('L3 what somebody said stands above the address of somebody else', async () => {
    const plan = await planFor({
      employees: [employee('1'), employee('2')],
      members: [member('1', { values: { firstName: 'First2', lastName: 'Last2' } })],
      more: { resolutions: [said('same_person', '2', { memberId: 'm1' })] },
    });
    expect(doings(plan)).toEqual(['link 2']);
    expect(situationOf(plan, '1')).toBe('disputed L3');
  });

  test('L3 one member said to be two people is left alone', async () => {
    const plan = await planFor({
      employees: [employee('1'), employee('2')],
      members: [member('9')],
      more: { resolutions: [said('same_person', '1', { memberId: 'm9' }), said('same_person', '2', { memberId: 'm9' })] },
    });
    expect(doings(plan)).toEqual([]);
    expect([situationOf(plan, '1'), situationOf(plan, '2')]).toEqual(['disputed L3', 'disputed L3']);
  });

  test('L3 L6 of two employees said to be one member the one named last is, and the member does not go to and fro', async () => {
    const [older, newer] = ['2026-10-01T08:00:00.000Z', '2026-11-01T08:00:00.000Z'];
    for (const [first, second] of [
      ['1', '2'],
      ['2', '1'],
    ] as const) {
      const plan = await planFor({
        employees: [employee('1'), employee('2')],
        members: [member('9', { values: { firstName: `First${second}`, lastName: `Last${second}` } })],
        links: [link(first, { memberId: 'm9' })],
        more: {
          resolutions: [
            said('same_person', first, { memberId: 'm9', at: older }),
            said('same_person', second, { memberId: 'm9', at: newer }),
          ],
        },
      });
      expect(plan.operations[0]).toMatchObject({ kind: 'relink', employeeId: second });
      const after = await planFor({
        employees: [employee('1'), employee('2')],
        members: [member('9')],
        links: [link(second, { memberId: 'm9', workEmail: `p${second}@fjordkiste.example` })],
        more: {
          resolutions: [
            said('same_person', first, { memberId: 'm9', at: older }),
            said('same_person', second, { memberId: 'm9', at: newer }),
          ],
        },
      });
      expect(after.operations.filter(({ kind }) => kind === 'relink')).toEqual([]);
    }
  });

  test('L3 said to be another one of two members with the address, the first is linked', async () => {
    const plan = await planFor({
      employees: [employee('1')],
      members: [member('1'), member('1', { id: 'm8' })],
      more: { resolutions: [said('different_person', '1', { memberId: 'm8' })] },
    });
    expect(plan.operations).toMatchObject([{ kind: 'link', memberId: 'm1' }]);
  });

  test('L4 said to be nobody of those with the address: disputed until it is free, and never invited by it', async () => {
    const plan = await planFor({
      employees: [employee('1')],
      members: [member('1')],
      policy: { joiners: 'create' },
      more: { resolutions: [said('different_person', '1', { memberId: 'm1' })] },
    });
    expect([doings(plan), situationOf(plan, '1')]).toEqual([[], 'disputed L4']);
  });

  test('L1 a stored link stands above what was said before it', async () => {
    const plan = await planFor({
      employees: [employee('1')],
      members: [member('1'), member('2')],
      links: [link('1')],
      more: { resolutions: [said('same_person', '1', { memberId: 'm2' })] },
    });
    expect(situationOf(plan, '1')).toBe('managed L1');
    expect(doings(plan)).toEqual([]);
  });

  test('J1 the allowed domains are for those who join, not for whom somebody knows', async () => {
    const plan = await planFor({
      employees: [employee('1', { workEmail: 'p1@elsewhere.example' })],
      members: [member('1')],
      policy: { allowedDomains: ['fjordkiste.example'] },
      more: { resolutions: [said('same_person', '1', { memberId: 'm1' })] },
    });
    expect(doings(plan)).toEqual(['link 1']);
  });

  test.each<[string, Parameters<typeof planFor>[0], string]>([
    ['a leaver', { employees: [employee('1', { status: 'terminated' })], links: [link('1')] }, 'managed M4'],
    ['a mover', { employees: [employee('1', { firstName: 'Maren' })], links: [link('1')] }, 'managed M4'],
    ['somebody missing', { employees: [employee('2')], links: [link('1', { missingReads: 5 })] }, 'missing M4'],
    ['somebody who would be linked', { employees: [employee('1')] }, 'none M4'],
  ])('M4 left alone: %s', async (_title, world, situation) => {
    const plan = await planFor({ members: [member('1')], ...world, more: { resolutions: [said('leave_alone', '1')] } });
    expect([doings(plan), situationOf(plan, '1')]).toEqual([[], situation]);
  });

  test('M4 L6 whom a new record is left alone for does not hold the old one', async () => {
    const plan = await planFor({
      employees: [
        employee('1', { status: 'terminated' }),
        employee('2', { workEmail: 'p1@fjordkiste.example', firstName: 'First1', lastName: 'Last1' }),
      ],
      members: [member('1')],
      links: [link('1')],
      more: { resolutions: [said('leave_alone', '2')] },
    });
    expect(doings(plan)).toEqual(['revoke 1']);
  });

  test('A5 what was said of another connection is not heard, and of two sayings the newer counts', async () => {
    const world = { employees: [employee('1')], members: [member('8'), member('9')] };
    const foreign = said('same_person', '1', { connectionId: 'other', memberId: 'm9' });
    expect(doings(await planFor({ ...world, more: { resolutions: [foreign] } }))).toEqual([]);
    const older = said('same_person', '1', { memberId: 'm8', at: '2026-10-01T08:00:00.000Z' });
    const newer = said('same_person', '1', { memberId: 'm9' });
    for (const resolutions of [
      [older, newer],
      [newer, older],
    ]) {
      expect((await planFor({ ...world, more: { resolutions } })).operations[0]).toMatchObject({ kind: 'link', memberId: 'm9' });
    }
  });

  test('L2 the personal e-mail links only where the policy opts in, then also without a work e-mail', async () => {
    const world = {
      employees: [employee('1', { workEmail: null, personalEmail: ' P1@Fjordkiste.example' })],
      members: [member('1')],
    };
    expect(situationOf(await planFor(world), '1')).toBe('skipped J3 MISSING_WORK_EMAIL');
    const plan = await planFor({ ...world, policy: { matchPersonalEmail: true } });
    expect(plan.operations).toMatchObject([{ kind: 'link', evidence: { field: 'personalEmail' } }]);
    const two = {
      ...world,
      employees: [...world.employees, employee('2', { workEmail: null, personalEmail: 'p1@fjordkiste.example' })],
    };
    expect(doings(await planFor({ ...two, policy: { matchPersonalEmail: true } }))).toEqual([]);
  });
});
