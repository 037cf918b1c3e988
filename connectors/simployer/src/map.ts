import { bankAccount, customFields, employmentTypeOf, instant, mapFields, periodThatCounts, plainDate } from '@rollcall/core';
import { statusByDates, statusOf, valueAt } from '@rollcall/core';
import type { EmployeeDraft, EmployeeField, EmployeeStatus, EmploymentDays, MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { Relations, SimployerRecord } from './schema.ts';

type Day = EmploymentDays['startDate'];

/**
 * One employee. The end date is read as the last day; what has no value is absent and not null.
 * Source: https://docs.alexishr.com, Employee and Employment (2026-11).
 */
export const toEmployee = mapFields(manifest.fieldPaths, (record: SimployerRecord, context: MapContext) => {
  const { employee, employmentType } = record;
  const { iban, bic, clearing: sortCode, number: accountNumber } = employee.bankAccount ?? {};
  return {
    ...standingOf(record, context),
    ...employmentTypeOf(employmentType?.['name'], context),
    bankAccount: employee.bankAccount && bankAccount({ iban, bic, sortCode, accountNumber }, context),
    customFields: customFields(employee.custom && Object.entries(employee.custom), context),
  };
});

/**
 * Puts employees together with the relations of their page, which stand beside them once each, and with the lists that are
 * no relation. Source: https://docs.alexishr.com, Get Many Employees (2026-11).
 */
export function joinerOf(relations: Relations, today: string) {
  const { costCenter = [], effectiveCostCenter = [], ...others } = relations ?? {};
  const lists = Object.entries({ ...others, costCenter: [...costCenter, ...effectiveCostCenter] });
  const tables = new Map(lists.map(([name, rows]) => [name, groupedBy(keys[name], rows)]));
  const rowsOf = (table: string, id: unknown) => tables.get(table)?.get(id) ?? [];
  /** The row behind an id; the id alone where there is none, and nothing where no id is delivered. */
  const named = (table: string, id: unknown) => (id === undefined ? undefined : (rowsOf(table, id)[0] ?? { id }));
  return (employee: unknown) => {
    const id = valueAt(employee, 'id');
    const employment = periodThatCounts(rowsOf('employment', id), today, { start, end });
    const department = named('department', valueAt(employee, 'departmentId'));
    const at = (path: string) => valueAt({ employee, employment, department }, path);
    return {
      ...{ employee, employment, department },
      employmentType: named('employmentType', at('employee.employmentTypeId | employment.typeId')),
      office: named('office', at('employee.officeId')),
      company: named('company', at('employee.companyId')),
      team: named('team', relations?.teamReference && valueAt(rowsOf('teamReference', id)[0] ?? { teamId: null }, 'teamId')),
      // Who has none of their own is booked to that of the department.
      costCenter: named('costCenter', at('employee.costCenterId | department.effectiveCostCenterId | department.costCenterId')),
    };
  };
}

const keys: Readonly<Record<string, string>> = { employment: 'employeeId', teamReference: 'employeeId' };
const groupedBy = (key = 'id', rows: readonly unknown[] = []) => Map.groupBy(rows, (row) => valueAt(row, key));
const start = (row: unknown) => localDay(valueAt(row, 'startDate'));
const end = (row: unknown) => localDay(valueAt(row, 'effectiveEndDate | endDate'));

const midnightAhead = /T(?:1[3-9]|2[0-3]):(?:00|15|30|45):00(?:\.0+)?Z$/i;

/**
 * A day as `plainDate` reads it. Days come as midnight in UTC, or as midnight of a place east of Greenwich, which is the
 * evening before in UTC (22:00Z or 23:00Z in Sweden): then the nearest midnight is meant, which epoch milliseconds stand for.
 */
function localDay(value: unknown): unknown {
  if (typeof value !== 'string' || !midnightAhead.test(value)) return value;
  // A day that does not exist is left to be noted: here it would become another one.
  const moment = instant(value, { note: () => undefined }, 'startDate');
  return moment == null ? value : Date.parse(moment);
}

/** A start after an end that is past is that of somebody hired again: the end belongs to an earlier employment. */
function standingOf(record: SimployerRecord, context: MapContext): EmployeeDraft {
  const dayAt = (path: string, field: EmployeeField) => plainDate(localDay(valueAt(record, path)), context, field);
  const hired = dayAt('employee.hireDate | employment.startDate', 'startDate');
  const lastDay = dayAt('employee.endDate', 'terminationDate');
  const began = dayAt('employment.startDate', 'startDate');
  const hasLeft = isAfter(context.today, lastDay);
  const startDate = hasLeft && isAfter(began, lastDay) ? began : hired;
  const isRehired = hasLeft && isAfter(startDate, lastDay);
  const nextEnd = isRehired && startDate === began ? plainDate(end(record.employment) ?? null, context, 'terminationDate') : null;
  const days = { startDate, terminationDate: isRehired ? nextEnd : lastDay };
  return { ...days, status: statusFrom(record.employee.active, days, isRehired, context) };
}

function statusFrom(active: unknown, days: EmploymentDays, isRehired: boolean, context: MapContext): EmployeeStatus {
  // Who begins again after an end that is ahead may still be here until then.
  if (isAfter(days.startDate, days.terminationDate)) return 'unknown';
  const word = active == null ? undefined : statusOf(active, { true: 'active', false: 'terminated' }, context);
  if (word !== 'terminated') return statusByDates({ ...days, stated: word }, context);
  // Inactive is also who has not started yet.
  if (isAfter(days.startDate, context.today)) return 'preboarding';
  // Beside an employment that goes on it is one word against another, and makes nobody a leaver.
  const goesOn = days.terminationDate == null ? isRehired : days.terminationDate >= context.today;
  return goesOn ? 'unknown' : 'terminated';
}

const isAfter = (day: Day, other: Day): boolean => day != null && other != null && day > other;
