import type { Employee } from '../employee/employee.ts';
import { normaliseEmail } from '../normalise/email.ts';

/**
 * Some vendors name a manager by their address only. Whose it is, the same read says; an address of nobody, or of several,
 * says nothing, and the manager stays unknown (rule M2). Somebody who has left counts where nobody else has the address:
 * their reports go to the next manager above (rule T3).
 */
export function managersByAddress(employees: readonly Employee[]): readonly Employee[] {
  if (!employees.some(isNamedByAddress)) return employees;
  const idOf = idsByAddress(employees);
  return employees.map((employee) => {
    if (!isNamedByAddress(employee)) return employee;
    const { managerEmail } = employee;
    const managerId = managerEmail === null ? null : idOf(normaliseEmail(managerEmail) ?? managerEmail);
    return managerId === undefined ? employee : { ...employee, managerId };
  });
}

function isNamedByAddress(employee: Employee): employee is Employee & { readonly managerEmail: string | null } {
  return employee.managerId === undefined && employee.managerEmail !== undefined;
}

function idsByAddress(employees: readonly Employee[]): (address: string) => string | undefined {
  const staying = new Map<string, string | null>();
  const left = new Map<string, string | null>();
  for (const { id, workEmail, status } of employees) {
    if (workEmail == null) continue;
    const index = status === 'terminated' ? left : staying;
    index.set(workEmail, index.has(workEmail) ? null : id);
  }
  return (address) => {
    const found = staying.get(address);
    return (found === undefined ? left.get(address) : found) ?? undefined;
  };
}
