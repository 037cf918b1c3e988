import { employeeFields, type Employee } from '@rollcall/core';
import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { factorialSandbox } from '../sandbox/index.ts';
import { factorial } from '../src/index.ts';

describeSandbox(factorial, { describe, test, sandbox: factorialSandbox, expected, fields: employeeFields });

const wireId = (id: number): string => String(36893488147410000000n + BigInt(id));

/** What can be known of somebody through Factorial: no leave, no employment type, no department. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const { id } = person;
  const state = stateOf(person, twin.today);
  const named = (list: readonly { readonly id: number; readonly name: string }[], one: number) => ({
    id: wireId(one),
    name: list.find((entry) => entry.id === one)?.name ?? null,
  });
  const place = twin.locations.find((location) => location.id === person.locationId)!;
  return {
    id: wireId(id),
    employeeNumber: person.number,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    preferredName: person.preferredName,
    status: state === 'leave' ? 'active' : state,
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    team: person.teamId === null ? null : named(twin.teams, person.teamId),
    legalEntity: named(twin.entities, person.entityId),
    costCenter: named(twin.costCenters, person.costCenterId),
    workLocation: { ...named(twin.locations, person.locationId), country: place.country, timeZone: place.timeZone },
    managerId: person.managerId === null ? null : wireId(person.managerId),
    phone: person.phone,
    bankAccount: { iban: person.iban },
    customFields: {
      ...(id % 2 === 0 && { glove_size: String(6 + (id % 6)) }),
      ...(id % 4 === 0 && { [wireId(2)]: '2027-01-31' }),
    },
    updatedAt: person.updatedAt.replace('Z', '.000Z'),
  };
}
