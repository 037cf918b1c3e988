import { createEngine, type Actor, type CustomerEngine, type MemberDirectory, type Store } from '@rollcall/core';
import { expect, onTestFinished, test } from 'vitest';
import { paperVendor, type PaperVendor } from '../../../core/test/engine/support/paper-vendor.ts';
import { createFakeDirectory } from '@rollcall/testing';
import { sqliteStore } from '../../src/index.ts';
import { company } from './support/scenarios.ts';

const actor: Actor = { id: 'admin-1', kind: 'user' };
const everybody = { filter: { match: 'everybody' }, entities: null, policy: 'autoProvision' };
const withoutHarbour = {
  ...everybody,
  filter: { match: 'all', conditions: [{ field: 'department', is: 'none_of', values: ['Harbour'] }] },
};

interface Setting {
  readonly store: Store;
  readonly acme: CustomerEngine;
  readonly vendor: PaperVendor;
  readonly directory: MemberDirectory;
  readonly connectionId: string;
  /** Called once, before the next such step of a run; the run waits for it. */
  before: { planning?: () => Promise<void>; creating?: () => Promise<void> };
}

/** A connection that is configured, and a place in its runs at which something else can happen. */
async function configured(): Promise<Setting> {
  const store = sqliteStore({ file: ':memory:' });
  onTestFinished(() => store.close());
  await store.migrate();
  const vendor = paperVendor();
  vendor.employees = [...company.before];
  const fake = createFakeDirectory();
  const before: Setting['before'] = {};
  const once = async (step: keyof Setting['before']): Promise<void> => {
    const work = before[step];
    before[step] = () => Promise.resolve();
    await work?.();
  };
  const directory: MemberDirectory = {
    ...fake,
    async members() {
      await once('planning');
      return fake.members();
    },
    async create(member, key) {
      await once('creating');
      return fake.create(member, key);
    },
  };
  delete (directory as { inBatch?: unknown }).inBatch;
  const engine = createEngine({
    store,
    directory: () => directory,
    connectors: [vendor.connector],
    secrets: { current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } },
    applyBatchSize: 4,
  });
  const acme = engine.customer('fjordkiste');
  const { connection } = await acme.connect({ actor, connector: 'paper', config: { password: vendor.password } });
  await acme.configure(connection.id, { actor, configuration: everybody });
  return { store, acme, vendor, directory, connectionId: connection.id, before };
}

async function confirmed({ acme, connectionId }: Setting): Promise<void> {
  const { plan } = await acme.preview(connectionId, { actor });
  await acme.confirm(connectionId, { actor, planHash: plan?.hash ?? '' });
}

async function nothingIsStored({ store, connectionId, acme }: Setting): Promise<void> {
  expect(await store.roster.count(connectionId)).toEqual({});
  expect(await store.links.ofConnection(connectionId)).toEqual([]);
  expect(await store.secrets.names(connectionId)).toEqual([]);
  for (const run of await store.runs.list(connectionId, { limit: 100 })) {
    expect(run.endedAt, `${run.kind} ${run.state}`).not.toBeNull();
    expect(await store.journal.ofRun(connectionId, run.id, { limit: 10 })).toEqual([]);
  }
  expect(await acme.get(connectionId)).toMatchObject({
    state: 'disconnected',
    configuration: null,
    pending: null,
    nextSyncAt: null,
  });
}

test('C7 a sync that is under way when the connection ends leaves nothing behind', async () => {
  const setting = await configured();
  const { acme, connectionId, vendor, store } = setting;
  await confirmed(setting);
  vendor.employees = [...company.after];
  let ending: Promise<unknown> = Promise.resolve();
  setting.before.planning = async () => {
    ending = acme.disconnect(connectionId, { actor });
    while ((await store.connections.get(connectionId))?.state !== 'paused') await new Promise((resolve) => setImmediate(resolve));
  };
  const { run } = await acme.sync(connectionId);
  expect(run).toMatchObject({ done: 0 });
  await ending;
  await nothingIsStored(setting);
  await acme.disconnect(connectionId, { actor });
  await nothingIsStored(setting);
});

test('C8 A1 pausing stops a confirmation after the batch under way; resumed, it is carried to its end', async () => {
  const setting = await configured();
  const { acme, connectionId, directory } = setting;
  setting.before.creating = async () => {
    await acme.pause(connectionId, { actor });
  };
  const { plan } = await acme.preview(connectionId, { actor });
  const planHash = plan?.hash ?? '';
  const { run, connection } = await acme.confirm(connectionId, { actor, planHash });
  expect(run).toMatchObject({ state: 'applying', done: 4 });
  expect(connection).toMatchObject({ state: 'paused', confirmedAt: null });
  expect(await directory.members()).toHaveLength(4);
  await acme.resume(connectionId, { actor });
  const again = await acme.confirm(connectionId, { actor, planHash });
  expect(again).toMatchObject({
    run: { state: 'done', done: company.before.length, failed: 0 },
    connection: { state: 'connected', draft: null, pending: null },
  });
  expect(await directory.members()).toHaveLength(company.before.length);
});

test('C3 what was shown is what counts, whatever somebody configures before or while it is confirmed', async () => {
  const setting = await configured();
  const { acme, connectionId } = setting;
  const { plan } = await acme.preview(connectionId, { actor });
  setting.before.creating = async () => {
    await acme.configure(connectionId, { actor, configuration: withoutHarbour });
  };
  const { connection } = await acme.confirm(connectionId, { actor, planHash: plan?.hash ?? '' });
  expect(connection).toMatchObject({
    configuration: { filter: { match: 'everybody' } },
    draft: { configuration: { filter: { match: 'all' } } },
  });
  const shown = await acme.preview(connectionId, { actor });
  await acme.configure(connectionId, { actor, configuration: everybody });
  const after = await acme.confirm(connectionId, { actor, planHash: shown.plan?.hash ?? '' });
  expect(after.connection).toMatchObject({
    configuration: { filter: { match: 'all' } },
    draft: { configuration: { filter: { match: 'everybody' } } },
  });
});

test('C3 what is configured while a preview is made is not lost to it', async () => {
  const setting = await configured();
  const { acme, connectionId } = setting;
  setting.before.planning = async () => {
    await acme.configure(connectionId, { actor, configuration: withoutHarbour });
  };
  const { connection } = await acme.preview(connectionId, { actor });
  expect(connection).toMatchObject({
    draft: { configuration: { filter: { match: 'all' } } },
    pending: { draft: { configuration: { filter: { match: 'everybody' } } } },
  });
});

test('C8 what a sync has planned when somebody pauses waits until the connection is resumed', async () => {
  const setting = await configured();
  const { acme, connectionId, vendor, directory } = setting;
  await confirmed(setting);
  vendor.employees = [...company.after];
  setting.before.planning = async () => {
    await acme.pause(connectionId, { actor });
  };
  const { run } = await acme.sync(connectionId);
  expect(run).toMatchObject({ state: 'applying', done: 0 });
  expect(await directory.members()).toHaveLength(company.before.length);
  await acme.resume(connectionId, { actor });
  await acme.sync(connectionId);
  const [, resumed] = await acme.runs(connectionId);
  expect(resumed).toMatchObject({ id: run.id, state: 'done', failed: 0 });
  expect(resumed?.done).toBeGreaterThan(4);
});

test('C7 what was planned and not carried out is dropped with the connection', async () => {
  const setting = await configured();
  const { acme, connectionId, directory } = setting;
  setting.before.creating = async () => {
    await acme.pause(connectionId, { actor });
  };
  await confirmed(setting);
  await acme.disconnect(connectionId, { actor });
  expect(await directory.members()).toHaveLength(4);
  await nothingIsStored(setting);
});
