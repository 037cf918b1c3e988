import type { Employee } from '../employee/employee.ts';
import type { ManagedTextField, ManagedValues } from '../directory/member.ts';

/** What the HR system delivers for the managed fields, as text. A field that is absent stays absent (rule M2). */
export function managedValuesOf(employee: Employee, fields: readonly ManagedTextField[]): ManagedValues {
  const values: { [Field in ManagedTextField]?: string | null } = {};
  for (const field of fields) {
    const written = writtenOf(employee, field);
    if (written !== undefined) values[field] = written;
  }
  return values;
}

/** Is there nothing to write? What the record does not deliver stays as it is. */
export function isAsDelivered(current: ManagedValues, employee: Employee, fields: readonly ManagedTextField[]): boolean {
  for (const field of fields) {
    const written = writtenOf(employee, field);
    if (written !== undefined && written !== (current[field] ?? null)) return false;
  }
  return true;
}

function writtenOf(employee: Employee, field: ManagedTextField): string | null | undefined {
  const value = employee[field];
  return typeof value === 'object' ? nameOf(value) : value;
}

// A group whose name could not be looked up is not an empty group: it clears nothing.
function nameOf(value: { readonly name: string | null } | null): string | null | undefined {
  return value === null ? null : (value.name ?? undefined);
}

/** The fields whose delivered value differs from the member's, with both sides (rule M1). Undefined when nothing differs. */
export function differencesOf(
  current: ManagedValues,
  delivered: ManagedValues,
): { before: ManagedValues; after: ManagedValues } | undefined {
  const before: { [Field in ManagedTextField]?: string | null } = {};
  const after: { [Field in ManagedTextField]?: string | null } = {};
  let differs = false;
  for (const field of Object.keys(delivered) as ManagedTextField[]) {
    const next = delivered[field] ?? null;
    const previous = current[field] ?? null;
    if (next === previous) continue;
    differs = true;
    before[field] = previous;
    after[field] = next;
  }
  return differs ? { before, after } : undefined;
}
