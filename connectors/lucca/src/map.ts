import { bankAccount, customFields, identifier, laterInstant, mapFields, oneOf, statusOf } from '@rollcall/core';
import { valueAt, type EmployeeDraft, type MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { LuccaRecord, Row } from './schema.ts';

const statuses = { active: 'active', upcoming: 'preboarding', deactivated: 'terminated' } as const;
const others = { elected: 'other', appointee: 'other', associate: 'other', volunteer: 'other', other: 'other' } as const;
const audiences = { external: 'contractor', student: 'intern', ...others } as const;

/**
 * Lucca works the status out from all employments of somebody, in the time zone of the establishment, so it is taken as it
 * stands. A last day is included, and a fixed term has one from its first day. Source:
 * https://developers.lucca.fr/api-reference/latest/employees/employee, employments/employment, employments/job-position (2026-11).
 */
export const toEmployee = mapFields(manifest.fieldPaths, (record: LuccaRecord, context: MapContext) => {
  const at = (path: string): unknown => valueAt(record, path);
  const managerId = identifier(at('position.manager.id'), context, 'managerId');
  const attributes = record['employee-attributes'];
  const changes = [at('employee.lastUpdatedAt'), at('employment.lastUpdatedAt'), at('position.lastUpdatedAt')];
  return {
    status: statusOf(at('employee.status'), statuses, context),
    employmentType: toEmploymentType(at('employment-templates.0.audience'), at('employment-templates.0.term'), context),
    // Somebody without a manager is often entered as their own.
    managerId: managerId === String(record.employee.id) ? null : managerId,
    bankAccount: toBankAccount(at('employee-personal-records.0.bankAccount'), context),
    customFields: customFields(attributes && valuesOf(attributes), context),
    updatedAt: laterInstant(changes, context, 'updatedAt'),
  };
});

/** By whom the template is for, else by its term; that a contract is permanent says nothing of our types. */
function toEmploymentType(audience: unknown, term: unknown, context: MapContext): EmployeeDraft['employmentType'] {
  if (audience != null && audience !== 'employee') return oneOf(audience, audiences, context, 'employmentType');
  return oneOf(term === 'permanent' ? null : term, { fixed: 'fixed_term' }, context, 'employmentType');
}

/**
 * `iban` and `bic` are of an earlier form, `accountNumber` and `routingNumber` of an example. Without an IBAN the bank is named
 * by its BIC or by a number of the country's own. Source:
 * https://developers.lucca.fr/api-reference/latest/employees/get-employee-personal-records (2026-11).
 */
function toBankAccount(details: unknown, context: MapContext): EmployeeDraft['bankAccount'] {
  if (details == null) return details;
  const bank = valueAt(details, 'bankIdentifier | bic | routingNumber');
  const isBic = typeof bank === 'string' && /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(bank);
  const isIban = valueAt(details, 'format') === 'iban' || valueAt(details, 'iban') != null;
  const account = valueAt(details, 'accountIdentifier | iban | accountNumber');
  return bankAccount({ [isIban ? 'iban' : 'accountNumber']: account, [isBic ? 'bic' : 'routingNumber']: bank }, context);
}

/** By definition. Several values of one come as rows of their own or as a list, and a choice is a reference. */
function valuesOf(rows: readonly Row[]): readonly (readonly [string, unknown])[] {
  const byDefinition = Object.groupBy(rows, ({ definition }) => String(definition?.['id']));
  return Object.entries(byDefinition).map(([definition, same = []]) => {
    const isList = same.length > 1 || Array.isArray(same[0]?.['value']);
    const values = same.flatMap(({ value }) => value).map((value) => valueAt(value, 'id') ?? value);
    return [definition, isList ? values.filter((value) => value !== null) : values[0]];
  });
}
