import { getEmployee, readEmployees, type Employee } from '@rollcall/core';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { eureciaSandbox } from '../sandbox/index.ts';
import { eurecia } from '../src/index.ts';

const idOf = (id: number): string => `USR ${String(id)}`;

/** By the vendor's documentation: what Eurécia keeps of this person. It knows no leave. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const state = stateOf(person, twin.today);
  const department = twin.departments.find(({ id }) => id === person.departmentId);
  const location = twin.locations.find(({ id }) => id === person.locationId);
  return {
    id: idOf(person.id),
    employeeNumber: person.number,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    status: state === 'leave' ? 'active' : state,
    employmentType: person.employmentType,
    employmentTypeLabel: person.employmentType,
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: { id: `dep-${String(person.departmentId)}`, name: department?.name ?? null },
    workLocation: { id: `str-${String(person.locationId)}`, name: location?.name ?? null },
    legalEntity: { id: 'company-1', name: twin.name },
    managerId: person.managerId === null ? null : idOf(person.managerId),
    phone: person.phone,
    customFields: { additionalField1: `Floor ${String(person.locationId % 7)}`, additionalField2: null },
    updatedAt: person.updatedAt,
  };
}

describeSandbox(eurecia, { describe, test, sandbox: eureciaSandbox, expected });

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(eureciaSandbox, { twin: createTwin({ seed: 'eurecia', size }), limit: false });

  test('one person by id, and nobody for an id that Eurécia does not know', async () => {
    await using sandbox = await start(60);
    const { twin, options } = sandbox;
    const person = twin.people[7]!;
    expect(await getEmployee(eurecia, idOf(person.id), options)).toMatchObject({ found: true, employee: expected(person, twin) });
    expect(await getEmployee(eurecia, 'USR 99999999', options)).toEqual({ found: false, gone: true });
  });

  test('a wrong token is refused once, with status 200', async () => {
    await using sandbox = await start(8);
    const read = readEmployees(eurecia, { ...sandbox.options, config: { token: 'mistyped-token' } });
    await expect(Array.fromAsync(read)).rejects.toMatchObject({ name: 'AuthError', code: 'credentials_rejected' });
    expect(sandbox.counts.total).toBe(1);
  });

  test('sheets that may not be read leave the status unknown, and are said', async () => {
    await using sandbox = await start(60);
    sandbox.badDay('missingPermission');
    const read = readEmployees(eurecia, sandbox.options);
    const employees = await Array.fromAsync(read);
    expect(employees).toHaveLength(60);
    expect(employees.every(({ status }) => status === 'unknown')).toBe(true);
    expect((await read.report).permissionGaps.map(({ permission }) => permission)).toEqual(['The same profile: employee sheets']);
  });

  test('names are not asked for when nobody wants them', async () => {
    await using sandbox = await start(8);
    await Array.fromAsync(readEmployees(eurecia, { ...sandbox.options, fields: ['workEmail'] }));
    expect(sandbox.counts.lookup).toBe(0);
  });
});
