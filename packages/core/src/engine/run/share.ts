import type { Employee, Group, WorkLocation } from '../../employee/employee.ts';

const groups = ['department', 'team', 'division', 'legalEntity', 'costCenter', 'workLocation'] as const;

/**
 * Lets people of one company share what is the same for many of them (departments, locations, entities, custom fields): a
 * company of 200,000 is held in memory while it is planned, and most of its bytes would be copies. Changes the employee it is
 * given.
 */
export function createShare(): (employee: Employee) => Employee {
  const shared = groups.map((field) => ({ field, byName: new Map<string, Group | WorkLocation>() }));
  const customFields = new Map<string, NonNullable<Employee['customFields']>>();
  return (employee) => {
    for (const { field, byName } of shared) {
      const value = employee[field];
      if (value == null) continue;
      const name = value.id ?? value.name ?? '';
      const known = byName.get(name);
      if (known === undefined || !isSame(known, value)) byName.set(name, value);
      else employee[field] = known;
    }
    shareCustomFields(employee, customFields);
    return employee;
  };
}

// Where everybody's are different, noting all of them would cost what sharing saves.
const mostNoted = 20_000;

function shareCustomFields(employee: Employee, noted: Map<string, NonNullable<Employee['customFields']>>): void {
  if (employee.customFields === undefined) return;
  const text = JSON.stringify(employee.customFields);
  const known = noted.get(text);
  if (known !== undefined) employee.customFields = known;
  else if (noted.size < mostNoted) noted.set(text, employee.customFields);
}

function isSame(a: WorkLocation, b: WorkLocation): boolean {
  return a.name === b.name && a.id === b.id && a.country === b.country && a.timeZone === b.timeZone;
}
