import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEngine, createMemoryStore, type AnyConnector } from '@rollcall/core';
import { createFakeDirectory } from '@rollcall/testing';

// Run in a platform's folder with the name of the built package: node use-package.ts rollcall-connector-larkspur-hr
const [, , name = ''] = process.argv;
const { larkspurHr } = (await import(name)) as { readonly larkspurHr: AnyConnector };

const person = (id: number, first: string) => ({
  id: `p${String(id)}`,
  work_email: `${first.toLowerCase()}@larkspur-nursery.example`,
  first_name: first,
  last_name: 'Marchetti',
  state: 'active',
  hired_on: '2020-01-01',
  last_day: null,
  job_title: null,
});
const pages = [['Odile', 'Bryony'], ['Rhys']].map((names, page) => names.map((first, index) => person(page * 10 + index, first)));

// The vendor, on this machine: two pages, for whoever has the key.
const vendor = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '', 'http://localhost');
  const isKnown = request.headers['x-larkspur-key'] === 'lk-key-of-nobody-9931';
  const page = searchParams.get('cursor') === 'c2' ? 1 : 0;
  const answer = isKnown ? { people: pages[page], meta: { next_cursor: page === 0 ? 'c2' : null, total: 3 } } : { error: 'key' };
  response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
});
await new Promise<void>((listening) => vendor.listen(0, '127.0.0.1', listening));
const local = `http://127.0.0.1:${String((vendor.address() as AddressInfo).port)}`;

try {
  const directory = createFakeDirectory({ members: [{ email: 'odile@larkspur-nursery.example' }] });
  const engine = createEngine({
    store: createMemoryStore(),
    directory: () => directory,
    connectors: [larkspurHr],
    secrets: { current: 'k1', keys: { k1: new Uint8Array(32).fill(7) } },
    http: { origins: { 'https://api.larkspur.example': local } },
  });
  const customer = engine.customer('nursery');
  const actor = { id: 'owner', kind: 'user' } as const;
  const refused = customer.connect({ connector: 'larkspur-hr', config: { apiKey: 'lk-mistyped-key' }, actor });
  await assert.rejects(refused, { code: 'credentials_rejected' });
  const { connection, check } = await customer.connect({
    connector: 'larkspur-hr',
    config: { apiKey: 'lk-key-of-nobody-9931' },
    actor,
  });
  assert.deepEqual(check.permissionGaps, []);
  const configuration = { filter: { match: 'everybody' }, entities: null, policy: 'autoProvision' };
  await customer.configure(connection.id, { configuration, actor });
  const { plan } = await customer.preview(connection.id, { actor });
  assert(plan);
  const { run } = await customer.confirm(connection.id, { planHash: plan.hash, actor });
  assert.equal(run.failed, 0);
  const emails = (await directory.members()).map(({ email }) => email).toSorted();
  assert.deepEqual(
    emails,
    ['bryony', 'odile', 'rhys'].map((first) => `${first}@larkspur-nursery.example`),
  );
  process.stdout.write(`engine: ${String(run.done)} operations, ${String(emails.length)} members\n`);
} finally {
  vendor.closeAllConnections();
  vendor.close();
}
