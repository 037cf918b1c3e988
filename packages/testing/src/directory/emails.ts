import { deepEqual, equal, ok } from 'node:assert/strict';
import { createActive, createPeople, emailOf, leavesAlone, memberOf, refuses } from './directory-suite.ts';
import type { DirectorySuite } from './directory-suite.ts';

/** The address is who somebody is to the application: it moves by itself or not at all (rule M3). */
export function describeEmails({ describe, test }: DirectorySuite): void {
  describe('changeEmail', () => {
    test('M3 the address changes and nothing else does', async (opened) => {
      const { directory } = opened;
      const id = await createActive(opened, 'Ann');
      const before = await memberOf(directory, id);
      await directory.changeEmail(id, emailOf('Eva'), { verify: false }, 'email');
      deepEqual(await memberOf(directory, id), { ...before, email: emailOf('Eva') });
    });

    test('M3 an address that waits to be confirmed changes nothing else', async (opened) => {
      const { directory, confirmEmail } = opened;
      const id = await createActive(opened, 'Ann');
      const before = await memberOf(directory, id);
      await directory.changeEmail(id, emailOf('Eva'), { verify: true }, 'email');
      const { email, ...waiting } = await memberOf(directory, id);
      ok([emailOf('Ann'), emailOf('Eva')].includes(email));
      const { email: _, ...rest } = before;
      deepEqual(waiting, rest);
      await confirmEmail?.(id);
      if (confirmEmail !== undefined) deepEqual(await memberOf(directory, id), { ...before, email: emailOf('Eva') });
    });

    test('M3 an address that is in use is refused, with and without confirmation', async ({ directory }) => {
      const [ann = ''] = await createPeople(directory, 'Ann', 'Bob');
      for (const verify of [false, true])
        for (const email of [emailOf('Bob'), emailOf('Bob').toUpperCase()])
          await refuses(directory, () => directory.changeEmail(ann, email, { verify }, `email:${verify ? 1 : 0}:${email}`));
    });

    test('the address that was left is free, and the new one is taken', async ({ directory }) => {
      const [ann = '', bob = ''] = await createPeople(directory, 'Ann', 'Bob');
      await directory.changeEmail(ann, emailOf('Eva'), { verify: false }, 'leave');
      await directory.changeEmail(bob, emailOf('Ann'), { verify: false }, 'take');
      equal((await memberOf(directory, bob)).email, emailOf('Ann'));
      await refuses(directory, () => directory.changeEmail(bob, emailOf('Eva'), { verify: false }, 'taken'));
    });

    test('the own address is not in use by somebody else', async ({ directory }) => {
      const [id = ''] = await createPeople(directory, 'Ann');
      await directory.changeEmail(id, emailOf('Ann').toUpperCase(), { verify: false }, 'louder');
      await directory.changeEmail(id, emailOf('Ann'), { verify: false }, 'same');
      equal((await memberOf(directory, id)).email, emailOf('Ann'));
    });

    test('A1 the same key changes nothing a second time', async ({ directory }) => {
      const [id = ''] = await createPeople(directory, 'Ann');
      await directory.changeEmail(id, emailOf('Bob'), { verify: false }, 'there');
      await directory.changeEmail(id, emailOf('Ann'), { verify: false }, 'back');
      await leavesAlone(directory, () => directory.changeEmail(id, emailOf('Bob'), { verify: false }, 'there'));
    });
  });
}
