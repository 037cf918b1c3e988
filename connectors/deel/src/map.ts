import { bankAccount, customFields, email, group, identifier, mapFields, oneOf } from '@rollcall/core';
import { periodThatCounts, phone, plainDate, statusByDates, statusOf, text, valueAt, type EmployeeDraft } from '@rollcall/core';
import type { EmployeeField, MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { DeelEmployment, DeelPerson } from './schema.ts';

type Context = MapContext<typeof manifest>;

const lifecycles = { ACTIVE: 'active', OFFBOARDING: 'active', NOT_STARTED: 'preboarding', INACTIVE: 'terminated' } as const;
const invited = ['draft', 'pending_invite', 'invited', 'in_review', 'quote_requires_changes'];
const onboarding = ['onboarding', 'onboarding_at_risk', 'onboarding_overdue'];
const before = Object.fromEntries([...invited, ...onboarding].map((word) => [word, 'preboarding' as const]));
const hirings = { ...before, active: 'active', offboarding: 'active', onboarded: 'active', inactive: 'terminated' } as const;

const contractor = 'contractor';
const contractors = { contractor, hris_direct_contractor: contractor, contractor_outside_deel: contractor } as const;
/** Words that say who employs, not how: they are kept as the label only. */
const employers: unknown[] = ['eor', 'peo', 'hris_direct_employee', 'direct_employee', 'person_without_contract'];

/** The last two have been seen by others, and are not documented. */
const topLastDay = 'direct_employee_termination_last_day | termination_last_day | worker_termination_last_date_of_work';

/**
 * One person. Last days are date-times of which the day counts. `country` is the person's own and stands in for that of the
 * place of work, which is a bare text. Source: https://developer.deel.com/api/endpoints/people/get-people (2026-11).
 */
export const toEmployee = mapFields(manifest.fieldPaths, (person: DeelPerson, context: Context): EmployeeDraft => {
  const { hiring_type: hiringType, employments, direct_manager: manager } = person;
  const employment = employmentThatCounts(person, context.today);
  const workEmail = addressOf(person, 'work');
  const reference = (field: EmployeeField, value: DeelPerson['department']): EmployeeDraft['department'] =>
    // None is `null` or an empty object.
    value === undefined ? undefined : group({ id: value?.id ?? null, name: value?.name ?? null }, context, field);
  return {
    ...standingOf(person, employment, context),
    employeeNumber: text(person[context.config.employeeNumber], context, 'employeeNumber'),
    workEmail: email(workEmail ?? employment?.work_email ?? workEmail, context, 'workEmail'),
    personalEmail: email(addressOf(person, 'personal'), context, 'personalEmail'),
    employmentType: employers.includes(hiringType) ? null : oneOf(hiringType, contractors, context, 'employmentType'),
    department: reference('department', person.department),
    team: reference('team', employment ? employment.team : employments && null),
    legalEntity: reference('legalEntity', person.client_legal_entity),
    managerId: manager && identifier(manager.id ?? null, context, 'managerId'),
    phone: phoneOf(person, context),
    bankAccount: bankAccountOf(person, context),
    customFields: customFields(
      person.custom_fields?.map(({ name, value }) => [name, value]),
      context,
    ),
  };
});

/** Of several (a rehire, a contractor who became an employee) a live one, unless all have ended. */
function employmentThatCounts({ employments }: DeelPerson, today: string): DeelEmployment | undefined {
  const live = employments?.filter((row) => row.is_ended !== true) ?? [];
  // What is live goes on beyond a completion that was planned.
  const end = (row: DeelEmployment) => row.termination_last_day ?? (row.is_ended === true ? row.completion_date : null);
  return periodThatCounts(live.length > 0 ? live : (employments ?? []), today, { start: (row) => row.start_date, end });
}

/** The lifecycle is left out or null without a permission of its own, and in the single read: then the older words count. */
function standingOf(person: DeelPerson, employment: DeelEmployment | undefined, context: Context): EmployeeDraft {
  const startDate = plainDate(person.start_date, context, 'startDate');
  const lifecycle = valueAt(person, 'person_status');
  const hiring = valueAt(person, 'new_hiring_status | hiring_status');
  const stated = lifecycle == null ? statusOf(hiring, hirings, context) : statusOf(lifecycle, lifecycles, context);
  const begun = [startDate, plainDate(employment?.start_date, context, 'startDate')];
  // An end before the start belongs to an earlier employment, and so does any that is behind somebody who has yet to start.
  const earliest = stated === 'preboarding' ? [...begun, context.today] : begun;
  const isAfterStart = (day: string): boolean => earliest.every((start) => start == null || start <= day);
  const lastDays = lastDaysOf(person, employment, stated === 'terminated' ? context.today : null);
  const isDelivered = lastDays.length > 0 || person.employments !== undefined || valueAt(person, topLastDay) !== undefined;
  const terminationDate = plainDate(lastDays.find(isAfterStart) ?? (isDelivered ? null : undefined), context, 'terminationDate');
  // The lifecycle knows whether somebody has started; the older words do not.
  const status = statusByDates({ startDate: lifecycle == null ? startDate : null, terminationDate, stated }, context);
  return { status: status === 'active' && isOnLeave(person, context) ? 'leave' : status, startDate, terminationDate };
}

/** What may be the last day, the best first. `leftBy` is today for somebody who is said to have left. */
function lastDaysOf(person: DeelPerson, employment: DeelEmployment | undefined, leftBy: string | null): readonly string[] {
  const { active_worker_termination_status: word } = person;
  if (leftBy === null && (word === 'CANCELED' || word === 'FAILED')) return [];
  const employments = person.employments ?? [];
  const live = employment?.is_ended === true ? undefined : employment;
  const ended = employments.filter((row) => live !== undefined && row.is_ended === true);
  const top = toDay(valueAt(person, topLastDay));
  // After a rehire the last day of the employment before may still stand at the top.
  const isOfEnded = ended.some((row) => toDay(row.termination_last_day) === top);
  const rows = leftBy === null ? [live] : employments;
  const terminations = rows.map((row) => toDay(row?.termination_last_day));
  // The completion of a contract is planned: it ends only somebody who has left, and only once it has passed.
  const completions = [person, ...employments].map((row) => toDay(row.completion_date)).filter((day) => day <= (leftBy ?? ''));
  const latestFirst = [terminations, completions].flatMap((days) => days.toSorted().toReversed());
  return [isOfEnded ? '' : top, ...latestFirst].filter((day) => day !== '');
}

/** The day of a date-time, as it stands there; nothing for none. */
function toDay(written: unknown): string {
  return typeof written === 'string' ? written.trim().slice(0, 10) : '';
}

/** A short absence is a holiday or an illness, no leave. */
function isOnLeave({ personal }: DeelPerson, { today }: Context): boolean {
  const { leave_type: kind, start_date: from, end_date: until } = personal?.ooo ?? {};
  const hasBegun = from != null && from.slice(0, 10) <= today;
  return kind === 'LONG_TERM_LEAVE' && hasBegun && (until == null || until === '' || until.slice(0, 10) >= today);
}

function addressOf({ emails }: DeelPerson, wanted: string): string | null | undefined {
  return emails && (emails.find(({ type, value }) => type?.toLowerCase() === wanted && value)?.value ?? null);
}

function phoneOf({ personal }: DeelPerson, context: Context): string | null | undefined {
  const numbers = personal?.phone_numbers?.filter(({ phone_number: number }) => number != null && number !== '');
  const wanted = numbers?.find(({ type }) => type?.toUpperCase() === 'WORK') ?? numbers?.[0];
  if (wanted === undefined) return personal?.phone_numbers && null;
  const { dial_code: code, phone_number: number } = wanted;
  // Some number begins with its dial code all the same.
  return phone(code == null || String(number).startsWith('+') ? number : `${String(code)} ${String(number)}`, context);
}

function bankAccountOf({ banks }: DeelPerson, context: Context): EmployeeDraft['bankAccount'] {
  const bank = banks?.find(({ status }) => status?.toLowerCase() === 'active') ?? banks?.[0];
  if (bank === undefined) return banks && null;
  const parts = { iban: bank.iban, bic: bank.swift_bic, accountNumber: bank.account_number, sortCode: bank.sort_code };
  const others = { routingNumber: bank.ach_routing_number, holder: bank.full_name, currency: bank.currency_code };
  return bankAccount({ ...parts, ...others }, context);
}
