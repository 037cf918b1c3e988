import type { Employee, EmploymentType } from '@rollcall/core';
import { stateOf, type Twin, type TwinEmploymentType, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { bamboohrSandbox } from '../sandbox/index.ts';
import { bamboohr } from '../src/index.ts';

describeSandbox(bamboohr, {
  describe,
  test,
  sandbox: bamboohrSandbox,
  expected,
});

const words: Readonly<Record<TwinEmploymentType, readonly [EmploymentType, string]>> = {
  full_time: ['full_time', 'Full-Time'],
  part_time: ['part_time', 'Part-Time'],
  contractor: ['contractor', 'Contractor'],
  intern: ['intern', 'Intern'],
  fixed_term: ['fixed_term', 'Fixed-Term'],
  apprentice: ['apprentice', 'Apprentice'],
};

/** What can be known of somebody through BambooHR: no leave, no team, no entity, no country; an earlier end is not told. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const state = stateOf(person, twin.today);
  const [employmentType, employmentTypeLabel] = state === 'terminated' ? [null, null] : words[person.employmentType];
  return {
    id: String(person.id),
    employeeNumber: person.number,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    preferredName: person.preferredName,
    status: state === 'leave' ? 'active' : state,
    employmentType,
    employmentTypeLabel,
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: nameOf(twin.departments, person.departmentId),
    division: nameOf(twin.divisions, person.divisionId),
    workLocation: nameOf(twin.locations, person.locationId),
    managerId: person.managerId === null ? null : String(person.managerId),
    phone: person.phone,
    customFields: { customField4339: ['Basque', 'Sámi', 'Romansh', null][person.id % 4] ?? null },
    updatedAt: person.updatedAt,
  };
}

function nameOf(groups: readonly { readonly id: number; readonly name: string }[], id: number): { name: string } {
  return { name: groups.find((group) => group.id === id)?.name ?? '' };
}
