import { employeeFields, getEmployee, readEmployees, type Employee } from '@rollcall/core';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { peopleHrSandbox } from '../sandbox/index.ts';
import { peopleHr } from '../src/index.ts';

const labels: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full Time',
  part_time: 'Part Time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed Term',
  apprentice: 'Apprentice',
};

/** By the vendor's documentation: what PeopleHR keeps of this person. There is no word for an absence. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const named = (list: readonly { readonly id: number; readonly name: string }[], wanted: number) => ({
    name: list.find(({ id }) => id === wanted)!.name,
  });
  const state = stateOf(person, twin.today);
  const id = `PW${String(person.id)}`;
  return {
    id,
    employeeNumber: id,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    preferredName: person.preferredName,
    status: state === 'leave' ? 'active' : state,
    employmentType: person.employmentType,
    employmentTypeLabel: labels[person.employmentType],
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: named(twin.departments, person.departmentId),
    legalEntity: named(twin.entities, person.entityId),
    workLocation: named(twin.locations, person.locationId),
    ...(person.managerId === null ? { managerId: null, managerEmail: null } : { managerId: `PW${String(person.managerId)}` }),
    phone: person.phone,
    bankAccount: {
      sortCode: '40-47-84',
      accountNumber: person.iban.slice(-8),
      holder: `${person.firstName} ${person.lastName}`,
    },
    customFields: { APIColumn1: named(twin.costCenters, person.costCenterId).name },
  };
}

describeSandbox(peopleHr, { describe, test, sandbox: peopleHrSandbox, expected, fields: employeeFields });

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(peopleHrSandbox, { twin: createTwin({ seed: 'people-hr', size }) });

  test('bank details are read only when asked for', async () => {
    await using running = await start(8);
    const people = await Array.fromAsync(readEmployees(peopleHr, running.options));
    expect(people).toHaveLength(8);
    expect(people.some((employee) => 'bankAccount' in employee)).toBe(false);
  });

  test('one person by id, and nobody for an id that was changed', async () => {
    await using running = await start(8);
    const { twin } = running;
    const [person] = twin.people;
    const options = { ...running.options, fields: employeeFields };
    const found = await getEmployee(peopleHr, `PW${String(person!.id)}`, options);
    expect(found).toMatchObject({ found: true, employee: expected(person!, twin) });
    expect(await getEmployee(peopleHr, 'PW99999', options)).toEqual({ found: false, gone: true });
  });

  test('a wrong key is tried once, and the error holds neither the key nor the body', async () => {
    await using running = await start(8);
    const { http } = running.options;
    const apiKey = 'deadbeef-0000-4000-8000-00000000dead';
    const error: unknown = await Array.fromAsync(readEmployees(peopleHr, { config: { apiKey }, http })).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'credentials_rejected' });
    expect(JSON.stringify(error) + String(error)).not.toContain('deadbeef');
    expect(running.counts.total).toBe(1);
  });
});
