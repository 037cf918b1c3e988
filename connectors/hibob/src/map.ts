import {
  bankAccount,
  customValue,
  email,
  group,
  identifier,
  phone,
  plainDate,
  text,
  type BankAccount,
  type CustomerConfig,
  type CustomValue,
  type EmployeeDraft,
  type EmployeeField,
  type MapContext,
} from '@rollcall/core';
import { toEmploymentType } from './employment-type.ts';
import { fields } from './fields.ts';
import { inside, machineValue, toField, type Field } from './field.ts';
import { listWords } from './list-words.ts';
import type { manifest } from './manifest.ts';
import type { HibobRecord } from './schema.ts';
import { toStatus } from './status.ts';

type Context = MapContext & { readonly config: CustomerConfig<typeof manifest> };

/**
 * One person. Days and ids come from the machine values, names of list items from `humanReadable`, whose dates are
 * written in the account's own format. Source: https://apidocs.hibob.com/docs/people-read-api-contract and
 * reference/people (2026-11).
 */
export function toEmployee({ person, bankAccounts }: HibobRecord, context: Context): EmployeeDraft {
  const machine = (field: Field): unknown => machineValue(person, field);
  const words = (field: Field, as: EmployeeField): unknown => listWords(person, field, context, as);
  const startDate = plainDate(machine(fields.startDate), context, 'startDate');
  const terminationDate = plainDate(machine(fields.terminationDate), context, 'terminationDate');
  return {
    id: identifier(machine(fields.id), context, 'id') ?? undefined,
    employeeNumber: text(machine(fields.employeeNumber), context, 'employeeNumber'),
    workEmail: email(machine(fields.email), context, 'workEmail'),
    personalEmail: email(machine(fields.privateEmail), context, 'personalEmail'),
    firstName: text(machine(fields.firstName), context, 'firstName'),
    lastName: text(machine(fields.surname), context, 'lastName'),
    preferredName: text(machine(fields.displayName), context, 'preferredName'),
    status: toStatus(person, { startDate, terminationDate }, context),
    ...toEmploymentType(person, context),
    startDate,
    terminationDate,
    jobTitle: text(words(fields.title, 'jobTitle'), context, 'jobTitle'),
    department: group({ id: machine(fields.department), name: words(fields.department, 'department') }, context, 'department'),
    workLocation: group({ id: machine(fields.siteId), name: words(fields.site, 'workLocation') }, context, 'workLocation'),
    managerId: identifier(managerOf(machine), context, 'managerId'),
    phone: phone(machine(fields.workPhone), context) ?? phone(machine(fields.mobilePhone), context),
    bankAccount: firstAccount(bankAccounts, context),
    customFields: customFieldsOf(person, context),
  };
}

/** Two spellings of the same value; at the top of the company both are null. */
function managerOf(machine: (field: Field) => unknown): unknown {
  const reportsTo = machine(fields.reportsTo);
  return inside(reportsTo, ['id']) ?? machine(fields.manager) ?? (reportsTo === null ? null : undefined);
}

/** The first row: how a salary is split between several is not documented in words that can be compared. */
function firstAccount(rows: HibobRecord['bankAccounts'], context: Context): BankAccount | null | undefined {
  const [row] = rows ?? [];
  if (row === undefined) return rows === undefined ? undefined : null;
  const { iban, bicOrSwift: bic, accountNumber, routingNumber } = row;
  return bankAccount({ iban, bic, accountNumber, routingNumber }, context);
}

/** Machine values by the ids that were configured; absent when none of them came. */
function customFieldsOf(person: unknown, context: Context): Record<string, CustomValue> | undefined {
  const ids = context.config.customFields ?? [];
  const values = ids.map((id) => [id, customValue(machineValue(person, toField(id)), context)] as const);
  const delivered = values.filter((entry): entry is readonly [string, CustomValue] => entry[1] !== undefined);
  return ids.length > 0 && delivered.length === 0 ? undefined : Object.fromEntries(delivered);
}
