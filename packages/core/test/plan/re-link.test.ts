import { describe, expect, test } from 'vitest';
import type { Employee } from '../../src/index.ts';
import { doings, employee, link, member, planFor, situationOf, type World } from './world.ts';

const over = { status: 'terminated', terminationDate: '2026-10-31' } as const;
/** Somebody known as employee 1, who comes again as employee 2. */
const again = { workEmail: 'p1@fjordkiste.example', firstName: 'First1', lastName: 'Last1', startDate: '2026-11-01' } as const;
const linked = { members: [member('1')], links: [link('1')] } as const;
const said = (kind: 'same_person' | 'different_person', employeeId = '2', memberId = 'm1') => ({
  resolutions: [
    {
      connectionId: 'local',
      employeeId,
      kind,
      memberId,
      evidence: null,
      by: { kind: 'user' as const, id: 'u1' },
      at: '2026-11-01T08:00:00.000Z',
    },
  ],
});

describe('the same person under a new employee id', () => {
  test.each<[string, readonly Employee[], World]>([
    ['the same address, the old record terminated', [employee('1', over), employee('2', again)], {}],
    ['the same address, the old record vanished', [employee('2', again)], { more: { lastKnown: [employee('1')] } }],
    ['the same address, nothing known of the old record', [employee('2', again)], {}],
    [
      'the same number, another address',
      [
        employee('1', { ...over, employeeNumber: 'N1' }),
        employee('2', { ...again, workEmail: 'new@fjordkiste.example', employeeNumber: 'N1' }),
      ],
      {},
    ],
    [
      'the same number, no address yet',
      [employee('1', { ...over, employeeNumber: 'N1' }), employee('2', { ...again, workEmail: null, employeeNumber: 'N1' })],
      {},
    ],
    [
      'the same number, the old record vanished',
      [employee('2', { ...again, workEmail: 'new@fjordkiste.example', employeeNumber: 'N1' })],
      { more: { lastKnown: [employee('1', { employeeNumber: 'N1' })] } },
    ],
    [
      'a contractor who became an employee under another number',
      [employee('1', { ...over, employeeNumber: 'C7' }), employee('2', { ...again, employeeNumber: 'N1' })],
      {},
    ],
  ])('L6 %s: proposed, nobody removed, nobody created', async (_title, employees, more) => {
    const plan = await planFor({ employees, ...linked, policy: { joiners: 'create' }, ...more });
    expect(doings(plan)).toEqual([]);
    expect(plan.people.find(({ employeeId }) => employeeId === '2')).toMatchObject({
      situation: 'disputed',
      rule: 'L6',
      memberId: 'm1',
      knownAs: { connectionId: 'local', employeeId: '1' },
    });
    expect(situationOf(plan, '1')).toBe('disputed L6');
  });

  test('L6 with the same employee id nobody is asked: the member is reactivated', async () => {
    const plan = await planFor({
      employees: [employee('1', { startDate: '2026-11-01', terminationDate: '2025-01-31' })],
      members: [member('1', { status: 'revoked' })],
      links: [link('1', { removedAt: '2025-02-01T00:00:00.000Z' })],
    });
    expect(doings(plan)).toEqual(['reactivate 1']);
  });

  test.each<[string, World]>([
    ['the old record has not ended', { employees: [employee('1'), employee('2', { ...again, employeeNumber: 'N2' })] }],
    [
      'the last day is not over',
      {
        employees: [
          employee('1', { ...over, terminationDate: '2026-11-02' }),
          employee('2', { ...again, firstName: 'Maren', lastName: 'Lie' }),
        ],
      },
    ],
    ['the read is not complete', { employees: [employee('2', again)], complete: false }],
    [
      'its status is unknown',
      { employees: [employee('1', { status: 'unknown' }), employee('2', { ...again, firstName: 'Maren', lastName: 'Lie' })] },
    ],
    ['both names differ', { employees: [employee('1', over), employee('2', { ...again, firstName: 'Maren', lastName: 'Lie' })] }],
    [
      'both names differ from the last known',
      { employees: [employee('2', { ...again, firstName: 'Maren', lastName: 'Lie' })], more: { lastKnown: [employee('1')] } },
    ],
    [
      'both names differ from those of the member',
      { employees: [employee('2', { ...again, firstName: 'Maren', lastName: 'Lie' })] },
    ],
  ])('L4 the address inherits nothing when %s', async (_title, world) => {
    const plan = await planFor({ ...linked, ...world, policy: { joiners: 'create' } });
    expect(doings(plan).filter((doing) => doing.endsWith(' 2'))).toEqual([]);
    expect(situationOf(plan, '2')).toMatch(/^(disputed L[34]|history L7)$/);
  });

  test('L6 a number that two ended records share proposes nobody', async () => {
    const plan = await planFor({
      employees: [
        employee('1', { ...over, employeeNumber: 'N1' }),
        employee('3', { ...over, employeeNumber: 'N1' }),
        employee('2', { ...again, workEmail: 'new@fjordkiste.example', employeeNumber: 'N1' }),
      ],
      members: [member('1'), member('3')],
      links: [link('1'), link('3')],
    });
    expect(situationOf(plan, '2')).toBe('candidate J1');
    expect(doings(plan)).toEqual(['revoke 1', 'revoke 3']);
  });

  test('L6 somebody says that it is the same person: the tie moves, the record is followed', async () => {
    const plan = await planFor({
      employees: [employee('1', over), employee('2', { ...again, lastName: 'Married' })],
      ...linked,
      more: said('same_person'),
    });
    expect(doings(plan)).toEqual(['relink 2', 'update 2']);
    expect(plan.operations[0]).toMatchObject({ from: { employeeId: '1' }, to: { employeeId: '2' }, rule: 'L6' });
    expect(situationOf(plan, '1')).toBe('history L6');
    expect(situationOf(plan, '2')).toBe('managed L6');
  });

  test('L6 V6 access that this connection took is given back with the tie; what the platform took is not', async () => {
    const world = { employees: [employee('1', over), employee('2', again)], members: [member('1', { status: 'revoked' })] };
    const removedAt = '2026-11-01T08:00:00.000Z';
    const taken = await planFor({ ...world, links: [link('1', { removedAt })], more: said('same_person') });
    expect(doings(taken)).toEqual(['relink 2', 'reactivate 2']);
    const byPlatform = await planFor({ ...world, links: [link('1')], more: said('same_person') });
    expect(doings(byPlatform)).toEqual(['relink 2']);
    expect(situationOf(byPlatform, '2')).toBe('formerly_managed V6');
  });

  test('L6 a proposal for a member without access stays one, and the old record a leaver', async () => {
    const plan = await planFor({
      employees: [employee('1', over), employee('2', again)],
      members: [member('1', { status: 'revoked' })],
      links: [link('1', { removedAt: '2026-11-01T08:00:00.000Z' })],
    });
    expect(doings(plan)).toEqual([]);
    expect([situationOf(plan, '1'), situationOf(plan, '2')]).toEqual(['leaver V1', 'disputed L6']);
  });

  test('L6 L4 somebody says that it is another person: the leaver leaves, and the address is nobody else’s yet', async () => {
    const plan = await planFor({
      employees: [employee('1', over), employee('2', again)],
      ...linked,
      policy: { joiners: 'create' },
      more: said('different_person'),
    });
    expect(doings(plan)).toEqual(['revoke 1']);
    expect(situationOf(plan, '2')).toBe('disputed L4');
  });

  test('L6 said of a record that still is managed: the older one is history, and not written from any more', async () => {
    const plan = await planFor({
      employees: [
        employee('1', { jobTitle: 'old' }),
        employee('2', { ...again, workEmail: 'new@fjordkiste.example', jobTitle: 'new' }),
      ],
      ...linked,
      more: said('same_person'),
    });
    expect(doings(plan)).toEqual(['relink 2', 'update 2', 'change_email 2']);
    expect(plan.operations[1]).toMatchObject({ after: { jobTitle: 'new' } });
  });

  test('L1 a member who was deleted in the application ties nobody, and comes back only by invitation', async () => {
    const plan = await planFor({ employees: [employee('1')], links: [link('1')], policy: { joiners: 'create' } });
    expect(doings(plan)).toEqual([]);
    expect(situationOf(plan, '1')).toBe('candidate J1');
  });

  test('L2 a new member with the address takes the place of one who was deleted', async () => {
    const plan = await planFor({ employees: [employee('1')], members: [member('1', { id: 'm9' })], links: [link('1')] });
    expect(plan.operations).toMatchObject([{ kind: 'link', memberId: 'm9' }]);
  });
});

describe('several records of one person', () => {
  const older = employee('1', { startDate: '2020-01-01' });
  const newer = employee('2', again);

  test('L7 the newest active employment counts, the others are history', async () => {
    const plan = await planFor({ employees: [older, newer], policy: { joiners: 'create' } });
    expect(doings(plan)).toEqual(['create 2']);
    expect(situationOf(plan, '1')).toBe('history L7');
  });

  test('L7 an ended employment is history of the active one, older or not', async () => {
    const plan = await planFor({ employees: [older, employee('2', { ...again, ...over })], policy: { joiners: 'create' } });
    expect(doings(plan)).toEqual(['create 1']);
  });

  test('L7 L3 equally new ones are disputed, and nobody is created', async () => {
    const plan = await planFor({
      employees: [older, { ...newer, startDate: '2020-01-01' }],
      policy: { joiners: 'create' },
    });
    expect(doings(plan)).toEqual([]);
    expect([situationOf(plan, '1'), situationOf(plan, '2')]).toEqual(['disputed L7', 'disputed L7']);
  });

  test('L1 L7 a managed record that is still good counts, however new the other is', async () => {
    const plan = await planFor({ employees: [older, newer], ...linked });
    expect([situationOf(plan, '1'), situationOf(plan, '2')]).toEqual(['managed L1', 'history L7']);
  });

  test('L1 L7 a managed record settles what would be disputed', async () => {
    const plan = await planFor({ employees: [older, { ...newer, startDate: '2020-01-01' }], ...linked });
    expect([situationOf(plan, '1'), situationOf(plan, '2')]).toEqual(['managed L1', 'history L7']);
  });

  test('L6 L7 an older record that is out of the filter is proposed to go on as the newer one', async () => {
    const plan = await planFor({
      employees: [
        { ...older, department: { name: 'Ropes' } },
        { ...newer, department: { name: 'Crates' } },
      ],
      ...linked,
      more: { filter: { match: 'all', conditions: [{ field: 'department', is: 'one_of', values: ['Crates'] }] } },
    });
    expect(doings(plan)).toEqual([]);
    expect([situationOf(plan, '1'), situationOf(plan, '2')]).toEqual(['disputed L6', 'disputed L6']);
  });

  test('L7 V1 somebody who goes on under two equally new records is not removed for the one that ended', async () => {
    const plan = await planFor({
      employees: [employee('1', over), newer, { ...newer, id: '3' }],
      ...linked,
    });
    expect(doings(plan)).toEqual([]);
    expect(situationOf(plan, '1')).toBe('disputed L7');
  });

  test('L7 of one id that came twice nothing is believed', async () => {
    const employees = [employee('1', over), employee('1'), employee('2'), employee('2', { firstName: 'Maren' })];
    const plan = await planFor({ employees, ...linked, policy: { joiners: 'create' } });
    expect(doings(plan)).toEqual([]);
    expect(situationOf(plan, '1')).toBe('skipped L7 DUPLICATE_EMPLOYEE_ID');
    expect(situationOf(plan, '2')).toBe('skipped L7 DUPLICATE_EMPLOYEE_ID');
  });

  test('L3 A5 one member in two ties: nobody of them is touched', async () => {
    const plan = await planFor({
      employees: [employee('1', over), employee('2', { firstName: 'Maren' })],
      members: [member('1')],
      links: [link('1'), link('2', { memberId: 'm1' })],
    });
    expect(doings(plan)).toEqual([]);
    expect([situationOf(plan, '1'), situationOf(plan, '2')]).toEqual(['disputed L3', 'disputed L3']);
  });
});
