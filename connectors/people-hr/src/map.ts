import { bankAccount, customFields, email, employmentTypeOf, identifier, mapFields, plainDate } from '@rollcall/core';
import { statusByDates, valueAt, type EmployeeDraft, type MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import { apiColumns, type PeopleHrRecord } from './schema.ts';

/** A record with each value out of its wrapper. */
type Plain = Readonly<Record<string, unknown>>;

const read = mapFields(manifest.fieldPaths, (record: Plain, context: MapContext) => {
  const startDate = plainDate(record['StartDate'], context, 'startDate');
  const terminationDate = plainDate(record['LeavingDate'], context, 'terminationDate');
  const managerId = identifier(record['ReportsToEmployeeId'], context, 'managerId');
  const bank = (part: string): unknown => valueAt(record, `BankDetail.${part}`);
  const columns = apiColumns.map((name) => [name, valueAt(record, name)] as const).filter(([, value]) => value !== undefined);
  // An empty column is one that the account does not use.
  const used = columns.filter(([, value]) => value !== null);
  return {
    status: statusByDates({ startDate, terminationDate }, context),
    startDate,
    terminationDate,
    ...employmentTypeOf(record['EmploymentType'], context),
    managerId,
    managerEmail: managerId == null ? email(record['ReportsToEmailAddress'], context, 'managerEmail') : undefined,
    bankAccount: bankAccount(
      { sortCode: bank('BankCode'), accountNumber: bank('AccountNumber'), holder: bank('AccountName') },
      context,
    ),
    customFields: columns.length === 0 ? undefined : customFields(used, context),
  };
});

/**
 * One person. Days are calendar days without zone; an empty LeavingDate is none, and the last day is worked.
 * Source: https://apidocs.peoplehr.com, GetAllEmployeeDetail (2026-11).
 */
export function toEmployee(record: PeopleHrRecord, context: MapContext): EmployeeDraft {
  // A section that is null says of none of its fields that it is empty.
  const sections = { ContactDetail: unwrapped(record.ContactDetail ?? {}), BankDetail: unwrapped(record.BankDetail ?? {}) };
  return read({ ...unwrapped(record), ...sections }, context);
}

/** Values are wrapped or not. */
function unwrapped(members: object): Plain {
  const valueOf = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'DisplayValue' in value ? value.DisplayValue : value;
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, valueOf(value)]));
}
