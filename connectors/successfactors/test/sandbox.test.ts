import { generateKeyPairSync } from 'node:crypto';
import { discoverFields, employeeFields, getEmployee, readChanges, readEmployees } from '@rollcall/core';
import type { Employee, EmploymentType } from '@rollcall/core';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { successfactorsSandbox } from '../sandbox/index.ts';
import { successfactors } from '../src/index.ts';

const types: Readonly<Record<TwinPerson['employmentType'], readonly [EmploymentType, string]>> = {
  full_time: ['full_time', 'Full Time'],
  part_time: ['part_time', 'Part-time'],
  fixed_term: ['fixed_term', 'Fixed Term'],
  intern: ['intern', 'Intern'],
  apprentice: ['apprentice', 'Apprentice'],
  contractor: ['contractor', 'External'],
};

const idOf = ({ uuid }: TwinPerson): string => uuid.replaceAll('-', '').toUpperCase();

/** By the vendor's documentation: what SuccessFactors keeps of this person, and nothing else. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const group = (list: readonly { readonly id: number; readonly name: string }[], id: number) => ({
    id: String(id),
    name: list.find((entry) => entry.id === id)?.name ?? null,
  });
  const location = twin.locations.find(({ id }) => id === person.locationId);
  const costCenter = twin.costCenters.find(({ id }) => id === person.costCenterId);
  const manager = person.managerId === null ? undefined : twin.person(person.managerId);
  const [employmentType, employmentTypeLabel] = types[person.employmentType];
  return {
    id: idOf(person),
    employeeNumber: person.number ?? `P${String(person.id)}`,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    preferredName: person.preferredName,
    status: stateOf(person, twin.today),
    employmentType,
    employmentTypeLabel,
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: group(twin.departments, person.departmentId),
    team: group(twin.divisions, person.divisionId),
    division: group(twin.divisions, person.divisionId),
    legalEntity: group(twin.entities, person.entityId),
    costCenter: { id: costCenter?.code ?? '', name: costCenter?.name ?? null },
    workLocation: {
      ...group(twin.locations, person.locationId),
      country: location?.country ?? '',
      timeZone: location?.timeZone ?? '',
    },
    managerId: manager === undefined ? null : idOf(manager),
    phone: person.phone,
    customFields: { 'EmpJob.customString1': `L-${String(person.id)}`, 'EmpEmployment.customDate1': person.originalHireDate },
    updatedAt: new Date(person.updatedAt).toISOString().replace('.000Z', 'Z'),
  };
}

describeSandbox(successfactors, { describe, test, sandbox: successfactorsSandbox, expected });

const { privateKey: otherKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const accountOf = ({ iban, firstName, lastName }: TwinPerson) => ({ bankAccount: { iban, holder: `${firstName} ${lastName}` } });

describe('successfactors and its sandbox', () => {
  const start = (size = 30) => startSandbox(successfactorsSandbox, { twin: createTwin({ size }) });

  test('one by one, with the manager and the bank account', async () => {
    await using company = await start();
    const { twin, options } = company;
    for (const person of twin.people.slice(0, 5)) {
      const answer = await getEmployee(successfactors, idOf(person), { ...options, fields: employeeFields });
      expect(answer).toMatchObject({ found: true, employee: { ...expected(person, twin), ...accountOf(person) } });
    }
    expect(await getEmployee(successfactors, 'NOBODY', options)).toMatchObject({ found: false });
  });

  test('with bank accounts, which take a request for a thousand employments', async () => {
    await using company = await start(401);
    const { people } = company.twin;
    const read = readEmployees(successfactors, { ...company.options, fields: ['bankAccount'] });
    const employees = new Map((await Array.fromAsync(read)).map((employee) => [employee.id, employee]));
    for (const person of people) expect(employees.get(idOf(person))).toMatchObject(accountOf(person));
    const requests = 1 + Math.ceil(people.length / 200) + Math.ceil(people.length / 1_000);
    expect(await read.report).toMatchObject({ requests, outcome: 'complete', warnings: [] });
  });

  test('changes since a moment', async () => {
    await using company = await start();
    const { twin, options } = company;
    const since = twin.people.map(({ updatedAt }) => updatedAt).toSorted()[twin.people.length - 3] ?? '';
    const { changes } = await readChanges(successfactors, since, options);
    const meant = twin.people.filter(({ updatedAt }) => Date.parse(updatedAt) >= Date.parse(since));
    expect(changes).toEqual(meant.map((person) => ({ id: idOf(person), kind: 'changed' })));
  });

  test('the fields of the instance are listed with their labels', async () => {
    await using company = await start();
    const fields = await discoverFields(successfactors, company.options);
    expect(fields).toContainEqual({ name: 'EmpJob.customString1', label: 'Locker', type: 'Edm.String' });
    expect(fields.map(({ name }) => name)).not.toContain('EmpJob.companyNav');
  });

  test('a custom field that does not exist is refused with those that do', async () => {
    await using company = await start();
    const config = { ...company.options.config, customFields: ['EmpJob.customString99'] };
    await expect(Array.fromAsync(readEmployees(successfactors, { ...company.options, config }))).rejects.toMatchObject({
      code: 'config_invalid',
      message: expect.stringContaining('EmpJob.customString1') as unknown,
    });
  });

  test.each([
    ['another key', { privateKey: otherKey.export({ type: 'pkcs8', format: 'pem' }).toString() }],
    ['a wrong API key', { apiKey: 'TmljaHREaWVSaWNodGlnZUZpa3Rpb24' }],
    ['a wrong company', { companyId: 'HALBERGMOORT1' }],
    ['a wrong user', { technicalUser: 'API_NOBODY' }],
  ])('%s is refused as a wrong credential', async (_, wrong) => {
    await using company = await start();
    const config = { ...company.options.config, ...wrong };
    await expect(Array.fromAsync(readEmployees(successfactors, { ...company.options, config }))).rejects.toMatchObject({
      name: 'AuthError',
      code: 'credentials_rejected',
    });
  });
});
