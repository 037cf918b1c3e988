import type { Employee, Group, WorkLocation } from '../../employee/employee.ts';

const groups = ['department', 'team', 'division', 'legalEntity', 'costCenter', 'workLocation'] as const;

/**
 * Lets people of one company share what is the same for many of them (departments, locations, entities): a company of
 * 200,000 is held in memory while it is planned, and most of its bytes would be copies. Changes the employee it is given.
 */
export function createShare(): (employee: Employee) => Employee {
  const shared = groups.map((field) => ({ field, byName: new Map<string, Group | WorkLocation>() }));
  return (employee) => {
    for (const { field, byName } of shared) {
      const value = employee[field];
      if (value == null) continue;
      const name = value.id ?? value.name ?? '';
      const known = byName.get(name);
      if (known === undefined || !isSame(known, value)) byName.set(name, value);
      else employee[field] = known;
    }
    return employee;
  };
}

function isSame(a: WorkLocation, b: WorkLocation): boolean {
  return a.name === b.name && a.id === b.id && a.country === b.country && a.timeZone === b.timeZone;
}
