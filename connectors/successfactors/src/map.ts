import { bankAccount, customFields, email, employmentTypeOf, group, laterInstant, mapFields } from '@rollcall/core';
import { normaliseEmail, oneOf, periodThatCounts, phone, plainDate, statusByDates, text, valueAt } from '@rollcall/core';
import type { EmployeeDraft, EmployeeStatus, MapContext, MapReport } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { EmploymentRow, Payment, Row, SuccessFactorsRecord } from './schema.ts';
import { customPath } from './selection.ts';

type Context = MapContext<typeof manifest>;
type Day = string | null | undefined;
type Employment = Row & { readonly jobInfoNav: Row | undefined };
type Chosen = ReturnType<typeof chosenOf>;

/** The delivered codes of the picklist `employee-status`, by KBA 2505526. Companies may add their own. */
const employed = { A: 'active', D: 'active', U: 'leave', P: 'leave', F: 'leave', S: 'leave' } as const;
const statuses = { ...employed, T: 'terminated', R: 'terminated', O: 'terminated' } as const;

const paths = manifest.fieldPaths;
const openEnd = '9999-12-31';
const days = { start: (row: Row) => row['startDate'], end: (row: Row) => row['endDate'] };

const toDraft = mapFields(paths, (chosen: Chosen, context: Context): EmployeeDraft => {
  const { record, employmentNav: employment } = chosen;
  const job = employment?.jobInfoNav;
  const startDate = plainDate(employment?.['startDate'], context, 'startDate');
  const terminationDate = lastDayOf(employment, context);
  const typeOf = () => employmentTypeOf(valueAt(chosen, paths.employmentTypeLabel), context).employmentType;
  const stamps = paths.updatedAt.split(', ').map((path) => valueAt(chosen, path));
  const wanted = context.config.customFields?.map((field) => [field, customValueOf(chosen, field, context)] as const);
  return {
    status: statusToday(startDate, terminationDate, statusOfJob(job, context.today, context), context),
    startDate,
    terminationDate,
    workEmail: workEmailOf(chosen, context),
    employmentType: employment?.['isContingentWorker'] === true ? 'contractor' : typeOf(),
    team: unitOf(job, 'division', context) ?? unitOf(job, 'businessUnit', context),
    managerId: managerOf(job, record.owners, context),
    phone: phoneOf(Object.values(chosen.phoneNav), context),
    // Without any at all they may be hidden: that says of nobody that there is none.
    bankAccount: record.payments?.size ? bankAccountOf(record.payments.get(String(employment?.['userId'])), context) : undefined,
    customFields: customFields(wanted, context),
    updatedAt: laterInstant(stamps, context, 'updatedAt'),
  };
});

/**
 * One person with the employment, the job and the names that count today. Dates are `/Date(ms)/`, days at midnight in UTC;
 * an open end is the year 9999. Source: SAP SuccessFactors API Reference Guide (OData V2), and its KBAs (2026-11).
 */
export function toEmployee(record: SuccessFactorsRecord, context: Context): EmployeeDraft {
  return toDraft(chosenOf(record, context), context);
}

/** A person with the rows that count in place of the navigations to them. */
function chosenOf(record: SuccessFactorsRecord, context: Context) {
  const { personalInfoNav, employmentNav, emailNav, phoneNav, ...person } = record.person;
  return {
    ...person,
    record,
    personalInfoNav: sliceThatCounts(personalInfoNav?.results, context),
    employmentNav: employmentThatCounts(employmentNav?.results, context),
    emailNav: rowsByType(emailNav?.results, 'emailTypeNav', ['B', 'P']),
    phoneNav: rowsByType(phoneNav?.results, 'phoneTypeNav', ['B', 'C', 'O']),
  };
}

/** Of several slices of one day the one with the highest number is the last word. Their order is not guaranteed. */
function sliceThatCounts(rows: readonly Row[] = [], { today }: Context): Row | undefined {
  const inOrder = rows.toSorted((a, b) => Number(a['seqNumber'] ?? 0) - Number(b['seqNumber'] ?? 0));
  return periodThatCounts(inOrder, today, days);
}

/** Of the employments that run one at home before a global assignment; where none does, the next, else the last. */
function employmentThatCounts(rows: readonly EmploymentRow[] = [], context: Context): Employment | undefined {
  const { today } = context;
  // What cannot be read is noted of the employment that counts.
  const quiet: MapReport = { note: () => undefined };
  const employments = rows.map((row): Employment => ({ ...row, jobInfoNav: sliceThatCounts(row.jobInfoNav?.results, context) }));
  // An end that is not shown looks like one that does not exist: then the job tells a former employment from one that runs.
  const isOpen = (row: Employment): boolean => {
    const lastDay = lastDayOf(row, quiet);
    return lastDay == null ? statusOfJob(row.jobInfoNav, today, quiet) !== 'terminated' : lastDay >= today;
  };
  const open = thoseOrAll(employments, isOpen);
  const begun = thoseOrAll(open, (row) => (plainDate(row['startDate'], quiet, 'startDate') ?? '') <= today);
  const atHome = thoseOrAll(begun, (row) => row['assignmentClass'] !== 'GA');
  return periodThatCounts(atHome, today, days);
}

function thoseOrAll<T>(rows: readonly T[], isMeant: (row: T) => boolean): readonly T[] {
  const meant = rows.filter(isMeant);
  return meant.length > 0 ? meant : rows;
}

function lastDayOf(employment: Row | undefined, report: MapReport): Day {
  const lastDay = plainDate(employment?.['endDate'], report, 'terminationDate');
  return lastDay === openEnd ? null : lastDay;
}

/** What the job says today. One that only lies ahead says that somebody has yet to come, and nothing of leaving. */
function statusOfJob(job: Row | undefined, today: string, report: MapReport): EmployeeStatus | undefined {
  const code = valueAt(job, 'emplStatusNav.externalCode');
  const word = oneOf(code ?? job?.['emplStatus'], statuses, report, 'status');
  // Without its code an entry has only its id, which differs in each instance and says nothing.
  if (word == null) return code == null ? undefined : 'unknown';
  const isAhead = (plainDate(job?.['startDate'], report, 'status') ?? '') > today;
  if (!isAhead) return word;
  return word === 'terminated' ? 'unknown' : 'preboarding';
}

function statusToday(startDate: Day, terminationDate: Day, job: EmployeeStatus | undefined, context: Context): EmployeeStatus {
  const isBeforeEnd = terminationDate != null && terminationDate >= context.today;
  // Where the vendor's day is ahead of ours, the slice of those who left begins on their last day.
  const stated = job === 'terminated' && isBeforeEnd ? 'active' : job;
  if (startDate != null && startDate > context.today && stated !== 'terminated') return 'preboarding';
  const status = statusByDates({ startDate, terminationDate, stated }, context);
  // Without a job dates alone keep nobody active: the end may be hidden.
  return stated === undefined && status === 'active' ? 'unknown' : status;
}

/** The row of each type, the primary one first; `null` when there is none, undefined when types are not shown. */
function rowsByType(
  rows: readonly Row[] | undefined,
  nav: string,
  types: readonly string[],
): Record<string, Row | null | undefined> {
  const coded = rows?.map((row) => ({ row, code: valueAt(row, `${nav}.externalCode`) }));
  const none = coded?.every(({ code }) => typeof code === 'string') === true ? null : undefined;
  const rowOf = (type: string): Row | null | undefined => {
    const found = coded?.filter(({ code }) => code === type).map(({ row }) => row) ?? [];
    return found.find((row) => row['isPrimary'] === true) ?? found[0] ?? none;
  };
  return Object.fromEntries(types.map((type) => [type, rowOf(type)]));
}

/** The address of the user account stands in for a business address, unless it is the personal one. */
function workEmailOf(chosen: Chosen, context: Context): string | null | undefined {
  const [account, personal] = ['employmentNav.userNav.email', paths.personalEmail].map((path) => {
    const address = valueAt(chosen, path);
    return typeof address === 'string' ? normaliseEmail(address) : undefined;
  });
  const isPersonal = account !== undefined && account === personal;
  return email(valueAt(chosen, isPersonal ? 'emailNav.B.emailAddress' : paths.workEmail), context, 'workEmail');
}

/** The first of these numbers, as its parts come. */
function phoneOf(rows: readonly (Row | null | undefined)[], context: Context): string | null | undefined {
  const row = rows.find((candidate) => candidate != null);
  if (row == null) return rows.includes(undefined) ? undefined : null;
  const [code, area, number] = ['countryCode', 'areaCode', 'phoneNumber'].map((name) => phone(row[name], context));
  if (number == null || number.startsWith('+')) return number;
  const dialCode = code == null ? undefined : `+${code.replace(/^(?:\+|00)/, '')}`;
  return [dialCode, area, number].filter((part) => part != null).join(' ');
}

function unitOf(job: Row | undefined, unit: 'division' | 'businessUnit', context: Context): EmployeeDraft['team'] {
  const id = valueAt(job, `${unit} | ${unit}Nav.externalCode`);
  return group({ id, name: valueAt(job, `${unit}Nav.name_localized | ${unit}Nav.name`) }, context, 'team');
}

/** `managerId` is a userId, of which a person may have several. */
function managerOf(job: Row | undefined, owners: SuccessFactorsRecord['owners'], context: Context): string | null | undefined {
  const userId = text(job?.['managerId'], context, 'managerId');
  if (userId == null || userId === 'NO_MANAGER') return userId && null;
  const owner = owners?.get(userId);
  if (owner === undefined) context.note('managerId', 'unknown_value', 'the userId of somebody who is read', userId);
  return owner;
}

/** The main payment method of the information that is in force. */
function bankAccountOf(rows: readonly Payment[] = [], context: Context): EmployeeDraft['bankAccount'] {
  const payment = periodThatCounts(rows, context.today, { start: (row) => row['effectiveStartDate'] });
  const details = payment?.toPaymentInformationDetailV3?.results;
  const detail = details?.find(({ payType }) => payType === 'MAIN') ?? details?.[0];
  if (detail === undefined) return payment === undefined || details !== undefined ? null : undefined;
  const { iban, accountNumber, routingNumber, currency, accountOwner: holder, businessIdentifierCode: bic } = detail;
  return bankAccount({ iban, accountNumber, routingNumber, bic, holder, currency }, context);
}

function customValueOf(chosen: Chosen, field: string, context: Context): unknown {
  const value = valueAt(chosen, customPath(field).replaceAll('/', '.'));
  return typeof value === 'string' && value.startsWith('/Date(') ? plainDate(value, context, 'customFields') : value;
}
