const isoDay =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](?:[01]\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const plainDay = /^\d{4}-\d{2}-\d{2}$/;
const compactDay = /^(\d{4})(\d{2})(\d{2})$/;
const writtenDay = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const dotNetDay = /^\/Date\((-?\d+)(?:([+-]\d{2})(\d{2}))?\)\/$/;
const dayMs = 86_400_000;
const lastMs = Date.UTC(10_000, 0) - 1;

/** The pure half of `plainDate`: text or epoch milliseconds to `YYYY-MM-DD`, undefined when it is no day. */
export function toPlainDay(value: unknown, order?: 'dmy' | 'mdy'): string | undefined {
  // A count so near to 1970 is seconds, a compact day or 'none', and 1970 as a termination date would revoke somebody.
  if (typeof value === 'number') return Math.abs(value) < 5e9 ? undefined : fromEpoch(value);
  if (typeof value !== 'string') return undefined;
  if (value.length === 10 && plainDay.test(value)) return isDay(value) ? value : undefined;
  const trimmed = value.trim();
  const dotNet = dotNetDay.exec(trimmed);
  if (dotNet) {
    const [, ms, hours, minutes = '0'] = dotNet;
    if (hours === undefined) return fromEpoch(Number(ms));
    const sign = hours.startsWith('-') ? -1 : 1;
    return fromEpoch(Math.floor((Number(ms) + (Number(hours) * 60 + sign * Number(minutes)) * 60_000) / dayMs) * dayMs);
  }
  const iso = isoDay.exec(trimmed) ?? compactDay.exec(trimmed);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const written = order === undefined ? null : writtenDay.exec(trimmed);
  if (!written) return undefined;
  const [first, second, year] = [Number(written[1]), Number(written[2]), Number(written[3])];
  return order === 'dmy' ? checked(year, second, first) : checked(year, first, second);
}

// Local midnight is at most 12 hours (14 on some islands) away from UTC midnight: the nearest UTC midnight names the day that was meant.
function fromEpoch(ms: number): string | undefined {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8e14 || ms > lastMs) return undefined;
  // .NET's last moment is a day, not the first one of the year 10,000.
  const day = new Date(Math.min(Math.round(ms / dayMs) * dayMs, Date.UTC(9999, 11, 31)));
  return checked(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  return year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function checked(year: number, month: number, day: number): string | undefined {
  if (!isCalendarDay(year, month, day)) return undefined;
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

// Ten characters of known form: reading them by code is cheaper than cutting them out, and this runs for every date.
function isDay(written: string): boolean {
  const digits = (at: number): number => (written.charCodeAt(at) - 48) * 10 + written.charCodeAt(at + 1) - 48;
  return isCalendarDay(digits(0) * 100 + digits(2), digits(5), digits(8));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
