import type { CustomValue } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';
import { customValue } from './custom-value.ts';

/**
 * Customer-defined values by the vendor's key. Absent when there is nothing to read from; a key that is empty and a value
 * that is not delivered or unreadable are left out.
 */
export function customFields(
  entries: Iterable<readonly [key: unknown, value: unknown]> | null | undefined,
  report: MapReport,
): Record<string, CustomValue> | undefined {
  if (entries == null) return undefined;
  const fields = new Map<string, CustomValue>();
  for (const [key, value] of entries) {
    const name = typeof key === 'string' || typeof key === 'number' ? String(key).trim() : '';
    const read = name === '' ? undefined : customValue(value, report);
    if (read !== undefined) fields.set(name, read);
  }
  // Keys are the customer's: `__proto__` is a key like another.
  return Object.fromEntries(fields);
}
