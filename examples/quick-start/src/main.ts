import { personio } from '@rollcall/connector-personio';
import { personioSandbox } from '@rollcall/connector-personio/sandbox';
import { createPlan, inviteGated, readEmployees, type Employee } from '@rollcall/core';
import { createTwin, startSandbox } from '@rollcall/sandbox';

// A company of forty in a Personio that runs on this machine. With a real account, leave these lines and `http` out.
const sandbox = await startSandbox(personioSandbox, { twin: createTwin({ size: 40 }) });
const { clientId, clientSecret } = sandbox.config as { clientId: string; clientSecret: string };

const read = readEmployees(personio, { config: { clientId, clientSecret }, http: { origins: sandbox.origins } });
const employees: Employee[] = [];
for await (const employee of read) employees.push(employee);
const report = await read.report;
console.log(`${report.outcome}: ${report.employees} employees in ${report.requests} requests`);

// Your users, and who of them is tied to whom. Here: one user, nobody tied.
const someone = employees.find(({ status, workEmail }) => status === 'active' && workEmail);
const members = [{ id: 'u1', email: someone?.workEmail ?? '', status: 'active', protected: false, values: {} }] as const;

const plan = createPlan({
  readId: 'first',
  employees,
  issues: [],
  report,
  members,
  links: [],
  policy: inviteGated,
  now: new Date(),
});
for (const { kind, rule, reason } of plan.operations) console.log(`${kind} (${rule}): ${reason}`);
const candidates = plan.people.filter(({ situation }) => situation === 'candidate');
console.log(`${candidates.length} people wait under "Add people"; nobody has been given access`);

await sandbox.close();
