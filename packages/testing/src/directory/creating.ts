import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { DirectoryError } from '@rollcall/core';
import { createActive, createPeople, emailOf, leavesAlone, memberOf, person, refuses } from './directory-suite.ts';
import type { DirectorySuite } from './directory-suite.ts';

/** A second member of the same person is what must never come into being. */
export function describeCreating({ describe, test, has }: DirectorySuite): void {
  describe('create', () => {
    test('J2 a new member is invited, unprotected, and has what was given', async ({ directory }) => {
      const id = await directory.create(person('Ann'), 'create');
      const { email, status, protected: isProtected, values } = await memberOf(directory, id);
      deepEqual({ email, status, isProtected }, { email: emailOf('Ann'), status: 'invited', isProtected: false });
      for (const [field, value] of Object.entries(person('Ann').values))
        equal(Object.entries(values).find(([name]) => name === field)?.[1], value, field);
      equal(values.phone ?? null, null, 'nothing is invented');
    });

    test('J1 the chosen entity is kept', async ({ directory }) => {
      if (!has('setEntity')) return;
      const id = await directory.create({ ...person('Ann'), entity: 'bergen', access: 'card' }, 'create');
      equal((await memberOf(directory, id)).entity, 'bergen');
    });

    test('J2 an invitation that is accepted makes the member active', async (opened) => {
      const id = await createActive(opened, 'Ann');
      equal((await memberOf(opened.directory, id)).status, 'active');
    });

    test('A1 the same key gives the same member, whatever happened since', async (opened) => {
      const { directory } = opened;
      const id = await createActive(opened, 'Ann');
      await directory.changeEmail(id, emailOf('Bob'), { verify: false }, 'email');
      await directory.revoke(id, 'revoke');
      await leavesAlone(directory, async () => {
        equal(await directory.create(person('Ann'), 'create:Ann'), id);
      });
    });

    test('A1 the same key twice at once makes one member', async ({ directory }) => {
      const answers = await Promise.allSettled([1, 2, 3].map(() => directory.create(person('Ann'), 'create')));
      const ids = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
      for (const answer of answers) if (answer.status === 'rejected') ok(DirectoryError.isInstance(answer.reason));
      deepEqual(new Set(ids), new Set((await directory.members()).map((member) => member.id)));
      equal(new Set(ids).size, 1);
    });

    test('another key makes another member', async ({ directory }) => {
      const [ann, bob] = await createPeople(directory, 'Ann', 'Bob');
      notEqual(ann, bob);
      equal((await directory.members()).length, 2);
    });

    test('L2 an address in use is refused in any spelling', async ({ directory }) => {
      await createPeople(directory, 'Ann');
      for (const email of [emailOf('Ann'), emailOf('Ann').toUpperCase()])
        await refuses(directory, () => directory.create({ ...person('Ann'), email }, `again:${email}`));
    });

    test('V6 the address of a member who is revoked or archived is in use', async (opened) => {
      const { directory } = opened;
      const ann = await createActive(opened, 'Ann');
      const bob = await createActive(opened, 'Bob');
      await directory.revoke(ann, 'revoke');
      await directory.archive(bob, 'archive');
      await refuses(directory, () => directory.create(person('Ann'), 'again:Ann'));
      await refuses(directory, () => directory.create(person('Bob'), 'again:Bob'));
    });

    test('A1 a key that was refused can be carried out later', async ({ directory }) => {
      const [id = ''] = await createPeople(directory, 'Ann');
      await refuses(directory, () => directory.create(person('Ann'), 'again'));
      await directory.changeEmail(id, emailOf('Bob'), { verify: false }, 'email');
      const second = await directory.create(person('Ann'), 'again');
      notEqual(second, id);
      equal((await memberOf(directory, second)).email, emailOf('Ann'));
    });
  });
}
