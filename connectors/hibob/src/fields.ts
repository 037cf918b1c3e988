import type { EmployeeField, ReadContext } from '@rollcall/core';
import { toField, type Field } from './field.ts';
import type { manifest } from './manifest.ts';

/** What is read, by Bob's own field ids (https://apidocs.hibob.com/reference/people, 2026-11). */
export const fields = {
  id: toField('root.id'),
  email: toField('root.email'),
  firstName: toField('root.firstName'),
  surname: toField('root.surname'),
  displayName: toField('root.displayName'),
  startDate: toField('work.startDate'),
  title: toField('work.title'),
  department: toField('work.department'),
  site: toField('work.site'),
  siteId: toField('work.siteId'),
  reportsTo: toField('work.reportsTo'),
  manager: toField('work.manager'),
  employeeNumber: toField('work.employeeIdInCompany'),
  workPhone: toField('work.workPhone'),
  access: toField('internal.status'),
  lifecycle: toField('internal.lifecycleStatus'),
  terminationDate: toField('internal.terminationDate'),
  employmentType: toField('payroll.employment.type'),
  contract: toField('payroll.employment.contract'),
  privateEmail: toField('home.privateEmail'),
  mobilePhone: toField('home.mobilePhone'),
} as const;

const always: readonly Field[] = [fields.id, fields.access, fields.lifecycle, fields.terminationDate, fields.startDate];

const whenWanted: readonly (readonly [EmployeeField, ...Field[]])[] = [
  ['workEmail', fields.email],
  ['personalEmail', fields.privateEmail],
  ['firstName', fields.firstName],
  ['lastName', fields.surname],
  ['preferredName', fields.displayName],
  ['employeeNumber', fields.employeeNumber],
  ['employmentType', fields.contract, fields.employmentType],
  ['employmentTypeLabel', fields.contract, fields.employmentType],
  ['jobTitle', fields.title],
  ['department', fields.department],
  ['workLocation', fields.site, fields.siteId],
  ['managerId', fields.reportsTo, fields.manager],
  ['phone', fields.workPhone, fields.mobilePhone],
];

/** The ids to ask for: what nobody wants is not sent. */
export function fieldsToRead(context: ReadContext<typeof manifest>): readonly string[] {
  const wanted = whenWanted.filter(([field]) => context.wants(field)).flatMap(([, ...read]) => read);
  const custom = context.wants('customFields') ? (context.config.customFields ?? []) : [];
  return [...new Set([...[...always, ...wanted].map(({ id }) => id), ...custom])];
}
