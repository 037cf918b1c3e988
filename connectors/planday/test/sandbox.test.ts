import { getEmployee, readEmployees, type Employee } from '@rollcall/core';
import { forgetRateBudgets } from '@rollcall/http';
import { createTwin, startSandbox, stateOf } from '@rollcall/sandbox';
import type { Twin, TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { plandaySandbox } from '../sandbox/index.ts';
import { planday } from '../src/index.ts';

const labels: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full-time',
  part_time: 'Part-time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed term',
  apprentice: 'Apprentice',
};

/** By the vendor's documentation: what Planday says of this person on the list that has them. An absence is no status. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const state = stateOf(person, twin.today);
  const department = twin.departments.find(({ id }) => id === person.departmentId)!;
  const team = twin.teams.find(({ id }) => id === person.teamId);
  const site = { id: String(department.id), name: department.name };
  const worksInTwo = person.id % 10 === 0 && person.id % 3 !== 0;
  return {
    id: String(person.id),
    employeeNumber: person.number,
    workEmail: person.email,
    firstName: person.firstName,
    lastName: person.lastName,
    status: state === 'leave' ? 'active' : state,
    employmentType: person.employmentType,
    employmentTypeLabel: labels[person.employmentType],
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    // Deactivated people have no primary department, and no supervisor.
    ...(!(state === 'terminated' && worksInTwo) && { department: site, workLocation: site }),
    team: team === undefined ? null : { id: String(team.id), name: team.name },
    ...(state !== 'terminated' && { managerId: person.managerId === null ? null : String(person.managerId) }),
    phone: person.phone?.replaceAll(' ', '') ?? null,
    updatedAt: person.updatedAt,
  };
}

beforeEach(forgetRateBudgets);

describeSandbox(planday, { describe, test, sandbox: plandaySandbox, expected });

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(plandaySandbox, { twin: createTwin({ seed: 'planday', size }) });

  test('one person by id: the detail of an active one, the list for somebody deactivated', async () => {
    await using company = await start(10);
    const { twin, options } = company;
    const left = twin.people.find((person) => stateOf(person, twin.today) === 'terminated')!;
    const works = twin.people.find((person) => stateOf(person, twin.today) === 'active' && person.managerId !== null)!;
    expect(await getEmployee(planday, String(left.id), options)).toMatchObject({ found: true, employee: expected(left, twin) });
    forgetRateBudgets();
    expect(await getEmployee(planday, String(works.id), options)).toMatchObject({
      found: true,
      employee: { ...expected(works, twin), jobTitle: works.jobTitle },
    });
    expect(await getEmployee(planday, '99999999', options)).toEqual({ found: false, gone: true });
  });

  test('job titles and custom fields take one request for each active employee', async () => {
    await using company = await start(8);
    const { twin, config, options } = company;
    const read = readEmployees(planday, {
      ...options,
      config: { ...config, details: true },
      fields: ['jobTitle', 'customFields'],
    });
    const people = await Array.fromAsync(read);
    const active = twin.people.filter((person) => stateOf(person, twin.today) !== 'terminated');
    expect(people.filter(({ jobTitle }) => jobTitle !== undefined)).toEqual(
      active.map(({ id, jobTitle }) => ({
        id: String(id),
        status: expect.any(String) as string,
        jobTitle,
        customFields: { custom_11111: `B-${String(id)}`, custom_22222: id % 100 },
      })),
    );
    expect((await read.report).requests).toBe(3 + active.length);
  });

  test('bank accounts only when they are asked for', async () => {
    await using company = await start(8);
    const { options, twin } = company;
    const people = await Array.fromAsync(readEmployees(planday, { ...options, fields: ['bankAccount'] }));
    expect(new Map(people.map(({ id, bankAccount }) => [id, bankAccount?.accountNumber]))).toEqual(
      new Map(twin.people.map(({ id }) => [String(id), String(id).padStart(10, '0')])),
    );
    const others = await Array.fromAsync(readEmployees(planday, { ...options, fields: ['workEmail'] }));
    expect(others.filter(({ bankAccount }) => bankAccount !== undefined)).toEqual([]);
  });

  test.each([
    ['token', { refreshToken: 'mistyped-token' }],
    ['App Id', { clientId: '5d0f1c2e-0000-4000-8000-5f1c710aa1b2' }],
  ])('a wrong %s is tried once, and the error names the step', async (_, wrong) => {
    await using company = await start(8);
    const { config, options } = company;
    const read = readEmployees(planday, { ...options, config: { ...config, ...wrong } });
    await expect(Array.fromAsync(read)).rejects.toMatchObject({
      name: 'AuthError',
      code: 'credentials_rejected',
      hint: expect.stringContaining(planday.manifest.setup[4]) as string,
    });
    expect(company.counts.total).toBe(1);
  });
});
