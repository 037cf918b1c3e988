import { customFields, employmentTypeOf, group, mapFields, plainDate, statusByDates } from '@rollcall/core';
import type { EmployeeDraft, EmployeeField, MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { EureciaRecord } from './schema.ts';

const ownFields = ['additionalField1', 'additionalField2', 'additionalField3'];

/** One user. Source: github.com/Epitech-ops/eurecia, its types and recorded examples (2024-07). */
export const toEmployee = mapFields(manifest.fieldPaths, (record: EureciaRecord, context: MapContext) => {
  const own = ownFields.map((name) => [name, record.user[name]] as const).filter(([, value]) => value !== undefined);
  return {
    ...employmentOf(record.user, context),
    ...employmentTypeOf(record.user['workContract'], context),
    department: groupIn(record.departments, record.user['department'], context, 'department'),
    workLocation: groupIn(record.structures, record.user['structure'], context, 'workLocation'),
    customFields: customFields(own.length === 0 ? undefined : own, context),
  };
});

/**
 * There is no status: who is archived or whose departure has passed has left. A sheet leaves out what is empty; one that
 * says nothing of all this is one that may not be read. Days are midnights of the place, in milliseconds.
 */
function employmentOf(user: EureciaRecord['user'], context: MapContext): EmployeeDraft {
  const { hiringDate, entryDate, departureDate, archived } = user;
  if ([hiringDate, entryDate, departureDate, archived].every((value) => value === undefined)) return { status: 'unknown' };
  const startDate = plainDate((hiringDate || entryDate) ?? null, context, 'startDate');
  const departure = plainDate(departureDate ?? null, context, 'terminationDate');
  // A departure before the hire belongs to an earlier employment.
  const terminationDate = departure != null && departure < (startDate ?? '') ? null : departure;
  const stated = archived === true ? 'terminated' : startDate === undefined ? 'unknown' : undefined;
  return { status: statusByDates({ startDate, terminationDate, stated }, context), startDate, terminationDate };
}

/** Whether users name departments by id or by name is not documented: what is no id of the tree is the name. */
function groupIn(names: EureciaRecord['departments'], value: unknown, context: MapContext, field: EmployeeField) {
  const id = String(value);
  return group(names?.has(id) === false ? { name: value } : { id: value, name: names?.get(id) }, context, field);
}
