import { customFields, employmentTypeOf, identifier, mapFields, oneOf, periodThatCounts, place } from '@rollcall/core';
import { plainDate, statusByDates, text, valueAt } from '@rollcall/core';
import type { EmployeeDraft, EmploymentDays, MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { Employment, FourthRecord } from './schema.ts';

type Job = Employment | undefined;

/** With the one row of each history that counts. */
type Standing = FourthRecord & { readonly job: Job; readonly address: object | undefined };

const read = mapFields(manifest.fieldPaths, (record: Standing, context: MapContext) => {
  const { person, job } = record;
  const site = job?.SiteDescription;
  const startDate = plainDate(job?.EmploymentStartDate, context, 'startDate');
  const terminationDate = plainDate(job?.EmploymentEndDate, context, 'terminationDate');
  const codes = Object.entries({ FAID: person['FAID'], SiteCode: job?.SiteCode, JobCode: job?.JobCode });
  return {
    status: statusFrom(job?.EmploymentStatus, { startDate, terminationDate }, context),
    startDate,
    terminationDate,
    ...employmentTypeFrom(job, context),
    workLocation: place({ name: site, country: record.locations?.get(String(site).trim())?.Country }, context),
    managerId: managerOf(record, context),
    customFields: codes.some(([, code]) => code !== undefined) ? customFields(codes, context) : undefined,
  };
});

/**
 * One person, with the assignment that counts within the employment that does. Days are calendar days without zone, and the
 * last one is worked. Source: https://developer.fourth.com/en-gb/docs/uk-employee-api/guide and public clients (2026-11).
 */
export function toEmployee(record: FourthRecord, context: MapContext): EmployeeDraft {
  const { employments = [], addresses = [] } = record;
  const address = periodThatCounts(addresses, context.today, { start: ({ EffectiveDate }) => EffectiveDate });
  return read({ ...record, job: jobThatCounts(employments, context.today), address }, context);
}

/** Somebody may have several employments, at once or one after the other, and each has a row for each of its assignments. */
function jobThatCounts(rows: readonly Employment[], today: string): Job {
  const start = (row: Job) => row?.EmploymentStartDate;
  const end = (row: Job) => row?.EmploymentEndDate;
  const employment = periodThatCounts(rows, today, { start, end });
  // By its days: whether a reference is the employment's or the assignment's is not documented.
  const jobs = rows.filter((row) => start(row) === start(employment) && end(row) === end(employment));
  return periodThatCounts(jobs, today, { start: (row) => row.AssignmentStartDate, end: (row) => row.AssignmentEndDate });
}

const former = /^\s*(?:ex\b|former|left|leaver|terminated|ended|inactive)/i;

/** The words of the status are not documented: the dates decide, and a word that says the opposite leaves it open. */
function statusFrom(word: unknown, days: EmploymentDays, context: MapContext): EmployeeDraft['status'] {
  const { startDate, terminationDate } = days;
  // Whose start is not known may not have begun, and who ended before the start may never have come.
  const isOpen = startDate === undefined || (terminationDate != null && terminationDate < (startDate ?? ''));
  const status = statusByDates({ ...days, stated: isOpen ? 'unknown' : undefined }, context);
  const hasNoEnd = status === 'active' && terminationDate === null;
  if (!hasNoEnd || typeof word !== 'string' || !former.test(word)) return status;
  context.note('status', 'unknown_value', 'a word for an employment without an end', word);
  return 'unknown';
}

const hoursOf = { Yes: 'full_time', No: 'part_time', true: 'full_time', false: 'part_time' } as const;

/** By a word that is one of ours, else by the hours, which "Permanent" and the company's own words leave open. */
function employmentTypeFrom(job: Job, context: MapContext): EmployeeDraft {
  const flag = job?.IsFulltime;
  const hours = oneOf(typeof flag === 'boolean' ? String(flag) : flag, hoursOf, context, 'employmentType');
  const named = employmentTypeOf(job?.EmploymentType, hours == null ? context : { note: () => undefined });
  return { ...named, employmentType: named.employmentType ?? (hours === null ? named.employmentType : hours) };
}

/** By the account, else by the number. A manager whom neither of them names stays open, as names are not unique. */
function managerOf({ job, accounts, numbers }: Standing, context: MapContext): EmployeeDraft['managerId'] {
  const account = text(job?.ReportsToFAID, context, 'managerId');
  const number = text(job?.ReportsToEmployeeNumber, context, 'managerId');
  const found = accounts?.get(account ?? '') ?? numbers?.get(number ?? '');
  if (found != null) return identifier(found, context, 'managerId');
  const stated = valueAt(job, 'ReportsToFAID | ReportsToEmployeeNumber | ReportsTo');
  if (stated == null) return stated;
  context.note('managerId', 'unknown_value', 'the account or the number of one person', stated);
  return undefined;
}
