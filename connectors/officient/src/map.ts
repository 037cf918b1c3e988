import { bankAccount, customFields, mapFields, oneOf, plainDate, statusByDates, text, valueAt } from '@rollcall/core';
import type { EmployeeStatus, MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { Flag, OfficientRecord } from './schema.ts';

const archived = { 0: 'stays', 1: 'left', false: 'stays', true: 'left' } as const;

/**
 * One person. Days are calendar days without zone; the first and the last one span all employments of somebody, and the last
 * one is worked. Whoever is archived need not have a last day, and whoever has left need not be archived.
 * Source: https://apidocs.officient.io/reference, Person detail (2026-11).
 */
export const toEmployee = mapFields(manifest.fieldPaths, (record: OfficientRecord, context: MapContext) => {
  const { person, listed } = record;
  const startDate = plainDate(valueAt(record, manifest.fieldPaths.startDate), context, 'startDate');
  const terminationDate = plainDate(valueAt(record, manifest.fieldPaths.terminationDate), context, 'terminationDate');
  const stated = statedBy([listed?.archived, person.deleted], context);
  return {
    ...namesOf(record, context),
    status: statusByDates({ startDate, terminationDate, stated }, context),
    startDate,
    terminationDate,
    bankAccount: bankAccount({ iban: person['bank_account_iban'], bic: person['bank_account_bic'] }, context),
    customFields: customFieldsOf(person['custom_fields'], context),
  };
});

/** The row and the details have a flag each. One that says neither yes nor no leaves everything open. */
function statedBy(flags: readonly Flag[], context: MapContext): EmployeeStatus | undefined {
  const said = flags.filter((flag) => flag != null).map((flag) => oneOf(String(flag), archived, context, 'status'));
  if (said.includes('left')) return 'terminated';
  return said.includes(undefined) ? 'unknown' : undefined;
}

/** Where only the whole name is filled in, it is cut at its first space. */
function namesOf(record: OfficientRecord, context: MapContext) {
  const firstName = text(record.person['first_name'], context, 'firstName');
  const lastName = text(record.person['last_name'], context, 'lastName');
  const whole = text(valueAt(record, 'person.name | listed.name'), context, 'lastName');
  if (firstName != null || lastName != null || whole == null) return { firstName, lastName };
  const [first = null, ...others] = whole.split(/\s+/);
  return { firstName: first, lastName: others.join(' ') || null };
}

/** The value of a chosen option is its id, beside which its name stands. */
function customFieldsOf(rows: unknown, context: MapContext) {
  if (Array.isArray(rows)) return customFields(rows.map(toEntry), context);
  if (rows != null) context.note('customFields', 'unreadable', 'a list of fields', rows);
  return undefined;
}

function toEntry(row: unknown): readonly [name: unknown, value: unknown] {
  return [valueAt(row, 'custom_field_name | custom_field_id'), valueAt(row, 'value_name | value')];
}
