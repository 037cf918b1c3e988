import type { EmployeeField, EmployeeStatus } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';

/**
 * Looks a vendor's word up in a closed table, first as written, then without regard to case and surrounding space.
 * A word that is not in the table is noted and stays absent: no default is invented.
 */
export function oneOf<const T extends string>(
  value: unknown,
  table: Readonly<Record<string, T>>,
  report: MapReport,
  field: EmployeeField,
): T | null | undefined {
  if (value === undefined) return undefined;
  if (value === null || (typeof value === 'string' && value.trim() === '')) return null;
  const found = typeof value === 'string' ? lookUp(table, value) : undefined;
  if (found === undefined) report.note(field, 'unknown_value', `one of ${Object.keys(table).join(', ')}`, value);
  return found;
}

/** As `oneOf` for the status: absent, empty and unknown words are `unknown`, which grants and removes nothing (rule S3). */
export function statusOf(value: unknown, table: Readonly<Record<string, EmployeeStatus>>, report: MapReport): EmployeeStatus {
  return oneOf(value, table, report, 'status') ?? 'unknown';
}

function lookUp<T extends string>(table: Readonly<Record<string, T>>, value: string): T | undefined {
  if (Object.hasOwn(table, value)) return table[value];
  const folded = value.trim().toLowerCase();
  const key = Object.keys(table).find((candidate) => candidate.toLowerCase() === folded);
  return key === undefined ? undefined : table[key];
}
