import { createPlan, autoProvision, readEmployees } from '@rollcall/core';
import { createShare } from '../../packages/core/src/engine/run/share.ts';
import { withServer } from './with-server.ts';
import { benchVendors } from './vendors.ts';
const n = Number(process.argv[2] ?? 100000);
const mem = (what: string) => { const before = process.memoryUsage(); globalThis.gc?.(); const m = process.memoryUsage(); console.log(what.padEnd(20), 'rss', (before.rss/1e6).toFixed(0), 'heapUsed before gc', (before.heapUsed/1e6).toFixed(0), 'after', (m.heapUsed/1e6).toFixed(0), 'ext', (m.external/1e6).toFixed(0)); };
await withServer('bamboohr', n, async (server) => {
  mem('start');
  const read = readEmployees(benchVendors[0]!.connector, { config: server.config, clock: { now: () => server.now }, http: { origins: server.origins } });
  const employees = []; const share = createShare();
  for await (const page of read.pages()) for (const e of page.employees) employees.push(share(e));
  mem('read');
  const report = await read.report;
  const plan = createPlan({ readId: 'x', employees, issues: [], report, members: [], links: [], policy: autoProvision, now: server.now });
  mem('plan'); console.log(plan.operations.length, employees.length, employees[5]);
});
