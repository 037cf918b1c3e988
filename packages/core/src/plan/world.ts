import { hasAccess, managedTextFields, type ManagedField, type ManagedTextField, type Member } from '../directory/member.ts';
import type { Employee, EmployeeField } from '../employee/employee.ts';
import { dayInZone } from '../scope/day-in-zone.ts';
import { employmentOf, zoneOf, type Employment, type EmploymentOptions } from '../scope/employment.ts';
import { createEntityMapping, type EntityAnswer } from '../scope/entity-of.ts';
import type { EntityMapping } from '../scope/filter.ts';
import { createFilter, type FilterAnswer } from '../scope/match-filter.ts';
import { isCompleteRead } from '../read/read-report.ts';
import type { Resolution } from '../store/store.ts';
import { byText } from './by-text.ts';
import type { Evidence } from './operation.ts';
import { createMemberSearch } from './member-search.ts';
import { peopleOf } from './people-of.ts';
import type { Lookup, Person } from './person.ts';
import type { PlanInput, Standing } from './plan-input.ts';
import { searchAnyOrder, searchSorted, type Search } from './search.ts';
import { employeeKey, tiesOf, type Holder, type Ties } from './ties-of.ts';

/** Somebody in another connection of the customer. */
export interface Elsewhere {
  readonly connectionId: string;
  readonly standing: Standing;
}

/** The input of one plan, indexed once: every rule looks people up here and walks nothing. */
export interface World extends Ties {
  readonly input: PlanInput;
  readonly connectionId: string;
  /** By id, in order. */
  readonly employees: readonly Employee[];
  /** The same with what is looked up of each, in the same order. */
  readonly persons: readonly Person[];
  readonly personById: Search<Person>;
  readonly employeeById: Lookup<Employee>;
  readonly employments: Lookup<Employment>;
  readonly memberById: Lookup<Member> & { readonly size: number };
  /** Whose this normalised address is, by id: one member in nearly every case. Made when somebody is looked for. */
  readonly membersWith: (email: string) => readonly Member[];
  /** Of this connection, the newest first. */
  readonly resolutions: ReadonlyMap<string, readonly Resolution[]>;
  /** Managed fields that are written as text, in alphabetical order. */
  readonly textFields: readonly ManagedTextField[];
  readonly managesText: { readonly [Field in ManagedTextField]: boolean };
  readonly invalidEmails: ReadonlySet<string>;
  readonly duplicates: ReadonlySet<string>;
  /** Were there, though their record could not be read. */
  readonly quarantined: ReadonlySet<string>;
  readonly protectedIds: ReadonlySet<string>;
  /** In scope of other connections, by work e-mail. */
  readonly elsewhereByEmail: ReadonlyMap<string, readonly Elsewhere[]>;
  readonly elsewhereByKey: ReadonlyMap<string, Standing>;
  readonly timeZoneOf: (employee: Employee) => string;
  readonly today: (timeZone: string) => string;
  readonly inFilter: (employee: Employee) => FilterAnswer;
  readonly entityOf: (employee: Employee) => EntityAnswer | null;
  /** What was cited: by nearly everybody the same few words and days. */
  readonly cited: Map<string, Evidence>;
}

export function createWorld(input: PlanInput): World {
  const connectionId = input.connectionId ?? 'local';
  const { policy } = input;
  const { employees, duplicates, invalidEmails } = peopleOf(input);
  const today = dayInZone(input.now, policy.timeZone);
  const entityOf = input.entities == null ? () => null : createEntityMapping(input.entities);
  const entityZone = entityZones(input.entities ?? null, entityOf);
  const { accessDaysBeforeStart, timeZone } = policy;
  const options = { today, timeZone, entityZone, accessDaysBeforeStart };
  const holders = searchAnyOrder(
    input.members.map((member): Holder => ({ member, link: undefined })),
    ({ member }) => member.id,
  );
  const persons = employees.map((employee): Person => {
    const employment = employmentOf(employee, options);
    return { employee, employment, link: undefined, member: undefined, placedAs: undefined };
  });
  const personById = searchSorted(persons, ({ employee }) => employee.id);
  return {
    input,
    connectionId,
    employees,
    persons,
    personById,
    employeeById: { get: (id) => personById.get(id)?.employee, has: (id) => personById.has(id) },
    employments: { get: (id) => personById.get(id)?.employment, has: (id) => personById.has(id) },
    memberById: { get: (id) => holders.get(id)?.member, has: (id) => holders.has(id), size: input.members.length },
    membersWith: createMemberSearch(input.members, persons),
    ...tiesOf(input.links, { connectionId, holders, persons, personById }),
    resolutions: resolutionsOf(input.resolutions ?? [], connectionId),
    managesText: flagsOf(policy.managedFields),
    textFields: managedTextFields.filter((field) => policy.managedFields.includes(field)).sort(byText),
    invalidEmails,
    duplicates,
    quarantined: new Set(input.report.quarantinedIds),
    protectedIds: new Set(input.protectedMemberIds),
    ...elsewhere(input),
    timeZoneOf: (employee) => zoneOf(employee, options),
    today,
    inFilter: createFilter(input.filter ?? { match: 'everybody' }),
    entityOf,
    cited: new Map(),
  };
}

function flagsOf(managed: readonly ManagedField[]): World['managesText'] {
  return Object.fromEntries(managedTextFields.map((field) => [field, managed.includes(field)])) as Record<
    ManagedTextField,
    boolean
  >;
}

/** Nobody is looked for where no entity has a zone of its own. */
function entityZones(entities: EntityMapping | null, entityOf: World['entityOf']): EmploymentOptions['entityZone'] {
  if (entities?.rules.some(({ timeZone }) => timeZone !== undefined) !== true) return undefined;
  return (employee) => {
    const answer = entityOf(employee);
    return answer?.kind === 'mapped' ? entities.rules[answer.rule]?.timeZone : undefined;
  };
}

/** What was said last counts, in whatever order it is given. */
function resolutionsOf(given: readonly Resolution[], connectionId: string): ReadonlyMap<string, readonly Resolution[]> {
  const own = given.filter((resolution) => resolution.connectionId === connectionId);
  own.sort((a, b) => byText(b.at, a.at) || byText(a.memberId ?? '', b.memberId ?? ''));
  return Map.groupBy(own, ({ employeeId }) => employeeId);
}

function elsewhere({ others = [] }: PlanInput): Pick<World, 'elsewhereByEmail' | 'elsewhereByKey'> {
  const elsewhereByEmail = new Map<string, Elsewhere[]>();
  const elsewhereByKey = new Map<string, Standing>();
  for (const { connectionId, people } of others) {
    for (const standing of people) {
      elsewhereByKey.set(employeeKey(connectionId, standing.employeeId), standing);
      if (!standing.inScope || standing.workEmail === null) continue;
      const there = elsewhereByEmail.get(standing.workEmail);
      if (there === undefined) elsewhereByEmail.set(standing.workEmail, [{ connectionId, standing }]);
      else there.push({ connectionId, standing });
    }
  }
  return { elsewhereByEmail, elsewhereByKey };
}

/** Has the plan been given everybody there is (rules V2, V7)? Only then does it say anything that somebody is not in it. */
export function isWholeRead({ input: { report }, employees }: World): boolean {
  return isCompleteRead(report) && report.employees > 0 && employees.length >= report.employees;
}

export function isProtected(world: World, member: Member): boolean {
  return member.protected || world.protectedIds.has(member.id);
}

export function resolutionOf(world: World, employeeId: string, kind: Resolution['kind']): Resolution | undefined {
  if (world.resolutions.size === 0) return undefined;
  return world.resolutions.get(employeeId)?.find((resolution) => resolution.kind === kind);
}

/** Does this person have access that a removal would end? */
export function canGetIn(member: Member): boolean {
  return hasAccess(member);
}

/** Cites a field of the record by the vendor's own path; the value only where it is a status word or a day. */
export function evidenceOf(world: World, employee: Employee, field: EmployeeField): Evidence {
  const { readId, fieldPaths } = world.input;
  const value = shownValue(employee, field);
  const name = `${field} ${value}`;
  const known = world.cited.get(name);
  if (known !== undefined) return known;
  const evidence: Evidence = { field, path: fieldPaths?.[field] ?? field, readId, value };
  world.cited.set(name, evidence);
  return evidence;
}

const shown = new Set<EmployeeField>(['status', 'startDate', 'terminationDate']);

function shownValue(employee: Employee, field: EmployeeField): string {
  const value = employee[field];
  if (value === undefined) return 'not delivered';
  if (value === null) return 'none';
  return shown.has(field) && typeof value === 'string' ? value : 'present';
}
