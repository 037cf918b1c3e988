import { employeeFields, type Employee } from '@rollcall/core';
import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { sesameSandbox } from '../sandbox/index.ts';
import { sesame } from '../src/index.ts';

describeSandbox(sesame, { describe, test, sandbox: sesameSandbox, expected, fields: employeeFields });

const wireId = (kind: number, id: number): string =>
  `5e5a${String(kind).padStart(4, '0')}-0000-4000-8000-${String(id).padStart(12, '0')}`;

/** What can be known of somebody through Sesame: no leave, no team, no country. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const state = stateOf(person, twin.today);
  const nameOf = (list: readonly { readonly id: number; readonly name: string }[], id: number): string | null =>
    list.find((entry) => entry.id === id)?.name ?? null;
  return {
    id: person.uuid,
    employeeNumber: person.number === null ? null : String(Number(person.number.replaceAll(/\D/g, ''))),
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    status: state === 'leave' ? 'active' : state,
    employmentTypeLabel: person.employmentType === 'fixed_term' ? 'Temporal' : 'Indefinido',
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: { id: wireId(3, person.departmentId), name: nameOf(twin.departments, person.departmentId) },
    legalEntity: { id: wireId(1, 1), name: twin.name },
    workLocation: { id: wireId(5, person.locationId), name: nameOf(twin.locations, person.locationId) },
    managerId: person.managerId === null ? null : twin.person(person.managerId)!.uuid,
    phone: person.phone,
    bankAccount: { iban: person.iban },
    customFields: { cf_taquilla: person.id % 3 === 0 ? null : `T-${String(person.id)}` },
    updatedAt: person.updatedAt,
  };
}
