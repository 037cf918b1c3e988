import { deepEqual } from 'node:assert/strict';
import type { ManagedValues } from '@rollcall/core';
import { createActive, createPeople, leavesAlone, memberOf, person, type DirectorySuite } from './directory-suite.ts';

// Every field that can be managed, each with a value that no other has.
const everything: ManagedValues = {
  firstName: 'Ann Ø',
  lastName: "O'Brien; --",
  preferredName: 'Annie 🐟',
  jobTitle: 'Head Cooper',
  department: 'Casks',
  team: 'Staves',
  division: 'North',
  legalEntity: 'Fjordkiste AS',
  costCenter: '0042',
  workLocation: 'Bergen',
  employeeNumber: '007',
  phone: '+47 55 00 00 00',
  startDate: '2020-02-29',
  terminationDate: '2031-12-31',
};

/** Given is written, null clears, absent is left alone (rules M1, M2). */
export function describeUpdating({ describe, test }: DirectorySuite): void {
  describe('update', () => {
    test('M1 every value that can be managed is kept as it was written', async ({ directory }) => {
      const [id = ''] = await createPeople(directory, 'Ann');
      await directory.update(id, everything, 'update');
      deepEqual({ ...(await memberOf(directory, id)).values }, everything);
    });

    test('M2 null clears what is given, and what is absent stays', async ({ directory }) => {
      const [id = ''] = await createPeople(directory, 'Ann');
      await directory.update(id, everything, 'fill');
      await directory.update(id, { department: null, jobTitle: 'Baker' }, 'update');
      const { department, ...rest } = (await memberOf(directory, id)).values;
      const { department: _, ...unchanged } = everything;
      deepEqual({ department: department ?? null, ...rest }, { ...unchanged, department: null, jobTitle: 'Baker' });
    });

    test('M1 nothing but the values changes, and nobody else', async (opened) => {
      const { directory } = opened;
      const id = await createActive(opened, 'Ann');
      await createActive(opened, 'Bob');
      await leavesAlone(directory, async () => {
        await directory.update(id, everything, 'there');
        const cleared = Object.fromEntries(Object.keys(everything).map((field) => [field, null]));
        await directory.update(id, { ...cleared, ...person('Ann').values }, 'and back');
      });
      await leavesAlone(directory, () => directory.update(id, {}, 'nothing'));
    });

    test('A1 the same key changes nothing a second time', async ({ directory }) => {
      const [id = ''] = await createPeople(directory, 'Ann');
      await directory.update(id, { jobTitle: 'Baker' }, 'first');
      await directory.update(id, { jobTitle: 'Captain' }, 'second');
      await leavesAlone(directory, () => directory.update(id, { jobTitle: 'Baker' }, 'first'));
    });
  });
}
