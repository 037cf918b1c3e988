import { describe, expect, test } from 'vitest';
import type { Employee, EntityMapping, Member } from '../../src/index.ts';
import { doings, employee, link, member, planFor, situationOf } from './world.ts';

const entities: EntityMapping = {
  rules: [
    { when: { match: 'all', conditions: [{ field: 'legalEntity', is: 'one_of', values: ['Fjordkiste Oy'] }] }, entity: 'turku' },
    { when: { match: 'all', conditions: [{ field: 'customFields.site', is: 'one_of', values: ['Quay'] }] }, entity: 'oslo' },
  ],
};
const turku = { legalEntity: { name: 'fjordkiste oy ' } };
const nowhere = { legalEntity: { name: 'Fjordkiste Ltd' }, customFields: { site: 'yard' } };

describe('entities', () => {
  test.each<[string, Partial<Employee>, string | undefined]>([
    ['the first rule that holds', { ...turku, customFields: { site: 'Quay' } }, 'turku'],
    ['a later rule', { legalEntity: { name: 'Fjordkiste AS' }, customFields: { site: 'Quay' } }, 'oslo'],
    ['no rule: into none by default', nowhere, undefined],
    ['a rule that cannot be judged ends the search', { customFields: { site: 'Quay' } }, undefined],
  ])('S9 of a candidate: %s', async (_title, more, entity) => {
    const plan = await planFor({ employees: [employee('1', more)], more: { entities } });
    expect(plan.people[0]?.situation).toBe('candidate');
    expect(plan.people[0]?.entity).toBe(entity);
    expect(plan.people[0]?.code).toBe(entity === undefined ? 'ENTITY_UNASSIGNED' : undefined);
  });

  test('S9 J1 created in the entity that was chosen, and not at all where none was', async () => {
    const plan = await planFor({
      employees: [employee('1', turku), employee('2', nowhere), employee('3')],
      policy: { joiners: 'create' },
      more: { entities },
    });
    expect(plan.operations).toMatchObject([{ kind: 'create', employeeId: '1', after: { entity: 'turku' } }]);
    expect([situationOf(plan, '2'), situationOf(plan, '3')]).toEqual([
      'skipped S9 ENTITY_UNASSIGNED',
      'skipped S9 ENTITY_UNASSIGNED',
    ]);
  });

  test.each<[string, Partial<Employee>, Partial<Member>, readonly object[]]>([
    [
      'moved, with the field that decided',
      turku,
      { entity: 'oslo' },
      [{ kind: 'move', before: 'oslo', after: 'turku', evidence: { field: 'legalEntity' } }],
    ],
    [
      'moved by a custom field',
      { legalEntity: null, customFields: { site: 'Quay' } },
      { entity: null },
      [{ kind: 'move', before: null, after: 'oslo', evidence: { field: 'customFields' } }],
    ],
    ['there already', turku, { entity: 'turku' }, []],
    ['where the application has only one entity', turku, {}, []],
    ['no rule holds: stays', nowhere, { entity: 'oslo' }, []],
    ['nobody can say: stays', {}, { entity: 'turku' }, []],
  ])('S9 of a member: %s', async (_title, more, memberMore, operations) => {
    const plan = await planFor({
      employees: [employee('1', more)],
      members: [member('1', memberMore)],
      links: [link('1')],
      more: { entities },
    });
    expect(plan.operations).toMatchObject(operations);
    expect(plan.operations).toHaveLength(operations.length);
  });

  test('S9 a member whom no rule takes is shown as unassigned and goes on being managed', async () => {
    const plan = await planFor({
      employees: [employee('1', { ...nowhere, firstName: 'Maren' })],
      members: [member('1', { entity: 'oslo' })],
      links: [link('1')],
      more: { entities },
    });
    expect(doings(plan)).toEqual(['update 1']);
    expect(situationOf(plan, '1')).toBe('managed L1 ENTITY_UNASSIGNED');
  });

  test('S9 L2 somebody linked for the first time is moved by the same plan', async () => {
    const plan = await planFor({
      employees: [employee('1', turku)],
      members: [member('1', { entity: 'oslo', values: { firstName: 'First1', lastName: 'Last1' } })],
      more: { entities },
    });
    expect(doings(plan)).toEqual(['link 1', 'move 1']);
  });

  test('S6 S9 a value of the mapping that nobody carries is reported', async () => {
    const { notes } = await planFor({ employees: [employee('1', turku)], more: { entities } });
    expect(notes).toContain('nobody has the value "Quay" in customFields.site: the read did not bring this field at all');
  });
});
