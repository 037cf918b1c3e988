import { getEmployee, readChanges, readEmployees, type Employee, type EmployeeField } from '@rollcall/core';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { simployerSandbox } from '../sandbox/index.ts';
import { simployer } from '../src/index.ts';

const labels: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full time',
  part_time: 'Part time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed term',
  apprentice: 'Apprentice',
};

const idOf = (kind: string, id: number): string => `66b1${kind}${id.toString(16).padStart(19, '0')}`;

/** By the vendor's documentation: what Simployer keeps of this person, and nothing else. Leave is kept apart. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const state = stateOf(person, twin.today);
  const office = twin.locations.find(({ id }) => id === person.locationId)!;
  const entity = twin.entities.findIndex(({ id }) => id === person.entityId);
  const { name } = twin.entities[entity]!;
  const ofDepartment = twin.costCenters.find(({ departmentId }) => departmentId === person.departmentId)!;
  const costCenter = person.id % 4 === 0 ? ofDepartment : twin.costCenters.find(({ id }) => id === person.costCenterId)!;
  const team = twin.teams.find(({ id }) => id === person.teamId);
  return {
    id: idOf('a', person.id),
    employeeNumber: person.number,
    ...(person.email !== null && { workEmail: person.email }),
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    status: state === 'leave' ? 'active' : state,
    employmentType: person.employmentType,
    employmentTypeLabel: labels[person.employmentType],
    startDate: person.hireDate,
    ...terminationOf(person),
    jobTitle: person.jobTitle,
    department: { id: idOf('d', person.departmentId), name: nameIn(twin.departments, person.departmentId) },
    team: team === undefined ? null : { id: idOf('f', 100_000 + team.id), name: team.name },
    division: { name: nameIn(twin.divisions, person.divisionId) },
    legalEntity: { id: idOf('c', person.entityId), name: entity === 0 ? name : `${name} AB` },
    costCenter: { id: idOf('e', costCenter.id), name: costCenter.code },
    workLocation: { id: idOf('f', office.id), name: office.name, country: office.country, timeZone: office.timeZone },
    ...(person.managerId !== null && { managerId: idOf('a', person.managerId) }),
    ...(person.phone !== null && { phone: person.phone.replaceAll(' ', '') }),
    ...(person.id % 3 === 0 && { customFields: { shirtSize: 'M', locker: person.id } }),
    updatedAt: person.updatedAt,
  };
}

const nameIn = (groups: readonly { readonly id: number; readonly name: string }[], wanted: number) =>
  groups.find(({ id }) => id === wanted)!.name;

/** What has no value is absent; where the end of an earlier employment still stands there is none. */
function terminationOf({ id, stints, terminationDate }: TwinPerson): { readonly terminationDate?: string | null } {
  if (terminationDate !== null) return { terminationDate };
  return stints.length > 0 && id % 2 === 0 ? { terminationDate: null } : {};
}

describeSandbox(simployer, { describe, test, sandbox: simployerSandbox, expected });

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(simployerSandbox, { twin: createTwin({ seed: 'simployer', size }) });

  test('people who came back, with the end of the earlier employment still there, are among them', async () => {
    await using sandbox = await start(600);
    const { twin, options } = sandbox;
    const back = twin.people.filter(
      ({ id, stints, terminationDate }) => stints.length > 0 && terminationDate === null && id % 2 === 0,
    );
    expect(back.length).toBeGreaterThan(0);
    const found = await getEmployee(simployer, idOf('a', back[0]!.id), options);
    expect(found).toMatchObject({ found: true, employee: expected(back[0]!, twin) });
    expect(sandbox.counts.total).toBe(3);
    expect(await getEmployee(simployer, idOf('a', 999_999), options)).toEqual({ found: false, gone: true });
  });

  test('bank accounts come unasked and are given only when asked for', async () => {
    await using sandbox = await start(30);
    const { twin, options } = sandbox;
    const read = (fields: readonly EmployeeField[]) => Array.fromAsync(readEmployees(simployer, { ...options, fields }));
    const accounts = new Map((await read(['bankAccount'])).map(({ id, bankAccount }) => [id, bankAccount]));
    for (const { id, iban } of twin.people)
      expect(accounts.get(idOf('a', id))).toEqual({ iban, sortCode: '6000', accountNumber: String(id) });
    for (const employee of await read(['workEmail', 'customFields'])) expect(employee).not.toHaveProperty('bankAccount');
  });

  test('what nobody asked for is not read', async () => {
    await using sandbox = await start(30);
    const read = readEmployees(simployer, { ...sandbox.options, fields: ['workEmail', 'department'] });
    const [first] = await Array.fromAsync(read);
    expect(Object.keys(first!).sort()).toEqual(['department', 'id', 'status', 'workEmail']);
    expect(sandbox.counts.total).toBe(1);
  });

  test('people who were written since a day', async () => {
    await using sandbox = await start(60);
    const { twin, options } = sandbox;
    const cursor = twin.people.map(({ updatedAt }) => updatedAt).sort()[30]!;
    const { changes } = await readChanges(simployer, cursor, options);
    const later = twin.people.filter(({ updatedAt }) => updatedAt >= cursor);
    expect(new Set(changes.map(({ id }) => id))).toEqual(new Set(later.map(({ id }) => idOf('a', id))));
  });

  test('a token of the test system goes to the other host, and wrong ones are tried once', async () => {
    await using sandbox = await start(8);
    const { options } = sandbox;
    const read = (config: { readonly token: string; readonly environment: 'production' | 'sandbox' }) =>
      Array.fromAsync(readEmployees(simployer, { ...options, config }));
    expect(await read({ token: 'sandbox.token.of-the-test-system', environment: 'sandbox' })).toHaveLength(8);
    const before = sandbox.counts.total;
    for (const environment of ['production', 'sandbox'] as const)
      await expect(read({ token: 'mistyped.token', environment })).rejects.toMatchObject({ code: 'credentials_rejected' });
    expect(sandbox.counts.total - before).toBe(2);
  });
});
