import { Temporal } from 'temporal-polyfill';
import type { EmployeeField } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';
import { toPlainDay } from './to-plain-day.ts';

export interface InstantOptions {
  /**
   * What clock a time without a zone was read from, by its IANA name (`UTC`, `Europe/Oslo`), where the vendor says so.
   * Without it such a time is unreadable.
   */
  readonly zone?: string;
}

const zoned = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d{1,9})?\s?(?:Z|([+-]\d{2}):?(\d{2})?)$/i;
const utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;

/**
 * A point in time in UTC (`2026-05-04T10:11:12Z`), from ISO 8601 with an offset, epoch milliseconds or .NET `/Date(ms)/`.
 * A time that a zone's clock shows twice, in autumn, is the earlier one.
 */
export function instant(
  value: unknown,
  report: MapReport,
  field: EmployeeField,
  { zone }: InstantOptions = {},
): string | null | undefined {
  if (value === undefined) return undefined;
  if (value === null || (typeof value === 'string' && value.trim() === '')) return null;
  const moment = toInstant(value) ?? (zone === undefined ? undefined : fromClock(value, zone));
  if (moment === undefined) report.note(field, 'unreadable', 'a point in time with zone', value);
  return moment;
}

// How nearly every vendor writes it: without a fraction, in UTC.
const plainUtc = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|\+00:00)$/;

// The offset of a .NET time says where it was written; the milliseconds are those of UTC all the same.
const dotNet = /^\/Date\((-?\d{1,17})(?:[+-]\d{4})?\)\/$/;
const unzoned = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?$/;

function toInstant(value: unknown): string | undefined {
  if (typeof value === 'string') {
    if (plainUtc.test(value))
      return toPlainDay(value.slice(0, 10)) === undefined ? undefined : value.endsWith('Z') ? value : `${value.slice(0, 19)}Z`;
    const trimmed = value.trim();
    const milliseconds = dotNet.exec(trimmed)?.[1];
    if (milliseconds !== undefined) return toInstant(Number(milliseconds));
    const match = zoned.exec(trimmed);
    if (!match) return undefined;
    const [, day = '', time = '', fraction = '', hours = '+00', minutes = '00'] = match;
    const ms = Date.parse(`${day}T${time}${hours}:${minutes}`);
    if (Number.isNaN(ms) || toPlainDay(day) === undefined || !inCalendar(ms)) return undefined;
    return utc.test(trimmed) ? trimmed : new Date(ms).toISOString().replace('.000Z', `${fraction}Z`);
  }
  if (typeof value !== 'number' || !Number.isFinite(value) || !inCalendar(value)) return undefined;
  return new Date(value).toISOString().replace('.000Z', 'Z');
}

function inCalendar(ms: number): boolean {
  return ms >= Date.UTC(1000, 0) && ms < Date.UTC(10_000, 0);
}

function fromClock(value: unknown, zone: string): string | undefined {
  const written = typeof value === 'string' ? value.trim() : '';
  if (!unzoned.test(written) || toPlainDay(written) === undefined) return undefined;
  const moment = Temporal.PlainDateTime.from(written.replace(' ', 'T')).toZonedDateTime(zone).toInstant();
  return inCalendar(moment.epochMilliseconds) ? moment.toString() : undefined;
}
