import type { Employee } from '../employee/employee.ts';
import { normaliseEmail } from '../normalise/email.ts';

/** Stands for a manager who is none of the people: no vendor's id has this character. */
const noneOfThem = '\u0000';

/**
 * Some vendors name a manager by their address only. Whose it is, the same read says. An address of nobody is a manager who is
 * none of the people, as an unknown id is (rule T3); one of several people says nothing, and the manager stays unknown (rule
 * M2). Somebody who has left counts where nobody else has the address: their reports go to the next manager above (rule T3).
 * An address beside an id counts for nothing.
 */
export function managersByAddress(employees: readonly Employee[]): readonly Employee[] {
  if (!employees.some(({ managerEmail }) => managerEmail !== undefined)) return employees;
  const idOf = idsByAddress(employees);
  return employees.map((employee) => {
    const { managerEmail, ...rest } = employee;
    if (managerEmail === undefined) return employee;
    if (rest.managerId != null) return rest;
    const managerId = managerEmail === null ? null : idOf(normaliseEmail(managerEmail) ?? managerEmail);
    if (managerId !== undefined) return { ...employee, managerId };
    const { managerId: _unknown, ...others } = employee;
    return others;
  });
}

function idsByAddress(employees: readonly Employee[]): (address: string) => string | undefined {
  const staying = new Map<string, string | undefined>();
  const left = new Map<string, string | undefined>();
  for (const { id, workEmail, status } of employees) {
    if (workEmail == null) continue;
    const index = status === 'terminated' ? left : staying;
    index.set(workEmail, index.has(workEmail) ? undefined : id);
  }
  return (address) => {
    const index = [staying, left].find((one) => one.has(address));
    return index === undefined ? noneOfThem : index.get(address);
  };
}
