import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Employee, Link, Member } from '../../src/index.ts';
import { employee, link, member, planFor } from './world.ts';

const day = fc.constantFrom(null, '2019-05-31', '2026-11-01', '2026-11-02', '2026-12-31');

const person = fc.record({
  status: fc.constantFrom('active', 'leave', 'preboarding', 'terminated', 'unknown'),
  startDate: day,
  terminationDate: day,
  workEmail: fc.constantFrom(undefined, null, 'shared@fjordkiste.example'),
  managerId: fc.option(fc.integer({ min: 0, max: 14 }).map(String)),
});

const company = fc
  .array(person, { maxLength: 15 })
  .map((people) =>
    people.map(({ workEmail, ...facts }, index): Employee =>
      employee(String(index), { ...facts, ...(workEmail !== undefined && { workEmail }) }),
    ),
  );

const membersAndLinks = fc
  .array(
    fc.record({
      linked: fc.boolean(),
      protectedMember: fc.boolean(),
      status: fc.constantFrom('active', 'invited', 'revoked', 'archived'),
      missingReads: fc.nat(3),
    }),
    { maxLength: 20 },
  )
  .map((rows) => ({
    members: rows.map(({ status, protectedMember }, index): Member =>
      member(String(index), { status, protected: protectedMember }),
    ),
    links: rows.flatMap(({ linked, missingReads }, index): Link[] => (linked ? [link(String(index), { missingReads })] : [])),
  }));

const generous = { guard: { removals: 1000, share: 1 } };

test('V1 V2 V7 nobody is removed on an incomplete read who is not a stated leaver', async () => {
  await fc.assert(
    fc.asyncProperty(company, membersAndLinks, async (employees, platform) => {
      const plan = await planFor({ employees, ...platform, complete: false, policy: generous });
      for (const operation of plan.operations.filter(({ kind }) => kind === 'revoke' || kind === 'archive')) {
        const stated = employees.find(({ id }) => id === operation.employeeId);
        expect(stated?.status === 'terminated' || (stated?.terminationDate ?? '9999') < '2026-11-02').toBe(true);
        expect(stated?.status).not.toBe('unknown');
      }
    }),
  );
});

test('V4 no protected member is ever removed', async () => {
  await fc.assert(
    fc.asyncProperty(company, membersAndLinks, async (employees, platform) => {
      const plan = await planFor({ employees, ...platform, policy: generous });
      const guarded = new Set(platform.members.filter((one) => one.protected).map(({ id }) => id));
      for (const operation of [...plan.operations, ...(plan.held?.operations ?? [])]) {
        if (operation.kind === 'revoke' || operation.kind === 'archive') expect(guarded.has(operation.memberId)).toBe(false);
      }
    }),
  );
});

test('A5 the order of input does not matter: equal hashes', async () => {
  await fc.assert(
    fc.asyncProperty(company, membersAndLinks, async (employees, { members, links }) => {
      const plan = await planFor({ employees, members, links });
      const turned = await planFor({
        employees: employees.toReversed(),
        members: members.toReversed(),
        links: links.toReversed(),
      });
      expect(turned.hash).toBe(plan.hash);
    }),
  );
});

test('L3 L4 no two employees are linked to one member, nobody is created twice', async () => {
  await fc.assert(
    fc.asyncProperty(company, membersAndLinks, async (employees, platform) => {
      const plan = await planFor({ employees, ...platform, policy: { joiners: 'create' } });
      const tied = [
        ...platform.links.map(({ memberId }) => memberId),
        ...plan.operations.flatMap((operation) => (operation.kind === 'link' ? [operation.memberId] : [])),
      ];
      expect(new Set(tied).size).toBe(tied.length);
      const created = plan.operations.flatMap((operation) => (operation.kind === 'create' ? [operation.after.email] : []));
      expect(new Set(created).size).toBe(created.length);
    }),
  );
});
