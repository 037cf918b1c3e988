import { writeFileSync } from 'node:fs';
import { createPlan, autoProvision, readEmployees } from '@rollcall/core';
import { withServer } from './with-server.ts';
import { benchVendors } from './vendors.ts';
const n = Number(process.argv[2] ?? 20000);
await withServer('bamboohr', n, async (server) => {
  const read = readEmployees(benchVendors[0]!.connector, { config: server.config as never, clock: { now: () => server.now }, http: { origins: server.origins } });
  const employees: unknown[] = [];
  for await (const page of read.pages()) for (const e of page.employees) employees.push(e);
  const report = await read.report;
  const plan = createPlan({ connectionId: 'c0ffee00-1111-4222-8333-444455556666', readId: 'deadbeef-1111-4222-8333-444455556666', employees, issues: [], report, members: [], links: [], policy: autoProvision, now: server.now } as never);
  writeFileSync('/tmp/sp/data.json', JSON.stringify({ employees, people: plan.people, operations: plan.operations }));
  console.log(employees.length, plan.operations.length);
  console.log(JSON.stringify(employees[5])); console.log(JSON.stringify(plan.people[5])); console.log(JSON.stringify(plan.operations[5]));
});
