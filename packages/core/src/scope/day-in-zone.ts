import { Temporal } from 'temporal-polyfill';

/** Tells the calendar day of one instant in any time zone; each zone is computed once. */
export function dayInZone(now: Date): (timeZone: string) => string {
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  const days = new Map<string, string>();
  return (timeZone) => {
    const known = days.get(timeZone);
    if (known !== undefined) return known;
    const day = instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
    days.set(timeZone, day);
    return day;
  };
}

/** A plain day some days later. */
export function addDays(day: string, days: number): string {
  return days === 0 ? day : Temporal.PlainDate.from(day).add({ days }).toString();
}
