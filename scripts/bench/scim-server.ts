import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkConfiguration, createEngine, type Store } from '@rollcall/core';
import { scimHandler } from '@rollcall/scim';
import { postgresStore, sqliteStore } from '@rollcall/store-sql';
import { sqliteDirectory } from '@rollcall/store-sql/directory';
import { scim } from '../../connectors/scim/src/index.ts';
import { nodeHttp } from '../../examples/scim-mounts/src/node-http.ts';
import { scimmyApp } from './scimmy-app.ts';
import { memoryStorage, postgresStorage, sqliteStorage, type ScimmyStorage } from './scimmy-storage.ts';

// A process of its own, so that whoever sends does not take the thread of whoever answers.
export interface ReadyServer {
  readonly port: number;
  readonly token: string;
}

interface Contestant {
  readonly server: Server;
  readonly token: string;
  readonly close: () => void | Promise<void>;
}

const actor = { id: 'bench', kind: 'system' } as const;

/** Confirmed, and next due in an hour: a push wakes it, and nothing is planned meanwhile. */
async function ours(store: Store): Promise<Contestant> {
  await store.migrate();
  const directory = sqliteDirectory({ customerId: 'bench' });
  const engine = createEngine({
    store,
    directory: () => directory,
    connectors: [scim],
    secrets: { current: 'k', keys: { k: Buffer.alloc(32, 1) } },
  });
  const customer = engine.customer('bench');
  const { connection } = await customer.connect({ actor, connector: 'scim', delivery: 'push' });
  const configuration = checkConfiguration({ filter: { match: 'everybody' }, entities: null, policy: 'autoProvision' });
  const now = Date.now();
  await store.connections.update({
    ...connection,
    state: 'connected',
    configuration,
    confirmedAt: new Date(now).toISOString(),
    nextSyncAt: new Date(now + 3_600_000).toISOString(),
  });
  const { token } = await customer.createPushToken(connection.id, { actor });
  const handle = scimHandler({ push: engine.push, requestsPerSecond: 1_000_000 });
  return {
    server: nodeHttp(handle),
    token,
    async close() {
      directory.close();
      await store.close();
    },
  };
}

function theirs(storage: ScimmyStorage): Contestant {
  // As long as ours.
  const token = `rollcall_${randomBytes(8).toString('hex')}_${randomBytes(32).toString('base64url')}`;
  return { server: createServer(scimmyApp(storage, token)), token, close: () => storage.close() };
}

const contestants: Readonly<Record<string, (folder: string, postgres: string) => Contestant | Promise<Contestant>>> = {
  'ours-sqlite': (folder) => ours(sqliteStore({ file: join(folder, 'ours.db') })),
  'ours-postgres': (_folder, connectionString) => ours(postgresStore({ connectionString })),
  'scimmy-memory': () => theirs(memoryStorage()),
  'scimmy-sqlite': (folder) => theirs(sqliteStorage(join(folder, 'scimmy.db'))),
  'scimmy-postgres': async (_folder, connectionString) => theirs(await postgresStorage(connectionString)),
};

const [name = '', postgres = ''] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'rollcall-bench-'));
const contestant = await contestants[name]?.(folder, postgres);
if (contestant === undefined) throw new TypeError(`${name} is none of ${Object.keys(contestants).join(', ')}`);
const { server, token, close } = contestant;
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.once('message', () => {
  server.close();
  server.closeAllConnections();
  void Promise.resolve(close())
    .then(() => rm(folder, { recursive: true }))
    .then(() => {
      process.disconnect();
    });
});
const address = server.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;
process.send?.({ port, token } satisfies ReadyServer);
