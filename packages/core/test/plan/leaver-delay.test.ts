import { describe, expect, test } from 'vitest';
import type { Employee, Link, Resolution } from '../../src/index.ts';
import { doings, employee, link, member, planFor, situationOf, type World } from './world.ts';

const policy = { leaverDelayDays: 7 };

/** Person 1, on 2 November, with seven days between the end of employment and the removal. */
function delayed(more: Partial<Employee>, tie: Partial<Link> = {}, world: World = {}): World {
  return { employees: [employee('1', more)], members: [member('1')], links: [link('1', tie)], policy, ...world };
}

const keep = (evidence: string): World => ({
  policy,
  more: {
    resolutions: [
      {
        connectionId: 'local',
        employeeId: '1',
        kind: 'keep',
        memberId: null,
        evidence,
        by: { kind: 'user', id: 'u1' },
        at: '2026-11-01T08:00:00.000Z',
      } satisfies Resolution,
    ],
  },
});

describe('the leaver delay', () => {
  test.each<[string, Partial<Employee>, Partial<Link>, string | null, string | undefined]>([
    ['counted from the last day', { terminationDate: '2026-10-31' }, {}, null, '2026-11-08'],
    ['the first day without employment is the first of the delay', { terminationDate: '2026-11-01' }, {}, null, '2026-11-09'],
    [
      'moved when the last day is corrected',
      { terminationDate: '2026-11-01' },
      { removalDue: '2026-11-08' },
      '2026-11-08',
      '2026-11-09',
    ],
    ['counted from today where no day is stated', { status: 'terminated' }, {}, null, '2026-11-09'],
    [
      'counted from today where the stated day is that of an earlier employment',
      { status: 'terminated', startDate: '2026-10-01', terminationDate: '2020-05-31' },
      {},
      null,
      '2026-11-09',
    ],
  ])('V5 %s', async (_title, more, tie, before, after) => {
    const plan = await planFor(delayed(more, tie));
    expect(plan.operations).toMatchObject([{ kind: 'schedule_removal', before, after, rule: 'V5' }]);
    expect(situationOf(plan, '1')).toBe('leaving V5');
  });

  test.each<[string, Partial<Employee>, Partial<Link>]>([
    ['the day that was set stays', { terminationDate: '2026-10-31' }, { removalDue: '2026-11-08' }],
    ['the day that was set for somebody undated stays', { status: 'terminated' }, { removalDue: '2026-11-05' }],
  ])('V5 %s, and is asked for once', async (_title, more, tie) => {
    const plan = await planFor(delayed(more, tie));
    expect(doings(plan)).toEqual([]);
    expect(situationOf(plan, '1')).toBe('leaving V5');
  });

  test.each<[string, Partial<Employee>, Partial<Link>]>([
    ['the day is reached', { terminationDate: '2026-10-25' }, { removalDue: '2026-11-02' }],
    ['the day has passed, though nobody had set it', { terminationDate: '2026-10-01' }, {}],
    ['the day of somebody undated is reached', { status: 'terminated' }, { removalDue: '2026-11-02' }],
  ])('V5 V1 removed when %s', async (_title, more, tie) => {
    expect(doings(await planFor(delayed(more, tie)))).toEqual(['revoke 1']);
  });

  test('V5 a policy without delay removes at once, whatever day was set', async () => {
    const world = delayed({ terminationDate: '2026-11-01' }, { removalDue: '2026-11-09' });
    expect(doings(await planFor({ ...world, policy: { leaverDelayDays: 0 } }))).toEqual(['revoke 1']);
  });

  test.each<[string, Partial<Employee>]>([
    ['employed again', {}],
    ['the last day was put off', { terminationDate: '2026-11-30' }],
    ['terminated, with a last day ahead', { status: 'terminated', terminationDate: '2026-11-30' }],
    ['coming back on a day ahead', { startDate: '2026-12-01', terminationDate: '2026-10-31' }],
  ])('V5 called off for somebody %s', async (_title, more) => {
    const plan = await planFor(delayed(more, { removalDue: '2026-11-08' }));
    expect(plan.operations).toMatchObject([{ kind: 'schedule_removal', before: '2026-11-08', after: null }]);
  });

  test('S3 V5 an unknown status neither carries a delay out nor calls it off', async () => {
    expect(doings(await planFor(delayed({ status: 'unknown' }, { removalDue: '2026-11-01' })))).toEqual([]);
  });

  test('V2 V5 whoever is missing waits from the read that decided', async () => {
    const world = { ...delayed({}, { missingReads: 1 }), employees: [employee('2')] };
    const plan = await planFor(world);
    expect(plan.operations).toMatchObject([{ kind: 'schedule_removal', after: '2026-11-09' }]);
    const due = { ...world, links: [link('1', { missingReads: 1, removalDue: '2026-11-09' })] };
    expect(doings(await planFor(due))).toEqual([]);
    expect(doings(await planFor({ ...due, now: new Date('2026-11-09T09:00:00Z') }))).toEqual(['revoke 1']);
  });

  test('V2 V5 whoever is there again starts from nought and is not removed', async () => {
    const plan = await planFor(delayed({}, { missingReads: 1, removalDue: '2026-11-09' }));
    expect(doings(plan)).toEqual(['count_missing 1', 'schedule_removal 1']);
  });

  test('V5 V4 a protected member has no removal that is due', async () => {
    const world = delayed({ terminationDate: '2026-10-25' }, { removalDue: '2026-11-02' });
    const plan = await planFor({ ...world, members: [member('1', { protected: true })] });
    expect(plan.operations).toMatchObject([{ kind: 'schedule_removal', after: null }]);
    expect(situationOf(plan, '1')).toBe('protected V4');
  });

  test('V5 a removal that somebody called off stays off on the same evidence only', async () => {
    const world = delayed({ terminationDate: '2026-10-25' });
    const kept = await planFor({ ...world, ...keep('terminationDate:2026-10-25') });
    expect([doings(kept), situationOf(kept, '1')]).toEqual([[], 'managed V5']);
    expect(doings(await planFor({ ...world, ...keep('terminationDate:2025-01-31') }))).toEqual(['revoke 1']);
    expect(doings(await planFor({ ...world, ...keep('status:none') }))).toEqual(['revoke 1']);
  });

  test.each<[string, World, string]>([
    ['ended without a day', { employees: [employee('1', { status: 'terminated' })] }, 'status:none'],
    ['missing', { employees: [employee('2')], links: [link('1', { missingReads: 1 })] }, 'absence:none'],
    ['stated to be gone', { employees: [employee('2')] }, 'absence:none'],
  ])('V5 called off for somebody %s', async (title, world, evidence) => {
    const { more } = keep(evidence);
    const gone = title.includes('gone') ? { gone: new Set(['1']) } : {};
    const plan = await planFor({ members: [member('1')], links: [link('1')], ...world, more: { ...more, ...gone } });
    expect([doings(plan), situationOf(plan, '1')]).toEqual([[], 'managed V5']);
  });

  test('V5 a removal called off takes its day along: another end of employment waits anew', async () => {
    const plan = await planFor({
      ...delayed({ terminationDate: '2026-10-25' }, { removalDue: '2026-11-02' }),
      ...keep('terminationDate:2026-10-25'),
    });
    expect(plan.operations).toMatchObject([{ kind: 'schedule_removal', before: '2026-11-02', after: null }]);
  });
});
