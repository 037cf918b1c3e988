import type { Employee } from '../employee/employee.ts';
import type { ManagedTextField, ManagedValues } from '../directory/member.ts';

/** What the HR system delivers for the managed fields, as text. A field that is absent stays absent (rule M2). */
export function managedValuesOf(employee: Employee, fields: readonly ManagedTextField[]): ManagedValues {
  const values: { [Field in ManagedTextField]?: string | null } = {};
  for (const field of fields) {
    const written = writtenOf(employee[field]);
    if (written !== undefined) values[field] = written;
  }
  return values;
}

type Managed = { readonly [Field in ManagedTextField]: boolean };

/** Is there nothing to write? What the record does not deliver stays as it is. */
export function isAsDelivered(now: ManagedValues, employee: Employee, managed: Managed): boolean {
  return isSamePerson(now, employee, managed) && isSamePlace(now, employee, managed);
}

// Field by field and by name: a loop over names takes several times as long, and everybody is asked at every read.
function isSamePerson(now: ManagedValues, employee: Employee, managed: Managed): boolean {
  return (
    (!managed.firstName || isSame(employee.firstName, now.firstName)) &&
    (!managed.lastName || isSame(employee.lastName, now.lastName)) &&
    (!managed.preferredName || isSame(employee.preferredName, now.preferredName)) &&
    (!managed.jobTitle || isSame(employee.jobTitle, now.jobTitle)) &&
    (!managed.employeeNumber || isSame(employee.employeeNumber, now.employeeNumber)) &&
    (!managed.phone || isSame(employee.phone, now.phone)) &&
    (!managed.startDate || isSame(employee.startDate, now.startDate)) &&
    (!managed.terminationDate || isSame(employee.terminationDate, now.terminationDate))
  );
}

function isSamePlace(now: ManagedValues, employee: Employee, managed: Managed): boolean {
  return (
    (!managed.department || isSame(employee.department, now.department)) &&
    (!managed.team || isSame(employee.team, now.team)) &&
    (!managed.division || isSame(employee.division, now.division)) &&
    (!managed.legalEntity || isSame(employee.legalEntity, now.legalEntity)) &&
    (!managed.costCenter || isSame(employee.costCenter, now.costCenter)) &&
    (!managed.workLocation || isSame(employee.workLocation, now.workLocation))
  );
}

type Delivered = Employee[ManagedTextField];

function isSame(delivered: Delivered, current: string | null | undefined): boolean {
  const written = writtenOf(delivered);
  return written === undefined || written === (current ?? null);
}

function writtenOf(delivered: Delivered): string | null | undefined {
  return typeof delivered === 'object' ? nameOf(delivered) : delivered;
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
