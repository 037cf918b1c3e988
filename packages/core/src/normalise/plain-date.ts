import type { EmployeeField } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';
import { toPlainDay } from './to-plain-day.ts';

export interface PlainDateOptions {
  /** Order of the parts of dates written with `/`, `.` or `-` and a four-digit year last. Without it such a date is unreadable: 03/04 has two meanings. */
  readonly order?: 'dmy' | 'mdy';
}

/**
 * A calendar day `YYYY-MM-DD` from the forms that vendors use: plain days, timestamps (the day as written, because a
 * day sent as local midnight would move when shifted to UTC), .NET `/Date(ms)/` and epoch milliseconds at local midnight.
 * Empty text, `0000-00-00` and `null` are `null`; what cannot be read is noted and stays absent.
 */
export function plainDate(
  value: unknown,
  report: MapReport,
  field: EmployeeField,
  options: PlainDateOptions = {},
): string | null | undefined {
  if (value === undefined) return undefined;
  if (isNoDate(value)) return null;
  const day = toPlainDay(value, options.order);
  if (day === undefined) report.note(field, 'unreadable', 'a calendar day', value);
  return day;
}

function isNoDate(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'string') return false;
  const trimmed = value.trim();
  return trimmed === '' || trimmed === 'null' || trimmed.startsWith('0000-00-00');
}
