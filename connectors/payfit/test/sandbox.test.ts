import { employeeFields, getEmployee, readEmployees, type Employee, type EmployeeDraft } from '@rollcall/core';
import { forgetRateBudgets } from '@rollcall/http';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { payfitSandbox } from '../sandbox/index.ts';
import { payfit } from '../src/index.ts';

const idOf = (id: number): string => `64aa0c3f9b1d2e00${String(id).padStart(8, '0')}`;

/** What the DSN code and `isFullTime` say of each. */
const types: Readonly<Record<TwinPerson['employmentType'], readonly [EmployeeDraft['employmentType'], string]>> = {
  full_time: ['full_time', '01'],
  part_time: ['part_time', '01'],
  contractor: ['full_time', '90'],
  intern: ['intern', '29'],
  fixed_term: ['fixed_term', '02'],
  apprentice: ['fixed_term', '02'],
};

/** By the vendor's documentation. PayFit knows no leave, and no job of a contract that was archived a year ago. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const state = stateOf(person, twin.today);
  const [employmentType, employmentTypeLabel] = types[person.employmentType];
  const yearAgo = `${String(Number(twin.today.slice(0, 4)) - 1)}${twin.today.slice(4)}`;
  const hasJob = person.terminationDate === null || person.terminationDate >= yearAgo;
  const team = twin.teams.find(({ id }) => id === person.teamId);
  return {
    id: idOf(person.id),
    employeeNumber: person.number,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    status: state === 'leave' ? 'active' : state,
    ...(hasJob && employmentType !== undefined && { employmentType, employmentTypeLabel, jobTitle: person.jobTitle }),
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    team: team === undefined ? null : { name: team.name },
    legalEntity: { id: '5f2b8c1e9a7d4e0012f00a01', name: twin.name },
    managerId: person.managerId === null ? null : idOf(person.managerId),
    phone: person.phone,
    bankAccount: { iban: person.iban },
  };
}

// The suite reads more than 50 times a second.
beforeEach(forgetRateBudgets);

describeSandbox(payfit, { describe, test, sandbox: payfitSandbox, expected, fields: employeeFields });

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(payfitSandbox, { twin: createTwin({ seed: 'payfit', size }), limit: false });

  test('one person by id, and nobody for an id that PayFit does not know', async () => {
    await using sandbox = await start(60);
    const { twin, options } = sandbox;
    const { bankAccount, ...rest } = expected(twin.people[7]!, twin);
    expect(bankAccount).toBeDefined();
    expect(await getEmployee(payfit, idOf(twin.people[7]!.id), options)).toMatchObject({ found: true, employee: rest });
    expect(await getEmployee(payfit, idOf(99_999_999), options)).toEqual({ found: false, gone: true });
  });

  test('a wrong key is refused once', async () => {
    await using sandbox = await start(8);
    const read = readEmployees(payfit, { ...sandbox.options, config: { apiKey: 'mistyped-key' } });
    await expect(Array.fromAsync(read)).rejects.toMatchObject({ name: 'AuthError', code: 'credentials_rejected' });
    expect(sandbox.counts.total).toBe(1);
  });

  test('names and status alone cost no request for company and contracts', async () => {
    await using sandbox = await start(8);
    await Array.fromAsync(readEmployees(payfit, { ...sandbox.options, fields: ['firstName', 'lastName'] }));
    expect(sandbox.counts.total).toBe(2);
  });
});
