import { employeeFields, readEmployees, type Employee } from '@rollcall/core';
import { forgetRateBudgets } from '@rollcall/http';
import { createTwin, stateOf, startSandbox, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { personioSandbox } from '../sandbox/index.ts';
import { personio } from '../src/index.ts';

function expected(person: TwinPerson, twin: Twin): Employee {
  const nameOf = (list: readonly { readonly id: number; readonly name: string }[], id: number): string | null =>
    list.find((entry) => entry.id === id)?.name ?? null;
  const group = (list: readonly { readonly id: number; readonly name: string }[], id: number) => ({
    id: String(id),
    name: nameOf(list, id),
  });
  const isExternal = person.employmentType === 'contractor';
  return {
    id: String(person.id),
    employeeNumber: person.number,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    preferredName: person.preferredName === null ? null : `${person.preferredName} ${person.lastName}`,
    status: stateOf(person, twin.today),
    employmentType: isExternal ? 'contractor' : null,
    employmentTypeLabel: isExternal ? 'EXTERNAL' : 'INTERNAL',
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: group(twin.departments, person.departmentId),
    team: person.teamId === null ? null : group(twin.teams, person.teamId),
    legalEntity: group(twin.entities, person.entityId),
    costCenter: {
      id: `1f33aa20-287f-4dda-a517-${String(person.costCenterId).padStart(12, '0')}`,
      name: nameOf(twin.costCenters, person.costCenterId),
    },
    workLocation: group(twin.locations, person.locationId),
    managerId: person.managerId === null ? null : String(person.managerId),
    phone: person.phone,
    bankAccount: { iban: person.iban },
    customFields: {
      employee_number: person.number,
      dynamic_4473: person.personalEmail,
      mobile_phone: person.phone,
      floor: person.locationId % 7,
      trainee: person.employmentType === 'apprentice',
      languages: ['en', 'nb'],
    },
    updatedAt: person.updatedAt,
  };
}

// The suite logs in to one tenant more often than 150 times a minute.
beforeEach(forgetRateBudgets);

describeSandbox(personio, {
  describe,
  test,
  sandbox: personioSandbox,
  expected,
  // A log-in, the pages, one request a person, and five lists of names, of which only the teams need more than one page.
  fields: employeeFields,
});

describe('personio reads the twin company on a bad day of the look-ups and employments', () => {
  const read = async (badDay: 'forbidden' | 'notFound', on: 'lookup' | 'detail') => {
    const sandbox = await startSandbox(personioSandbox, { twin: createTwin({ size: 60 }), badDay, on, limit: false });
    try {
      const { config, platform, origins, twin } = sandbox;
      const http = { origins, retries: 1, retryBaseMs: 1 };
      const run = readEmployees(personio, {
        config,
        platform,
        http,
        clock: { now: () => new Date(`${twin.today}T12:00:00Z`) },
      });
      const employees = await Array.fromAsync(run);
      return { employees, report: await run.report, twin };
    } finally {
      await sandbox.close();
    }
  };

  test('a forbidden list of names costs names only, and is said', async () => {
    const { employees, report } = await read('forbidden', 'lookup');
    expect(report.outcome).toBe('complete');
    expect(employees).toHaveLength(60);
    expect(report.warnings).toHaveLength(1);
    expect(report.warnings[0]).toMatch(/cannot be read \(403\)/);
    expect(employees.every(({ department }) => department?.id !== undefined)).toBe(true);
  });

  test('employments that stay 404 make one person unknown and nobody a leaver', async () => {
    const { employees, report, twin } = await read('notFound', 'detail');
    expect(report.outcome).toBe('complete');
    const unknown = employees.filter(({ status }) => status === 'unknown');
    expect(unknown).toHaveLength(1);
    expect(report.warnings.join()).toContain('employments of some people could not be found');
    for (const { id, status } of employees)
      if (status === 'terminated') expect(stateOf(twin.person(Number(id))!, twin.today)).toBe('terminated');
  });
});
