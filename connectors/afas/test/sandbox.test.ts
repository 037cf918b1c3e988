import { discoverFields, employeeFields, getEmployee, readChanges, readEmployees, type Employee } from '@rollcall/core';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { afasSandbox, oauthClient } from '../sandbox/index.ts';
import { afas } from '../src/index.ts';

const labels: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full-time',
  part_time: 'Part-time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed term',
  apprentice: 'Apprentice',
};

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'medium' });
const hourBefore = (instant: string): string => new Date(Date.parse(instant) - 3_600_000).toISOString();

/** Profit keeps no zone: of the hour that comes twice in autumn the first one is meant. */
function changedAt({ updatedAt }: TwinPerson): string {
  const isSecond = clock.format(new Date(updatedAt)) === clock.format(new Date(hourBefore(updatedAt)));
  return (isSecond ? hourBefore(updatedAt) : new Date(updatedAt).toISOString()).replace('.000Z', 'Z');
}

const idOf = (id: number): string => String(id).padStart(5, '0');

/** By the vendor's documentation: what the recommended copy of Profit_Employees says of this person. Absences are kept apart. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const named = (list: readonly { readonly id: number; readonly name: string }[], wanted: number) =>
    list.find(({ id }) => id === wanted)!.name;
  const state = stateOf(person, twin.today);
  const location = twin.locations.find(({ id }) => id === person.locationId)!;
  return {
    id: idOf(person.id),
    employeeNumber: idOf(person.id),
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    status: state === 'leave' ? 'active' : state,
    employmentType: person.employmentType,
    employmentTypeLabel: labels[person.employmentType],
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: {
      id: `${String(person.departmentId)}.${String(person.managerId ?? 0)}`,
      name: named(twin.departments, person.departmentId),
    },
    legalEntity: { id: String(person.entityId).padStart(2, '0'), name: named(twin.entities, person.entityId) },
    costCenter: { name: named(twin.costCenters, person.costCenterId) },
    workLocation: { name: location.name, country: location.country },
    managerId: person.managerId === null ? null : idOf(person.managerId),
    phone: person.phone,
    bankAccount: { iban: person.iban },
    customFields: { Badge: person.number },
    updatedAt: changedAt(person),
  };
}

describeSandbox(afas, { describe, test, sandbox: afasSandbox, expected, fields: employeeFields });

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(afasSandbox, { twin: createTwin({ seed: 'afas', size }) });
  const { connectorId: _, ...stockConfig } = afasSandbox.credentials.config;

  test('the stock connector alone: no location, phone or custom fields, and managers from the chart', async () => {
    await using sandbox = await start(40);
    const read = readEmployees(afas, { ...sandbox.options, config: stockConfig });
    const people = await Array.fromAsync(read);
    const [first] = people;
    expect(Object.keys(first ?? {})).not.toEqual(expect.arrayContaining(['phone', 'customFields', 'workLocation', 'costCenter']));
    expect(people.map(({ id, managerId }) => [id, managerId])).toEqual(
      sandbox.twin.people.map((person) => [idOf(person.id), person.managerId === null ? null : idOf(person.managerId)]),
    );
    expect(await read.report).toMatchObject({ outcome: 'complete', warnings: [] });
  });

  test.each(['2', '12', '25', '101'])('%s rows per request: nobody is lost or torn apart', async (pageSize) => {
    await using sandbox = await start(60);
    const read = readEmployees(afas, {
      ...sandbox.options,
      config: { ...sandbox.options.config, pageSize },
      fields: employeeFields,
    });
    const people = await Array.fromAsync(read);
    expect(people).toEqual(sandbox.twin.people.map((person) => expected(person, sandbox.twin)));
    expect(await read.report).toMatchObject({ outcome: 'complete' });
  });

  test('out of memory: the page is halved until AFAS can give it', async () => {
    await using sandbox = await start(6000);
    const config = { ...sandbox.options.config, pageSize: '8000' };
    const read = readEmployees(afas, { ...sandbox.options, config });
    expect(await Array.fromAsync(read)).toHaveLength(6000);
    expect(sandbox.requests.filter(({ status }) => status === 500)).toHaveLength(2);
  });

  test('one person, with the employment that counts, and nobody for an unknown id', async () => {
    await using sandbox = await start(30);
    const { twin, options } = sandbox;
    for (const person of twin.people.slice(0, 8)) {
      const answer = await getEmployee(afas, idOf(person.id), { ...options, fields: employeeFields });
      expect(answer).toMatchObject({ found: true, employee: expected(person, twin) });
    }
    expect(await getEmployee(afas, '99999', options)).toEqual({ found: false, gone: false });
  });

  test('changes since a time of Amsterdam; none, and a warning, where no field tells', async () => {
    await using sandbox = await start(30);
    const { twin, options } = sandbox;
    const begun = await readChanges(afas, null, options);
    expect(begun).toMatchObject({ changes: [] });
    const latest = twin.people.map(changedAt).sort().at(-1)!;
    const since = clock.format(new Date(latest)).replace(' ', 'T');
    const { changes } = await readChanges(afas, since, options);
    expect(changes.map(({ id }) => id)).toEqual(
      twin.people.filter((person) => changedAt(person) >= latest).map(({ id }) => idOf(id)),
    );
    expect(await readChanges(afas, since, { ...options, config: stockConfig })).toMatchObject({ changes: [] });
  });

  test('the fields that exist can be listed', async () => {
    await using sandbox = await start(8);
    const found = await discoverFields(afas, sandbox.options);
    expect(found).toContainEqual({ name: 'Badge', label: 'Badge', type: 'string' });
  });

  test('what does not exist is said with a list of what does', async () => {
    await using sandbox = await start(8);
    const read = (config: object) =>
      Array.fromAsync(readEmployees(afas, { ...sandbox.options, config: { ...sandbox.options.config, ...config } }));
    await expect(read({ connectorId: 'Profit_Address' })).rejects.toMatchObject({
      code: 'permission_missing',
      message: expect.stringContaining('it holds: Profit_Employees, Rollcall_Employees, Profit_OrganizationChart') as string,
    });
    await expect(read({ fields: { workEmail: 'EmailWork', phone: 'Tel' } })).rejects.toMatchObject({
      code: 'config_invalid',
      problems: [
        {
          field: 'config.fields.workEmail',
          problem: expect.stringMatching(/^is EmailWork, which .*it has: EmployeeId, .*Badge/) as string,
        },
        { field: 'config.fields.phone', problem: expect.stringContaining('Tel') as string },
      ],
    });
  });

  test('fields whose names are exchanged, and one that two of ours are read from', async () => {
    await using sandbox = await start(8);
    const fields = { jobTitle: 'OrgUnitDesc', department: 'FunctionDesc', employeeNumber: 'PersonId', preferredName: 'Mail' };
    const config = { ...sandbox.options.config, fields };
    const [person] = await Array.fromAsync(readEmployees(afas, { ...sandbox.options, config, fields: employeeFields }));
    const [twin] = sandbox.twin.people;
    const stock = expected(twin!, sandbox.twin);
    expect(person).toEqual({
      ...stock,
      employeeNumber: String(1_000_000 + twin!.id),
      preferredName: stock.workEmail,
      jobTitle: stock.department!.name,
      department: { ...stock.department, name: stock.jobTitle },
    });
  });

  test('OAuth: one log-in for the whole read', async () => {
    await using sandbox = await start(8);
    const config = { environmentNumber: '10417', ...oauthClient };
    expect(await Array.fromAsync(readEmployees(afas, { ...sandbox.options, config }))).toHaveLength(8);
    expect(sandbox.counts.token).toBe(1);
  });

  test.each([
    ['token', { token: 'DEADBEEF'.repeat(8) }],
    ['client secret', { clientId: oauthClient.clientId, clientSecret: 'fictional-and-wrong' }],
    ['client', { clientId: 'somebody-else', clientSecret: oauthClient.clientSecret }],
  ])('a wrong %s is tried once and refused as a credential', async (_name, wrong) => {
    await using sandbox = await start(8);
    const read = readEmployees(afas, { ...sandbox.options, config: { ...stockConfig, ...wrong } });
    await expect(Array.fromAsync(read)).rejects.toMatchObject({
      name: 'AuthError',
      code: 'credentials_rejected',
      hint: expect.stringContaining('Classic token') as string,
    });
    expect(sandbox.counts.total).toBe(1);
  });
});
