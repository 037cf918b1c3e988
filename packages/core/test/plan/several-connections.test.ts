import { describe, expect, test } from 'vitest';
import type { Standing } from '../../src/index.ts';
import { doings, employee, link, member, planFor, situationOf, type World } from './world.ts';

function standing(more: Partial<Standing> = {}): Standing {
  return { employeeId: 'x', workEmail: 'p1@fjordkiste.example', employeeNumber: null, inScope: true, ...more };
}

/** This connection knows person 1 as employee 1, the other one as employee x. */
function withOther(people: readonly Standing[], more: World = {}): World {
  return {
    members: [member('1')],
    links: [link('1')],
    ...more,
    more: { others: [{ connectionId: 'other', people }], ...more.more },
  };
}

const gone = { status: 'terminated', terminationDate: '2026-10-31' } as const;
const crates = { match: 'all', conditions: [{ field: 'department', is: 'one_of', values: ['Crates'] }] } as const;
/** One leaves the filter, another is in it: else the whole plan would be held (rule S6). */
const outOfFilter = [employee('1', { department: { name: 'Ropes' } }), employee('3', { department: { name: 'Crates' } })];
const elsewhere = link('x', { connectionId: 'other', memberId: 'm1' });

describe('leaving one connection for another, planned where the person leaves', () => {
  test.each<[string, World]>([
    ['employment here has ended', { employees: [employee('1', gone)] }],
    ['out of the filter here', { employees: outOfFilter, more: { filter: crates } }],
    [
      'out of the filter here, where the policy removes',
      {
        employees: outOfFilter,
        policy: { outOfScope: 'remove' },
        more: { filter: crates },
      },
    ],
    ['not in a complete read any more', { employees: [employee('2')] }],
    ['stated to be gone', { employees: [employee('2')], more: { gone: new Set(['1']) } }],
    ['a leaver whose delay runs', { employees: [employee('1', gone)], policy: { leaverDelayDays: 30 } }],
  ])('S8 %s: one move, no removal', async (_title, world) => {
    const plan = await planFor(withOther([standing()], world));
    expect(plan.operations).toMatchObject([
      {
        kind: 'relink',
        rule: 'S8',
        memberId: 'm1',
        from: { connectionId: 'local', employeeId: '1' },
        to: { connectionId: 'other', employeeId: 'x' },
      },
    ]);
    expect(situationOf(plan, '1')).toBe('history S8');
  });

  test.each<[string, Standing, World]>([
    ['who is not in scope there', standing({ inScope: false }), {}],
    ['of another address', standing({ workEmail: 'px@fjordkiste.example' }), {}],
    ['without an address', standing({ workEmail: null }), {}],
    ['of another name: the address was passed on', standing({ firstName: 'Maren', lastName: 'Lie' }), {}],
    [
      'who has a member of their own there',
      standing(),
      { links: [link('1'), link('x', { connectionId: 'other', memberId: 'm2' })] },
    ],
  ])('S8 L4 nobody goes on as somebody %s', async (_title, other, more) => {
    const members = [member('1'), member('2', { email: 'own@fjordkiste.example' })];
    const plan = await planFor(withOther([other], { employees: [employee('1', gone)], members, ...more }));
    expect(doings(plan)).toEqual(['revoke 1']);
  });

  test('S8 one name may change with the move', async () => {
    const other = standing({ firstName: 'First1', lastName: 'Married' });
    expect(doings(await planFor(withOther([other], { employees: [employee('1', gone)] })))).toEqual(['relink 1']);
  });

  test('S8 two people there with the address: nobody is moved and nobody removed', async () => {
    const plan = await planFor(withOther([standing(), standing({ employeeId: 'y' })], { employees: [employee('1', gone)] }));
    expect(doings(plan)).toEqual([]);
    expect(situationOf(plan, '1')).toBe('disputed S8');
  });

  test.each<[string, World]>([
    ['by the directory', { members: [member('1', { protected: true })] }],
    ['as the one who gave the credentials', { more: { protectedMemberIds: ['m1'] } }],
  ])('S8 V4 a protected member (%s) is neither moved unseen nor removed', async (_title, more) => {
    const plan = await planFor(withOther([standing()], { employees: [employee('1', gone)], ...more }));
    expect(doings(plan)).toEqual([]);
    expect(situationOf(plan, '1')).toBe('protected V4');
  });

  test('S8 V7 absence from an incomplete read moves nobody', async () => {
    const plan = await planFor(withOther([standing()], { employees: [employee('2')], complete: false }));
    expect(doings(plan)).toEqual([]);
  });

  test('S8 somebody in scope of both stays where they are', async () => {
    const plan = await planFor(withOther([standing()], { employees: [employee('1')] }));
    expect(doings(plan)).toEqual([]);
    expect(situationOf(plan, '1')).toBe('managed L1');
  });

  test('S8 what the other connection took away is not carried over by an address', async () => {
    const members = [member('1', { status: 'revoked' })];
    const plan = await planFor(withOther([standing()], { employees: [employee('1', gone)], members }));
    expect(doings(plan)).toEqual([]);
    expect(situationOf(plan, '1')).toBe('leaver V1');
  });
});

describe('entering one connection from another, planned where the person enters', () => {
  const entering: World = { employees: [employee('1')], links: [elsewhere], policy: { joiners: 'create' } };

  test('S8 whoever left the scope there is taken over with their values, and not created', async () => {
    const employees = [employee('1', { jobTitle: 'Crate Lead' })];
    const plan = await planFor(withOther([standing({ inScope: false })], { ...entering, employees }));
    expect(doings(plan)).toEqual(['relink 1', 'update 1']);
    expect(plan.operations[0]).toMatchObject({ from: { connectionId: 'other', employeeId: 'x' }, to: { connectionId: 'local' } });
    expect(situationOf(plan, '1')).toBe('managed S8');
  });

  test('S8 a tie that the other connection has released comes back as a managed one', async () => {
    const plan = await planFor(
      withOther([standing({ inScope: false })], { ...entering, links: [{ ...elsewhere, state: 'released' }] }),
    );
    expect(doings(plan)).toEqual(['relink 1']);
  });

  test.each<[string, Standing | undefined, World, string]>([
    ['still in scope there', standing(), {}, 'disputed L4'],
    ['unknown there', undefined, {}, 'disputed L6'],
    ['protected', standing({ inScope: false }), { members: [member('1', { protected: true })] }, 'disputed L6'],
    ['without access', standing({ inScope: false }), { members: [member('1', { status: 'revoked' })] }, 'disputed L6'],
    ['of another name there', standing({ inScope: false, firstName: 'Maren', lastName: 'Lie' }), {}, 'disputed L4'],
    [
      'of another name here',
      standing({ inScope: false }),
      { employees: [employee('1', { firstName: 'Maren', lastName: 'Lie' })] },
      'disputed L4',
    ],
  ])('S8 L4 a member %s is not taken over', async (_title, other, more, situation) => {
    const plan = await planFor(withOther(other === undefined ? [] : [other], { ...entering, ...more }));
    expect(doings(plan)).toEqual([]);
    expect(situationOf(plan, '1')).toBe(situation);
  });

  test('S8 in both orders the person ends in the other connection with the same member', async () => {
    // First the one that is entered: it waits. Then the one that is left: it moves the tie.
    const first = await planFor(withOther([standing()], entering));
    expect(situationOf(first, '1')).toBe('disputed L4');
    const left = await planFor(withOther([standing()], { employees: [employee('1', gone)] }));
    expect(doings(left)).toEqual(['relink 1']);
    // First the one that is left, with the person out of its filter: released. Then the other takes over.
    const second = await planFor(
      withOther([standing({ inScope: false })], { ...entering, links: [{ ...elsewhere, state: 'released' }] }),
    );
    expect(doings(second)).toEqual(['relink 1']);
  });

  test('S8 L3 a member whom two connections claim is left alone by both', async () => {
    const links = [link('1'), elsewhere];
    const plan = await planFor(withOther([standing()], { employees: [employee('1', gone)], links }));
    expect(doings(plan)).toEqual([]);
    expect(situationOf(plan, '1')).toBe('disputed L3');
  });
});
