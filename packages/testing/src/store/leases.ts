import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Fence, Store } from '@rollcall/core';
import { acme, connectionOf, entryOf, later, linkOf, rosterEntryOf, runOf, settlementOf } from './rows.ts';
import { refused, type StoreSuite } from './suite.ts';

const minute = 60_000;

export function describeLeases(suite: StoreSuite): void {
  suite.describe('leases and fencing', () => {
    describeHolding(suite);
    describeFences(suite);
  });
}

async function take({ leases }: Store, owner: string, ttlMs = minute): Promise<Fence> {
  const taken = await leases.acquire('lease', owner, ttlMs);
  ok(taken.held, `${owner} did not get the lease`);
  return taken.fence;
}

function describeHolding({ storeTest }: StoreSuite): void {
  storeTest('A2 one holds it, the others hear who and until when', async (store, other) => {
    await take(store, 'one');
    const second = await other.leases.acquire('lease', 'two', minute);
    ok(!second.held);
    equal(second.owner, 'one');
    ok(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(second.until));
    equal((await other.leases.acquire('another lease', 'two', minute)).held, true);
  });

  storeTest('A2 of many who ask at once exactly one gets it', async (store, other) => {
    const handles = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? store : other));
    const answers = await Promise.all(handles.map(({ leases }, index) => leases.acquire('lease', `owner-${index}`, minute)));
    const winners = answers.flatMap((answer, index) => (answer.held ? [`owner-${index}`] : []));
    equal(winners.length, 1);
    deepEqual(new Set(answers.flatMap((answer) => (answer.held ? [] : [answer.owner]))), new Set(winners));
  });

  storeTest('A2 the token grows each time the lease is given, to the same owner too', async (store, other) => {
    const first = await take(store, 'one');
    const again = await take(store, 'one');
    ok(again.token > first.token);
    await store.leases.release(again);
    const next = await take(other, 'two');
    ok(next.token > again.token);
  });

  storeTest('A2 it is renewed while held, also late, and not once it is lost', async (store, other) => {
    const first = await take(store, 'one', 0);
    equal(await store.leases.renew(first, 0), true);
    const second = await take(other, 'two');
    equal(await store.leases.renew(first, minute), false);
    equal(await other.leases.renew(second, minute), true);
    await other.leases.release(second);
    equal(await other.leases.renew(second, minute), false);
    equal(await store.leases.renew({ lease: 'unknown', token: 1 }, minute), false);
  });

  storeTest('releasing what one no longer holds frees nothing', async (store, other) => {
    const first = await take(store, 'one', 0);
    await take(other, 'two');
    await store.leases.release(first);
    equal((await store.leases.acquire('lease', 'three', minute)).held, false);
  });

  storeTest('a name is used once, also by many at once, until its instant has passed', async (store, other) => {
    const handles = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? store : other));
    const answers = await Promise.all(handles.map(({ leases }) => leases.once('state-1', '9999-01-01T00:00:00.000Z')));
    equal(answers.filter(Boolean).length, 1);
    equal(await store.leases.once('state-1', '9999-01-01T00:00:00.000Z'), false);
    equal(await store.leases.once('state-2', '2001-01-01T00:00:00.000Z'), true);
    equal(await other.leases.once('state-2', '9999-01-01T00:00:00.000Z'), true);
    equal(await other.leases.once('state-2', '9999-01-01T00:00:00.000Z'), false);
  });
}

function describeFences({ storeTest }: StoreSuite): void {
  storeTest('A2 writes with the lease are written, also after its time while nobody took it', async (store) => {
    const fence = await take(store, 'one', 0);
    await store.roster.put(acme, [rosterEntryOf('e1')], fence);
    equal((await store.roster.digests(acme)).size, 1);
  });

  storeTest('A2 of a write with a lost lease nothing is written', async (store, other) => {
    await fill(store);
    const before = await everything(store);
    const lost = await take(store, 'one', 0);
    const fence = await take(other, 'two');
    const unknown = { lease: 'unknown', token: 1 };
    for (const stale of [lost, unknown, { ...fence, token: fence.token + 1 }]) {
      for (const write of writes(store, stale)) await refused(write());
    }
    await other.leases.release(fence);
    for (const write of writes(other, fence)) await refused(write());
    deepEqual(await everything(store), before);
  });
}

async function fill(store: Store): Promise<void> {
  await store.connections.create(connectionOf(acme));
  await store.secrets.put(acme, 'tokens', 'first');
  await store.roster.put(acme, [rosterEntryOf('e1')]);
  await store.links.put([linkOf(acme, 'e1', 'm1')]);
  await store.journal.append([entryOf(acme, 'r1', 0)]);
  await store.runs.put(runOf(acme, 'r1'));
}

/** Every write that takes a fence; each would change something. */
function writes(store: Store, fence: Fence): readonly (() => Promise<unknown>)[] {
  const outcomes = [{ seq: 0, status: 'done' as const }];
  const putLinks = [linkOf(acme, 'e3', 'm3')];
  const restated = { connectionId: acme, runId: 'r1', from: 'planned', to: 'abandoned', at: later } as const;
  return [
    () => store.connections.update(connectionOf(acme, { state: 'paused' }), fence),
    () => store.connections.erase(acme, fence),
    () => store.secrets.put(acme, 'tokens', 'second', fence),
    () => store.roster.put(acme, [rosterEntryOf('e1', { digest: 'changed' }), rosterEntryOf('e2')], fence),
    () => store.roster.remove(acme, ['e1'], fence),
    () => store.links.put([linkOf(acme, 'e2', 'm2')], fence),
    () => store.links.remove([{ connectionId: acme, employeeId: 'e1' }], fence),
    () => store.journal.append([entryOf(acme, 'r1', 1)], fence),
    () => store.journal.settle(settlementOf(acme, 'r1', { outcomes, putLinks }), fence),
    () => store.journal.restate(restated, fence),
    () => store.runs.put(runOf(acme, 'r1', { state: 'failed' }), fence),
  ];
}

async function everything(store: Store): Promise<unknown> {
  return {
    connection: await store.connections.get(acme),
    secret: await store.secrets.get(acme, 'tokens'),
    roster: await store.roster.page(acme, { limit: 10 }),
    links: await store.links.ofConnection(acme),
    journal: await store.journal.ofRun(acme, 'r1', { limit: 10 }),
    runs: await store.runs.list(acme, { limit: 10 }),
  };
}
