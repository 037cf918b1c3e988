import { createHash } from 'node:crypto';
import type { Employee } from '../employee/employee.ts';
import type { Issue } from '../contract/map-report.ts';
import type { Link, Member } from '../directory/member.ts';
import { normaliseEmail } from '../normalise/email.ts';
import { isCompleteRead, type ReadReport } from '../read/read-report.ts';
import { dayInZone } from '../reconcile/day-in-zone.ts';
import { employmentOf, type Employment } from '../reconcile/employment.ts';
import { findMissing } from '../reconcile/find-missing.ts';
import { linkByEmail } from '../reconcile/link-by-email.ts';
import type { Policy } from '../reconcile/policy.ts';
import { removalGuard } from '../reconcile/removal-guard.ts';
import { byText, teamsFromManagers, type Teams } from '../reconcile/teams-from-managers.ts';
import { canonicalJson } from './canonical-json.ts';
import { decidePerson, invalidEmailsOf, removal, type PersonOutcome } from './decide-person.ts';
import { isRemoval, type Operation, type PersonDecision, type Plan } from './plan.ts';

export interface PlanInput {
  /** Your id of the read, a new one for each: evidence cites it. */
  readonly readId: string;
  /** Everybody the read delivered. With fewer than the report counts nobody is missing, and the plan says so. */
  readonly employees: readonly Employee[];
  /** From the pages of the read (`read.pages()`); they tell an invalid work e-mail from a missing one (rule J3). */
  readonly issues: readonly Issue[];
  readonly report: ReadReport;
  readonly members: readonly Member[];
  readonly links: readonly Link[];
  readonly policy: Policy;
  readonly now: Date;
  /** Employees of the last read whose plan was confirmed. */
  readonly previousHeadCount?: number | undefined;
}

/**
 * Decides what a read means for the members of a platform. Pure and deterministic: the same input in any order gives the
 * same plan with the same hash (rule A5). Linear in employees and members.
 */
export function createPlan(input: PlanInput): Plan {
  const employees = [...input.employees].sort((a, b) => byText(a.id, b.id));
  const employment = employmentsOf(employees, input);
  const outcomes = [...decideEverybody(employees, employment, input), ...decideMissing(employees, input)];
  outcomes.sort((a, b) => byText(a.decision.employeeId, b.decision.employeeId));
  const operations = inOrder(outcomes.flatMap((outcome) => outcome.operations));
  const people = outcomes.map(({ decision }) => decision);
  const { carriedOut, held } = guarded(operations, input);
  const body = {
    version: 1 as const,
    readId: input.readId,
    now: input.now.toISOString(),
    operations: carriedOut,
    held,
    people,
    teams: input.policy.teams ? teamsOf(employees, employment, people, input) : null,
    notes: notesOf(input),
  };
  return { ...body, hash: createHash('sha256').update(canonicalJson(body)).digest('hex') };
}

function employmentsOf(employees: readonly Employee[], { now, policy }: PlanInput): ReadonlyMap<string, Employment> {
  const options = { today: dayInZone(now), timeZone: policy.timeZone, accessDaysBeforeStart: policy.accessDaysBeforeStart };
  return new Map(employees.map((employee) => [employee.id, employmentOf(employee, options)]));
}

function decideEverybody(
  employees: readonly Employee[],
  employments: ReadonlyMap<string, Employment>,
  input: PlanInput,
): PersonOutcome[] {
  const { members, links, policy, readId } = input;
  const employmentById = (id: string): Employment => employments.get(id) ?? { state: 'unknown', rule: 'S3' };
  const linking = linkByEmail({ employees, members, links, mayLink: ({ id }) => employmentById(id).state === 'eligible' });
  const invalid = invalidEmailsOf(input.issues);
  const holders = new Map(members.map((member) => [normaliseEmail(member.email) ?? member.email, member]));
  return employees.map((employee) =>
    decidePerson({
      employee,
      employment: employmentById(employee.id),
      linking: linking(employee),
      policy,
      readId,
      invalidEmail: invalid.has(employee.id),
      holderOf: (email) => holders.get(email),
    }),
  );
}

/** Rules V2 and V7: absence counts after a complete read only. */
function decideMissing(employees: readonly Employee[], { report, links, members, policy, readId }: PlanInput): PersonOutcome[] {
  if (!isCompleteRead(report) || !isWhole(employees, report)) return [];
  const present = new Set(employees.map(({ id }) => id));
  const memberById = new Map(members.map((member) => [member.id, member]));
  return findMissing(links, present, report).flatMap(({ link, reads }) => {
    const member = memberById.get(link.memberId);
    if (member === undefined || member.status === 'revoked' || member.status === 'archived') return [];
    const { employeeId } = link;
    const evidence = {
      readId,
      field: 'absence' as const,
      value: `${String(reads)} of ${String(policy.missingReads)} complete reads`,
    };
    const reason = `not in ${evidence.value}`;
    if (reads >= policy.missingReads) return [removal({ employeeId, member, policy, rule: 'V2', reason, evidence })];
    const count: Operation = {
      kind: 'count_missing',
      key: `missing:${employeeId}:${readId}`,
      employeeId,
      memberId: member.id,
      reads,
      rule: 'V2',
      reason,
      evidence,
      inverse: 'none',
    };
    return [
      {
        decision: { employeeId, situation: 'missing' as const, rule: 'V2' as const, reason, memberId: member.id },
        operations: [count],
      },
    ];
  });
}

const order: Readonly<Record<Operation['kind'], number>> = {
  link: 0,
  reactivate: 1,
  create: 2,
  update: 3,
  change_email: 4,
  count_missing: 5,
  revoke: 6,
  archive: 6,
};

function inOrder(operations: readonly Operation[]): Operation[] {
  return [...operations].sort((a, b) => order[a.kind] - order[b.kind]);
}

function guarded(operations: readonly Operation[], input: PlanInput): { carriedOut: readonly Operation[]; held: Plan['held'] } {
  const removals = operations.filter(isRemoval);
  const { links, employees, previousHeadCount, policy } = input;
  const reason = removalGuard(
    { removals: removals.length, managed: links.length, headCount: employees.length, previousHeadCount },
    policy.guard,
  );
  if (reason === undefined) return { carriedOut: operations, held: null };
  return {
    carriedOut: operations.filter((operation) => !isRemoval(operation)),
    held: { reason, rule: 'V3', operations: removals },
  };
}

function teamsOf(
  employees: readonly Employee[],
  employments: ReadonlyMap<string, Employment>,
  people: readonly PersonDecision[],
  { report }: PlanInput,
): Teams | null {
  // Without managers in the read there is no hierarchy to follow; an absent field clears nothing (rule M2).
  if (report.coverage.managerId === undefined || report.coverage.managerId.absent === report.employees) return null;
  const inTeams = new Set(
    people
      .filter(({ situation }) => situation === 'managed' || situation === 'invited' || situation === 'protected')
      .map(({ employeeId }) => employeeId),
  );
  const tree = employees
    .filter(({ id }) => employments.get(id)?.state === 'eligible')
    .map(({ id, managerId }) => ({ employeeId: id, managerId: managerId ?? null, hasMember: inTeams.has(id) }));
  return teamsFromManagers({ people: tree, managerOf: new Map(employees.map(({ id, managerId }) => [id, managerId ?? null])) });
}

/** Whoever hands in a part of a read must not have the rest counted as missing. */
function isWhole(employees: readonly Employee[], report: ReadReport): boolean {
  return employees.length === report.employees;
}

function notesOf({ report, employees }: PlanInput): string[] {
  const notes: string[] = [...report.warnings];
  if (!isCompleteRead(report)) notes.unshift(`the read is not complete (${report.because}): nobody counts as missing`);
  if (!isWhole(employees, report)) {
    const counts = `${String(employees.length)} of the ${String(report.employees)} employees of the read`;
    notes.unshift(`the plan was given ${counts}: nobody counts as missing`);
  }
  for (const gap of report.permissionGaps)
    notes.push(`permission "${gap.permission}" seems to be missing: ${gap.fields.join(', ')} were not delivered`);
  if (report.quarantinedCount > 0)
    notes.push(`${String(report.quarantinedCount)} records could not be understood: these people are left as they are`);
  return notes;
}
