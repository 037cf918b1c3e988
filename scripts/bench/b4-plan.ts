import { createPlan, inviteGated, readEmployees, type AnyConnector, type Employee, type PlanInput } from '@rollcall/core';
import { median, rounded, type BenchResult } from './result.ts';
import { withServer, type BenchServer } from './with-server.ts';
import { loadVendor } from '../vendors/load-vendors.ts';

const rounds = 7;

/** B4: the plan alone, everybody linked and teams on, against JSON.parse of the same employees. */
export async function benchPlan(people: number): Promise<BenchResult> {
  const { connector } = await loadVendor('bamboohr');
  const input = await withServer(connector.manifest.slug, people, (server) => worldOf(connector, server));
  const texts = input.employees.map((employee) => JSON.stringify(employee));
  const text = `[${texts.join(',')}]`;
  const plans: number[] = [];
  const parses: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const parse = timed(() => JSON.parse(text) as unknown);
    const plan = timed(() => createPlan(input));
    // The first pair warms up.
    if (round === 0) continue;
    parses.push(parse);
    plans.push(plan);
    ratios.push(plan / parse);
  }
  const value = rounded(median(ratios));
  const detail = `${String(input.employees.length)} employees × ${String(input.members.length)} members, teams on: plan ${String(Math.round(median(plans)))} ms, JSON.parse ${String(Math.round(median(parses)))} ms (medians of ${String(rounds)} pairs)`;
  return { id: 'B4', what: 'plan alone', value, unit: '× JSON.parse', limit: 1, aim: 0.5, ok: value <= 1, detail };
}

async function worldOf(connector: AnyConnector, { config, origins, now }: BenchServer): Promise<PlanInput> {
  const read = readEmployees(connector, { config, clock: { now: () => now }, http: { origins } });
  const employees: Employee[] = [];
  for await (const page of read.pages()) employees.push(...page.employees);
  const policy = inviteGated;
  const first = createPlan({
    readId: 'first',
    employees,
    issues: [],
    report: await read.report,
    members: [],
    links: [],
    policy: { ...policy, joiners: 'create' },
    now,
  });
  const members: PlanInput['members'][number][] = [];
  const links: PlanInput['links'][number][] = [];
  for (const operation of first.operations) {
    if (operation.kind !== 'create') continue;
    const id = `m${operation.employeeId}`;
    members.push({ id, email: operation.after.email, status: 'active', protected: false, values: operation.after.values });
    links.push({
      connectionId: 'local',
      employeeId: operation.employeeId,
      memberId: id,
      state: 'managed',
      missingReads: 0,
      removalDue: null,
      removedAt: null,
    });
  }
  return {
    readId: 'second',
    employees,
    issues: [],
    report: await read.report,
    members,
    links,
    policy,
    now,
    teams: { mode: 'follow', current: [] },
  };
}

function timed(work: () => unknown): number {
  globalThis.gc?.();
  const start = performance.now();
  work();
  return performance.now() - start;
}
