import type { EmployeeField, Group } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';
import { identifier } from './identifier.ts';
import { text } from './text.ts';

/**
 * A department, team, entity or cost centre from the vendor's id and name, either of which may be missing. `null` when the
 * vendor says none, absent when it delivers neither. A name that could not be looked up is `null` beside its id.
 */
export function group(
  parts: { readonly id?: unknown; readonly name?: unknown },
  report: MapReport,
  field: EmployeeField,
): Group | null | undefined {
  const id = identifier(parts.id, report, field);
  const name = text(parts.name, report, field);
  if (typeof id === 'string') return { id, name: name ?? null };
  if (typeof name === 'string') return { name };
  // Empty only when nothing that was delivered could not be read (rule M2).
  const unreadable = (parts.id !== undefined && id === undefined) || (parts.name !== undefined && name === undefined);
  return unreadable || (id === undefined && name === undefined) ? undefined : null;
}
