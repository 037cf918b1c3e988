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
});
