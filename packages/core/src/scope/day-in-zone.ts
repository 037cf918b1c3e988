import { Temporal } from 'temporal-polyfill';

/**
 * Tells the calendar day of one instant in any time zone; each zone is computed once. A zone that nobody knows, which a
 * vendor may well deliver, counts as the other one: one odd office must not end the plan of a company.
 */
export function dayInZone(now: Date, otherwise = 'UTC'): (timeZone: string) => string {
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  const days = new Map<string, string>();
  const dayIn = (timeZone: string): string => instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  // One after the other most people are in one zone.
  let last: { readonly timeZone: string; readonly day: string } | undefined;
  return (timeZone) => {
    if (timeZone === last?.timeZone) return last.day;
    const day = days.get(timeZone) ?? (isTimeZone(timeZone) ? dayIn(timeZone) : dayIn(otherwise));
    days.set(timeZone, day);
    last = { timeZone, day };
    return day;
  };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A plain day some days later. A day that its month does not have, such as 29 February of most years, is the one after it. */
export function addDays(day: string, days: number): string {
  if (days === 0) return day;
  const date = new Date(0);
  date.setUTCFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)) + days);
  return date.toISOString().slice(0, 10);
}
