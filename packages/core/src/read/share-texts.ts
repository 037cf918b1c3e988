import type { Employee } from '../employee/employee.ts';

// What many people of a company have in common. Each record comes with texts of its own, equal or not.
const common = [
  'firstName',
  'lastName',
  'employmentTypeLabel',
  'startDate',
  'terminationDate',
  'jobTitle',
  'managerId',
] as const satisfies readonly (keyof Employee)[];

// A text that is nobody else's is noted in vain: what many have comes early, and later little is found again.
const mostNoted = 20_000;

/**
 * Lets the people of one read share equal texts, so that whoever holds a company of 200,000 holds each name and day once, and
 * compares and looks them up several times faster. Changes the employee it is given.
 */
export function createTextShare(): (employee: Employee) => void {
  const known = common.map((field) => ({ field, noted: new Map<string, string>() }));
  return (employee) => {
    for (const { field, noted } of known) {
      const text = employee[field];
      if (text == null) continue;
      const first = noted.get(text);
      if (first !== undefined) employee[field] = first;
      else if (noted.size < mostNoted) noted.set(text, text);
    }
  };
}
