import {
  bankAccount,
  customFields,
  employmentTypeOf,
  mapFields,
  periodThatCounts,
  plainDate,
  statusOf,
  text,
} from '@rollcall/core';
import { valueAt, type EmployeeDraft, type EmployeeStatus, type MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { Assignation, SesameRecord } from './schema.ts';

const statuses = { active: 'active', inactive: 'terminated' } as const;

/** One person with the rows that count of other lists: undefined where they were not read, null where there is none. */
export function toEmployee({ approvers, departments, offices, ...record }: SesameRecord, context: MapContext): EmployeeDraft {
  const id = String(record.employee.id);
  const { contracts } = record;
  const person = {
    ...record,
    contract:
      contracts == null ? undefined : (periodThatCounts(contracts, context.today, { start: startOf, end: endOf }) ?? null),
    manager: approvers ? approverOf(approvers.get(id)) : record.chartManager,
    department: departments && (departments.get(id)?.toSorted(byAge)[0]?.department ?? null),
    office: offices && (offices.get(id)?.toSorted(byAge).at(-1)?.office ?? null),
  };
  return read(person, context);
}

type Person = Pick<SesameRecord, 'employee' | 'contracts'> & { readonly contract: unknown };

/** Empty text is written for none. Source: https://apidocs.sesametime.com (2026-11). */
const read = mapFields(manifest.fieldPaths, (person: Person, context: MapContext) => {
  const { employee, contract } = person;
  const startDate = plainDate(startOf(contract), context, 'startDate');
  const endDate = plainDate(endOf(contract), context, 'terminationDate');
  const stated = statusOf(valueAt(person, manifest.fieldPaths.status), statuses, context);
  const custom = employee.customFields?.map(({ slug, value }) => [slug, value] as const);
  return {
    status: toStatus(stated, person, startDate, context.today),
    startDate,
    // Contracts are prolonged late: of somebody who is active one that has run out ends nothing.
    terminationDate: stated === 'active' && endDate != null && endDate < context.today ? null : endDate,
    ...employmentTypeOf(valueAt(contract, 'contractTypeName'), context),
    bankAccount: toBankAccount(employee, context),
    customFields: customFields(custom, context),
  };
});

/** Newer answers write the days as `startAt` and `endAt`, older ones as `startDate` and `endDate`, or both (2026-11). */
const startOf = (contract: unknown): unknown => valueAt(contract, 'startAt | startDate');
const endOf = (contract: unknown): unknown => valueAt(contract, 'endAt | endDate');

/** The word decides, except before the first day. Whose first day could not be read may not have begun. */
function toStatus(stated: EmployeeStatus, { contracts }: Person, startDate: unknown, today: string): EmployeeStatus {
  // Left out on purpose.
  if (contracts === undefined || stated === 'unknown') return stated;
  if (contracts === null || startDate === undefined) return 'unknown';
  const isAhead = (start: unknown): boolean => typeof start === 'string' && start > today;
  return contracts.length > 0 && contracts.map(startOf).every(isAhead) ? 'preboarding' : stated;
}

function byAge(a: Assignation, b: Assignation): number {
  return Date.parse(a.createdAt ?? '') - Date.parse(b.createdAt ?? '') || 0;
}

const matters = ['vacation', 'check'];

/** Who approves time off, else who approves clock-ins; the first one of each. */
function approverOf(rows: readonly Assignation[] = []): Assignation['manager'] {
  const rank = ({ permission, order }: Assignation): number => matters.indexOf(permission ?? '') * 1000 + Number(order ?? 0);
  const named = rows.filter(({ manager, permission }) => manager != null && matters.includes(permission ?? ''));
  return named.toSorted((a, b) => rank(a) - rank(b))[0]?.manager ?? null;
}

/** The number is an IBAN or a local one. */
function toBankAccount(employee: SesameRecord['employee'], context: MapContext): EmployeeDraft['bankAccount'] {
  const number = text(employee.accountNumber, context, 'bankAccount');
  const kind = /^[a-z]{2}\s*\d/i.test(number ?? '') ? 'iban' : 'accountNumber';
  return bankAccount({ [kind]: number, ...(number != null && { bic: employee.bic }) }, context);
}
