import { employeeFields, getEmployee, readEmployees, type Employee } from '@rollcall/core';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { hrworksSandbox } from '../sandbox/index.ts';
import { hrworks } from '../src/index.ts';

const labels: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'regularEmployee',
  part_time: 'marginalEmployment',
  contractor: 'externalWorker',
  intern: 'intern',
  fixed_term: 'shortTermEmployment',
  apprentice: 'apprentice',
};

const types = {
  full_time: null,
  part_time: 'part_time',
  contractor: 'contractor',
  intern: 'intern',
  fixed_term: 'temporary',
  apprentice: 'apprentice',
} as const;

/** By the vendor's documentation: what HR WORKS keeps of this person. Absences are kept elsewhere. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const state = stateOf(person, twin.today);
  const department = twin.departments.find(({ id }) => id === person.departmentId)!;
  const location = twin.locations.find(({ id }) => id === person.locationId)!;
  const center = twin.costCenters.find(({ id }) => id === person.costCenterId)!;
  const manager = person.managerId === null ? undefined : twin.person(person.managerId);
  return {
    id: person.uuid,
    employeeNumber: person.number,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    status: state === 'leave' ? 'active' : state,
    employmentType: types[person.employmentType],
    employmentTypeLabel: labels[person.employmentType],
    startDate: person.hireDate,
    ...(person.terminationDate !== null && { terminationDate: person.terminationDate }),
    jobTitle: person.jobTitle,
    department: { id: `c0a1f3d2-7777-4c1a-9b01-${String(department.id).padStart(12, '0')}`, name: department.name },
    costCenter: { id: center.code, name: center.name },
    workLocation: { id: `PE${String(location.id)}`, name: location.name, country: location.country },
    ...(manager !== undefined && { managerId: manager.uuid }),
    phone: person.phone,
    customFields: { Schließfach: person.id % 4 === 0 ? null : `S-${String(person.id)}`, 2026: '30' },
  };
}

describeSandbox(hrworks, { describe, test, sandbox: hrworksSandbox, expected });

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(hrworksSandbox, { twin: createTwin({ seed: 'hrworks', size }) });

  test('bank accounts are read only when asked for', async () => {
    await using running = await start(8);
    const { twin, options } = running;
    const people = await Array.fromAsync(readEmployees(hrworks, { ...options, fields: ['bankAccount'] }));
    expect(people.map(({ id, bankAccount }) => [id, bankAccount])).toEqual(
      twin.people.map(({ uuid, iban, firstName, lastName }) => [uuid, { iban, holder: `${firstName} ${lastName}` }]),
    );
    const usual = await Array.fromAsync(readEmployees(hrworks, options));
    expect(usual.some((employee) => 'bankAccount' in employee)).toBe(false);
  });

  test('one person by id, leavers too, and nobody for an id that HR WORKS does not know', async () => {
    await using running = await start(200);
    const { twin, options } = running;
    const leaver = twin.people.find((person) => stateOf(person, twin.today) === 'terminated')!;
    for (const person of [twin.people[3]!, leaver]) {
      const found = await getEmployee(hrworks, person.uuid, { ...options, fields: employeeFields });
      expect(found).toMatchObject({ found: true, employee: expected(person, twin) });
    }
    expect(await getEmployee(hrworks, '4f6d2c10-5e0b-4a77-8f21-0a1b2c3dffff', options)).toEqual({ found: false, gone: true });
  });

  test('a wrong key is tried once, and the error names the step in which keys are made', async () => {
    await using running = await start(8);
    const config = { accessKey: 'sternfurt-sandbox-key', secretAccessKey: 'mistyped-secret' };
    const read = readEmployees(hrworks, { ...running.options, config });
    await expect(Array.fromAsync(read)).rejects.toMatchObject({
      code: 'credentials_rejected',
      hint: expect.stringContaining('New key pair') as unknown,
    });
    expect(running.counts.total).toBe(1);
  });
});
