import type { Employee } from '../employee/employee.ts';

/** What a search in the roster looks at, in lower case: names, whole names, addresses and the employee number. */
export function searchText(employee: Employee): string {
  const { firstName, preferredName, lastName, workEmail, personalEmail, employeeNumber } = employee;
  const whole = [firstName, lastName].filter(isFilled).join(' ');
  const called = isFilled(preferredName) ? [preferredName, lastName].filter(isFilled).join(' ') : null;
  return [whole, called, workEmail, personalEmail, employeeNumber].filter(isFilled).join('\n').toLowerCase();
}

function isFilled(text: string | null | undefined): text is string {
  return typeof text === 'string' && text !== '';
}
