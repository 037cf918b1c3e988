import { bankAccount, customFields, mapFields, periodThatCounts, plainDate, statusByDates, valueAt } from '@rollcall/core';
import type { EmployeeDraft, EmployeeStatus, MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { FactorialRecord, Row } from './schema.ts';

type Person = ReturnType<typeof withWhatCounts>;

/** One person with the contract version that counts. Source: https://apidoc.factorialhr.com/reference (2026-07-01, read 2026-11). */
export function toEmployee(record: FactorialRecord, context: MapContext): EmployeeDraft {
  return read(withWhatCounts(record, context.today), context);
}

// Each type of field has a member of its own; an emptied one has null in all of them.
const customValue = 'value | long_text_value | date_value | single_choice_value | cents_value';

/** The person with the rows that count: undefined where a list was not read, null where it has none. */
function withWhatCounts({ employee, ...lists }: FactorialRecord, today: string) {
  const id = String(employee.id);
  const contracts = lists.contracts?.get(id) ?? [];
  const share = lists.shares && mainShare(lists.shares.get(id) ?? [], today);
  // A slug stays when the label changes; not every field has one. Without the list of fields the keys would change.
  const keyOf = ({ field_id: field }: Row): unknown => lists.fields?.get(String(field))?.slug ?? field;
  const values = lists.fields && lists.values && (lists.values.get(id) ?? []);
  return {
    employee,
    contracts,
    // The version that holds today, else the first one to come.
    contract: periodThatCounts(contracts, today, { start: (version) => version.effective_on }) ?? null,
    share,
    costCenter: lists.costCenters?.get(String(share?.cost_center_id)),
    team: lists.teams && (lists.teams.get(id) ?? null),
    location: lists.locations?.get(String(employee.location_id)),
    legalEntity: lists.legalEntities?.get(String(employee.legal_entity_id)),
    values: values?.map((row) => [keyOf(row), valueAt(row, customValue)] as const),
  };
}

/** Of the shares that run today the greatest, else the next, else the last. */
function mainShare(shares: readonly Row[], today: string): Row | null {
  // Of periods that began together the later row counts.
  const byShare = shares.toSorted((a, b) => Number(a.percentage ?? 0) - Number(b.percentage ?? 0));
  const start = ({ start_date: from }: Row): unknown => (isAhead(from, today) ? from : null);
  return periodThatCounts(byShare, today, { start, end: (row) => row.end_date }) ?? null;
}

const read = mapFields(manifest.fieldPaths, (person: Person, context: MapContext) => {
  const { employee, contract, values } = person;
  const startDate = plainDate(firstDay(contract, context.today), context, 'startDate');
  const endDate = plainDate(employee.terminated_on, context, 'terminationDate');
  // An end before the start belongs to an earlier employment.
  const terminationDate = endDate != null && startDate != null && endDate < startDate ? null : endDate;
  return {
    status: toStatus(person, { startDate, terminationDate }, context),
    startDate,
    terminationDate,
    bankAccount: toBankAccount(employee, context),
    customFields: customFields(values, context),
  };
});

/** The day of hiring. Of a first version it is the day from which that holds (reference of contract versions, 2026-11). */
function firstDay(contract: Row | null, today: string): unknown {
  const start = contract && contract.starts_on;
  return start ?? (isAhead(contract?.effective_on, today) ? contract?.effective_on : start);
}

type Days = Pick<EmployeeDraft, 'startDate' | 'terminationDate'>;

/** `ends_on` of a contract stands there from the first day of a fixed term and is moved when that is prolonged: it ends nobody. */
function toStatus({ employee, contracts }: Person, { startDate, terminationDate }: Days, context: MapContext): EmployeeStatus {
  const { today } = context;
  // Whose first day cannot be read may not have begun.
  if (startDate === undefined) return 'unknown';
  if (employee.active !== false || isAhead(startDate, today) || terminationDate === today) {
    const stated = employee.active === true ? 'active' : undefined;
    return statusByDates({ startDate, terminationDate, stated }, context);
  }
  // An end that is ahead, or a contract that is to come, contradicts the flag.
  const goesOn = isAhead(terminationDate, today) || contracts.some((version) => isAhead(version.starts_on, today));
  return goesOn ? 'unknown' : 'terminated';
}

/** An IBAN only where the format says so. Numbers of other formats hold several parts and are not taken apart. */
function toBankAccount(employee: Person['employee'], context: MapContext): EmployeeDraft['bankAccount'] {
  const { bank_number: number, bank_number_format: format, swift_bic: bic } = employee;
  if (number == null || number === '') return bankAccount({ iban: number }, context);
  if (format === 'iban') return bankAccount({ iban: number, bic }, context);
  context.note('bankAccount', 'unknown_value', 'a bank number in the format iban', format);
  return undefined;
}

function isAhead(day: unknown, today: string): boolean {
  return typeof day === 'string' && day > today;
}
