import type { Employee, EmployeeField } from '@rollcall/core';

/** A field as one text: groups and places by name (their id where they have none), what has parts as JSON. */
export function toCell(value: Employee[EmployeeField]): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if ('name' in value && (typeof value.name === 'string' || value.name === null)) return value.name ?? idOf(value);
  return JSON.stringify(value);
}

function idOf(value: object): string {
  return 'id' in value && typeof value.id === 'string' ? value.id : '';
}
