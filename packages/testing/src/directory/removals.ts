import { deepEqual, equal, ok } from 'node:assert/strict';
import { hasAccess } from '@rollcall/core';
import { createActive, createPeople, leavesAlone, memberOf, refuses, statusOf } from './directory-suite.ts';
import type { DirectorySuite } from './directory-suite.ts';

const removals = [
  ['revoke', 'revoked'],
  ['archive', 'archived'],
] as const;

/** Access ends and comes back; the member is the same before and after. */
export function describeRemovals(suite: DirectorySuite): void {
  const { describe, test } = suite;
  describe('revoke, archive, reactivate', () => {
    for (const [method, status] of removals) {
      test(`V1 V6 ${method} ends access, and reactivate gives the same member back`, async (opened) => {
        const { directory } = opened;
        const id = await createActive(opened, 'Ann');
        await createActive(opened, 'Bob');
        await leavesAlone(directory, async () => {
          const before = await memberOf(directory, id);
          await directory[method](id, 'end');
          deepEqual(await memberOf(directory, id), { ...before, status });
          await directory.reactivate(id, 'again');
        });
      });

      test(`J2 ${method} withdraws an invitation; who never accepted is invited again, not let in`, async ({ directory }) => {
        const [id = ''] = await createPeople(directory, 'Ann');
        await directory[method](id, 'withdraw');
        ok(!hasAccess(await memberOf(directory, id)));
        await directory.reactivate(id, 'invite');
        equal(await statusOf(directory, id), 'invited');
      });

      test(`A1 ${method} again changes nothing, with the same key and with another`, async (opened) => {
        const { directory } = opened;
        const id = await createActive(opened, 'Ann');
        await directory[method](id, 'end');
        await leavesAlone(directory, () => directory[method](id, 'end'));
        await leavesAlone(directory, () => directory[method](id, 'end too'));
        await directory.reactivate(id, 'again');
        await leavesAlone(directory, () => directory[method](id, 'end'));
      });

      test(`V4 ${method} of a protected member is refused by the directory itself`, async (opened) => {
        const { directory, protect } = opened;
        const id = await createActive(opened, 'Ann');
        await protect(id);
        ok((await memberOf(directory, id)).protected);
        await refuses(directory, () => directory[method](id, 'end'));
      });
    }
    describeOrder(suite);
  });
}

function describeOrder({ test }: DirectorySuite): void {
  test('a member who is revoked can be archived, and revoking an archived one opens nothing', async (opened) => {
    const { directory } = opened;
    const id = await createActive(opened, 'Ann');
    await directory.revoke(id, 'revoke');
    await directory.archive(id, 'archive');
    equal(await statusOf(directory, id), 'archived');
    await directory.revoke(id, 'revoke again');
    ok(!hasAccess(await memberOf(directory, id)));
  });

  test('A1 reactivate changes nothing for who has access, nor with the same key for who lost it since', async (opened) => {
    const { directory } = opened;
    const [invited = ''] = await createPeople(directory, 'Ann');
    const active = await createActive(opened, 'Bob');
    await leavesAlone(directory, () => directory.reactivate(invited, 'invited'));
    await leavesAlone(directory, () => directory.reactivate(active, 'active'));
    await directory.revoke(active, 'revoke');
    await leavesAlone(directory, () => directory.reactivate(active, 'active'));
  });

  test('A1 a key that was carried out before the member was protected gives its old answer', async (opened) => {
    const { directory, protect } = opened;
    const [id = ''] = await createPeople(directory, 'Ann');
    await directory.revoke(id, 'before');
    await directory.reactivate(id, 'back');
    await protect(id);
    await refuses(directory, () => directory.revoke(id, 'refused'));
    await leavesAlone(directory, () => directory.revoke(id, 'before'));
  });
}
