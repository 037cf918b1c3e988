import type { CustomValue } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';

/** A customer-defined value as the schema knows it: text, number, boolean, list of texts or `null`; anything else is noted and left out. */
export function customValue(value: unknown, report: MapReport): CustomValue | undefined {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.trim() === '' ? null : value.normalize('NFC');
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' || Number.isFinite(item)))
    return value.map((item) => String(item).normalize('NFC'));
  if (value !== undefined) report.note('customFields', 'unreadable', 'text, number, boolean or a list of texts', value);
  return undefined;
}
