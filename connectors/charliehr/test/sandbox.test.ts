import { getEmployee, readEmployees, type Employee, type EmploymentType } from '@rollcall/core';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { charliehrSandbox } from '../sandbox/index.ts';
import { charliehr } from '../src/index.ts';

const types: Readonly<Record<TwinPerson['employmentType'], readonly [EmploymentType | null, string]>> = {
  full_time: [null, 'permanent'],
  part_time: ['part_time', 'part_time'],
  contractor: ['contractor', 'freelancer'],
  intern: ['intern', 'intern'],
  fixed_term: ['fixed_term', 'fixed_term'],
  apprentice: ['apprentice', 'apprentice'],
};

/** By the vendor's documentation: what Charlie keeps of this person, and nothing else. Leave is kept apart. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const state = stateOf(person, twin.today);
  const team = twin.teams.find(({ id }) => id === person.teamId);
  const office = twin.locations.find(({ id }) => id === person.locationId)!;
  const [employmentType, employmentTypeLabel] = types[person.employmentType];
  return {
    id: `team_member_${String(person.id)}`,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    preferredName: `${person.preferredName ?? person.firstName} ${person.lastName.charAt(0)}.`,
    status: state === 'leave' ? 'active' : state,
    employmentType,
    employmentTypeLabel,
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    team: team === undefined || state === 'terminated' ? null : { id: `team_${String(team.id)}`, name: team.name },
    workLocation: { id: `office_${String(office.id)}`, name: office.name },
    legalEntity: { id: 'company_1', name: twin.name },
    managerId: person.managerId === null ? null : `team_member_${String(person.managerId)}`,
    phone: person.phone,
  };
}

describeSandbox(charliehr, { describe, test, sandbox: charliehrSandbox, expected });

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(charliehrSandbox, { twin: createTwin({ seed: 'charliehr', size }) });

  test('a leaver by id, and nobody for an id that Charlie does not know', async () => {
    await using sandbox = await start(60);
    const { twin, options } = sandbox;
    const leaver = twin.people.find((person) => stateOf(person, twin.today) === 'terminated')!;
    const found = await getEmployee(charliehr, `team_member_${String(leaver.id)}`, options);
    expect(found).toMatchObject({ found: true, employee: expected(leaver, twin) });
    expect(await getEmployee(charliehr, 'team_member_999999', options)).toEqual({ found: false, gone: true });
  });

  test('bank accounts are read only when asked for', async () => {
    await using sandbox = await start(60);
    const { twin, options } = sandbox;
    const people = await Array.fromAsync(readEmployees(charliehr, { ...options, fields: ['bankAccount'] }));
    const accountOf = ({ id, firstName, lastName }: TwinPerson) =>
      id % 4 === 0
        ? null
        : { accountNumber: String(id).padStart(8, '0'), sortCode: '20-00-00', holder: `${firstName} ${lastName}` };
    expect(new Map(people.map(({ id, bankAccount }) => [id, bankAccount]))).toEqual(
      new Map(twin.people.map((person) => [`team_member_${String(person.id)}`, accountOf(person)])),
    );
  });

  test('wrong keys are tried once', async () => {
    await using sandbox = await start(8);
    const config = { clientId: 'sandbox-client-id', clientSecret: 'mistyped-secret' };
    const read = readEmployees(charliehr, { ...sandbox.options, config });
    await expect(Array.fromAsync(read)).rejects.toMatchObject({ code: 'credentials_rejected' });
    expect(sandbox.counts.total).toBe(1);
  });
});
