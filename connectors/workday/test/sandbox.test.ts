import { getEmployee, readChanges, readEmployees, type Employee } from '@rollcall/core';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { workdaySandbox } from '../sandbox/index.ts';
import { workday } from '../src/index.ts';

const labels: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Regular',
  part_time: 'Regular',
  contractor: 'Consultant',
  intern: 'Intern',
  fixed_term: 'Fixed_Term',
  apprentice: 'Apprentice',
};

const idOf = (person: TwinPerson | undefined): string => person!.uuid.replaceAll('-', '');

/** By the vendor's documentation: what Workday keeps of this person. What is empty there is left out of an answer. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const named = (type: string, list: readonly { readonly id: number; readonly name: string }[], wanted: number) => ({
    id: `${type}_${String(wanted)}`,
    name: list.find(({ id }) => id === wanted)!.name,
  });
  const location = twin.locations.find(({ id }) => id === person.locationId)!;
  const costCenter = twin.costCenters.find(({ id }) => id === person.costCenterId)!;
  const department = named('SUPERVISORY', twin.departments, person.departmentId);
  return {
    id: idOf(person),
    employeeNumber: person.number ?? `W-${String(person.id)}`,
    ...(person.email !== null && { workEmail: person.email }),
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    preferredName: person.preferredName === person.firstName ? null : person.preferredName,
    status: stateOf(person, twin.today),
    employmentType: person.employmentType,
    employmentTypeLabel: labels[person.employmentType],
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department,
    team: department,
    division: named('BUSINESS_UNIT', twin.divisions, person.divisionId),
    legalEntity: named('COMPANY', twin.entities, person.entityId),
    costCenter: { id: costCenter.code, name: costCenter.name },
    workLocation: { id: `LOC_${String(location.id)}`, name: location.name, country: location.country },
    managerId: person.managerId === null ? null : idOf(twin.person(person.managerId)),
    ...(person.phone !== null && { phone: person.phone }),
  };
}

describeSandbox(workday, { describe, test, sandbox: workdaySandbox, expected });

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(workdaySandbox, { twin: createTwin({ seed: 'workday', size }) });
  const fromReport = { source: 'report', report: 'ISU_ROLLCALL/Rollcall_Employees' } as const;

  test('one worker by id, and nobody for an id that does not exist', async () => {
    await using sandbox = await start(8);
    const { twin, options } = sandbox;
    const [person] = twin.people;
    expect(await getEmployee(workday, idOf(person), options)).toMatchObject({
      found: true,
      employee: expected(person!, twin),
    });
    expect(await getEmployee(workday, '00ff00ff00ff00ff00ff00ff00ff00ff', options)).toEqual({ found: false, gone: true });
  });

  test('looking ahead for hires changes nothing where today shows them whole', async () => {
    await using sandbox = await start(120);
    const { twin, config, options } = sandbox;
    const read = readEmployees(workday, { ...options, config: { ...config, futureHireDays: '365' } });
    const people = await Array.fromAsync(read);
    expect((await read.report).outcome).toBe('complete');
    expect(people).toHaveLength(twin.people.length);
    for (const person of twin.people) expect(people).toContainEqual(expected(person, twin));
  });

  test('changes name those who changed since, once entered and once in effect', async () => {
    await using sandbox = await start(120);
    const { twin, options } = sandbox;
    const since = new Date(Date.parse(`${twin.today}T00:00:00Z`) - 90 * 86_400_000).toISOString();
    const { changes, cursor } = await readChanges(workday, since, options);
    const changed = twin.people.filter(({ updatedAt }) => updatedAt >= since && updatedAt <= `${twin.today}T12:00:00Z`);
    expect(changed.length).toBeGreaterThan(0);
    const ids = new Set(changes.map(({ id }) => id));
    expect(changed.filter((person) => !ids.has(idOf(person)))).toEqual([]);
    expect(cursor).toBe(`${twin.today}T12:00:00Z`);
  });

  test.each([
    ['get_workers', {}],
    ['report', fromReport],
  ])('a wrong password is tried once and named: %s', async (_, extra) => {
    await using sandbox = await start(8);
    const config = { ...sandbox.config, ...extra, password: 'canary-of-a-wrong-password' };
    const read = readEmployees(workday, { ...sandbox.options, config });
    const error: unknown = await Array.fromAsync(read).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'credentials_rejected' });
    expect(JSON.stringify(error) + String(error)).toContain('Create Integration System User');
    expect(JSON.stringify(error) + String(error)).not.toContain('canary');
    expect(sandbox.counts.total).toBe(1);
  });

  test('the report says the same of everybody', async () => {
    await using sandbox = await start(120);
    const { twin, counts, config, options } = sandbox;
    const read = readEmployees(workday, { ...options, config: { ...config, ...fromReport } });
    const people = await Array.fromAsync(read);
    expect((await read.report).outcome).toBe('complete');
    expect(counts.total).toBe(1);
    for (const person of twin.people) {
      const { id, employeeNumber, status, startDate, terminationDate, managerId, department } = expected(person, twin);
      const found = people.find((employee) => employee.id === id);
      expect(found).toMatchObject({ employeeNumber, status, startDate, terminationDate, managerId });
      expect(found?.department?.name).toBe(department?.name);
    }
  });
});
