import {
  createPlan,
  inviteGated,
  readEmployees,
  type AnyConnector,
  type Employee,
  type Issue,
  type Link,
  type Member,
  type Plan,
  type PlanInput,
  type Policy,
  type ReadReport,
} from '../../src/index.ts';
import { defineConnector, defineManifest, employeeSchema, proven, unproven } from '../../src/index.ts';
import { z } from 'zod';

export const now = new Date('2026-11-02T09:00:00Z');

export function employee(id: string, more: Partial<Employee> = {}): Employee {
  return {
    id,
    status: 'active',
    workEmail: `p${id}@fjordkiste.example`,
    firstName: `First${id}`,
    lastName: `Last${id}`,
    startDate: '2020-01-01',
    terminationDate: null,
    managerId: null,
    ...more,
  };
}

export function member(id: string, more: Partial<Member> = {}): Member {
  return {
    id: `m${id}`,
    email: `p${id}@fjordkiste.example`,
    status: 'active',
    protected: false,
    values: { firstName: `First${id}`, lastName: `Last${id}` },
    ...more,
  };
}

export function link(id: string, more: Partial<Link> = {}): Link {
  return {
    connectionId: 'local',
    employeeId: id,
    memberId: `m${id}`,
    state: 'managed',
    missingReads: 0,
    removalDue: null,
    removedAt: null,
    ...more,
  };
}

export interface World {
  readonly employees?: readonly Employee[];
  readonly members?: readonly Member[];
  readonly links?: readonly Link[];
  readonly policy?: Partial<Policy>;
  readonly issues?: readonly Issue[];
  readonly complete?: boolean;
  readonly now?: Date;
  readonly previousHeadCount?: number;
  readonly readId?: string;
  readonly more?: Partial<PlanInput>;
}

/** Plans for a small world, through a real read: only the reader makes complete reports. */
export async function planFor(world: World): Promise<Plan> {
  const { employees = [], members = [], links = [], policy, issues = [], complete = true, previousHeadCount } = world;
  return createPlan({
    readId: world.readId ?? 'read-1',
    employees,
    issues,
    report: await reportOf(employees, complete),
    members,
    links,
    policy: { ...inviteGated, ...policy },
    now: world.now ?? now,
    teams: { mode: 'follow', current: [] },
    ...(previousHeadCount !== undefined && {
      previous: { readId: 'read-0', employees: previousHeadCount, coverage: {}, unknownStatuses: 0 },
    }),
    ...world.more,
  });
}

export async function reportOf(employees: readonly Employee[], complete = true): Promise<ReadReport> {
  const read = readEmployees(paperConnector(employees, complete), { config: {}, clock: { now: () => now } });
  for await (const page of read.pages()) if (page.employees.length === 0) break;
  return read.report;
}

function paperConnector(employees: readonly Employee[], complete: boolean): AnyConnector {
  const manifest = defineManifest({
    slug: 'paper',
    name: 'Paper',
    category: 'hris',
    docsUrl: 'https://paper.example/docs',
    api: { version: '1', checked: '2026-11' },
    maturity: 'documented',
    delivery: 'pull',
    config: {},
    hosts: ['paper.example'],
    endpoints: { reads: [] },
    limits: { concurrency: 1 },
    pageSize: null,
    requests: '0',
    permissions: [],
    fields: ['id', 'status'],
    capabilities: { get: false, changes: 'none', webhook: false, push: false },
    setup: ['Nothing to do.'],
  });
  const client = (): never => {
    throw new TypeError('paper has no network');
  };
  return defineConnector({
    manifest,
    auth: { kind: 'none', connect: () => ({ get: client, post: client, send: client }) },
    record: employeeSchema.or(z.never()),
    async *list() {
      await Promise.resolve();
      if (employees.length > 0) yield employees;
      return complete ? proven({ by: 'single_answer', detail: 'on paper' }) : unproven('a page is missing');
    },
    map: (record) => record,
  });
}

/** Kinds and employees of what would be done, for short assertions. */
export function doings(plan: Plan): string[] {
  return plan.operations.map(({ kind, employeeId }) => `${kind} ${employeeId}`);
}

export function situationOf(plan: Plan, id: string): string | undefined {
  const found = plan.people.find(({ employeeId }) => employeeId === id);
  return found === undefined ? undefined : [found.situation, found.rule, found.code].filter(Boolean).join(' ');
}
