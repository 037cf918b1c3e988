import { discoverFields, getEmployee, readChanges, readEmployees, type Employee } from '@rollcall/core';
import { forgetRateBudgets } from '@rollcall/http';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { irisCascadeSandbox } from '../sandbox/index.ts';
import { irisCascade } from '../src/index.ts';

beforeEach(forgetRateBudgets);

const labels: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full Time',
  part_time: 'Part Time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed Term',
  apprentice: 'Apprentice',
};

const nodeId = (level: number, id: number): string =>
  `${String(level).padStart(8, '0')}-0000-4000-8000-${String(id).padStart(12, '0')}`;

const named = (list: readonly { id: number; name: string }[], wanted: number) =>
  list.find(({ id }) => id === wanted)?.name ?? null;

/** The nodes of the hierarchy under the company on which somebody's job stands. */
function levelsOf({ divisionId, departmentId, teamId }: TwinPerson, twin: Twin) {
  const department = {
    id: nodeId(3, divisionId * 10_000 + departmentId),
    name: named(twin.departments, departmentId),
  };
  return {
    division: { id: nodeId(2, divisionId), name: named(twin.divisions, divisionId) },
    department,
    team: teamId === null ? null : { id: nodeId(4, divisionId * 10_000 + teamId), name: named(twin.teams, teamId) },
  };
}

/** By the vendor's documentation: what IRIS Cascade keeps of this person, and nothing else. Leave is no status there. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const state = stateOf(person, twin.today);
  const { team, department } = levelsOf(person, twin);
  return {
    id: person.uuid,
    employeeNumber: person.number,
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
    // Where the job stands, as long as the customer does not say which level is which.
    department: team ?? department,
    costCenter: { name: twin.costCenters.find(({ id }) => id === person.costCenterId)!.code },
    managerId: person.managerId === null ? null : (twin.person(person.managerId)?.uuid ?? null),
    phone: person.phone,
    updatedAt: person.updatedAt,
  };
}

describeSandbox(irisCascade, { describe, test, sandbox: irisCascadeSandbox, expected });

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(irisCascadeSandbox, { twin: createTwin({ seed: 'iris-cascade', size }) });

  test('bank accounts are read in bulk, only when asked for, and the one in force counts', async () => {
    await using sandbox = await start(40);
    const { twin, options } = sandbox;
    const people = await Array.fromAsync(readEmployees(irisCascade, { ...options, fields: ['bankAccount'] }));
    expect(new Map(people.map(({ id, bankAccount }) => [id, bankAccount]))).toEqual(
      new Map(
        twin.people.map(({ id, uuid, firstName, lastName }) => [
          uuid,
          { accountNumber: String(id).padStart(8, '0'), sortCode: '00-00-00', holder: `${firstName} ${lastName}` },
        ]),
      ),
    );
    expect(sandbox.counts.total).toBe(3);
  });

  test('one person by id with their own jobs, and nobody for an id that IRIS does not know', async () => {
    await using sandbox = await start(40);
    const { twin, options } = sandbox;
    const person = twin.people[7]!;
    const found = await getEmployee(irisCascade, person.uuid, options);
    expect(found).toMatchObject({ found: true, employee: expected(person, twin) });
    expect(sandbox.counts.total).toBe(4);
    expect(await getEmployee(irisCascade, nodeId(0, 0), options)).toEqual({ found: false, gone: true });
  });

  test('people of whom the employee or the job was written since a day', async () => {
    await using sandbox = await start(60);
    const { twin, options } = sandbox;
    const cursor = twin.people.map(({ updatedAt }) => updatedAt).sort()[30]!;
    const { changes } = await readChanges(irisCascade, cursor, options);
    const later = twin.people.filter(({ updatedAt }) => Date.parse(updatedAt) >= Date.parse(cursor));
    expect(new Set(changes.map(({ id }) => id))).toEqual(new Set(later.map(({ uuid }) => uuid)));
    expect(later.some(({ id }) => id % 2 === 0) && later.some(({ id }) => id % 2 === 1)).toBe(true);
  });

  test('the levels of the hierarchy can be asked for', async () => {
    await using sandbox = await start(60);
    const levels = await discoverFields(irisCascade, sandbox.options);
    expect(levels.map(({ name }) => name)).toEqual(['1', '2', '3', '4']);
    expect(levels[0]?.label).toBe(sandbox.twin.name);
  });

  test('levels that the customer chose are division, department and team of everybody', async () => {
    await using sandbox = await start(60);
    const { twin, options } = sandbox;
    const config = { ...irisCascadeSandbox.credentials.config, fields: { division: '2', department: '3', team: '4' } };
    const people = await Array.fromAsync(readEmployees(irisCascade, { ...options, config }));
    expect(new Map(people.map((person) => [person.id, person]))).toEqual(
      new Map(twin.people.map((person) => [person.uuid, { ...expected(person, twin), ...levelsOf(person, twin) }])),
    );
  });

  test('a level that the hierarchy does not have is refused, with those that it has', async () => {
    await using sandbox = await start(8);
    const config = { ...irisCascadeSandbox.credentials.config, fields: { team: '9' } };
    const read = readEmployees(irisCascade, { ...sandbox.options, config });
    await expect(Array.fromAsync(read)).rejects.toThrow(/config\.fields\.team.*it has: 1, 2, 3/);
  });

  test('a key that sees the employees alone reads nobody: nobody would have a manager or a department', async () => {
    await using sandbox = await start(8);
    sandbox.badDay('missingPermission');
    const read = readEmployees(irisCascade, sandbox.options);
    await expect(Array.fromAsync(read)).rejects.toMatchObject({
      code: 'permission_missing',
      request: 'GET /jobs',
      requestId: 'rrt-0fictional0trace-b-ge-1201-7',
    });
  });

  test('wrong credentials are tried once', async () => {
    await using sandbox = await start(8);
    const config = { ...irisCascadeSandbox.credentials.config, clientSecret: 'mistyped-secret' };
    const read = readEmployees(irisCascade, { ...sandbox.options, config });
    await expect(Array.fromAsync(read)).rejects.toMatchObject({ code: 'credentials_rejected' });
    expect(sandbox.counts.total).toBe(1);
  });
});
