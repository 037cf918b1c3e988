import { deepEqual, equal } from 'node:assert/strict';
import type { Link } from '@rollcall/core';
import { acme, birch, linkOf } from './rows.ts';
import { refused, type StoreSuite } from './suite.ts';

export function describeLinks({ describe, storeTest }: StoreSuite): void {
  describe('links', () => {
    storeTest('are added, replaced, found from both sides and removed', async ({ links }, other) => {
      const replaced = linkOf(acme, 'e1', 'm1', { state: 'released', missingReads: 2, removalDue: '2026-12-01' });
      await links.put([linkOf(acme, 'e2', 'm2'), linkOf(acme, 'e1', 'm1'), linkOf(birch, 'e9', 'm1')]);
      await other.links.put([replaced]);
      deepEqual(await links.ofConnection(acme), [replaced, linkOf(acme, 'e2', 'm2')]);
      deepEqual(await links.get(acme, 'e1'), replaced);
      deepEqual(idsOf(await links.ofMember([birch, acme], 'm1')), ['e1', 'e9']);
      deepEqual(idsOf(await links.ofMember([birch], 'm1')), ['e9']);
      deepEqual(await links.ofMember([], 'm1'), []);
      await links.remove([{ connectionId: acme, employeeId: 'e1' }]);
      equal(await links.get(acme, 'e1'), null);
      deepEqual(idsOf(await links.ofMember([birch, acme], 'm1')), ['e9']);
    });

    storeTest('an absent bank fingerprint is not a null one', async ({ links }) => {
      const three = [
        linkOf(acme, 'e1', 'm1'),
        linkOf(acme, 'e2', 'm2', { bankAccount: null }),
        linkOf(acme, 'e3', 'm3', { bankAccount: 'f' }),
      ];
      await links.put(three);
      const stored = await links.ofConnection(acme);
      deepEqual(stored, three);
      deepEqual(
        stored.map((link) => 'bankAccount' in link),
        [false, true, true],
      );
    });

    storeTest('a member belongs to one employee of a connection', async ({ links }, other) => {
      await links.put([linkOf(acme, 'e1', 'm1')]);
      await refused(other.links.put([linkOf(acme, 'e2', 'm2'), linkOf(acme, 'e3', 'm1')]));
      await refused(links.put([linkOf(acme, 'e4', 'm4'), linkOf(acme, 'e5', 'm4')]));
      deepEqual(await links.ofConnection(acme), [linkOf(acme, 'e1', 'm1')]);
      await links.put([linkOf(birch, 'e3', 'm1')]);
      equal((await links.ofConnection(birch)).length, 1);
    });

    storeTest('within one call members may change hands', async ({ links }) => {
      await links.put([linkOf(acme, 'e1', 'm1'), linkOf(acme, 'e2', 'm2')]);
      await links.put([linkOf(acme, 'e1', 'm2'), linkOf(acme, 'e2', 'm1')]);
      deepEqual(await links.ofConnection(acme), [linkOf(acme, 'e1', 'm2'), linkOf(acme, 'e2', 'm1')]);
      deepEqual(idsOf(await links.ofMember([acme], 'm1')), ['e2']);
    });

    storeTest('a member who was let go can be taken by somebody else', async ({ links }) => {
      await links.put([linkOf(acme, 'e1', 'm1')]);
      await links.put([linkOf(acme, 'e1', 'm2')]);
      await links.put([linkOf(acme, 'e2', 'm1')]);
      await links.remove([{ connectionId: acme, employeeId: 'e1' }]);
      await links.put([linkOf(acme, 'e3', 'm2')]);
      deepEqual(idsOf(await links.ofConnection(acme)), ['e2', 'e3']);
    });
  });
}

function idsOf(links: readonly Link[]): readonly string[] {
  return links.map(({ employeeId }) => employeeId);
}
