import { bankAccount, mapFields, periodThatCounts, plainDate, statusByDates, statusOf, text, valueAt } from '@rollcall/core';
import type { EmployeeDraft, MapContext } from '@rollcall/core';
import { entriesOfNow } from './history.ts';
import { manifest } from './manifest.ts';
import type { Entry, NmbrsRecord } from './schema.ts';

const former = { formerPayroll: 'terminated', formerExternal: 'terminated' } as const;
const statuses = { newHire: 'preboarding', payroll: 'active', external: 'active', ...former } as const;

/**
 * One employee as of today. Days are calendar days at midnight without zone, and the last one is worked. Source:
 * https://nmbrs.stoplight.io/docs/nmbrs-restapi and public clients of the API (2026-11).
 */
export function toEmployee(record: NmbrsRecord, context: MapContext): EmployeeDraft {
  return mapPresent(presentOf(record, context.today), context);
}

type Present = ReturnType<typeof presentOf>;

/** The record with what holds today in place of each history: `null` for an empty one, absent where it was not read. */
function presentOf({ person, company, bankAccounts, ...histories }: NmbrsRecord, today: string) {
  const { employments, contracts, functions, departments, managers, employeeCostCenters: costs } = histories;
  const days = { start: (row: unknown) => valueAt(row, 'startDate'), end: (row: unknown) => valueAt(row, 'endDate') };
  const period = (rows: readonly Entry[] | undefined) => rows && (periodThatCounts(rows, today, days) ?? null);
  const entry = (rows: readonly Entry[] | null | undefined) => rows && (entriesOfNow(rows, today).at(-1) ?? null);
  const terms = { employments: period(employments), contracts: period(contracts) };
  const organisation = { functions: entry(functions), departments: entry(departments), managers: entry(managers) };
  const money = { employeeCostCenters: costs && mainShare(entriesOfNow(costs, today)), bankAccounts };
  return { person, company, info: entry(person.info), ...terms, ...organisation, ...money };
}

/** Of those that share the costs of somebody now: the one marked as default, else the one with the largest share. */
function mainShare(costs: readonly Entry[]): Entry | null {
  const shares = costs.toSorted((a, b) => Number(a.percentage ?? 0) - Number(b.percentage ?? 0));
  return shares.findLast((share) => share.default === true) ?? shares.at(-1) ?? null;
}

const mapPresent = mapFields(manifest.fieldPaths, (present: Present, context: MapContext) => {
  const lastName = text(valueAt(present, 'info.basicInfo.lastName'), context, 'lastName');
  // "van der" and the like stand in a field of their own.
  const prefix = text(valueAt(present, 'info.basicInfo.prefix'), context, 'lastName');
  return {
    ...standingOf(present, context),
    lastName: lastName == null || prefix == null ? lastName : `${prefix} ${lastName}`,
    employmentType: employmentTypeOf(present),
    bankAccount: bankAccountOf(present.bankAccounts, context),
  };
});

/** The type says whether somebody is employed at all; the employment that counts says it to the day, and outweighs `former…`. */
function standingOf({ info, employments }: Present, context: MapContext): EmployeeDraft {
  const word = statusOf(valueAt(info, 'basicInfo.employeeType'), statuses, context);
  // Employments that may not be read would tell who has left since, and who was hired again.
  if (employments === undefined) return { status: 'unknown' };
  if (employments === null) return { status: word, startDate: null, terminationDate: null };
  const startDate = plainDate(employments.startDate, context, 'startDate');
  const terminationDate = plainDate(employments.endDate, context, 'terminationDate');
  const isFormer = word === 'terminated';
  // An end that is missing is an open one, but not of somebody who is said to have left.
  const isEndUnclear = terminationDate === undefined && (isFormer || employments.endDate !== undefined);
  if (startDate === undefined || isEndUnclear) return { status: 'unknown', startDate, terminationDate };
  // The end is the one of this very employment: where it lies before the beginning, the employment was called off.
  const begin = startDate !== null && startDate > context.today ? startDate : null;
  const stated = isFormer ? 'active' : word;
  return { status: statusByDates({ startDate: begin, terminationDate, stated }, context), startDate, terminationDate };
}

/** Whether the contract is for an indefinite time says nothing of full or part time. */
function employmentTypeOf({ info, contracts }: Present): EmployeeDraft['employmentType'] {
  if (/^(?:former)?external$/i.test(String(valueAt(info, 'basicInfo.employeeType')))) return 'contractor';
  if (contracts?.indefinite === false) return 'fixed_term';
  return contracts === null || contracts?.indefinite !== undefined ? null : undefined;
}

/** The one that is paid into; the others are for savings or for parts of the pay. Outside the Netherlands there may be no IBAN. */
function bankAccountOf(accounts: Present['bankAccounts'], context: MapContext): EmployeeDraft['bankAccount'] {
  const account = accounts?.find(({ type }) => type?.toLowerCase() === 'standard');
  if (account === undefined) return accounts?.length === 0 ? null : undefined;
  const { IBAN: iban, number } = account;
  return bankAccount(iban == null || iban.trim() === '' ? { iban, accountNumber: number } : { iban }, context);
}
