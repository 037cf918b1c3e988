import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { sqliteStore } from '@rollcall/store-sql';
import { sqliteDirectory } from '@rollcall/store-sql/directory';
import { digestOf } from '../../packages/core/src/engine/run/store-roster.ts';
const which = (process.argv[2] ?? 'roster,append,create,settle,settleRandom,digests,links,members').split(',');
const times = Number(process.argv[3] ?? 3);
const batchSize = Number(process.argv[4] ?? 1000);
const data = JSON.parse(readFileSync('/tmp/sp/data.json', 'utf8'));
// Vendor order by plan order? operations sorted by employee id.
const refText = JSON.stringify(Array.from({ length: 4000 }, (_, i) => ({ id: String(i), a: 'abc' + i, b: { c: i, d: null, e: [1, 2, 3] }, f: 'x'.repeat(60) })));
const cpu = () => { const u = process.cpuUsage(); return u.user + u.system; };
const out = new Map<string, { us: number[]; ref: number[] }>();
function reference() { const s = cpu(); for (let i = 0; i < 5; i++) JSON.parse(refText); return (cpu() - s) / 5; }
async function part(name: string, count: number, work: (i: number) => Promise<void>, batches: number) {
  if (!which.includes(name) && !name.startsWith('_')) return;
  globalThis.gc?.();
  let us = 0; const refs: number[] = []; const sub: number[] = [];
  for (let i = 0; i < batches; i++) { if (i % 5 === 0) refs.push(reference()); const s = cpu(); await work(i); sub.push(cpu() - s); us += sub.at(-1)!; }
  const o = out.get(name) ?? { us: [], ref: [] }; o.us.push(us / count); o.ref.push(refs.reduce((a, b) => a + b) / refs.length); out.set(name, o);
}
const chunk = <T>(a: T[]) => { const r: T[][] = []; for (let i = 0; i < a.length; i += batchSize) r.push(a.slice(i, i + batchSize)); return r; };
  const decisions = new Map(data.people.map((p: any) => [p.employeeId, p]));
  const all = data.employees.map((employee: any) => { const decision = decisions.get(employee.id); return { employeeId: employee.id, employee, decision, bankAccount: null, bankFingerprint: null, digest: digestOf(employee, decision as never, null), json: { employee: JSON.stringify(employee), decision: JSON.stringify(decision) } }; });

for (let t = 0; t < times; t++) {
  const folder = mkdtempSync(join(tmpdir(), 'zz-parts-'));
  const store = sqliteStore({ file: join(folder, 's.db') });
  const dir = sqliteDirectory({ file: join(folder, 'd.db'), customerId: 'bench' });
  await store.migrate();
  const connectionId = randomUUID(); const runId = randomUUID();
  if (process.env.SORT) all.sort((a: any, b: any) => (a.employeeId < b.employeeId ? -1 : 1));
  const roster = chunk<any>(all);
  await part('roster', data.employees.length, (i) => store.roster.put(connectionId, roster[i] as never), roster.length);
  const ops = data.operations.map((op: any) => ({ ...op, key: `${runId}:create:${op.employeeId}` }));
  const at = new Date().toISOString();
  const entries = ops.map((operation: any, seq: number) => ({ connectionId, runId, seq, employeeId: operation.employeeId, memberId: null, operation, status: 'planned', at, result: null, errorCode: null, attempts: 0 }));
  const batches = chunk<any>(entries);
  await part('append', ops.length, (i) => store.journal.append(batches[i] as never), batches.length);
  const ids: string[] = [];
  const random = which.includes('settleRandom');
  await part('create', ops.length, async (i) => { await dir.inBatch!(async () => { for (const e of batches[i]!) ids.push(await dir.create(e.operation.after, e.operation.key)); }); }, batches.length);
  if (ids.length === 0) ops.forEach((_: any, i: number) => ids.push(String(i + 1)));
  if (random) for (let i = 0; i < ids.length; i++) ids[i] = randomUUID();
  await part(random ? 'settleRandom' : 'settle', ops.length, (i) => { const b = batches[i]!; return store.journal.settle({ connectionId, runId, at, removeLinks: [], outcomes: b.map((e) => ({ seq: e.seq, status: 'done' as const, attempts: 1, memberId: ids[e.seq]!, result: ids[e.seq]! })), putLinks: b.map((e) => ({ connectionId, employeeId: e.employeeId, memberId: ids[e.seq]!, state: 'managed' as const, missingReads: 0, removalDue: null, removedAt: null, workEmail: e.operation.after.email })) }); }, batches.length);
  await part('digests', data.employees.length, async () => { await store.roster.digests(connectionId); }, 1);
  await part('links', ops.length, async () => { await store.links.ofConnection(connectionId); }, 1);
  await part('members', ops.length, async () => { await dir.members(); }, 1);
  dir.close(); await store.close(); rmSync(folder, { recursive: true });
}
for (const [k, v] of out) { const med = (a: number[]) => a.toSorted((x, y) => x - y)[a.length >> 1]!; const r = v.us.map((u, i) => u / v.ref[i]! * 1000); console.log(k.padEnd(14), `${med(v.us).toFixed(2)} us/row  min ${Math.min(...v.us).toFixed(2)}  /ref(ms) median ${med(r).toFixed(2)} min ${Math.min(...r).toFixed(2)} ref ${med(v.ref).toFixed(0)}`); }
