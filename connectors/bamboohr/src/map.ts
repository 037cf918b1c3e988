import {
  customValue,
  email,
  group,
  identifier,
  instant,
  oneOf,
  plainDate,
  statusOf,
  text,
  type CustomerConfig,
  type CustomValue,
  type EmployeeDraft,
  type EmployeeStatus,
  type MapContext,
} from '@rollcall/core';
import type { manifest } from './manifest.ts';
import type { BambooRecord } from './schema.ts';

type Context = MapContext & { readonly config: CustomerConfig<typeof manifest> };
type Row = BambooRecord['fields'];
type Day = string | null | undefined;

const statuses = { Active: 'active', Inactive: 'terminated' } as const;

/** The account defines these words; the first five are BambooHR's own examples. Others stay a label. */
const employmentTypes = {
  'Full-Time': 'full_time',
  'Part-Time': 'part_time',
  Contractor: 'contractor',
  Intern: 'intern',
  Temporary: 'temporary',
  'Fixed-Term': 'fixed_term',
  Apprentice: 'apprentice',
} as const;

/**
 * One row of the employee dataset. Days are calendar days without zone. Group names are texts without ids; `country` is
 * the home address and says nothing about the place of work.
 * Source: https://documentation.bamboohr.com/reference/get-data-from-dataset-v2 (2026-11).
 */
export function toEmployee(record: BambooRecord, context: Context): EmployeeDraft {
  const { fields: row } = record;
  const startDate = plainDate(row.hireDate, context, 'startDate');
  const terminationDate = endOfThisStint(startDate, plainDate(row.terminationDate, context, 'terminationDate'));
  // The word that replaces the employment type when somebody leaves is none.
  const employmentType = row.employmentStatus === 'Terminated' ? null : row.employmentStatus;
  return {
    id: identifier(row.eeid, context, 'id') ?? undefined,
    employeeNumber: text(row.employeeNumber, context, 'employeeNumber'),
    workEmail: email(row.email, context, 'workEmail'),
    personalEmail: email(row.homeEmail, context, 'personalEmail'),
    firstName: text(row.firstName, context, 'firstName'),
    lastName: text(row.lastName, context, 'lastName'),
    preferredName: text(row.preferredName, context, 'preferredName'),
    status: toStatus(row, startDate, terminationDate, context),
    employmentType: oneOf(employmentType, employmentTypes, context, 'employmentType'),
    employmentTypeLabel: text(employmentType, context, 'employmentTypeLabel'),
    startDate,
    terminationDate,
    jobTitle: text(row.jobInformationJobTitle, context, 'jobTitle'),
    department: group({ name: row.jobInformationDepartment }, context, 'department'),
    division: group({ name: row.jobInformationDivision }, context, 'division'),
    workLocation: group({ name: row.jobInformationLocation }, context, 'workLocation'),
    managerId: managerOf(record, context),
    phone: phoneOf(row, context),
    customFields: customFieldsOf(row, context),
    updatedAt: instant(row.lastChanged, context, 'updatedAt'),
  };
}

/** An end before the start is of an earlier employment: after a rehire the old date may stay. */
function endOfThisStint(startDate: Day, terminationDate: Day): Day {
  return startDate != null && terminationDate != null && terminationDate < startDate ? null : terminationDate;
}

/** Datasets report future starters as `Inactive`, so only the hire date tells them from leavers. */
function toStatus(row: Row, startDate: Day, terminationDate: Day, context: Context): EmployeeStatus {
  if (startDate != null && startDate > context.today) return 'preboarding';
  const status = statusOf(row.status, statuses, context);
  const hasEnded = terminationDate != null && terminationDate < context.today;
  if (startDate === undefined && status !== 'unknown' && (status === 'terminated') !== hasEnded) {
    context.note('status', 'unreadable', 'a hire date beside it', row.hireDate);
    return 'unknown';
  }
  return status === 'active' && hasEnded ? 'terminated' : status;
}

/** `supervisorEid` is the manager's id, `supervisorId` their employee number. */
function managerOf({ fields: row, idByNumber }: BambooRecord, context: Context): string | null | undefined {
  if (idByNumber === undefined) return identifier(row.supervisorEid, context, 'managerId');
  const number = text(row.supervisorId, context, 'managerId');
  if (number == null) return number;
  const id = idByNumber.get(number);
  if (id == null) context.note('managerId', 'unknown_value', 'the employee number of one person', row.supervisorId);
  return id ?? undefined;
}

function phoneOf(row: Row, context: Context): string | null | undefined {
  const work = text(row.workPhone, context, 'phone');
  if (typeof work === 'string') return work;
  const mobile = text(row.mobilePhone, context, 'phone');
  // Only two empty phones say that there is none.
  return work === undefined && mobile === null ? undefined : mobile;
}

function customFieldsOf(row: Row, context: Context): Record<string, CustomValue> | undefined {
  let fields: Record<string, CustomValue> | undefined;
  for (const name of context.config.customFields ?? []) {
    const value = Object.hasOwn(row, name) ? customValue(row[name], context) : undefined;
    if (value !== undefined) fields = { ...fields, [name]: value };
  }
  return fields;
}
