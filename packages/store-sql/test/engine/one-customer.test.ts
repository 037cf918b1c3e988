import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Actor, type Employee, type MemberDirectory, type Store } from '@rollcall/core';
import { expect, onTestFinished, test } from 'vitest';
import { paperVendor } from '../../../core/test/engine/support/paper-vendor.ts';
import { createFakeDirectory } from '@rollcall/testing';
import { sqliteStore } from '../../src/index.ts';

const actor: Actor = { id: 'admin-1', kind: 'user' };
const policy = { preset: 'autoProvision', guard: { removals: 1000, share: 1 } };

function people(of: string, count: number): Employee[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${of}-${String(index)}`,
    workEmail: `${of}-${String(index)}@fjordkiste.example`,
    firstName: 'Kari',
    lastName: 'Tang',
    status: 'active' as const,
    startDate: '2020-01-01',
    terminationDate: null,
    managerId: null,
  }));
}

/** Told of everybody who has asked for a lease that somebody else holds. */
function toldOfRefusals(store: Store, refused: (lease: string) => void): Store {
  const { leases } = store;
  return {
    ...store,
    leases: {
      acquire: async (lease, owner, ttlMs) => {
        const answer = await leases.acquire(lease, owner, ttlMs);
        if (!answer.held) refused(lease);
        return answer;
      },
      renew: (fence, ttlMs) => leases.renew(fence, ttlMs),
      release: (fence) => leases.release(fence),
      once: (name, until) => leases.once(name, until),
    },
  };
}

test('A2 S8 two connections of one customer read at once and apply one after the other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-customer-'));
  const inner = sqliteStore({ file: join(folder, 'store.db') });
  onTestFinished(async () => {
    await inner.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await inner.migrate();
  const othersWait = Promise.withResolvers<undefined>();
  let refusals = 0;
  const store = toldOfRefusals(inner, (lease) => {
    if (lease === 'customer:fjordkiste' && ++refusals === 3) othersWait.resolve(undefined);
  });
  const vendors = [paperVendor('one'), paperVendor('two')];
  const order: string[] = [];
  const fake = createFakeDirectory();
  let isTogether = false;
  const directory: MemberDirectory = {
    ...fake,
    members: () => fake.members(),
    create: async (member, key) => {
      // Whoever comes first waits until the other one stands before the door.
      if (isTogether) await othersWait.promise;
      order.push(member.email.split('-')[0] ?? '');
      return fake.create(member, key);
    },
  };
  delete (directory as { inBatch?: unknown }).inBatch;
  const secrets = { current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } };
  const connectors = vendors.map(({ connector }) => connector);
  const engine = createEngine({ store, directory: () => directory, connectors, secrets, applyBatchSize: 4 });
  const customer = engine.customer('fjordkiste');
  const ids: string[] = [];
  for (const { connector, password } of vendors) {
    const { connection } = await customer.connect({ actor, connector: connector.manifest.slug, config: { password } });
    const configuration = { filter: { match: 'everybody' }, entities: null, policy };
    await customer.configure(connection.id, { actor, configuration });
    const { plan } = await customer.preview(connection.id, { actor });
    await customer.confirm(connection.id, { actor, planHash: plan?.hash ?? '' });
    ids.push(connection.id);
  }
  for (const vendor of vendors) vendor.employees = people(vendor.connector.manifest.slug, 20);
  isTogether = true;
  const results = await Promise.all(ids.map((id) => customer.sync(id)));
  expect(results.map(({ run }) => [run.state, run.done])).toEqual([
    ['done', 20],
    ['done', 20],
  ]);
  const [first = '', second = ''] = new Set(order);
  expect(order).toEqual([...Array<string>(20).fill(first), ...Array<string>(20).fill(second)]);
  expect(await directory.members()).toHaveLength(40);
});
