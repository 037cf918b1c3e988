import { valueAt } from '@rollcall/core';
import type { Entry } from './schema.ts';

/**
 * The entries of the payroll period that counts, oldest first: of the newest period that has begun, else of the next one. A
 * monthly period begins with its month; one that is numbered above 12 is none, and then only the year can tell.
 * @param today `YYYY-MM-DD`
 */
export function entriesOfNow(history: readonly Entry[], today: string): readonly Entry[] {
  // A record is asked for its id before its form is judged: what is no list must not stand in the way of that.
  const byAge = Array.from(history).sort((a, b) => periodOf(a) - periodOf(b) || createdAt(a).localeCompare(createdAt(b)));
  const isMonthly = byAge.every((entry) => periodOf(entry) % 100 <= 12);
  const present = Number(today.slice(0, 4)) * 100 + (isMonthly ? Number(today.slice(5, 7)) : 99);
  const counting = byAge.findLast((entry) => periodOf(entry) <= present) ?? byAge[0];
  return byAge.filter((entry) => counting !== undefined && periodOf(entry) === periodOf(counting));
}

const createdAt = (entry: Entry): string => JSON.stringify(valueAt(entry, 'createdAt') ?? '');

/** `202604` for the fourth period of 2026; 0 for an entry without one, or with one that cannot be read. */
function periodOf(entry: Entry): number {
  const number = Number(valueAt(entry, 'period.year') ?? 0) * 100 + Number(valueAt(entry, 'period.period') ?? 0);
  return Number.isInteger(number) ? number : 0;
}
