import { getEmployee, readEmployees, type Employee } from '@rollcall/core';
import { forgetRateBudgets } from '@rollcall/http';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { breatheSandbox } from '../sandbox/index.ts';
import { breathe } from '../src/index.ts';

type Named = readonly { readonly id: number; readonly name: string }[];
const group = (groups: Named, wanted: number) => ({
  id: String(wanted),
  name: groups.find(({ id }) => id === wanted)?.name ?? null,
});

const words: Readonly<Partial<Record<TwinPerson['employmentType'], string>>> = { full_time: 'Full time', part_time: 'Part time' };

/** By the vendor's documentation: no leave, no employment type beyond full and part time, and an e-mail for everybody. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const state = stateOf(person, twin.today);
  const type = person.employmentType;
  return {
    id: String(person.id),
    employeeNumber: person.number,
    workEmail: person.email ?? person.personalEmail,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    preferredName: person.preferredName,
    status: state === 'leave' ? 'active' : state,
    employmentType: type === 'full_time' || type === 'part_time' ? type : null,
    employmentTypeLabel: words[type] ?? null,
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: group(twin.departments, person.departmentId),
    division: group(twin.divisions, person.divisionId),
    workLocation: group(twin.locations, person.locationId),
    managerId: person.managerId === null ? null : String(person.managerId),
    phone: person.phone,
    ...(person.id % 4 === 0 && { customFields: { 'Cost centre': String(person.costCenterId) } }),
    updatedAt: person.updatedAt,
  };
}

beforeEach(forgetRateBudgets);

describeSandbox(breathe, { describe, test, sandbox: breatheSandbox, expected });

describe('breathe beyond the round trip', () => {
  const start = (size: number) => startSandbox(breatheSandbox, { twin: createTwin({ seed: 'breathe', size }) });

  test('bank accounts are read only when asked for', async () => {
    await using sandbox = await start(30);
    const { twin, config, origins } = sandbox;
    const read = readEmployees(breathe, { config, fields: ['bankAccount'], http: { origins } });
    const accounts = new Map((await Array.fromAsync(read)).map(({ id, bankAccount }) => [id, bankAccount]));
    for (const { id } of twin.people)
      expect(accounts.get(String(id))).toEqual({ sortCode: '20-00-00', accountNumber: String(id).padStart(8, '0') });
  });

  test('a key of the test system goes to the other host, and a wrong one is refused at once', async () => {
    await using sandbox = await start(8);
    const { origins } = sandbox;
    const read = (apiKey: string) => Array.fromAsync(readEmployees(breathe, { config: { apiKey }, http: { origins } }));
    expect(await read('sandbox-sandboxKeyOfNobody')).toHaveLength(8);
    const before = sandbox.counts.total;
    await expect(read('sandbox-mistyped')).rejects.toMatchObject({ code: 'credentials_rejected' });
    await expect(read('prod-mistyped')).rejects.toMatchObject({ code: 'credentials_rejected' });
    expect(sandbox.counts.total - before).toBe(2);
  });

  test('one person by id, and nobody for an id that Breathe does not know', async () => {
    await using sandbox = await start(8);
    const { twin, config, origins } = sandbox;
    const options = { config, http: { origins }, clock: { now: () => new Date(`${twin.today}T12:00:00Z`) } };
    const [person] = twin.people;
    const found = await getEmployee(breathe, String(person!.id), options);
    expect(found).toMatchObject({ found: true, employee: expected(person!, twin) });
    expect(await getEmployee(breathe, '999999', options)).toEqual({ found: false, gone: true });
  });
});
