import type { Employee } from '@rollcall/core';

/** What a search in the roster looks at, in lower case: names, whole names, addresses and the employee number. */
export function searchText(employee: Employee): string {
  const { firstName, preferredName, lastName, workEmail, personalEmail, employeeNumber } = employee;
  const whole = joined(' ', firstName, lastName);
  const called = preferredName ? joined(' ', preferredName, lastName) : null;
  // PostgreSQL's text cannot hold the character 0.
  return joined('\n', whole, called, workEmail, personalEmail, employeeNumber).toLowerCase().replaceAll('\0', '');
}

function joined(separator: string, ...texts: readonly (string | null | undefined)[]): string {
  return texts.filter((text) => typeof text === 'string' && text !== '').join(separator);
}
