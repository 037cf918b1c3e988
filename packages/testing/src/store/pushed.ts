import { deepEqual, equal } from 'node:assert/strict';
import { acme, at, birch, difficultTexts, later, pushedOf } from './rows.ts';
import type { StoreSuite } from './suite.ts';

export function describePushed({ describe, storeTest }: StoreSuite): void {
  describe('pushed resources', () => {
    storeTest('are made once for each name and found by id, name and external id', async ({ pushed }, other) => {
      const ida = pushedOf(acme, 'p1', { name: 'ida', externalId: 'x1' });
      equal(await pushed.create(ida), true);
      equal(await other.pushed.create(pushedOf(acme, 'p2', { name: 'ida' })), false);
      equal(await other.pushed.create(pushedOf(acme, 'p3', { name: 'ida', kind: 'group' })), true);
      equal(await other.pushed.create(pushedOf(birch, 'p4', { name: 'ida' })), true);
      deepEqual(await other.pushed.get(acme, 'user', 'p1'), ida);
      deepEqual(await other.pushed.byName(acme, 'user', 'ida'), ida);
      deepEqual(await other.pushed.byExternalId(acme, 'user', 'x1'), [ida]);
      equal(await pushed.get(acme, 'group', 'p1'), null);
      equal(await pushed.get(birch, 'user', 'p1'), null);
      equal(await pushed.byName(acme, 'user', 'Ida'), null);
      deepEqual(await pushed.byExternalId(acme, 'group', 'x1'), []);
      equal(await pushed.count(acme, 'user'), 1);
    });

    storeTest('are changed by whoever knows the version, and by nobody twice', async ({ pushed }, other) => {
      await pushed.create(pushedOf(acme, 'p1', { name: 'ida' }));
      await pushed.create(pushedOf(acme, 'p2', { name: 'per' }));
      const changed = pushedOf(acme, 'p1', { name: 'ida', attributes: { title: 'Rigger' }, updatedAt: later, createdAt: later });
      equal(await other.pushed.update(changed), 'updated');
      equal(await pushed.update(changed), 'stale');
      deepEqual(await pushed.get(acme, 'user', 'p1'), { ...changed, createdAt: at, version: 2 });
      equal(await pushed.update({ ...changed, version: 2, name: 'per' }), 'name_taken');
      equal(await pushed.update({ ...changed, version: 2, name: 'kari' }), 'updated');
      equal(await pushed.byName(acme, 'user', 'ida'), null);
      equal((await pushed.byName(acme, 'user', 'kari'))?.id, 'p1');
      equal(await pushed.update(pushedOf(acme, 'nobody')), 'stale');
      equal(await pushed.update(pushedOf(birch, 'p2', { name: 'per' })), 'stale');
    });

    storeTest('tell by one number whether anything was made, changed or deleted', async ({ pushed }, other) => {
      equal(await pushed.changes(acme), 0);
      await pushed.create(pushedOf(acme, 'p1', { name: 'ida' }));
      await pushed.create(pushedOf(acme, 'p2', { name: 'ida' }));
      await pushed.create(pushedOf(birch, 'p3', { name: 'ida' }));
      equal(await other.pushed.changes(acme), 1);
      await pushed.update(pushedOf(acme, 'p1', { name: 'kari' }));
      await pushed.update(pushedOf(acme, 'p1', { name: 'kari' }));
      equal(await other.pushed.changes(acme), 2);
      await pushed.update(pushedOf(acme, 'p1', { name: 'kari', version: 2, deletedAt: later }));
      equal(await other.pushed.changes(acme), 3);
      await pushed.create(pushedOf(acme, 'p4', { kind: 'group' }));
      equal(await other.pushed.changes(acme), 4);
    });

    storeTest('that were deleted are known by id, and their name is free', async ({ pushed }, other) => {
      await pushed.create(pushedOf(acme, 'p1', { name: 'ida', externalId: 'x1' }));
      equal(await pushed.update(pushedOf(acme, 'p1', { name: 'ida', externalId: 'x1', deletedAt: later })), 'updated');
      equal((await other.pushed.get(acme, 'user', 'p1'))?.deletedAt, later);
      equal(await other.pushed.byName(acme, 'user', 'ida'), null);
      deepEqual(await other.pushed.byExternalId(acme, 'user', 'x1'), []);
      equal(await other.pushed.count(acme, 'user'), 0);
      equal(await pushed.create(pushedOf(acme, 'p2', { name: 'ida' })), true);
      equal((await pushed.byName(acme, 'user', 'ida'))?.id, 'p2');
      equal(await pushed.update(pushedOf(acme, 'p1', { name: 'ida', version: 2 })), 'name_taken');
      const idsOf = async (deleted: boolean): Promise<string[]> =>
        (await pushed.page(acme, 'user', { limit: 10, deleted })).map(({ id }) => id);
      deepEqual(await idsOf(false), ['p2']);
      deepEqual(await idsOf(true), ['p1', 'p2']);
    });
  });
  describe('pushed resources in order', () => {
    order(storeTest);
  });
}

function order(storeTest: StoreSuite['storeTest']): void {
  storeTest('come in the order in which they were made, in pages by position and by number', async ({ pushed }) => {
    const ids = ['p9', 'p1', 'p5', 'p3'];
    for (const id of ids) await pushed.create(pushedOf(acme, id, { name: id }));
    await pushed.create(pushedOf(birch, 'p7', { name: 'p7' }));
    await pushed.update(pushedOf(acme, 'p9', { name: 'p9', updatedAt: later }));
    const [first, second] = await pushed.page(acme, 'user', { limit: 2 });
    deepEqual([first?.id, second?.id], ['p9', 'p1']);
    const rest = await pushed.page(acme, 'user', { after: second?.position ?? 0, limit: 10 });
    deepEqual(
      rest.map(({ id }) => id),
      ['p5', 'p3'],
    );
    const skipped = await pushed.page(acme, 'user', { skip: 1, limit: 2 });
    deepEqual(
      skipped.map(({ id }) => id),
      ['p1', 'p5'],
    );
    deepEqual(await pushed.page(acme, 'user', { skip: 4, limit: 2 }), []);
  });

  storeTest('come back letter for letter', async ({ pushed }) => {
    for (const [index, text] of difficultTexts.entries()) {
      const resource = pushedOf(acme, `p${index}`, { name: text, externalId: text, attributes: { note: [text, { text }] } });
      await pushed.create(resource);
      deepEqual(await pushed.byName(acme, 'user', text), resource);
      deepEqual(await pushed.byExternalId(acme, 'user', text), [resource]);
    }
  });

  storeTest('of two writers at once one is told that it was not the first', async ({ pushed }, other) => {
    const made = await Promise.all([
      pushed.create(pushedOf(acme, 'p1', { name: 'ida' })),
      other.pushed.create(pushedOf(acme, 'p2', { name: 'ida' })),
    ]);
    deepEqual([...made].sort(), [false, true]);
    const id = made[0] ? 'p1' : 'p2';
    const changed = await Promise.all([
      pushed.update(pushedOf(acme, id, { name: 'ida', attributes: { title: 'one' } })),
      other.pushed.update(pushedOf(acme, id, { name: 'ida', attributes: { title: 'two' } })),
    ]);
    deepEqual([...changed].sort(), ['stale', 'updated']);
  });
}
