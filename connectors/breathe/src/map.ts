import { bankAccount, customFields, employmentTypeOf, mapFields, plainDate, statusByDates, text, valueAt } from '@rollcall/core';
import type { EmployeeDraft, EmploymentDays, MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { BreatheEmployee } from './schema.ts';

// The one documented word, and those by which public clients know former employees (2026-11). Others are decided by the dates.
const current = /^(?:current|leaving)\b/i;
const former = /^(?:ex(?:employee|[^a-z]|$)|left$|leavers?$)/i;

/**
 * One person. Days are calendar days without zone. `job_start_date` is the start of the present job, `country` the home address.
 * Source: https://developer.breathehr.com/documentation and recorded answers in public clients (2026-11).
 */
export const toEmployee = mapFields(manifest.fieldPaths, (person: BreatheEmployee, context: MapContext): EmployeeDraft => {
  const startDate = plainDate(valueAt(person, manifest.fieldPaths.startDate), context, 'startDate');
  const terminationDate = plainDate(person.leaving_date, context, 'terminationDate');
  const fields = person.custom_fields ?? [];
  const entries = Array.isArray(fields) ? fields.map(({ name, value }) => [name, value] as const) : Object.entries(fields);
  return {
    status: statusFrom(text(person.status, context, 'status'), { startDate, terminationDate }, context),
    startDate,
    terminationDate,
    ...employmentTypeOf(person.full_or_part_time, context),
    bankAccount: bankAccount({ sortCode: person.sort_code, accountNumber: person.account_number }, context),
    // An empty list is what comes where the account has defined none.
    customFields: entries.length > 0 ? customFields(entries, context) : undefined,
  };
});

/** The dates decide first. A word that nobody documents, of somebody whose dates say nothing of a change, is unknown. */
function statusFrom(word: string | null | undefined, days: EmploymentDays, context: MapContext): EmployeeDraft['status'] {
  const isAhead = days.terminationDate != null && days.terminationDate > context.today;
  if (word != null && former.test(word) && !isAhead) return 'terminated';
  const isCurrent = word != null && current.test(word);
  const status = statusByDates({ ...days, stated: isCurrent ? 'active' : undefined }, context);
  if (word == null || isCurrent || status !== 'active' || days.terminationDate != null) return status;
  context.note('status', 'unknown_value', 'Current employee, or a word that begins with Ex', word);
  return 'unknown';
}
