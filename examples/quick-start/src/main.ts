import { personio } from '@rollcall/connector-personio';
import { personioSandbox } from '@rollcall/connector-personio/sandbox';
import { applyPlan, createPlan, inviteGated, readEmployees, type Link, type LinkStore } from '@rollcall/core';
import { createTwin, startSandbox } from '@rollcall/sandbox';
import { sqliteDirectory } from '@rollcall/store-sql/directory';

// A company of forty in a Personio that runs on this machine. With a real account: your own config, and no `http`.
const sandbox = await startSandbox(personioSandbox, { twin: createTwin({ size: 40 }) });
const { config, origins } = sandbox;

const read = readEmployees(personio, { config, http: { origins } });
const pages = await Array.fromAsync(read.pages());
const employees = pages.flatMap((page) => page.employees);
const issues = pages.flatMap((page) => page.issues);
const report = await read.report;
console.log(`${report.outcome}: ${report.employees} employees in ${report.requests} requests`);

// Your users, and who of them is tied to whom. Here: one user, nobody tied; in a database that lives in memory.
const directory = sqliteDirectory({ customerId: 'acme' });
await directory.addMember({ email: employees.find(({ status }) => status === 'active')?.workEmail ?? '' });
const ties = new Map<string, Link>();

const state = { members: await directory.members(), links: [...ties.values()], policy: inviteGated, now: new Date() };
const plan = createPlan({ readId: 'first', employees, issues, report, ...state });
for (const { kind, rule, reason } of plan.operations) console.log(`${kind} (${rule}): ${reason}`);
const candidates = plan.people.filter(({ situation }) => situation === 'candidate');
console.log(`${candidates.length} people wait under "Add people"; nobody has been given access`);

const links: LinkStore = {
  links: () => Promise.resolve([...ties.values()]),
  put: (link) => Promise.resolve(void ties.set(link.employeeId, link)),
  remove: (link) => Promise.resolve(void ties.delete(link.employeeId)),
};
const { done } = await applyPlan(plan, { directory, links });
console.log('applied:', done);
await sandbox.close();
