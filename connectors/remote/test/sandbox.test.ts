import { getEmployee, readEmployees, type Employee } from '@rollcall/core';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { remoteSandbox } from '../sandbox/index.ts';
import { remote } from '../src/index.ts';

const labels = ['employee', 'direct_employee', 'global_payroll_employee'] as const;
const padded = (id: number): string => String(id).padStart(12, '0');

/** Without details of their own, somebody is known by the full name, of which the first word is the first name. */
function namesOf({ firstName, lastName, preferredName }: TwinPerson, hasDetails: boolean) {
  if (hasDetails) return { firstName, lastName, preferredName };
  const [first = '', ...others] = `${firstName} ${lastName}`.split(' ');
  return { firstName: first, lastName: others.join(' '), preferredName: null };
}

/** By the vendor's documentation: there is no leave, and a date in the record of somebody who is active again ends nothing. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const state = stateOf(person, twin.today);
  const hasDetails = state !== 'preboarding' || person.id % 3 !== 0;
  const isContractor = person.employmentType === 'contractor';
  const country = twin.locations.find(({ id }) => id === person.locationId)?.country;
  return {
    id: person.uuid,
    employeeNumber: person.number,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    ...namesOf(person, hasDetails),
    status: state === 'leave' ? 'active' : state,
    employmentType: isContractor ? 'contractor' : null,
    employmentTypeLabel: isContractor ? 'contractor' : labels[person.id % 3]!,
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: {
      id: `d0000000-0000-4000-8000-${padded(person.departmentId)}`,
      name: twin.departments.find(({ id }) => id === person.departmentId)?.name ?? null,
    },
    workLocation: { name: null, country: country! },
    ...(person.managerId === null ? { managerId: null, managerEmail: null } : { managerId: twin.person(person.managerId)!.uuid }),
    // Every seventh number is redacted.
    ...(!hasDetails ? { phone: null } : person.id % 7 === 0 ? {} : { phone: person.phone }),
    updatedAt: person.updatedAt,
  };
}

describeSandbox(remote, { describe, test, sandbox: remoteSandbox, expected });

describe('remote beyond the round trip', () => {
  const start = (size = 30) => startSandbox(remoteSandbox, { twin: createTwin({ seed: 'remote', size }), limit: false });

  test('custom fields, cost centers and bank accounts are read when they are wanted, whatever is refused for contractors', async () => {
    await using sandbox = await start();
    const { twin, config, origins } = sandbox;
    const fields = ['employmentTypeLabel', 'customFields', 'costCenter', 'bankAccount'] as const;
    const read = readEmployees(remote, { config: { ...config, moreDetails: true }, fields, http: { origins } });
    const employees = await Array.fromAsync(read);
    expect(employees).toHaveLength(30);
    for (const person of twin.people) {
      const { costCenter, customFields, bankAccount, employmentTypeLabel } = employees.find(({ id }) => id === person.uuid)!;
      expect(bankAccount).toEqual({ iban: person.iban });
      if (employmentTypeLabel !== 'employee') {
        // Remote refuses both for other types: nothing is known, and nothing is said to be empty.
        expect({ costCenter, customFields }).toEqual({ costCenter: undefined, customFields: undefined });
        continue;
      }
      const name = twin.costCenters.find(({ id }) => id === person.costCenterId)!.name;
      expect(costCenter).toEqual({ id: `c0000000-0000-4000-8000-${padded(person.costCenterId)}`, name });
      const trainee = person.employmentType === 'apprentice';
      expect(customFields).toEqual({ Team: person.teamId, Trainee: trainee, Site: `Site ${String(person.locationId)}` });
    }
    const others = employees.filter(({ employmentTypeLabel }) => employmentTypeLabel !== 'employee').length;
    const { requests } = await read.report;
    // Types that are refused are tried by those under way at once, not by each person.
    expect(requests).toBeGreaterThan(1 + 3 * (30 - others) + others);
    expect(requests).toBeLessThan(1 + 3 * 30);
  });

  test('without the right to custom fields everybody is read all the same, and it is said once', async () => {
    await using sandbox = await start();
    sandbox.badDay('forbidden', { on: 'lookup' });
    const { config, origins } = sandbox;
    const read = readEmployees(remote, { config: { ...config, moreDetails: true }, fields: ['customFields'], http: { origins } });
    expect(await Array.fromAsync(read)).toHaveLength(30);
    const { outcome, warnings } = await read.report;
    expect(outcome).toBe('complete');
    expect(warnings).toEqual([expect.stringContaining('customFields stay incomplete')]);
    // Each type of employment is tried, not each person.
    expect(sandbox.counts.lookup).toBeLessThan(30);
  });

  test('nothing beside the single record is asked for unless it is switched on', async () => {
    await using sandbox = await start(8);
    const { config, origins } = sandbox;
    await Array.fromAsync(readEmployees(remote, { config, http: { origins } }));
    expect(sandbox.counts.lookup).toBe(0);
  });

  test('a test token goes to the other host, and the other way round is refused', async () => {
    await using sandbox = await start(8);
    const { origins } = sandbox;
    const read = (token: string) => Array.fromAsync(readEmployees(remote, { config: { token }, http: { origins } }));
    expect(await read('ra_test_sandboxTokenOfNobody')).toHaveLength(8);
    await expect(read('ra_test_mistyped')).rejects.toMatchObject({ code: 'credentials_rejected' });
    await expect(read('ra_live_mistyped')).rejects.toMatchObject({ code: 'credentials_rejected' });
  });

  test('one person by id, and nobody for an id that Remote does not know', async () => {
    await using sandbox = await start(8);
    const { twin, config, origins } = sandbox;
    const options = { config, http: { origins }, clock: { now: () => new Date(`${twin.today}T12:00:00Z`) } };
    const [person] = twin.people;
    const found = await getEmployee(remote, person!.uuid, options);
    expect(found).toMatchObject({ found: true, employee: expected(person!, twin) });
    expect(await getEmployee(remote, '0b7f0c1e-0000-4000-8000-000000000000', options)).toEqual({ found: false, gone: true });
  });
});
