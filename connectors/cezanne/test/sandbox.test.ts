import { discoverFields, getEmployee, readEmployees, type Employee, type EmploymentType } from '@rollcall/core';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { cezanneSandbox } from '../sandbox/index.ts';
import { cezanne } from '../src/index.ts';

const types: Readonly<Record<TwinPerson['employmentType'], readonly [EmploymentType, string]>> = {
  full_time: ['full_time', 'Full-time'],
  part_time: ['part_time', 'Part-time'],
  fixed_term: ['fixed_term', 'Fixed term'],
  intern: ['intern', 'Intern'],
  apprentice: ['apprentice', 'Apprentice'],
  contractor: ['contractor', 'Contractor'],
};

const idOf = (id: number): string => `FJ-${String(id).padStart(5, '0')}`;

/** By the vendor's documentation: what Cezanne keeps of this person, and nothing else. Leave is kept elsewhere. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const name = (list: readonly { readonly id: number; readonly name: string }[], id: number) => {
    return { name: list.find((entry) => entry.id === id)?.name ?? '' };
  };
  const [employmentType, employmentTypeLabel] = types[person.employmentType];
  const state = stateOf(person, twin.today);
  return {
    id: idOf(person.id),
    employeeNumber: idOf(person.id),
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
    department: name(twin.departments, person.departmentId),
    legalEntity: name(twin.entities, person.entityId),
    costCenter: name(twin.costCenters, person.costCenterId),
    workLocation: name(twin.locations, person.locationId),
    managerId: person.managerId === null ? null : idOf(person.managerId),
    phone: person.phone,
  };
}

describeSandbox(cezanne, { describe, test, sandbox: cezanneSandbox, expected });

describe('cezanne and its sandbox', () => {
  const start = async (size = 30) => {
    const sandbox = await startSandbox(cezanneSandbox, { twin: createTwin({ size }), limit: false });
    const { config, origins, twin } = sandbox;
    const clock = { now: () => new Date(`${twin.today}T12:00:00Z`) };
    const options = { config, clock, http: { origins, retries: 0 } };
    return { twin, options, [Symbol.asyncDispose]: () => sandbox.close() };
  };

  test('one by one', async () => {
    await using company = await start();
    const { twin, options } = company;
    for (const person of twin.people.slice(0, 5)) {
      const answer = await getEmployee(cezanne, idOf(person.id), options);
      expect(answer).toMatchObject({ found: true, employee: expected(person, twin) });
    }
    expect(await getEmployee(cezanne, "O'Nobody", options)).toMatchObject({ found: false });
  });

  test('a token is got with the client in the body as well', async () => {
    await using company = await start();
    const config = { ...company.options.config, clientInBody: true };
    const read = readEmployees(cezanne, { ...company.options, config });
    expect((await Array.fromAsync(read)).length).toBe(company.twin.people.length);
  });

  test('with a username and a password nobody asks for a token', async () => {
    await using company = await start();
    const config = { subdomain: 'fjordkiste', username: 'sandbox.reader', password: 'sandbox-password-0' };
    const read = readEmployees(cezanne, { ...company.options, config });
    expect((await Array.fromAsync(read)).length).toBe(company.twin.people.length);
    expect(await read.report).toMatchObject({ outcome: 'complete', requests: 4 });
  });

  test('the properties of every set that has people are listed', async () => {
    await using company = await start();
    const fields = await discoverFields(cezanne, company.options);
    expect(fields).toContainEqual({ name: 'MANAGERPERSONID', label: 'Deployments', type: 'Edm.String' });
    expect(fields).toContainEqual({ name: 'EFFECTIVETO', label: 'Employments', type: 'Edm.DateTime' });
  });

  test.each([
    ['another client', { clientId: 'somebody-else' }],
    ['a wrong secret', { clientSecret: 'sandbox-client-secret-9' }],
    ['a token URL that does not exist', { tokenUrl: 'https://fjordkiste.cezanneondemand.com/nowhere/token' }],
    ['a wrong password', { username: 'sandbox.reader', password: 'sandbox-password-9' }],
  ])('%s is refused as a wrong credential, with the step of the set-up', async (_, wrong) => {
    await using company = await start();
    const config = { ...company.options.config, ...wrong };
    await expect(Array.fromAsync(readEmployees(cezanne, { ...company.options, config }))).rejects.toMatchObject({
      name: 'AuthError',
      code: 'credentials_rejected',
      hint: expect.stringContaining('Copy the Client ID and the Client Secret') as unknown,
    });
  });
});
