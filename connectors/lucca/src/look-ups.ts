import { valueAt, type CustomerConfig, type EmployeeField, type ReadContext } from '@rollcall/core';
import { lookUps, rowsByOwner } from '@rollcall/http';
import type { manifest } from './manifest.ts';
import { luccaPages, type Query } from './pages.ts';
import { Row, type LuccaPage } from './schema.ts';

const always = ['employees', 'employments', 'job-positions', 'departments', 'legal-entities', 'business-establishments'];

/** One that the application lacks makes Lucca refuse the whole log-in: only what was granted is asked for. */
export function scopesOf({ optionalScopes = [], customFields = [] }: CustomerConfig<typeof manifest>): readonly string[] {
  const forCustomFields = customFields.length > 0 ? ['employee-attributes.readonly'] : [];
  return [...always.map((name) => `${name}.readonly`), ...optionalScopes, ...forCustomFields];
}

/** Lists whose rows belong to an employee by the id that stands at this path, and the fields that they serve. */
const lists: Readonly<Record<string, readonly [path: string, ...fields: EmployeeField[]]>> = {
  departments: ['position.department.id', 'department'],
  'business-establishments': ['position.businessEstablishment.id', 'workLocation'],
  'legal-entities': ['employment.legalEntity.id', 'legalEntity'],
  'employment-templates': ['employment.template.id', 'employmentType', 'employmentTypeLabel'],
  'job-qualifications': ['position.jobQualification.id', 'jobTitle'],
  'employee-personal-records': ['employee.id', 'personalEmail', 'bankAccount'],
  'employee-attributes': ['employee.id', 'customFields'],
};

type ToRecord = (employee: unknown, embedded: LuccaPage['embedded']) => object;

/** Reads these lists, for everybody or for one employee. Gives what puts an employee and the rows that belong to them together. */
export async function readLookUps(context: ReadContext<typeof manifest>, employeeId?: string): Promise<ToRecord> {
  const { config, now } = context;
  const scopes = scopesOf(config);
  const ofEmployee = { 'employee.id': employeeId };
  const chosen = { 'definition.id': config.customFields?.join(), 'applicability.asOf': now.toISOString().slice(0, 10) };
  const attributes = { ...ofEmployee, ...chosen };
  // Of lists whose rows name their employee; the rows of the others are found by their own id.
  const queries: Readonly<Record<string, Query>> = { 'employee-personal-records': ofEmployee, 'employee-attributes': attributes };
  // A personal record brings the bank account along, wanted or not.
  const schema = context.wants('bankAccount') ? Row : Row.transform((row) => ({ ...row, bankAccount: undefined }));
  const entries = Object.entries(lists).map(([list, [, ...fields]]) => {
    const name = `${list}.readonly`;
    const query = queries[list];
    const ownerOf = ({ id, employee }: Row): unknown => (query === undefined ? id : employee?.['id']);
    const read = () => rowsByOwner(luccaPages(context, `/lucca-api/${list}`, query), schema, ownerOf);
    return [list, { name, fields: scopes.includes(name) ? fields : [], read }] as const;
  });
  const tables = await lookUps(context, Object.fromEntries(entries));
  return (employee, embedded) => {
    const embeddedAt = (type: string, path: string): unknown => embedded?.[type]?.[String(valueAt(employee, path))] ?? {};
    const employment = embeddedAt('employment', 'applicableEmployment.id');
    const record = { employee, employment, position: embeddedAt('job-position', 'applicableJobPosition.id') };
    const rowsAt = (list: string, path: string) => tables[list] && (tables[list].get(String(valueAt(record, path))) ?? []);
    const rows = Object.entries(lists).map(([list, [path]]) => [list, rowsAt(list, path)] as const);
    return { ...record, ...Object.fromEntries(rows) };
  };
}
