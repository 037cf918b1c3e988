import { personio } from '@rollcall/connector-personio';
import { personioSandbox } from '@rollcall/connector-personio/sandbox';
import { createPlan, inviteGated, readEmployees, type Employee, type Issue } from '@rollcall/core';
import { createTwin, startSandbox } from '@rollcall/sandbox';

// A company of forty in a Personio that runs on this machine. With a real account: your own config, and no `http`.
const sandbox = await startSandbox(personioSandbox, { twin: createTwin({ size: 40 }) });
const { config, origins } = sandbox;

const read = readEmployees(personio, { config, http: { origins } });
const employees: Employee[] = [];
const issues: Issue[] = [];
for await (const page of read.pages()) {
  employees.push(...page.employees);
  issues.push(...page.issues);
}
const report = await read.report;
console.log(`${report.outcome}: ${report.employees} employees in ${report.requests} requests`);

// Your users, and who of them is tied to whom. Here: one user, nobody tied.
const email = employees.find(({ status, workEmail }) => status === 'active' && workEmail)?.workEmail ?? '';
const members = [{ id: 'u1', email, status: 'active', protected: false, values: {} } as const];
const platform = { members, links: [], policy: inviteGated, now: new Date() };

const plan = createPlan({ readId: 'first', employees, issues, report, ...platform });
for (const { kind, rule, reason } of plan.operations) console.log(`${kind} (${rule}): ${reason}`);
const candidates = plan.people.filter(({ situation }) => situation === 'candidate');
console.log(`${candidates.length} people wait under "Add people"; nobody has been given access`);
await sandbox.close();
