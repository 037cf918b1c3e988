import type { EmployeeField } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';

// NUL, and whatever Unicode may write in two ways; most text has neither, and is left as it is.
const unusual = /[\0\u0080-\uffff]/;

/**
 * Trimmed text in Unicode NFC. Numbers become text; empty text and `null` become `null`; `undefined` (not delivered)
 * stays `undefined`. Anything else is noted and stays absent.
 */
export function text(value: unknown, report: MapReport, field: EmployeeField): string | null | undefined {
  if (value === undefined) return undefined;
  if (value === null) return null;
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return String(value);
  if (typeof value === 'string') {
    const trimmed = value.trim();
    if (trimmed === '') return null;
    if (!unusual.test(trimmed)) return trimmed;
    if (!trimmed.includes('\0')) return trimmed.normalize('NFC');
  }
  report.note(field, 'unreadable', 'text', value);
  return undefined;
}
