/** A calendar day as a count of days since 1970-01-01: a number is cheap to add to. */
export type Day = number;

const millisecondsPerDay = 86_400_000;
const plainDatePattern = /^\d{4}-\d{2}-\d{2}$/;
// Two hundred thousand people share some ten thousand days: one string for each saves memory.
const texts = new Map<Day, string>();

/** `YYYY-MM-DD` as a day, or undefined when the calendar has no such day. */
export function parseDay(plainDate: string): Day | undefined {
  const day = toDay(plainDate);
  return plainDatePattern.test(plainDate) && Number.isFinite(day) && toPlainDate(day) === plainDate ? day : undefined;
}

/** A plain date that is known to be one. */
export function toDay(plainDate: string): Day {
  return Date.parse(`${plainDate}T00:00:00Z`) / millisecondsPerDay;
}

export function toPlainDate(day: Day): string {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const plainDate = new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
  texts.set(day, plainDate);
  return plainDate;
}
