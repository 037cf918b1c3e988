import { customFields, employmentTypeOf, mapFields, place, plainDate, text, type EmployeeDraft } from '@rollcall/core';
import type { MapContext } from '@rollcall/core';
import { groups, type Facts } from './facts.ts';
import { columns, type manifest } from './manifest.ts';
import { rowFacts } from './report.ts';
import type { WorkdayRecord } from './schema.ts';
import { isLeaver, statusFrom } from './status.ts';
import { workerFacts } from './worker.ts';

/** Facts have our own names by now. */
const paths = {
  ...Object.fromEntries(Object.keys(columns).map((field) => [field, field])),
  ...Object.fromEntries(groups.map((field) => [field, `${field}.id, ${field}.name`])),
};

const read = mapFields(paths, (facts: Facts, context: MapContext) => {
  const startDate = plainDate(dayOf(facts['startDate']), context, 'startDate');
  const endDate = plainDate(dayOf(facts['terminationDate']), context, 'terminationDate');
  // The end of an earlier employment stays with somebody who was hired again.
  const lastDay = endDate != null && endDate < (startDate ?? '') ? null : endDate;
  const { firstName, preferredName } = facts;
  return {
    ...(preferredName !== undefined && preferredName === firstName && { preferredName: null }),
    status: statusFrom(facts.standing, { startDate, endDate, lastDay }, context),
    startDate,
    terminationDate: terminationDateOf(facts, lastDay, context),
    ...employmentOf(facts, context),
    workLocation: place(facts.place, context),
    customFields: facts.custom.length === 0 ? undefined : customFields(facts.custom, context),
  };
});

/** One worker, or one row of a report. */
export function toEmployee(record: WorkdayRecord, context: MapContext<typeof manifest>): EmployeeDraft {
  return read('worker' in record ? workerFacts(record.worker, context) : rowFacts(record, context), context);
}

/** Days come with or without a zone (`2023-02-06-08:00`), which does not move them. */
function dayOf(value: unknown): unknown {
  return typeof value === 'string' ? value.trim().slice(0, 10) : value;
}

/** A planned end (fixed term, contract) is one as long as it lies ahead; people often stay on beyond it. */
function terminationDateOf(facts: Facts, lastDay: string | null | undefined, context: MapContext): string | null | undefined {
  const { standing, plannedEnd } = facts;
  // A leaver without a last day is one whose last day was not delivered, and no plan keeps a leaver on.
  if (standing?.terminated === true) return lastDay ?? undefined;
  if (lastDay != null || (standing !== undefined && isLeaver(standing))) return lastDay;
  const planned = plainDate(dayOf(plannedEnd), context, 'terminationDate');
  return planned != null && planned >= context.today ? planned : lastDay;
}

// Types are the customer's own list; these ids are Workday's. Any other says nothing of our types, the working time does.
const ownTypes = /^(?:fixed[ _-]?term|temporary|intern|apprentice|contractor)$/i;

function employmentOf(facts: Facts, context: MapContext): Pick<EmployeeDraft, 'employmentType' | 'employmentTypeLabel'> {
  const label = text(facts.workerType, context, 'employmentTypeLabel');
  if (facts.isContingent) return { employmentType: 'contractor', employmentTypeLabel: label };
  const word = typeof label === 'string' && ownTypes.test(label) ? label : (facts['timeType'] ?? label);
  return { employmentType: employmentTypeOf(word, context).employmentType, employmentTypeLabel: label };
}
