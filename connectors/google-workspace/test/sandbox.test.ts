import { getEmployee, readEmployees, type Employee } from '@rollcall/core';
import { forgetRateBudgets } from '@rollcall/http';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { googleWorkspaceSandbox } from '../sandbox/index.ts';
import { googleWorkspace } from '../src/index.ts';

const labels: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full-time',
  part_time: 'Part-time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed-term',
  apprentice: 'Apprentice',
};

const idOf = (person: TwinPerson): string => `1${String(person.id).padStart(20, '0')}`;

/** By the vendor's documentation: what Google keeps of this person. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const { domain } = twin;
  const named = (list: readonly { readonly id: number; readonly name: string }[], wanted: number) => ({
    name: list.find(({ id }) => id === wanted)!.name,
  });
  const state = stateOf(person, twin.today);
  const location = twin.locations.find(({ id }) => id === person.locationId)!;
  const team = twin.teams.find(({ id }) => id === person.teamId);
  const path = `/Staff/${named(twin.departments, team?.departmentId ?? person.departmentId).name}`;
  const isKept = state === 'terminated' || person.id % 4 !== 0;
  const lastDay = person.terminationDate !== null && isKept ? person.terminationDate : undefined;
  return {
    id: idOf(person),
    ...(person.number !== null && { employeeNumber: person.number }),
    workEmail: person.email ?? `n${String(person.id)}@${domain}`,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    // The whole name, where another first name is shown in it.
    preferredName:
      (person.preferredName ?? person.firstName) === person.firstName ? null : `${person.preferredName} ${person.lastName}`,
    // Google knows no absences.
    status: state === 'leave' ? 'active' : state,
    employmentType: person.employmentType,
    employmentTypeLabel: labels[person.employmentType],
    startDate: person.hireDate,
    ...(lastDay !== undefined && { terminationDate: lastDay }),
    jobTitle: person.jobTitle,
    department: named(twin.departments, person.departmentId),
    team:
      team === undefined
        ? { id: path, ...named(twin.departments, person.departmentId) }
        : { id: `${path}/${team.name}`, name: team.name },
    legalEntity: named(twin.entities, person.entityId),
    costCenter: named(twin.costCenters, person.costCenterId),
    workLocation: { id: `B${String(location.id)}`, name: location.city, country: location.country },
    ...managerOf(person, twin),
    ...(person.phone !== null && { phone: person.phone }),
    customFields: {
      'Employment.first_day': person.hireDate,
      ...(person.terminationDate !== null && person.id % 4 !== 0 && { 'Employment.last_day': person.terminationDate }),
    },
  };
}

/** The address as it was entered. */
function managerOf({ id, managerId }: TwinPerson, twin: Twin): Partial<Employee> {
  if (managerId === null) return {};
  const address = twin.person(managerId)!.email ?? `n${String(managerId)}@${twin.domain}`;
  return { managerEmail: id % 5 === 0 ? `alias.${String(managerId)}@${twin.domain}` : address };
}

beforeEach(forgetRateBudgets);

describeSandbox(googleWorkspace, { describe, test, sandbox: googleWorkspaceSandbox, expected });

describe('beyond the round trip', () => {
  const start = (size = 8) => startSandbox(googleWorkspaceSandbox, { twin: createTwin({ seed: 'google-workspace', size }) });

  test('one account by id, and nobody for one that was deleted or never there', async () => {
    await using running = await start(60);
    const { twin } = running;
    const [person] = twin.people;
    const found = await getEmployee(googleWorkspace, idOf(person!), running.options);
    expect(found).toMatchObject({ found: true, employee: { id: idOf(person!), status: 'active' } });
    const deleted = twin.people.find((each) => stateOf(each, twin.today) === 'terminated' && each.id % 3 === 2)!;
    for (const id of [idOf(deleted), '199999999999999999999'])
      expect(await getEmployee(googleWorkspace, id, running.options)).toEqual({ found: false, gone: true });
  });

  test('an administrator whom Google does not know is refused with the log-in', async () => {
    await using running = await start();
    const config = { ...running.config, adminEmail: 'nobody@fjordkiste.example' };
    const read = readEmployees(googleWorkspace, { ...running.options, config });
    await expect(Array.fromAsync(read)).rejects.toMatchObject({ code: 'credentials_rejected' });
  });

  test('a custom attribute that nobody has is warned of, one that somebody has is not', async () => {
    await using running = await start();
    const warningsOf = async (fields: object) => {
      const read = readEmployees(googleWorkspace, { ...running.options, config: { ...running.options.config, fields } });
      await Array.fromAsync(read);
      return (await read.report).warnings;
    };
    expect(await warningsOf({ startDate: 'Employment.first_day' })).toEqual([]);
    const warnings = await warningsOf({ startDate: 'Employment.begins' });
    expect(warnings).toEqual([expect.stringContaining('No account has the custom attribute Employment.begins')]);
  });
});
