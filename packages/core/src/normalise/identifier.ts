import type { EmployeeField } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';

/**
 * An opaque identifier as text, whether the vendor sends a string or an integer. Vendors write "none" as an empty
 * string, `0` or the text `null`: all three become `null`. A number that JavaScript cannot hold exactly is refused,
 * because it would name somebody else.
 */
export function identifier(value: unknown, report: MapReport, field: EmployeeField): string | null | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') {
    const trimmed = value.trim();
    return trimmed === '' || trimmed === '0' || trimmed === 'null' ? null : trimmed;
  }
  if (value === null || value === 0 || value === 0n) return null;
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value))) return String(value);
  report.note(field, 'unreadable', 'an identifier', value);
  return undefined;
}
