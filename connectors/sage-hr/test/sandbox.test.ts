import { getEmployee, readEmployees, type Employee } from '@rollcall/core';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { sageHrSandbox } from '../sandbox/index.ts';
import { sageHr } from '../src/index.ts';

const labels: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full-time',
  part_time: 'Part-time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed term',
  apprentice: 'Apprentice',
};

/** By the vendor's documentation: what Sage HR says of this person on the list that has them. An absence is no status. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const state = stateOf(person, twin.today);
  const always = {
    id: String(person.id),
    employeeNumber: person.number,
    firstName: person.firstName,
    lastName: person.lastName,
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
  };
  if (state === 'terminated') return { ...always, status: state, personalEmail: person.personalEmail };
  const team = twin.teams.find(({ id }) => id === person.teamId);
  return {
    ...always,
    status: state === 'leave' ? 'active' : state,
    workEmail: person.email,
    employmentType: person.employmentType,
    employmentTypeLabel: labels[person.employmentType],
    team: team === undefined ? null : { id: String(team.id), name: team.name },
    managerId: person.managerId === null ? null : String(person.managerId),
    phone: person.phone,
  };
}

describeSandbox(sageHr, { describe, test, sandbox: sageHrSandbox, expected });

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(sageHrSandbox, { twin: createTwin({ seed: 'sage-hr', size }) });

  test('one person by id, from either list, as in the read of everybody', async () => {
    await using sandbox = await start(60);
    const { twin, options } = sandbox;
    for (const person of twin.people) {
      const result = await getEmployee(sageHr, String(person.id), options);
      const { employeeNumber, ...rest } = expected(person, twin);
      const isTerminated = stateOf(person, twin.today) === 'terminated';
      expect(result).toMatchObject({ found: true, employee: isTerminated ? rest : { ...rest, employeeNumber } });
    }
    expect(await getEmployee(sageHr, '99999999', options)).toEqual({ found: false, gone: true });
  });

  test('named custom fields take one request for each active employee', async () => {
    await using sandbox = await start(30);
    const { twin, config, options } = sandbox;
    const customFields = ['Badge number'];
    const people = await Array.fromAsync(
      readEmployees(sageHr, { ...options, config: { ...config, customFields }, fields: ['customFields'] }),
    );
    const active = people.filter(({ status }) => status !== 'terminated');
    expect(active.map((employee) => employee.customFields)).toEqual(active.map(({ id }) => ({ 'Badge number': `B-${id}` })));
    expect(people.filter(({ customFields: read }) => read !== undefined)).toHaveLength(active.length);
    expect(people).toHaveLength(twin.people.length);
  });

  test('a wrong key is tried once', async () => {
    await using sandbox = await start(8);
    const { config, options } = sandbox;
    const read = readEmployees(sageHr, { ...options, config: { ...config, apiKey: 'mistyped' } });
    await expect(Array.fromAsync(read)).rejects.toMatchObject({ code: 'credentials_rejected' });
    expect(sandbox.counts.total).toBe(1);
  });
});
