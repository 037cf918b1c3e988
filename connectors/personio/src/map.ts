import {
  bankAccount,
  email,
  group,
  identifier,
  instant,
  oneOf,
  plainDate,
  statusOf,
  text,
  type CustomerConfig,
  type EmployeeDraft,
  type EmployeeStatus,
  type EmploymentType,
  type MapContext,
  type MapReport,
} from '@rollcall/core';
import { attributeOf, customFieldsOf } from './attributes.ts';
import type { manifest } from './manifest.ts';
import type { Organisation, PersonioEmployment, PersonioRecord } from './schema.ts';

const statuses = { ACTIVE: 'active', LEAVE: 'leave', ONBOARDING: 'preboarding', INACTIVE: 'terminated' } as const;

type Context = MapContext & { readonly config: CustomerConfig<typeof manifest> };

/**
 * One person with the employment that counts. Days are calendar days without zone and ends are inclusive; `contract_end_date`
 * reminds and never ends anybody. Source: https://developer.personio.de/reference/persons-1 and
 * reference/get_v2-persons-person-id-employments (2026-11).
 */
export function toEmployee({ person, employments, organisation }: PersonioRecord, context: Context): EmployeeDraft {
  const employment = employmentThatCounts(employments ?? [], context.today);
  const attributes = person.custom_attributes;
  const chosen = (field: 'employeeNumber' | 'personalEmail' | 'phone'): unknown =>
    attributeOf(attributes, context.config.attributes?.[field]);
  const startDate = plainDate(employment?.employment_start_date, context, 'startDate');
  const terminationDate = plainDate(endOf(employment), context, 'terminationDate');
  return {
    id: identifier(person.id, context, 'id') ?? undefined,
    employeeNumber: text(chosen('employeeNumber'), context, 'employeeNumber'),
    workEmail: email(person.email, context, 'workEmail'),
    personalEmail: email(chosen('personalEmail'), context, 'personalEmail'),
    firstName: text(person.first_name, context, 'firstName'),
    lastName: text(person.last_name, context, 'lastName'),
    preferredName: text(person.preferred_name, context, 'preferredName'),
    status: hasEnded(startDate, terminationDate, context.today)
      ? 'terminated'
      : toStatus(person.status, employments, employment, context),
    employmentType: toEmploymentType(employment?.type, context),
    employmentTypeLabel: text(unspecified(employment?.type), context, 'employmentTypeLabel'),
    startDate,
    terminationDate,
    jobTitle: text(inside(employment?.position, 'title'), context, 'jobTitle'),
    department: group(named(orgUnitOf(employment, 'department'), organisation.departments), context, 'department'),
    team: group(named(orgUnitOf(employment, 'team'), organisation.teams), context, 'team'),
    legalEntity: group(named(inside(employment?.legal_entity, 'id'), organisation.legalEntities), context, 'legalEntity'),
    costCenter: group(named(heaviestOf(employment), organisation.costCenters), context, 'costCenter'),
    workLocation: group(named(inside(employment?.office, 'id'), organisation.workplaces), context, 'workLocation'),
    managerId: identifier(inside(employment?.supervisor, 'id'), context, 'managerId'),
    phone: text(chosen('phone'), context, 'phone'),
    bankAccount: bankAccount({ iban: attributeOf(attributes, 'iban') }, context),
    customFields: customFieldsOf(attributes, context),
    updatedAt: instant(later(person.updated_at, employment?.updated_at), context, 'updatedAt'),
  };
}

const silent: MapReport = { note: () => undefined };

/**
 * Somebody rehired has several: the one that runs, else the one that is to come, else the most recent, which comes first.
 * One whose last day has passed does not run any more, whatever its status still says, and ends nobody who has another.
 */
function employmentThatCounts(employments: readonly PersonioEmployment[], today: string): PersonioEmployment | undefined {
  const going = employments.filter((employment) => {
    const startDate = plainDate(employment.employment_start_date, silent, 'startDate');
    return !hasEnded(startDate, plainDate(endOf(employment), silent, 'terminationDate'), today);
  });
  const latest = (...statuses: readonly string[]): PersonioEmployment | undefined =>
    going
      .filter(({ status }) => status != null && statuses.includes(status))
      .toSorted((a, b) => (b.employment_start_date ?? '').localeCompare(a.employment_start_date ?? ''))[0];
  return latest('ACTIVE', 'LEAVE') ?? latest('ONBOARDING') ?? employments[0];
}

// The employments of a person whose sub-list did not come are unknown, whatever the person's own coarse status says.
function toStatus(
  personStatus: unknown,
  employments: unknown,
  employment: PersonioEmployment | undefined,
  context: Context,
): EmployeeStatus {
  if (employments === null) return 'unknown';
  return statusOf(unspecified(employment?.status) ?? unspecified(personStatus), statuses, context);
}

// The status is set to INACTIVE at 00:00 UTC of the day after the last day; until that has happened the date says it.
function hasEnded(startDate: string | null | undefined, terminationDate: string | null | undefined, today: string): boolean {
  return terminationDate != null && terminationDate < today && terminationDate >= (startDate ?? '');
}

// Null only where Personio says that there is no end: a notice that was withdrawn has to clear the date.
function endOf(employment: PersonioEmployment | undefined): unknown {
  const stated = [inside(employment?.termination, 'termination_date'), employment?.employment_end_date];
  return stated.find((day) => day != null) ?? (stated.includes(null) ? null : undefined);
}

/** INTERNAL says who employs, not how: it is kept as the label only. */
function toEmploymentType(type: unknown, context: Context): EmploymentType | null | undefined {
  return type === 'INTERNAL' ? null : oneOf(unspecified(type), { EXTERNAL: 'contractor' }, context, 'employmentType');
}

function unspecified(word: unknown): unknown {
  return word === 'UNSPECIFIED' ? null : word;
}

function inside(object: Readonly<Record<string, unknown>> | null | undefined, key: string): unknown {
  return object == null ? object : object[key];
}

function named(id: unknown, names: Organisation['teams']): { id: unknown; name: unknown } {
  return { id, name: typeof id === 'string' || typeof id === 'number' ? names?.get(String(id))?.name : undefined };
}

function orgUnitOf(employment: PersonioEmployment | undefined, type: 'department' | 'team'): unknown {
  const units = employment?.org_units;
  return units == null ? units : (units.find((unit) => unit.type?.toLowerCase() === type)?.id ?? null);
}

function heaviestOf(employment: PersonioEmployment | undefined): unknown {
  const centers = employment?.cost_centers;
  return centers == null ? centers : (centers.toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0))[0]?.id ?? null);
}

function later(a: string | null | undefined, b: string | null | undefined): string | null | undefined {
  return a == null || (b != null && Date.parse(b) > Date.parse(a)) ? (b ?? a) : a;
}
