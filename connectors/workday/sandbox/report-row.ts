import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { numberOf, widOf } from './worker-xml.ts';

const words = { active: 'Active', leave: 'On Leave', terminated: 'Terminated', preboarding: 'Active' } as const;

/** One row with the aliases of the set-up guide. Empty cells are left out. */
export function toRow(person: TwinPerson, twin: Twin): object {
  const named = (list: readonly { readonly id: number; readonly name: string }[], wanted: number) =>
    list.find(({ id }) => id === wanted)?.name;
  const manager = person.managerId === null ? undefined : twin.person(person.managerId);
  const state = stateOf(person, twin.today);
  const cells = {
    WID: widOf(person),
    Employee_ID: numberOf(person),
    First_Name: person.firstName,
    Last_Name: person.lastName,
    Email_Work: person.email,
    Hire_Date: person.hireDate,
    Termination_Date: person.terminationDate,
    Active_Status: state === 'active' || state === 'leave' ? '1' : '0',
    Worker_Status: words[state],
    Job_Title: person.jobTitle,
    Department: named(twin.departments, person.departmentId),
    Company_Name: named(twin.entities, person.entityId),
    Manager_Employee_ID: manager && numberOf(manager),
  };
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value != null));
}
