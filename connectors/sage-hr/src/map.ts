import { customFields, email, employmentTypeOf, mapFields, plainDate, statusByDates } from '@rollcall/core';
import type { CustomerConfig, MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { SageHrRecord } from './schema.ts';

type Context = MapContext & { readonly config: CustomerConfig<typeof manifest> };

/**
 * One person. The list that has them is their status; `employment_status` is a kind of contract. Days are calendar days
 * without zone, and the last one is worked. Source: https://developer.sage.com/hr (2026-11).
 */
export const toEmployee = mapFields(manifest.fieldPaths, (record: SageHrRecord, context: Context) => {
  const { person, isActive, lastDay } = record;
  const startDate = plainDate(person.employment_start_date, context, 'startDate');
  const end = plainDate(lastDay, context, 'terminationDate');
  const hasEnded = end != null && end < context.today;
  // Whoever is active although the end has passed was hired again.
  const terminationDate = isActive && hasEnded ? null : end;
  const named = record.customFields
    ?.filter(({ label }) => context.config.customFields?.includes(label?.trim() ?? ''))
    .map(({ label, value }) => [label, value] as const);
  return {
    status: statusByDates({ startDate, terminationDate, stated: statedBy(isActive, end, hasEnded) }, context),
    startDate,
    terminationDate,
    workEmail: isActive ? email(person.email, context, 'workEmail') : undefined,
    // Of whoever has left, the same field says where they can be reached now.
    personalEmail: isActive ? undefined : email(person.email, context, 'personalEmail'),
    ...employmentTypeOf(person.employment_status, context),
    customFields: customFields(named, context),
  };
});

/** Being on the terminated list ends nobody without a last day that has passed. */
function statedBy(isActive: boolean, end: string | null | undefined, hasEnded: boolean): 'active' | 'terminated' | 'unknown' {
  if (isActive) return 'active';
  if (end == null) return 'unknown';
  return hasEnded ? 'terminated' : 'active';
}
