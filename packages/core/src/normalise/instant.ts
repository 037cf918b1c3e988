import type { EmployeeField } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';
import { toPlainDay } from './to-plain-day.ts';

const zoned = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d{1,9})?\s?(?:Z|([+-]\d{2}):?(\d{2})?)$/i;
const utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;

/** A point in time in UTC (`2026-05-04T10:11:12Z`), from ISO 8601 with an offset or epoch milliseconds. Without a zone it is unreadable. */
export function instant(value: unknown, report: MapReport, field: EmployeeField): string | null | undefined {
  if (value === undefined) return undefined;
  if (value === null || (typeof value === 'string' && value.trim() === '')) return null;
  const moment = toInstant(value);
  if (moment === undefined) report.note(field, 'unreadable', 'a point in time with zone', value);
  return moment;
}

// How nearly every vendor writes it: without a fraction, in UTC.
const plainUtc = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|\+00:00)$/;

function toInstant(value: unknown): string | undefined {
  if (typeof value === 'string') {
    if (plainUtc.test(value)) return toPlainDay(value.slice(0, 10)) === undefined ? undefined : `${value.slice(0, 19)}Z`;
    const trimmed = value.trim();
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
