import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absentLinks } from '../../src/engine/run/absent-links.ts';
import type { CompanyRead } from '../../src/engine/run/read-company.ts';
import { freshLink } from '../../src/apply/link-effect.ts';
import { employee, reportOf } from '../plan/world.ts';

const ids = fc.uniqueArray(fc.integer({ min: 0, max: 200 }).map(String), { maxLength: 40 });

test('V2 in whatever order people and ties come, the absent are those whom the read did not show', async () => {
  await fc.assert(
    fc.asyncProperty(ids, ids, fc.boolean(), async (present, linked, inOrder) => {
      const order = (some: string[]): string[] => (inOrder ? some.toSorted((a, b) => Number(a) - Number(b)) : some);
      const employees = order(present).map((id) => employee(id));
      const read = { employees, report: await reportOf(employees) } as unknown as CompanyRead;
      const links = order(linked).flatMap((employeeId) => [
        freshLink({ connectionId: 'here', employeeId }, `m${employeeId}`, null),
        freshLink({ connectionId: 'elsewhere', employeeId }, `e${employeeId}`, null),
      ]);
      const expected =
        employees.length === 0 ? [] : links.filter((link) => link.connectionId === 'here' && !present.includes(link.employeeId));
      expect(absentLinks(read, links, 'here')).toEqual(expected);
    }),
  );
});
