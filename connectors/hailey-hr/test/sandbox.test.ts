import { employeeFields, getEmployee, readEmployees, type Employee } from '@rollcall/core';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { haileyHrSandbox } from '../sandbox/index.ts';
import { haileyHr } from '../src/index.ts';

const labels: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Permanent',
  part_time: 'Permanent',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed term',
  apprentice: 'Apprentice',
};

type Named = readonly { readonly id: number; readonly name: string }[];

const idOf = (kind: number, id: number): string => `5a1e000${String(kind)}-0000-4000-8000-${String(id).padStart(12, '0')}`;

const groupOf = (kind: number, list: Named, wanted: number) => ({
  id: idOf(kind, wanted),
  name: list.find(({ id }) => id === wanted)!.name,
});

/** By the vendor's documentation: what Hailey keeps of this person, and nothing else. There is no word for an absence. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const state = stateOf(person, twin.today);
  const office = twin.locations.find(({ id }) => id === person.locationId)!;
  const costCenter = twin.costCenters.find(({ id }) => id === person.costCenterId)!;
  const isPermanent = labels[person.employmentType] === 'Permanent';
  // Of somebody who is to come back, only the first start stands there.
  const startDate =
    state === 'preboarding' && person.originalHireDate <= twin.today ? {} : { startDate: person.originalHireDate };
  return {
    id: person.uuid,
    employeeNumber: person.number,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    status: state === 'leave' ? 'active' : state,
    employmentType: isPermanent ? null : person.employmentType,
    employmentTypeLabel: labels[person.employmentType],
    ...startDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: groupOf(1, twin.departments, person.departmentId),
    team: person.teamId === null ? null : groupOf(6, twin.teams, person.teamId),
    division: groupOf(4, twin.divisions, person.divisionId),
    legalEntity: groupOf(3, twin.entities, person.entityId),
    costCenter: { id: idOf(5, costCenter.id), name: costCenter.id % 3 === 0 ? costCenter.name : costCenter.code },
    workLocation: { id: idOf(2, office.id), name: office.name, country: office.country },
    managerId: person.managerId === null ? null : twin.person(person.managerId)!.uuid,
    phone: person.phone,
    bankAccount:
      person.id % 2 === 0 ? { iban: person.iban, bic: 'NOWHSESS' } : { sortCode: '6000', accountNumber: String(person.id) },
    customFields:
      person.id % 3 === 0
        ? { 'T-shirt': 'M', Locker: person.id, Parking: person.id % 2 === 0, Languages: ['Swedish', 'Finnish'] }
        : {},
    updatedAt: person.updatedAt,
  };
}

describeSandbox(haileyHr, { describe, test, sandbox: haileyHrSandbox, expected, fields: employeeFields });

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(haileyHrSandbox, { twin: createTwin({ seed: 'hailey-hr', size }) });

  test('one person by id has another form and says the same; an unknown id is nobody', async () => {
    await using sandbox = await start(400);
    const { twin } = sandbox;
    const options = { ...sandbox.options, fields: employeeFields };
    const back = twin.people.find(({ stints }) => stints.length > 0)!;
    const left = twin.people.find((person) => stateOf(person, twin.today) === 'terminated')!;
    const coming = twin.people.find((person) => stateOf(person, twin.today) === 'preboarding')!;
    for (const person of [twin.people[0]!, back, left, coming]) {
      const found = await getEmployee(haileyHr, person.uuid, options);
      expect(found).toMatchObject({ found: true, employee: expected(person, twin), issues: [], warnings: [] });
    }
    expect(sandbox.counts.total).toBe(8);
    const nobody = '00000000-0000-4000-8000-00000000dead';
    expect(await getEmployee(haileyHr, nobody, options)).toEqual({ found: false, gone: false });
  });

  test('bank accounts come unasked and are given only when asked for', async () => {
    await using sandbox = await start(12);
    const people = await Array.fromAsync(readEmployees(haileyHr, sandbox.options));
    expect(people).toHaveLength(12);
    for (const employee of people) expect(employee).not.toHaveProperty('bankAccount');
    const found = await getEmployee(haileyHr, people[0]!.id, sandbox.options);
    expect(found).not.toHaveProperty('employee.bankAccount');
  });

  test('names that nobody asked for are not read', async () => {
    await using sandbox = await start(12);
    const read = readEmployees(haileyHr, { ...sandbox.options, fields: ['workEmail', 'managerId'] });
    const [first] = await Array.fromAsync(read);
    expect(Object.keys(first!).sort()).toEqual(['id', 'managerId', 'status', 'workEmail']);
    expect(sandbox.counts.total).toBe(1);
  });

  test('rights that are taken away: nobody is judged, nothing is cleared, and it is said', async () => {
    await using sandbox = await start(40);
    sandbox.badDay('missingPermission');
    const read = readEmployees(haileyHr, { ...sandbox.options, fields: employeeFields });
    const people = await Array.fromAsync(read);
    expect(people).toHaveLength(40);
    for (const employee of people) {
      expect(employee.status).toBe('unknown');
      for (const field of ['department', 'managerId', 'jobTitle', 'startDate', 'bankAccount'])
        expect(employee).not.toHaveProperty(field);
    }
    const report = await read.report;
    expect(report.outcome === 'partial' && report.because).toContain('nothing of the employment');
    expect(report.permissionGaps.map(({ permission }) => permission)).toEqual([
      'Rights to see: Job data, Employment',
      'Rights to see: Organizational belonging',
      'Rights to see: Personal, Contact information',
      'Rights to see: Compensation, Bank details',
      'Rights to see: Custom fields',
    ]);
  });

  test('a token of the demo system goes to the other host, and wrong ones are tried once', async () => {
    await using sandbox = await start(8);
    const { options } = sandbox;
    const read = (config: { readonly token: string; readonly environment: 'haileyhr.app' | 'demo.haileyhr.app' }) =>
      Array.fromAsync(readEmployees(haileyHr, { ...options, config }));
    expect(await read({ token: 'sandbox-token-of-the-demo-system', environment: 'demo.haileyhr.app' })).toHaveLength(8);
    const before = sandbox.counts.total;
    for (const environment of ['haileyhr.app', 'demo.haileyhr.app'] as const)
      await expect(read({ token: 'mistyped-token', environment })).rejects.toMatchObject({ code: 'credentials_rejected' });
    expect(sandbox.counts.total - before).toBe(2);
  });
});
