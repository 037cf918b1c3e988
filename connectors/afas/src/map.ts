import { bankAccount, customFields, employmentTypeOf, identifier, instant, mapFields, oneOf } from '@rollcall/core';
import { periodThatCounts, place, plainDate, statusByDates, text, valueAt } from '@rollcall/core';
import type { EmployeeDraft, EmployeeStatus, MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import { isOurs, type AfasRecord, type EmploymentRow, type Unit } from './schema.ts';

type Source = { readonly row: EmploymentRow } & Pick<AfasRecord, 'units'>;

const read = mapFields(manifest.fieldPaths, ({ row, units }: Source, context: MapContext) => {
  const startDate = plainDate(row['EmploymentStart'], context, 'startDate');
  const terminationDate = plainDate(row['EmploymentEnd'], context, 'terminationDate');
  const further = Object.entries(row).filter(([name]) => !isOurs(name));
  return {
    lastName: lastNameOf(row, context),
    status: statusByDates({ startDate, terminationDate, stated: deathOf(row, context) }, context),
    startDate,
    terminationDate,
    ...employmentTypeOf(valueAt(row, manifest.fieldPaths.employmentType), context),
    workLocation: place({ name: row['Location'], country: row['LocationCountry'] }, context),
    managerId: managerOf(row, units, context),
    bankAccount: bankAccount({ iban: row['Iban'] }, context),
    customFields: further.length === 0 ? undefined : customFields(further, context),
    updatedAt: instant(onClock(row['ModifiedDate']), context, 'updatedAt', { zone: 'Europe/Amsterdam' }),
  };
});

/**
 * One person, by the employment that counts. Days are those written; the `Z` behind them means nothing, and the last day is
 * included. Source: https://docs.afas.help/profit/en/howto-medewerker-ad and get-connector (2026-11).
 */
export function toEmployee({ rows, units, employers }: AfasRecord, context: MapContext): EmployeeDraft {
  const row = rowThatCounts(rows, context.today);
  const employer = employers?.get(String(row['EmployerId']).trim());
  return read({ ...row, Profit_Employers: employer, row, units } as Source, context);
}

/** Of several functions in one employment the one that began last counts. */
function rowThatCounts(rows: AfasRecord['rows'], today: string): EmploymentRow {
  const start = (row: EmploymentRow): unknown => row['EmploymentStart'];
  const end = (row: EmploymentRow): unknown => row['EmploymentEnd'];
  const employment = periodThatCounts<EmploymentRow>(rows, today, { start, end }) ?? {};
  const functions = rows.filter((row: EmploymentRow) => start(row) === start(employment) && end(row) === end(employment));
  return periodThatCounts<EmploymentRow>(functions, today, { start: (row) => row['FunctionStart'] }) ?? employment;
}

/** A time without its `Z`, which means nothing: it is that of a clock in Amsterdam. */
function onClock(written: unknown): unknown {
  return typeof written === 'string' ? written.trim().replace(/Z$/i, '') : written;
}

/** Which surnames are used, in which order: the birth name, the partner's, or both. */
const nameUses = { '0': 'birth', '1': 'partner birth', '2': 'partner', '3': 'birth partner' } as const;

function lastNameOf(row: EmploymentRow, context: MapContext): string | null | undefined {
  if (row['LastName'] != null) return text(row['LastName'], context, 'lastName');
  const order = oneOf(text(row['NameUse'], context, 'lastName') ?? null, nameUses, context, 'lastName');
  if (order === undefined || row['BirthName'] === undefined) return undefined;
  const birth = fullName(row['PrefixBirthName'], row['BirthName'], context);
  const partner = fullName(row['PrefixPartner'], row['BirthNamePartner'], context);
  const inOrder = (order ?? 'birth').split(' ').map((whose) => (whose === 'birth' ? birth : partner));
  // Who uses the name of a partner that is not entered has the birth name.
  return inOrder.filter((name) => name !== null).join(' - ') || birth;
}

/** A prefix alone is no name. */
function fullName(prefix: unknown, name: unknown, context: MapContext): string | null {
  const surname = text(name, context, 'lastName');
  const before = text(prefix, context, 'lastName');
  return surname == null ? null : [before, surname].filter((part) => part != null).join(' ');
}

/** A day of death that cannot be read is doubt about whether somebody works here. */
function deathOf({ DateDeceased: day }: EmploymentRow, context: MapContext): EmployeeStatus | undefined {
  const died = plainDate(day, context, 'status');
  if (typeof died === 'string') return 'terminated';
  return died === undefined && day !== undefined ? 'unknown' : undefined;
}

/** A field with the manager goes before the chart; somebody without one may be entered as their own. */
function managerOf(row: EmploymentRow, units: AfasRecord['units'], context: MapContext): string | null | undefined {
  const person = identifier(row['EmployeeId'], context, 'id');
  const stated = identifier(row['ManagerId'], context, 'managerId');
  if (typeof stated === 'string' && stated !== person) return stated;
  const head = units && headOf(person, row['OrgUnit'], units, context);
  return head ?? (stated === undefined ? head : null);
}

type Units = NonNullable<AfasRecord['units']>;
const inChart = { start: (unit: Unit) => unit['StartDate'], end: (unit: Unit) => unit['EndDate'] };

/**
 * The head of a unit, or for the head, and where there is none, of the next unit above that has one. Undefined where the chart
 * does not know a unit, or leads back to one. That `Manager` is an EmployeeId is an assumption that others share.
 */
function headOf(person: unknown, unit: unknown, units: Units, context: MapContext): string | null | undefined {
  const passed = new Set<string>();
  let at = identifier(unit, context, 'managerId');
  while (typeof at === 'string') {
    const row = periodThatCounts(units.get(at) ?? [], context.today, inChart);
    if (row === undefined || passed.has(at)) return undefined;
    passed.add(at);
    const head = identifier(row.Manager, context, 'managerId');
    if (head != null && head !== person) return head;
    at = identifier(row.UpperUnit, context, 'managerId');
  }
  return at;
}
