import { employeeFields, getEmployee, readEmployees, type Employee, type EmploymentType } from '@rollcall/core';
import { forgetRateBudgets } from '@rollcall/http';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { luccaSandbox } from '../sandbox/index.ts';
import { lucca } from '../src/index.ts';

const contracts: Readonly<Record<TwinPerson['employmentType'], readonly [EmploymentType | null, string]>> = {
  full_time: [null, 'CDI'],
  part_time: [null, 'CDI à temps partiel'],
  fixed_term: ['fixed_term', 'CDD'],
  apprentice: ['fixed_term', "Contrat d'apprentissage"],
  intern: ['intern', 'Convention de stage'],
  contractor: ['contractor', 'Prestation'],
};

/** By the vendor's documentation: what Lucca keeps of this person, and nothing else. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const group = (list: readonly { readonly id: number; readonly name: string }[], id: number) => ({
    id: String(id),
    name: list.find((entry) => entry.id === id)?.name ?? null,
  });
  const state = stateOf(person, twin.today);
  const location = twin.locations.find(({ id }) => id === person.locationId);
  const [employmentType, employmentTypeLabel] = contracts[person.employmentType];
  return {
    id: String(person.id),
    employeeNumber: person.number,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    // An absence is no status of Lucca's.
    status: state === 'leave' ? 'active' : state,
    employmentType,
    employmentTypeLabel,
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: group(twin.departments, person.departmentId),
    legalEntity: group(twin.entities, person.entityId),
    workLocation: {
      ...group(twin.locations, person.locationId),
      country: location?.country ?? '',
      timeZone: location?.timeZone ?? '',
    },
    managerId: person.managerId === null ? null : String(person.managerId),
    phone: person.phone,
    bankAccount: { iban: person.iban },
    customFields: {
      e_badgeNumber: `B-${String(person.id)}`,
      ...(person.id % 3 === 0 && { e_languages: ['fr', 'br'] }),
    },
    updatedAt: person.updatedAt,
  };
}

beforeEach(forgetRateBudgets);

describeSandbox(lucca, { describe, test, sandbox: luccaSandbox, expected, fields: employeeFields });

describe('lucca reads the twin company', () => {
  const start = async () => {
    const sandbox = await startSandbox(luccaSandbox, { twin: createTwin({ size: 30 }), limit: false });
    const { config, origins, twin } = sandbox;
    const clock = { now: () => new Date(`${twin.today}T12:00:00Z`) };
    return { sandbox, twin, options: { config, clock, http: { origins, retries: 0 } } };
  };

  test('one by one, with what belongs to them alone', async () => {
    const { sandbox, twin, options } = await start();
    try {
      for (const person of twin.people.slice(0, 5)) {
        const answer = await getEmployee(lucca, String(person.id), { ...options, fields: employeeFields });
        expect(answer).toMatchObject({ found: true, employee: expected(person, twin) });
      }
      expect(await getEmployee(lucca, '999999999', options)).toMatchObject({ found: false });
    } finally {
      await sandbox.close();
    }
  });

  test('without optional scopes and custom fields in the fewest requests', async () => {
    const { sandbox, twin, options } = await start();
    try {
      const { host, clientId, clientSecret } = sandbox.config;
      const read = readEmployees(lucca, { ...options, config: { host, clientId, clientSecret } });
      const employees = await Array.fromAsync(read);
      expect(employees).toHaveLength(twin.people.length);
      expect(
        employees.every(({ personalEmail, customFields }) => personalEmail === undefined && customFields === undefined),
      ).toBe(true);
      // Their own managers are no hidden people.
      expect(await read.report).toMatchObject({ requests: 5, warnings: [], outcome: 'complete' });
    } finally {
      await sandbox.close();
    }
  });

  test.each([
    ['a wrong secret', { clientSecret: 'fernhollow-wrong-secret' }, 'credentials_rejected'],
    ['a wrong id', { clientId: 'fernhollow-wrong-client' }, 'credentials_rejected'],
  ])('%s is refused as a wrong credential', async (_, wrong, code) => {
    const { sandbox, options } = await start();
    try {
      const read = readEmployees(lucca, { ...options, config: { ...options.config, ...wrong } });
      await expect(Array.fromAsync(read)).rejects.toMatchObject({ name: 'AuthError', code });
    } finally {
      await sandbox.close();
    }
  });
});
