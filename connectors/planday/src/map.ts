import { bankAccount, customFields, employmentTypeOf, mapFields, plainDate } from '@rollcall/core';
import { statusByDates, text, valueAt, type MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { PlandayRecord } from './schema.ts';

type Person = PlandayRecord['person'];
type Id = Person['supervisorId'];
type Day = string | null | undefined;

const read = mapFields(manifest.fieldPaths, (record: ReturnType<typeof joined>, context: MapContext) => {
  const { person, isActive, detail } = record;
  const startDate = plainDate(valueAt(record, manifest.fieldPaths.startDate), context, 'startDate');
  // Whoever was reactivated keeps the moment of the last deactivation.
  const lastDay = isActive === true ? person.deactivationDate : valueAt(record, manifest.fieldPaths.terminationDate);
  const end = plainDate(lastDay, context, 'terminationDate');
  const terminationDate = isActive === true && end != null && end < context.today ? null : end;
  const stated = statedBy(isActive, lastDay, end, context.today);
  const bank = person.bankAccount;
  const accountNumber = typeof bank === 'string' ? bank : valueAt(person, 'bankAccount.accountNumber');
  const custom = Object.entries(detail ?? {}).filter(([key]) => key.startsWith('custom_'));
  const values = detail && custom.map(([key, field]) => [key, valueAt(field, 'value')] as const);
  return {
    startDate,
    terminationDate,
    status: statusByDates({ startDate, terminationDate, stated }, context),
    ...employmentTypeOf(valueAt(record, manifest.fieldPaths.employmentType), context),
    phone: phoneOf(person, context),
    bankAccount: bankAccount({ sortCode: valueAt(person, 'bankAccount.registrationNumber'), accountNumber }, context),
    customFields: customFields(values, context),
  };
});

/**
 * One person. The list that has them is their status. A dismissal is entered ahead, so neither its date nor its type ends
 * anybody. Days are calendar days. Source: https://openapi.planday.com/api/hr and /guides/hr-guide (2026-11).
 */
export const toEmployee = (record: PlandayRecord, context: MapContext) => read(joined(record), context);

/** A person and what their ids stand for. The detail names the manager, a list the record as supervisor, which has an id of its own. */
function joined({ person, detail, ...lists }: PlandayRecord) {
  const { employeeGroups: groups, supervisorId } = person;
  const rowOf = (rows: PlandayRecord['types'], id: Id) => (id == null ? id : { ...rows?.get(String(id)), id });
  const employeeId = rowOf(lists.supervisors, supervisorId)?.employeeId ?? undefined;
  return {
    person,
    isActive: lists.isActive,
    detail: detail ?? undefined,
    department: rowOf(lists.departments, siteOf(person)),
    employeeGroup: rowOf(lists.groups, groups && (groups[0] ?? null)),
    employeeType: rowOf(lists.types, person.employeeTypeId),
    supervisor: supervisorId == null ? supervisorId : { employeeId },
  };
}

/** Whoever is deactivated but has a dismissal that lies ahead still works; with a last day that cannot be read, they may. */
function statedBy(isActive: boolean | undefined, lastDay: unknown, end: Day, today: string): 'active' | 'terminated' | 'unknown' {
  if (isActive === true) return 'active';
  if (isActive === undefined || (lastDay !== undefined && end === undefined)) return 'unknown';
  return end != null && end > today ? 'active' : 'terminated';
}

/** The primary department, else the only one: of several nobody knows which. */
function siteOf({ primaryDepartmentId, departments }: Person): Id {
  if (primaryDepartmentId != null || departments == null || departments.length > 1) return primaryDepartmentId;
  return departments[0] ?? null;
}

/** In the lists numbers begin with the dialling prefix, in the detail they do not (release notes, 2026-09). */
function phoneOf(person: Person, context: MapContext): string | null | undefined {
  const numbers = ['cellPhone', 'phone'].map((kind) => {
    const number = text(valueAt(person, `${kind}WithoutCountryPrefix | ${kind}`), context, 'phone');
    const prefix = text(person[`${kind}CountryPrefix`], context, 'phone') ?? '';
    return number == null || number.startsWith('+') ? number : `${prefix}${number}`;
  });
  return text(valueAt(numbers, '0 | 1'), context, 'phone');
}
