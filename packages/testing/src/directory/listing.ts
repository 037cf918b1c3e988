import { deepEqual, equal } from 'node:assert/strict';
import {
  createActive,
  createPeople,
  directoryParts,
  leavesAlone,
  person,
  refuses,
  type DirectorySuite,
} from './directory-suite.ts';

/** Who is there, who is not, and what the directory can do. */
export function describeListing({ describe, test, has }: DirectorySuite): void {
  describe('members', () => {
    test('the directory has the parts that it is said to have', async ({ directory }) => {
      const present = directoryParts.filter((part) => directory[part] !== undefined);
      deepEqual(present, directoryParts.filter(has), 'name what is left out in `without`, and nothing else');
      await Promise.resolve();
    });

    test('nobody is there in the beginning', async ({ directory }) => {
      deepEqual(await directory.members(), []);
    });

    test('everybody is listed, whatever their status', async (opened) => {
      const { directory } = opened;
      const invited = await createPeople(directory, 'Ann');
      const active = await createActive(opened, 'Bob');
      const revoked = await createActive(opened, 'Eva');
      const archived = await createActive(opened, 'Ida');
      await directory.revoke(revoked, 'revoke');
      await directory.archive(archived, 'archive');
      const statuses = (await directory.members()).map(({ id, status }) => [id, status]);
      deepEqual(Object.fromEntries(statuses), {
        [invited[0] ?? '']: 'invited',
        [active]: 'active',
        [revoked]: 'revoked',
        [archived]: 'archived',
      });
    });

    test('a member who is not known is refused', async ({ directory }) => {
      const [known = ''] = await createPeople(directory, 'Ann');
      // Close to an id that exists, for applications that take ids for numbers.
      for (const id of ['nobody', '', `0${known}`, `${known}0000`, `${known} `]) {
        const attempts = [
          () => directory.update(id, { jobTitle: 'Baker' }, `update:${id}`),
          () => directory.changeEmail(id, person('Bob').email, { verify: false }, `email:${id}`),
          () => directory.reactivate(id, `reactivate:${id}`),
          () => directory.revoke(id, `revoke:${id}`),
          () => directory.archive(id, `archive:${id}`),
        ];
        for (const attempt of attempts) await refuses(directory, attempt, ['conflict', 'unavailable']);
      }
    });

    test('another customer has keys, addresses and members of its own', async ({ directory, other }) => {
      if (other === undefined) return;
      const [id = ''] = await createPeople(directory, 'Ann', 'Bob');
      deepEqual(await other.members(), []);
      await leavesAlone(directory, async () => {
        const there = await other.create(person('Ann'), 'create:Ann');
        equal((await other.members()).length, 1);
        await other.update(there, { jobTitle: 'Baker' }, 'update');
        await other.revoke(there, 'revoke');
        // Where ids count within a customer, the same one may be somebody here.
        if (there !== id) await refuses(other, () => other.archive(id, 'archive'), ['conflict', 'unavailable']);
      });
    });
  });
}
