import { getEmployee, readEmployees, type Employee } from '@rollcall/core';
import { forgetRateBudgets } from '@rollcall/http';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { hibobSandbox } from '../sandbox/index.ts';
import { hibob } from '../src/index.ts';

const costCenterField = 'work.custom.field_1700000000001';

const labels: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full time',
  part_time: 'Part time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed-term',
  apprentice: 'Apprentice',
};

/** Bob's ids have nineteen digits. */
const idOf = (id: number): string => `34471120986${String(id).padStart(8, '0')}`;

/** By the vendor's documentation: what Bob keeps of this person, and nothing else. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const department = twin.departments.find(({ id }) => id === person.departmentId);
  const location = twin.locations.find(({ id }) => id === person.locationId);
  const costCenter = twin.costCenters.find(({ id }) => id === person.costCenterId);
  return {
    id: idOf(person.id),
    employeeNumber: person.number,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    preferredName: `${person.preferredName ?? person.firstName} ${person.lastName}`,
    status: stateOf(person, twin.today),
    employmentType: person.employmentType,
    employmentTypeLabel: labels[person.employmentType],
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: { id: String(person.departmentId), name: department?.name ?? null },
    workLocation: { id: String(person.locationId), name: location?.name ?? null },
    managerId: person.managerId === null ? null : idOf(person.managerId),
    phone: person.phone,
    customFields: { [costCenterField]: costCenter?.name ?? null },
  };
}

beforeEach(forgetRateBudgets);

describeSandbox(hibob, {
  describe,
  test,
  sandbox: hibobSandbox,
  expected,
  config: { customFields: [costCenterField] },
});

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(hibobSandbox, { twin: createTwin({ seed: 'hibob', size }) });
  const all = async (read: AsyncIterable<Employee>): Promise<Employee[]> => {
    const employees: Employee[] = [];
    for await (const employee of read) employees.push(employee);
    return employees;
  };
  const http = { retries: 0, timeoutMs: 5_000 };

  test('bank accounts are read for each person and only when asked for', async () => {
    await using sandbox = await start(60);
    const { twin, origins, config } = sandbox;
    const accounts = new Map<string, string | undefined>();
    for await (const { id, bankAccount } of readEmployees(hibob, { config, fields: ['bankAccount'], http: { ...http, origins } }))
      accounts.set(id, bankAccount?.iban);
    expect(accounts).toEqual(new Map(twin.people.map(({ id, iban }) => [idOf(id), iban])));
    expect(sandbox.counts.total).toBe(61);
    expect(sandbox.failures).toEqual([]);
  });

  test('bank accounts that may not be read are asked for a few times, not for everybody', async () => {
    await using sandbox = await start(60);
    sandbox.badDay('missingPermission', { on: 'detail' });
    const { origins, config } = sandbox;
    const read = readEmployees(hibob, { config, fields: ['bankAccount'], http: { ...http, origins } });
    const people = await all(read);
    const { outcome, permissionGaps } = await read.report;
    expect(outcome).toBe('complete');
    expect(people).toHaveLength(60);
    expect(permissionGaps.map(({ permission }) => permission)).toEqual(["People's data > Financial: View"]);
    // Three refusals in a row, and what was under way beside them.
    expect(sandbox.counts.detail).toBeLessThanOrEqual(6);
  });

  test('one person by id, and nobody for an id that Bob does not know', async () => {
    await using sandbox = await start(8);
    const { twin, origins, config } = sandbox;
    const [person] = twin.people;
    const options = {
      config: { ...config, customFields: [costCenterField] },
      http: { ...http, origins },
      clock: { now: () => new Date(`${twin.today}T12:00:00Z`) },
    };
    const found = await getEmployee(hibob, idOf(person!.id), options);
    expect(found).toMatchObject({ found: true, employee: expected(person!, twin) });
    expect(await getEmployee(hibob, idOf(99_999_999), options)).toEqual({ found: false, gone: true });
  });

  test('the sandbox environment is another host', async () => {
    await using sandbox = await start(8);
    const origin = 'https://api.sandbox.hibob.com';
    const origins = { [origin]: sandbox.origins[origin]! };
    const config = { ...sandbox.config, environment: 'sandbox' as const };
    expect(await all(readEmployees(hibob, { config, http: { ...http, origins } }))).toHaveLength(8);
  });

  test('wrong credentials are tried once', async () => {
    await using sandbox = await start(8);
    const { origins, config } = sandbox;
    const read = readEmployees(hibob, { config: { ...config, token: 'mistyped' }, http: { origins } });
    await expect(all(read)).rejects.toMatchObject({ code: 'credentials_rejected' });
    expect(sandbox.counts.total).toBe(1);
  });

  test('a 429 is waited for as the reset header says', async () => {
    await using sandbox = await start(8);
    sandbox.badDay('rateLimitOnce', { retryAfterSeconds: 2 });
    const { origins, config } = sandbox;
    const began = performance.now();
    const people = await all(readEmployees(hibob, { config, http: { origins, retryBaseMs: 1 } }));
    expect(people).toHaveLength(8);
    expect(performance.now() - began).toBeGreaterThan(500);
  });
});
