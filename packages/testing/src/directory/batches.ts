import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import type { MemberDirectory } from '@rollcall/core';
import { createPeople, emailOf, leavesAlone, memberOf, person, refuses, teamsChange } from './directory-suite.ts';
import type { DirectorySuite } from './directory-suite.ts';

class Interrupted extends Error {}

async function batchOf(directory: MemberDirectory, work: () => Promise<void>): Promise<void> {
  ok(directory.inBatch !== undefined, 'the directory has batches');
  await directory.inBatch(work);
}

/** A batch makes things faster and nothing else; it happens or it does not. */
export function describeBatches(suite: DirectorySuite): void {
  suite.describe('inBatch', () => {
    describeOne(suite);
    describeBeside(suite);
  });
}

function describeOne({ test }: DirectorySuite): void {
  test('what is done in a batch is done, and can be built upon within it', async ({ directory }) => {
    const ids: string[] = [];
    await batchOf(directory, async () => {
      const id = await directory.create(person('Ann'), 'create');
      await directory.update(id, { jobTitle: 'Baker' }, 'update');
      equal((await memberOf(directory, id)).values.jobTitle, 'Baker');
      ids.push(id);
    });
    equal((await memberOf(directory, ids[0] ?? '')).values.jobTitle, 'Baker');
    equal(await directory.create(person('Ann'), 'create'), ids[0]);
  });

  test('A1 when the work is rejected nothing of it has happened, and its keys are unused', async ({ directory }) => {
    const [bob = ''] = await createPeople(directory, 'Bob');
    const work = async (): Promise<void> => {
      const ann = await directory.create(person('Ann'), 'create');
      await directory.update(bob, { jobTitle: 'Baker', department: null }, 'update');
      await directory.changeEmail(bob, emailOf('Eva'), { verify: false }, 'email');
      await directory.revoke(ann, 'revoke');
      await directory.setManager?.(bob, ann, 'manager');
      await directory.teams?.change(teamsChange({ put: [{ key: 'e1', leadMemberId: bob, memberIds: [ann] }] }), 'teams');
    };
    await leavesAlone(directory, () =>
      rejects(
        batchOf(directory, async () => {
          await work();
          throw new Interrupted();
        }),
        Interrupted,
      ),
    );
    await batchOf(directory, work);
    const members = (await directory.members()).map(({ email, status }) => `${email} ${status}`);
    deepEqual(members.toSorted(), [`${emailOf('Ann')} revoked`, `${emailOf('Eva')} invited`]);
    equal((await directory.teams?.list())?.length ?? 1, 1);
  });

  test('A3 a change that is refused in a batch, and let go, takes nothing else with it', async ({ directory }) => {
    await batchOf(directory, async () => {
      await createPeople(directory, 'Ann');
      await refuses(directory, () => directory.create(person('Ann'), 'again'));
      await createPeople(directory, 'Bob');
    });
    equal((await directory.members()).length, 2);
  });
}

function describeBeside({ test }: DirectorySuite): void {
  test('what somebody else does meanwhile is not lost with a batch', async ({ directory }) => {
    const begun = Promise.withResolvers<undefined>();
    const interrupt = Promise.withResolvers<undefined>();
    const batch = batchOf(directory, async () => {
      await createPeople(directory, 'Ann');
      begun.resolve(undefined);
      await interrupt.promise;
      throw new Interrupted();
    });
    await begun.promise;
    const beside = createPeople(directory, 'Bob');
    // Time for a directory that does not wait to do it within the batch.
    await new Promise((resolve) => setImmediate(resolve));
    interrupt.resolve(undefined);
    await rejects(batch, Interrupted);
    const [bob = ''] = await beside;
    equal((await memberOf(directory, bob)).email, emailOf('Bob'));
    equal((await directory.members()).length, 1);
  });

  test('two batches at once are both carried out', async ({ directory }) => {
    await Promise.all([
      batchOf(directory, async () => {
        await createPeople(directory, 'Ann', 'Bob');
      }),
      batchOf(directory, async () => {
        await createPeople(directory, 'Eva', 'Ida');
      }),
    ]);
    equal((await directory.members()).length, 4);
    await leavesAlone(directory, () => createPeople(directory, 'Ann', 'Ida'));
  });
}
