import { describe, expect, test } from 'vitest';
import type { Employee, Filter } from '../../src/index.ts';
import { doings, employee, link, member, planFor, situationOf, type World } from './world.ts';

const is = (field: string, ...values: string[]): Filter => ({ match: 'all', conditions: [{ field, is: 'one_of', values }] });
const crates = is('department', 'Crates');
const inCrates = employee('9', { department: { name: 'Crates' } });
const linked = { members: [member('1')], links: [link('1')] } as const;

/** Employee 1 under a filter by department, beside somebody who is in it. */
function filtered(more: Partial<Employee>, world: World = {}): World {
  return { ...linked, ...world, employees: [employee('1', more), inCrates], more: { filter: crates, ...world.more } };
}

describe('the filter', () => {
  test.each<[string, Filter, Partial<Employee>, string]>([
    ['everybody', { match: 'everybody' }, {}, 'candidate J1'],
    ['one of the values', crates, { department: { name: 'Crates' } }, 'candidate J1'],
    ['in another case, spacing and form', is('department', ' CAFÉ '), { department: { name: 'Cafe\u0301' } }, 'candidate J1'],
    ['none of the values', crates, { department: { name: 'Ropes' } }, 'out_of_scope S5'],
    ['an empty field is none of any values', crates, { department: null }, 'out_of_scope S5'],
    ['a field that was not delivered lets nobody in', crates, {}, 'out_of_scope S5'],
    ['a group by id', is('department.id', '401'), { department: { id: '401', name: null } }, 'candidate J1'],
    ['a custom field', is('customFields.site', 'Quay'), { customFields: { site: 'quay' } }, 'candidate J1'],
    [
      'a custom field with several values',
      is('customFields.site', 'Quay'),
      { customFields: { site: ['yard', 'Quay'] } },
      'candidate J1',
    ],
    ['a custom field that is not there', is('customFields.site', 'Quay'), { customFields: {} }, 'out_of_scope S5'],
    [
      'not one of the values to leave out',
      { match: 'all', conditions: [{ field: 'employmentType', is: 'none_of', values: ['intern'] }] },
      { employmentType: 'full_time' },
      'candidate J1',
    ],
    [
      'any of two conditions, though one field was not delivered',
      {
        match: 'any',
        conditions: [
          { field: 'division', is: 'one_of', values: ['North'] },
          { field: 'department', is: 'one_of', values: ['Crates'] },
        ],
      },
      { department: { name: 'Crates' } },
      'candidate J1',
    ],
  ])('S5 %s', async (_title, filter, more, situation) => {
    expect(situationOf(await planFor({ employees: [employee('1', more)], more: { filter } }), '1')).toBe(situation);
  });

  test('S6 a value that nobody carries is reported, with whether the field came at all', async () => {
    const filter: Filter = {
      match: 'any',
      conditions: [
        { field: 'department', is: 'one_of', values: ['Crates', 'Krates'] },
        { field: 'division', is: 'one_of', values: ['North'] },
      ],
    };
    const { notes } = await planFor({ employees: [inCrates], more: { filter } });
    expect(notes.filter((note) => note.startsWith('nobody has'))).toEqual([
      'nobody has the value "Krates" in department: it may have been renamed or deleted',
      'nobody has the value "North" in division: the read did not bring this field at all',
    ]);
  });

  test('S6 V7 a part of a read reports no value as missing', async () => {
    const { notes } = await planFor({ employees: [employee('1')], complete: false, more: { filter: crates } });
    expect(notes.filter((note) => note.startsWith('nobody has'))).toEqual([]);
  });
});

describe('leaving the filter', () => {
  test('S7 unlocked and left alone, access untouched', async () => {
    const plan = await planFor(filtered({ department: { name: 'Ropes' }, firstName: 'Maren' }));
    expect(plan.operations).toMatchObject([{ kind: 'release', rule: 'S7', evidence: { field: 'department', value: 'present' } }]);
    expect(situationOf(plan, '1')).toBe('formerly_managed S7');
  });

  test('S7 somebody released is neither written nor released again, nor removed when they leave or are missing', async () => {
    const links = [link('1', { state: 'released', missingReads: 1 })];
    const ropes = { department: { name: 'Ropes' } };
    const gone = await planFor({ ...filtered({}, { links }), employees: [inCrates] });
    for (const plan of [
      await planFor(filtered(ropes, { links: [link('1', { state: 'released' })] })),
      await planFor(filtered({ ...ropes, status: 'terminated' }, { links: [link('1', { state: 'released' })] })),
      gone,
    ]) {
      expect(doings(plan)).toEqual([]);
      expect(situationOf(plan, '1')).toBe('formerly_managed S7');
    }
  });

  test('S7 back in the filter they are managed again, and brought up to date', async () => {
    const plan = await planFor(filtered({ department: { name: 'Crates' } }, { links: [link('1', { state: 'released' })] }));
    expect(doings(plan)).toEqual(['manage 1', 'update 1']);
  });

  test.each<[string, Partial<Employee>, World, string]>([
    ['takes nobody out', {}, {}, 'managed L1'],
    ['brings nobody back who was released', {}, { links: [link('1', { state: 'released' })] }, 'formerly_managed S7'],
    [
      'gives nobody access back',
      {},
      { members: [member('1', { status: 'revoked' })], links: [link('1', { removedAt: '2026-01-01T00:00:00.000Z' })] },
      'formerly_managed S7',
    ],
  ])('S5 S7 a filter field that was not delivered %s', async (_title, more, world, situation) => {
    const plan = await planFor(filtered(more, world));
    expect(doings(plan)).toEqual([]);
    expect(situationOf(plan, '1')).toBe(situation);
  });

  test('S7 V3 removed only where the policy says so, and within the guard', async () => {
    const ids = ['1', '2', '3', '4'];
    const world = (count: number): World => ({
      employees: [...ids.slice(0, count).map((id) => employee(id, { department: { name: 'Ropes' } })), inCrates],
      members: ids.map((id) => member(id)),
      links: ids.slice(0, count).map((id) => link(id)),
      policy: { outOfScope: 'remove' },
      more: { filter: crates },
    });
    expect(doings(await planFor(world(2)))).toEqual(['revoke 1', 'revoke 2']);
    const many = await planFor(world(4));
    expect(doings(many)).toEqual([]);
    expect(many.held?.operations).toHaveLength(4);
  });

  test('S7 V4 V6 protected members stay, and who comes back into the filter gets back what was taken', async () => {
    const policy = { outOfScope: 'remove' } as const;
    const ropes = { department: { name: 'Ropes' } };
    const guarded = await planFor(filtered(ropes, { policy, members: [member('1', { protected: true })] }));
    expect([doings(guarded), situationOf(guarded, '1')]).toEqual([[], 'protected V4']);
    const back = await planFor(
      filtered(
        { department: { name: 'Crates' } },
        {
          policy,
          members: [member('1', { status: 'revoked', values: { firstName: 'First1', lastName: 'Last1', department: 'Crates' } })],
          links: [link('1', { removedAt: '2026-01-01T00:00:00.000Z' })],
        },
      ),
    );
    expect(doings(back)).toEqual(['reactivate 1']);
  });

  test('S7 V2 a release forgets how often somebody was missing', async () => {
    const plan = await planFor(filtered({ department: { name: 'Ropes' } }, { links: [link('1', { missingReads: 1 })] }));
    expect(doings(plan)).toEqual(['release 1']);
  });
});
