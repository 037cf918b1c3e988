import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkConfiguration, createEngine } from '@rollcall/core';
import { sqliteStore } from '@rollcall/store-sql';
import { sqliteDirectory } from '@rollcall/store-sql/directory';
import { benchVendors } from './vendors.ts';
import { withServer } from './with-server.ts';
import { fetchAll } from './b1-read.ts';

const n = Number(process.argv[2] ?? 50000);
const again = Number(process.argv[3] ?? 1);
const actor = { id: 'bench', kind: 'system' } as const;
const refText = JSON.stringify(Array.from({ length: 4000 }, (_, i) => ({ id: String(i), a: 'abc' + i, b: { c: i, d: null, e: [1, 2, 3] }, f: 'x'.repeat(60) })));
const cpu = () => { const u = process.cpuUsage(); return u.user + u.system; };
function reference() { const s = cpu(); for (let i = 0; i < 30; i++) JSON.parse(refText); return (cpu() - s) / 30; }
const parts = new Map<string, { cpu: number; calls: number }>();
let stack: string[] = [];
let last = cpu();
const self = new Map<string, number>();
function tick(name: string) { const now = cpu(); const at = stack.at(-1) ?? 'engine'; self.set(at, (self.get(at) ?? 0) + now - last); last = now; void name; }
function wrapped<T extends object>(target: T, prefix: string): T {
  const cache = new Map<PropertyKey, unknown>();
  return new Proxy(target, { get(t, name) {
    if (cache.has(name)) return cache.get(name);
    const v = Reflect.get(t, name) as unknown; let out: unknown = v;
    if (typeof v === 'object' && v !== null) out = wrapped(v as object, `${prefix}.${String(name)}`);
    else if (typeof v === 'function') {
      const label = `${prefix}.${String(name)}`;
      if (label === 'directory.create' || label === 'directory.inBatch') out = v.bind(t);
      else out = async (...a: unknown[]) => { tick(label); stack.push(label); const p = parts.get(label) ?? { cpu: 0, calls: 0 }; p.calls++; parts.set(label, p); try { return await Reflect.apply(v as never, t, a); } finally { tick(label); stack.pop(); } };
    }
    cache.set(name, out); return out;
  } });
}
await withServer('bamboohr', n, async (server) => {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-zz-'));
  const rawStore = sqliteStore({ file: join(folder, 'store.db') });
  const store = wrapped(rawStore, 'store');
  const rawDir = sqliteDirectory({ file: join(folder, 'members.db'), customerId: 'bench' });
  const directory = wrapped(rawDir, 'directory');
  await store.migrate();
  const engine = createEngine({ store, directory: () => directory as never, connectors: [benchVendors[0]!.connector], secrets: { current: 'k', keys: { k: Buffer.alloc(32, 1) } }, clock: { now: () => server.now }, http: { origins: server.origins } });
  const customer = engine.customer('bench');
  const { connection } = await customer.connect({ actor, connector: 'bamboohr', config: server.config as never });
  const configuration = checkConfiguration({ filter: { match: 'everybody' }, entities: null, policy: 'autoProvision' });
  const fresh = await customer.get(connection.id);
  await store.connections.update({ ...fresh, state: 'connected', configuration, confirmedAt: server.now.toISOString() });
  await server.requests();
  for (let round = 0; round <= again; round++) {
    globalThis.gc?.();
    const r0 = reference();
    self.clear(); parts.clear(); stack = []; last = cpu();
    const marks: [string, number][] = [['start', cpu()]]; let phase = '';
    const t0 = performance.now();
    const { run } = await customer.sync(connection.id, { onProgress: (p: { phase: string }) => { if (p.phase !== phase) { (globalThis as any).phase?.(p.phase); phase = p.phase; marks.push([phase, cpu()]); } } } as never);
    const wall = performance.now() - t0;
    tick('end'); marks.push(['end', cpu()]);
    const r1 = reference();
    if (run.state !== 'done') console.log(run);
    const total = marks.at(-1)![1] - marks[0]![1];
    console.log(`#${round} ${n} people wall ${wall.toFixed(0)} ms cpu ${(total / 1000).toFixed(0)} ms = ${(total / n).toFixed(1)} us/person; ref ${r0.toFixed(0)}/${r1.toFixed(0)} us; done ${run.done}; total/ref ${(total / (r0 + r1) * 2 / n * 1000).toFixed(2)} RSS ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);
    for (let i = 1; i < marks.length; i++) console.log('   until', marks[i]![0], ((marks[i]![1] - marks[i - 1]![1]) / 1000).toFixed(0), 'ms');
    for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 9)) console.log('   self', k.padEnd(28), (v / 1000).toFixed(0).padStart(6), 'ms', (v / n).toFixed(2), 'us/person', parts.get(k)?.calls ?? '');
  }
  const requests = await server.requests();
  const restart = requests.findLastIndex((q) => q.url === requests[0]?.url);
  const req = requests.slice(restart);
  const f0 = cpu(); const t0 = performance.now(); await fetchAll(server, req); console.log('floor', (performance.now() - t0).toFixed(0), 'ms wall', ((cpu() - f0) / 1000).toFixed(0), 'ms cpu', req.length, 'requests');
  rawDir.close(); await rawStore.close(); await rm(folder, { recursive: true });
});
