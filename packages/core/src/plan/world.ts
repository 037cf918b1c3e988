import { hasAccess, managedTextFields, type Link, type ManagedTextField, type Member } from '../directory/member.ts';
import type { Employee, EmployeeField } from '../employee/employee.ts';
import { normaliseEmail } from '../normalise/email.ts';
import { dayInZone } from '../scope/day-in-zone.ts';
import { employmentOf, type Employment } from '../scope/employment.ts';
import { createEntityMapping, type EntityAnswer } from '../scope/entity-of.ts';
import { createFilter, type FilterAnswer } from '../scope/match-filter.ts';
import type { Resolution } from '../store/store.ts';
import { byText } from './by-text.ts';
import { invalidEmailsOf } from './invalid-emails.ts';
import type { Evidence } from './operation.ts';
import type { PlanInput, Standing } from './plan-input.ts';

/** Somebody in another connection of the customer. */
export interface Elsewhere {
  readonly connectionId: string;
  readonly standing: Standing;
}

/** The input of one plan, indexed once: every rule looks people up here and walks nothing. */
export interface World {
  readonly input: PlanInput;
  readonly connectionId: string;
  /** By id, in order. */
  readonly employees: readonly Employee[];
  readonly employeeById: ReadonlyMap<string, Employee>;
  readonly employments: ReadonlyMap<string, Employment>;
  readonly memberById: ReadonlyMap<string, Member>;
  /** By normalised address; one member in nearly every case. */
  readonly membersByEmail: ReadonlyMap<string, Member | readonly Member[]>;
  /** Links of this connection by employee. */
  readonly linkByEmployee: ReadonlyMap<string, Link>;
  /** The link, of whatever connection, that holds a member. */
  readonly linkByMember: ReadonlyMap<string, Link>;
  readonly resolutions: ReadonlyMap<string, readonly Resolution[]>;
  /** Managed fields that are written as text, in alphabetical order. */
  readonly textFields: readonly ManagedTextField[];
  readonly invalidEmails: ReadonlySet<string>;
  readonly duplicates: ReadonlySet<string>;
  readonly protectedIds: ReadonlySet<string>;
  /** In scope of another connection, by work e-mail; null where several are. */
  readonly elsewhereByEmail: ReadonlyMap<string, Elsewhere | null>;
  readonly elsewhereByKey: ReadonlyMap<string, Standing>;
  /** Employees of other connections who are linked already. */
  readonly linkedElsewhere: ReadonlySet<string>;
  /** How many employable records carry each work e-mail. */
  readonly carriers: ReadonlyMap<string, number>;
  readonly timeZoneOf: (employee: Employee) => string;
  readonly today: (timeZone: string) => string;
  readonly inFilter: (employee: Employee) => FilterAnswer;
  readonly entityOf: (employee: Employee) => EntityAnswer | null;
}

export function createWorld(input: PlanInput): World {
  const connectionId = input.connectionId ?? 'local';
  const employees = [...input.employees].sort((a, b) => byText(a.id, b.id));
  const today = dayInZone(input.now);
  const { policy } = input;
  const options = { today, timeZone: policy.timeZone, accessDaysBeforeStart: policy.accessDaysBeforeStart };
  const filter = input.filter ?? { match: 'everybody' };
  const linkByEmployee = new Map<string, Link>();
  const linkByMember = new Map<string, Link>();
  const linkedElsewhere = new Set<string>();
  for (const link of input.links) {
    if (link.connectionId !== connectionId) linkedElsewhere.add(employeeKey(link.connectionId, link.employeeId));
    if (link.connectionId === connectionId) linkByEmployee.set(link.employeeId, link);
    if (link.connectionId === connectionId || !linkByMember.has(link.memberId)) linkByMember.set(link.memberId, link);
  }
  const employments = new Map(employees.map((employee) => [employee.id, employmentOf(employee, options)]));
  const entityOf = input.entities == null ? () => null : createEntityMapping(input.entities);
  return {
    input,
    connectionId,
    employees,
    employeeById: new Map(employees.map((employee) => [employee.id, employee])),
    employments,
    memberById: new Map(input.members.map((member) => [member.id, member])),
    membersByEmail: byEmail(input.members),
    linkByEmployee,
    linkByMember,
    resolutions: Map.groupBy(input.resolutions ?? [], ({ employeeId }) => employeeId),
    textFields: managedTextFields.filter((field) => policy.managedFields.includes(field)).sort(byText),
    invalidEmails: invalidEmailsOf(input.issues),
    duplicates: new Set(input.report.duplicateIds),
    protectedIds: new Set(input.protectedMemberIds),
    ...elsewhere(input),
    linkedElsewhere,
    carriers: carriersOf(employees, employments),
    timeZoneOf: (employee) => employee.workLocation?.timeZone ?? policy.timeZone,
    today,
    inFilter: createFilter(filter),
    entityOf,
  };
}

function byEmail(members: readonly Member[]): Map<string, Member | Member[]> {
  const index = new Map<string, Member | Member[]>();
  for (const member of members) {
    const email = normaliseEmail(member.email);
    if (email === undefined) continue;
    const there = index.get(email);
    if (there === undefined) index.set(email, member);
    else if (Array.isArray(there)) there.push(member);
    else index.set(email, [there, member]);
  }
  return index;
}

function carriersOf(employees: readonly Employee[], employments: ReadonlyMap<string, Employment>): ReadonlyMap<string, number> {
  const carriers = new Map<string, number>();
  for (const { id, workEmail } of employees) {
    if (workEmail == null || employments.get(id)?.state !== 'eligible') continue;
    carriers.set(workEmail, (carriers.get(workEmail) ?? 0) + 1);
  }
  return carriers;
}

function elsewhere({ others = [] }: PlanInput): Pick<World, 'elsewhereByEmail' | 'elsewhereByKey'> {
  const elsewhereByEmail = new Map<string, Elsewhere | null>();
  const elsewhereByKey = new Map<string, Standing>();
  for (const { connectionId, people } of others) {
    for (const standing of people) {
      elsewhereByKey.set(employeeKey(connectionId, standing.employeeId), standing);
      if (!standing.inScope || standing.workEmail === null) continue;
      elsewhereByEmail.set(standing.workEmail, elsewhereByEmail.has(standing.workEmail) ? null : { connectionId, standing });
    }
  }
  return { elsewhereByEmail, elsewhereByKey };
}

/** One text for an employee of a connection; ids hold no newline. */
export function employeeKey(connectionId: string, employeeId: string): string {
  return `${connectionId}\n${employeeId}`;
}

export function membersWith(world: World, email: string): readonly Member[] {
  const found = world.membersByEmail.get(email);
  return found === undefined ? [] : Array.isArray(found) ? (found as readonly Member[]) : [found as Member];
}

export function isProtected(world: World, member: Member): boolean {
  return member.protected || world.protectedIds.has(member.id);
}

export function resolutionOf(world: World, employeeId: string, kind: Resolution['kind']): Resolution | undefined {
  return world.resolutions.get(employeeId)?.find((resolution) => resolution.kind === kind);
}

/** Does this person have access that a removal would end? */
export function canGetIn(member: Member): boolean {
  return hasAccess(member);
}

/** Cites a field of the record by the vendor's own path; the value only where it is a status word or a day. */
export function evidenceOf(world: World, employee: Employee, field: EmployeeField): Evidence {
  const { readId, fieldPaths } = world.input;
  return { field, path: fieldPaths?.[field] ?? field, readId, value: shownValue(employee, field) };
}

const shown = new Set<EmployeeField>(['status', 'startDate', 'terminationDate']);

function shownValue(employee: Employee, field: EmployeeField): string {
  const value = employee[field];
  if (value === undefined) return 'not delivered';
  if (value === null) return 'none';
  return shown.has(field) && typeof value === 'string' ? value : 'present';
}
