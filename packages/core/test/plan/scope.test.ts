import { describe, expect, test } from 'vitest';
import { doings, employee, link, member, planFor, situationOf } from './world.ts';

describe('scope', () => {
  test.each([
    ['active without an end', {}, 'candidate J1'],
    ['on leave', { status: 'leave' }, 'candidate J1'],
    ['leaving today', { terminationDate: '2026-11-02' }, 'candidate J1'],
    ['leaving in the future', { terminationDate: '2027-01-31' }, 'candidate J1'],
    ['left yesterday', { terminationDate: '2026-11-01' }, 'none S4'],
    ['left, no date given', { status: 'terminated' }, 'none V1'],
    ['terminated with an end ahead', { status: 'terminated', terminationDate: '2026-12-31' }, 'none S4'],
    [
      'an end before the start belongs to an earlier employment',
      { startDate: '2026-10-01', terminationDate: '2025-06-30' },
      'candidate J1',
    ],
  ] as const)('S1 S4 %s', async (_title, more, situation) => {
    expect(situationOf(await planFor({ employees: [employee('1', more)] }), '1')).toBe(situation);
  });

  test('S1 a future leaver who is linked stays managed', async () => {
    const plan = await planFor({
      employees: [employee('1', { terminationDate: '2026-12-31' })],
      members: [member('1')],
      links: [link('1')],
    });
    expect(situationOf(plan, '1')).toBe('managed L1');
    expect(doings(plan)).toEqual([]);
  });

  test.each([
    ['starts tomorrow', '2026-11-03', 0, 'upcoming S2'],
    ['starts today', '2026-11-02', 0, 'candidate J1'],
    ['starts tomorrow, access a week before', '2026-11-03', 7, 'candidate J1'],
    ['no start known', null, 0, 'upcoming S2'],
  ] as const)('S2 preboarding: %s', async (_title, startDate, accessDaysBeforeStart, situation) => {
    const plan = await planFor({
      employees: [employee('1', { status: 'preboarding', startDate })],
      policy: { accessDaysBeforeStart },
    });
    expect(situationOf(plan, '1')).toBe(situation);
  });

  test('S2 active with a start ahead is upcoming all the same', async () => {
    expect(situationOf(await planFor({ employees: [employee('1', { startDate: '2026-11-09' })] }), '1')).toBe('upcoming S2');
  });

  test('S3 an unknown status makes nobody eligible and nobody a leaver', async () => {
    const unknown = { status: 'unknown', terminationDate: '2020-01-01' } as const;
    const plan = await planFor({
      employees: [employee('1', unknown), employee('2', unknown)],
      members: [member('1')],
      links: [link('1')],
      policy: { joiners: 'create' },
    });
    expect(doings(plan)).toEqual([]);
    expect(situationOf(plan, '1')).toBe('skipped S3 STATUS_UNKNOWN');
    expect(situationOf(plan, '2')).toBe('skipped S3 STATUS_UNKNOWN');
  });

  test.each([
    ['Pacific/Auckland', 'revoke 1'],
    ['Europe/Oslo', undefined],
    ['America/Los_Angeles', undefined],
  ])('S4 the last day ends where the person works: %s', async (timeZone, expected) => {
    // 2026-11-02 11:30 UTC is 3 November in Auckland, still 2 November elsewhere.
    const plan = await planFor({
      employees: [employee('1', { terminationDate: '2026-11-02', workLocation: { name: 'Office', timeZone } })],
      members: [member('1')],
      links: [link('1')],
      now: new Date('2026-11-02T11:30:00Z'),
    });
    expect(doings(plan).filter((doing) => doing.startsWith('revoke'))).toEqual(expected === undefined ? [] : [expected]);
  });

  test('S4 where no office has a zone the policy’s counts; a zone that nobody knows is none', async () => {
    // 2026-11-02 20:00 UTC is 3 November in Tokyo.
    const world = {
      members: [member('1')],
      links: [link('1')],
      now: new Date('2026-11-02T20:00:00Z'),
      policy: { timeZone: 'Asia/Tokyo' },
    };
    for (const workLocation of [null, { name: 'Quay' }, { name: 'Quay', timeZone: 'Somewhere/Odd' }]) {
      const plan = await planFor({ ...world, employees: [employee('1', { terminationDate: '2026-11-02', workLocation })] });
      expect(doings(plan)).toContain('revoke 1');
    }
    const utc = await planFor({ ...world, policy: {}, employees: [employee('1', { terminationDate: '2026-11-02' })] });
    expect(doings(utc)).toEqual([]);
  });

  test('S2 S4 V5 a day that the calendar does not have is the one after it', async () => {
    const world = {
      members: [member('1')],
      links: [link('1')],
      now: new Date('2027-03-02T09:00:00Z'),
      policy: { leaverDelayDays: 7 },
    };
    const plan = await planFor({ ...world, employees: [employee('1', { terminationDate: '2027-02-29' })] });
    expect(plan.operations).toMatchObject([{ kind: 'schedule_removal', after: '2027-03-09' }]);
  });

  test.each([
    ['managed', {}, 'skipped S3 STATUS_UNKNOWN'],
    ['released', { state: 'released' }, 'skipped S3 STATUS_UNKNOWN'],
    ['whose removal is due', { removalDue: '2026-11-01' }, 'skipped S3 STATUS_UNKNOWN'],
  ] as const)('S3 a member with an unknown status stays as it is: %s', async (_title, tie, situation) => {
    const plan = await planFor({
      employees: [employee('1', { status: 'unknown', firstName: 'Maren', workEmail: 'new@fjordkiste.example' })],
      members: [member('1')],
      links: [link('1', tie)],
    });
    expect([doings(plan), situationOf(plan, '1')]).toEqual([[], situation]);
  });

  test('S2 S4 somebody linked whose start is ahead, or whose last day is, keeps what they have', async () => {
    const world = {
      members: [member('1'), member('2'), member('3', { status: 'revoked' })],
      links: [link('1'), link('2'), link('3')],
    };
    const plan = await planFor({
      ...world,
      employees: [
        employee('1', { startDate: '2026-12-01' }),
        employee('2', { status: 'terminated', terminationDate: '2026-11-30' }),
        employee('3', { status: 'preboarding', startDate: '2026-12-01' }),
      ],
    });
    expect(doings(plan)).toEqual([]);
    expect(['1', '2', '3'].map((id) => situationOf(plan, id))).toEqual(['managed S2', 'managed S4', 'upcoming S2']);
  });
});
