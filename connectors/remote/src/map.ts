import { bankAccount, customFields, email, group, identifier, instant, mapFields, oneOf } from '@rollcall/core';
import { plainDate, statusByDates, text, valueAt, type EmployeeDraft, type MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import { unwrapped, type RemoteEmployment } from './schema.ts';

// Every step before the first day (docs/employment-statuses, 2026-11).
const before = ['created', 'pre_hire', 'created_awaiting_reserve', 'created_reserve_paid', 'initiated', 'invited', 'pending'];
const enrolling = ['review', 'job_title_review', 'pending_post_self_enrollment_actions'];
const onboarding = Object.fromEntries([...before, ...enrolling].map((word) => [word, 'preboarding' as const]));
const begun = { active: 'active', offboarding: 'leaving', archived: 'terminated', deleted: 'terminated' } as const;
const words: Readonly<Record<string, 'preboarding' | (typeof begun)[keyof typeof begun]>> = { ...onboarding, ...begun };

/** Say who employs, not how: kept as the label only. */
const employers: readonly unknown[] = ['employee', 'direct_employee', 'global_payroll_employee'];

/**
 * One employment. Days are calendar days without zone. `login_email` is often a private address, `manager_id` and `user_status`
 * are about log-ins: none of them is read. Source: https://developer.remote.com/reference/get_show_employment (2026-11).
 */
export const toEmployee = mapFields(manifest.fieldPaths, (record: RemoteEmployment, context: MapContext): EmployeeDraft => {
  const { type, updated_at: updated, bank_account_details: accounts, custom_field_values: values } = record;
  const managerId = identifier(record['manager_employment_id'], context, 'managerId');
  // Members vary by country: accounts without an IBAN are some that are not read, and not none.
  const account = accounts?.length === 0 ? { iban: null } : accounts?.find(({ iban }) => iban);
  // A choice stands as the id and the label of what was chosen.
  const chosen = values?.map(({ name, value }) => [name, unwrapped(value, 'selected_option_label')] as const);
  return {
    ...namesOf(record, context),
    ...standingOf(record, context),
    employmentType: employers.includes(type) ? null : oneOf(type, { contractor: 'contractor' }, context, 'employmentType'),
    costCenter: costCenterOf(record, context),
    managerId,
    // Managers need not be employed through Remote.
    managerEmail: managerId == null ? email(record['manager_email'], context, 'managerEmail') : undefined,
    bankAccount: bankAccount({ iban: account?.['iban'] }, context),
    customFields: customFields(chosen, context),
    // Times without a zone are UTC (docs/date-and-time-format, 2026-11).
    updatedAt: instant(typeof updated === 'string' ? updated.replace(/(T[\d:.]+)$/, '$1Z') : updated, context, 'updatedAt'),
  };
});

/** The parts of a name are filled in when somebody enrols; until then there is the full name, which is split at its first space. */
function namesOf(record: RemoteEmployment, context: MapContext): EmployeeDraft {
  const part = valueAt(record, manifest.fieldPaths.firstName) ?? valueAt(record, manifest.fieldPaths.lastName);
  if (part != null) return {};
  const [first, ...others] = text(record['full_name'], context, 'firstName')?.split(/\s+/) ?? [];
  return { firstName: first, lastName: others.length > 0 ? others.join(' ') : undefined };
}

/** The word decides first. The date can change until an offboarding is done, and may remain when somebody is active again. */
function standingOf(record: RemoteEmployment, context: MapContext): EmployeeDraft {
  const startDate = plainDate(record.provisional_start_date, context, 'startDate');
  const lastDay = plainDate(record.termination_date, context, 'terminationDate');
  const word = oneOf(record.status, words, context, 'status');
  const isOver = lastDay != null && lastDay < context.today;
  const terminationDate = isOver && (word === 'active' || word === 'preboarding') ? null : lastDay;
  const isLeaving = word === 'leaving' || (word === 'terminated' && lastDay != null && !isOver);
  const stated = isLeaving ? 'active' : (word ?? 'unknown');
  return { status: statusByDates({ startDate, terminationDate, stated }, context), startDate, terminationDate };
}

/** Of several at once the one that bears most. */
function costCenterOf({ cost_center_allocations: rows }: RemoteEmployment, context: MapContext): EmployeeDraft['costCenter'] {
  const [most = null] = rows?.toSorted((a, b) => Number(b['percentage']) - Number(a['percentage'])) ?? [];
  return rows && group({ id: valueAt(most, 'cost_center.slug'), name: valueAt(most, 'cost_center.name') }, context, 'costCenter');
}
