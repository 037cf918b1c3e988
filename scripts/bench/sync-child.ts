import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkConfiguration, createEngine, type MemberDirectory, type Store } from '@rollcall/core';
import { sqliteStore } from '@rollcall/store-sql';
import { sqliteDirectory } from '@rollcall/store-sql/directory';
import { loadVendor } from '../vendors/load-vendors.ts';

// A process of its own for each measurement: its peak of memory is that of one sync.
export interface SyncTask {
  readonly slug: string;
  readonly origins: Readonly<Record<string, string>>;
  readonly config: Readonly<Record<string, unknown>>;
  readonly now: string;
  /** How often to sync after the first time and the one after it, which still writes down who was linked to whom. */
  readonly again: number;
}

export interface SyncFigures {
  readonly firstMs: number;
  /** The sync after the first: it finds everybody linked who was created, and writes that down. */
  readonly secondMs: number;
  readonly againMs: readonly number[];
  readonly members: number;
  /** People and members written by all of the repeated syncs after the second. */
  readonly rowsAgain: number;
  /** Of the process until the end of the first sync. */
  readonly peakMiB: number;
}

const actor = { id: 'bench', kind: 'system' } as const;

async function measure(task: SyncTask): Promise<SyncFigures> {
  const { connector } = await loadVendor(task.slug);
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-bench-'));
  const counted = { rows: 0 };
  const store = countingStore(sqliteStore({ file: join(folder, 'store.db') }), counted);
  const directory = sqliteDirectory({ file: join(folder, 'members.db'), customerId: 'bench' });
  try {
    await store.migrate();
    const engine = createEngine({
      store,
      directory: () => countingDirectory(directory, counted),
      connectors: [connector],
      secrets: { current: 'k', keys: { k: Buffer.alloc(32, 1) } },
      clock: { now: () => new Date(task.now) },
      http: { origins: task.origins },
    });
    const customer = engine.customer('bench');
    const { connection } = await customer.connect({ actor, connector: task.slug, config: task.config });
    const configuration = checkConfiguration({ filter: { match: 'everybody' }, entities: null, policy: 'autoProvision' });
    const fresh = await customer.get(connection.id);
    // Confirmed while the company was empty: the first sync brings everybody.
    await store.connections.update({ ...fresh, state: 'connected', configuration, confirmedAt: task.now });
    const firstMs = await timed(() => customer.sync(connection.id));
    const peakMiB = process.resourceUsage().maxRSS / 1024;
    const againMs: number[] = [];
    const secondMs = task.again === 0 ? Number.NaN : await timed(() => customer.sync(connection.id));
    counted.rows = 0;
    for (let time = 0; time < task.again; time += 1) againMs.push(await timed(() => customer.sync(connection.id)));
    const { length } = await directory.members();
    return { firstMs, secondMs, againMs, members: length, rowsAgain: counted.rows, peakMiB };
  } finally {
    directory.close();
    await store.close();
    await rm(folder, { recursive: true });
  }
}

function countingStore(store: Store, counted: { rows: number }): Store {
  const { roster } = store;
  const counting: Store['roster'] = {
    digests: (id) => roster.digests(id),
    get: (id, employeeId) => roster.get(id, employeeId),
    page: (id, page) => roster.page(id, page),
    count: (id) => roster.count(id),
    put: (id, entries, fence) => {
      counted.rows += entries.length;
      return roster.put(id, entries, fence);
    },
    remove: (id, employeeIds, fence) => {
      counted.rows += employeeIds.length;
      return roster.remove(id, employeeIds, fence);
    },
  };
  return new Proxy(store, {
    get: (target, name) => (name === 'roster' ? counting : (Reflect.get(target, name) as unknown)),
  });
}

const changing = new Set([
  'create',
  'update',
  'changeEmail',
  'reactivate',
  'revoke',
  'archive',
  'setManager',
  'setEntity',
  'setBankAccount',
]);

function countingDirectory(directory: MemberDirectory, counted: { rows: number }): MemberDirectory {
  return new Proxy(directory, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== 'function') return value;
      if (changing.has(String(name))) {
        return (...given: unknown[]): unknown => {
          counted.rows += 1;
          return Reflect.apply(value, target, given) as unknown;
        };
      }
      return value.bind(target) as unknown;
    },
  });
}

async function timed(
  work: () => Promise<{ readonly run: { readonly state: string; readonly failed: number } }>,
): Promise<number> {
  globalThis.gc?.();
  const start = performance.now();
  const { run } = await work();
  const took = performance.now() - start;
  if (run.state !== 'done' || run.failed > 0) throw new TypeError(`the measured sync ended ${run.state}`);
  return took;
}

process.once('message', (task: SyncTask) => {
  void measure(task).then((figures) => {
    process.send?.(figures, () => {
      process.disconnect();
    });
  });
});
