const hourMs = 3_600_000;
const hourInParis = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' });
const known = new Map<string, number>();

/** Midnight in Paris, in epoch milliseconds: how Eurécia writes a day. */
export function midnight(day: string): number {
  const made = known.get(day) ?? toMidnight(Date.parse(`${day}T00:00:00Z`));
  known.set(day, made);
  return made;
}

function toMidnight(utc: number): number {
  // An hour ahead of UTC in winter, two in summer.
  return hourInParis.format(utc - hourMs) === '00' ? utc - hourMs : utc - 2 * hourMs;
}
