import { getEmployee, readChanges, readEmployees, type Employee } from '@rollcall/core';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { humaansSandbox } from '../sandbox/index.ts';
import { humaans } from '../src/index.ts';

const labels: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full time',
  part_time: 'Part time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed-term',
  apprentice: 'Apprentice',
};

const idOf = (kind: string, id: number): string => kind + String(id).padStart(22, 'x');

/** By the vendor's documentation: what Humaans keeps of this person, and nothing else. Leave is kept apart. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const named = (list: readonly { id: number; name: string }[], wanted: number | null) =>
    list.find(({ id }) => id === wanted)?.name ?? null;
  const state = stateOf(person, twin.today);
  const { city, country, timeZone, name } = twin.locations.find(({ id }) => id === person.locationId)!;
  const remote = person.id % 9 === 0;
  const team = named(twin.teams, person.teamId);
  return {
    id: idOf('Pe', person.id),
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
    department: { name: named(twin.departments, person.departmentId) },
    team: team === null ? null : { name: team },
    legalEntity: { id: idOf('Co', person.entityId), name: named(twin.entities, person.entityId) },
    workLocation: remote ? { name: city, country, timeZone } : { id: idOf('Lo', person.locationId), name, country, timeZone },
    managerId: person.managerId === null ? null : idOf('Pe', person.managerId),
    phone: person.phone,
    customFields: { 'Cost center': named(twin.costCenters, person.costCenterId) },
    updatedAt: person.updatedAt,
  };
}

describeSandbox(humaans, { describe, test, sandbox: humaansSandbox, expected });

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(humaansSandbox, { twin: createTwin({ seed: 'humaans', size }) });

  test('bank accounts are read in bulk and only when asked for', async () => {
    await using sandbox = await start(300);
    const { twin, options } = sandbox;
    const read = readEmployees(humaans, { ...options, fields: ['bankAccount'] });
    const people = await Array.fromAsync(read);
    expect(new Map(people.map(({ id, bankAccount }) => [id, bankAccount?.iban]))).toEqual(
      new Map(twin.people.map(({ id, iban }) => [idOf('Pe', id), iban])),
    );
    expect(sandbox.counts.total).toBe(4);
  });

  test('one person by id with their own rows, and nobody for an id that Humaans does not know', async () => {
    await using sandbox = await start(300);
    const { twin, options } = sandbox;
    const person = twin.people[4]!;
    const found = await getEmployee(humaans, idOf('Pe', person.id), options);
    expect(found).toMatchObject({ found: true, employee: expected(person, twin) });
    expect(sandbox.counts.total).toBe(6);
    expect(await getEmployee(humaans, idOf('Pe', 999_999), options)).toEqual({ found: false, gone: true });
  });

  test('people who were written since a day, new hires and leavers among them', async () => {
    await using sandbox = await start(60);
    const { twin, options } = sandbox;
    const cursor = twin.people.map(({ updatedAt }) => updatedAt).sort()[30]!;
    const { changes } = await readChanges(humaans, cursor, options);
    const later = twin.people.filter(({ updatedAt }) => Date.parse(updatedAt) > Date.parse(cursor));
    expect(new Set(changes.map(({ id }) => id))).toEqual(new Set(later.map(({ id }) => idOf('Pe', id))));
    expect(later.length).toBeGreaterThan(0);
  });

  test('a token without private:read shows active people only, and such a read is never complete', async () => {
    await using sandbox = await start(600);
    sandbox.badDay('missingPermission');
    const read = readEmployees(humaans, sandbox.options);
    const people = await Array.fromAsync(read);
    const { outcome, permissionGaps, warnings } = await read.report;
    expect(new Set(people.map(({ status }) => status))).toEqual(new Set(['active']));
    expect(outcome).toBe('partial');
    expect(permissionGaps.map(({ permission }) => permission)).toEqual(['View public and private data (private:read)']);
    expect(warnings).toContain('Custom values cannot be read (403): customFields stay incomplete');
  });

  test('wrong credentials are tried once', async () => {
    await using sandbox = await start(8);
    const read = readEmployees(humaans, { ...sandbox.options, config: { token: 'mistyped-token' } });
    await expect(Array.fromAsync(read)).rejects.toMatchObject({ code: 'credentials_rejected' });
    expect(sandbox.counts.total).toBe(1);
  });
});
