import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Actor, type MemberDirectory } from '@rollcall/core';
import { createTwin, startSandbox } from '@rollcall/sandbox';
import { expect, onTestFinished, test } from 'vitest';
import { bamboohr } from '../../../../connectors/bamboohr/src/index.ts';
import { bamboohrSandbox } from '../../../../connectors/bamboohr/sandbox/index.ts';
import { createFakeDirectory } from '@rollcall/testing';
import { sqliteStore } from '../../src/index.ts';

const actor: Actor = { id: 'admin-1', kind: 'user' };
const size = 30;
/** Of one company for the whole test: the check of its credentials, a preview and a sync, and not one request more. */
const budget = { requests: 6, perSeconds: 600 };

test('C5 A2 fifty customers sync in one process, each within the budget of its own vendor', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-customers-'));
  const store = sqliteStore({ file: join(folder, 'store.db') });
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await store.migrate();
  const twin = createTwin({ seed: 'many', size });
  const names = Array.from({ length: 50 }, (_, index) => `tenant-${String(index)}`);
  const sandboxes = await Promise.all(
    names.map((name) => startSandbox({ ...bamboohrSandbox, origins: [`https://${name}.bamboohr.com`] }, { twin, limit: budget })),
  );
  onTestFinished(async () => {
    await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
  });
  const directories = new Map<string, MemberDirectory>(names.map((name) => [name, createFakeDirectory()]));
  let now = Date.parse('2026-11-02T09:00:00Z');
  const engine = createEngine({
    store,
    directory: (customerId) => directories.get(customerId) ?? createFakeDirectory(),
    connectors: [bamboohr],
    secrets: { current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } },
    clock: { now: () => new Date(now) },
    http: { origins: Object.assign({}, ...sandboxes.map(({ origins }) => origins)) as Record<string, string> },
  });
  for (const name of names) {
    const customer = engine.customer(name);
    const config = { ...bamboohrSandbox.credentials.config, companyDomain: name };
    const { connection } = await customer.connect({ actor, connector: 'bamboohr', config });
    const configuration = { filter: { match: 'everybody' }, entities: null, policy: 'autoProvision' };
    await customer.configure(connection.id, { actor, configuration });
    const { plan } = await customer.preview(connection.id, { actor });
    await customer.confirm(connection.id, { actor, planHash: plan?.hash ?? '' });
  }
  now += 6 * 3_600_000;
  const results = await engine.runDue({ concurrency: 8 });
  expect(results.map(({ ok }) => ok)).toEqual(names.map(() => true));
  expect(new Set(results.map(({ connectionId }) => connectionId)).size).toBe(50);
  for (const result of results) {
    expect(result).toMatchObject({ run: { state: 'done', done: 0, failed: 0 }, connection: { state: 'connected' } });
  }
  for (const { requests, failures } of sandboxes) {
    expect(failures).toEqual([]);
    // Two requests a read, as the manifest says; none was refused.
    expect(requests.map(({ status }) => status)).toEqual(Array(budget.requests).fill(200));
  }
  const members = await Promise.all([...directories.values()].map((directory) => directory.members()));
  expect(new Set(members.map(({ length }) => length)).size).toBe(1);
  expect(members[0]?.length).toBeGreaterThan(size / 2);
  expect(await engine.runDue({ concurrency: 8 })).toEqual([]);
});
