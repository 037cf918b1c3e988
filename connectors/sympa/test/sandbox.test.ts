import { discoverFields, employeeFields, getEmployee, readChanges, readEmployees, type Employee } from '@rollcall/core';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { sympaSandbox } from '../sandbox/index.ts';
import { sympa } from '../src/index.ts';

const labels: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full-time',
  part_time: 'Part-time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed term',
  apprentice: 'Apprentice',
};

const idOf = (id: number): string => String(20_000 + id);

/** By the aliases of the set-up: what the interface says of this person. Groups have names only. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const named = (list: readonly { readonly id: number; readonly name: string }[], wanted: number) => ({
    name: list.find(({ id }) => id === wanted)!.name,
  });
  const location = twin.locations.find(({ id }) => id === person.locationId)!;
  return {
    id: idOf(person.id),
    employeeNumber: person.number,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    preferredName: person.preferredName,
    status: stateOf(person, twin.today),
    employmentType: person.employmentType,
    employmentTypeLabel: labels[person.employmentType],
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: named(twin.departments, person.departmentId),
    team: person.teamId === null ? null : named(twin.teams, person.teamId),
    legalEntity: named(twin.entities, person.entityId),
    costCenter: { name: twin.costCenters.find(({ id }) => id === person.costCenterId)!.code },
    workLocation: { name: location.name, country: location.country },
    managerId: person.managerId === null ? null : idOf(person.managerId),
    phone: person.phone,
    bankAccount: { iban: person.iban },
    customFields: { Kortti: `K${String(person.id)}` },
    updatedAt: person.updatedAt,
  };
}

describeSandbox(sympa, { describe, test, sandbox: sympaSandbox, expected, fields: employeeFields });

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(sympaSandbox, { twin: createTwin({ seed: 'sympa', size }) });

  test('one person by id, and nobody for an id that the interface does not have', async () => {
    await using running = await start(20);
    const { twin, options } = running;
    for (const person of twin.people.slice(0, 8)) {
      const found = await getEmployee(sympa, idOf(person.id), { ...options, fields: employeeFields });
      expect(found).toMatchObject({ found: true, employee: expected(person, twin) });
    }
    expect(await getEmployee(sympa, '99999', options)).toEqual({ found: false, gone: true });
  });

  test('changes since a time', async () => {
    await using running = await start(20);
    const { twin, options } = running;
    const latest = twin.people
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1)!;
    const { changes } = await readChanges(sympa, latest, options);
    expect(changes).toEqual(
      twin.people.filter(({ updatedAt }) => updatedAt >= latest).map(({ id }) => ({ id: idOf(id), kind: 'changed' })),
    );
  });

  test('the fields that exist can be listed, those of tables with the table', async () => {
    await using running = await start(8);
    const fields = await discoverFields(sympa, running.options);
    expect(fields).toContainEqual({ name: 'Kortti', type: 'Edm.String' });
    expect(fields).toContainEqual({ name: 'employment.startDate', type: 'Edm.String' });
  });

  test('what does not exist is said with a list of what does', async () => {
    await using running = await start(8);
    const read = (config: object) =>
      Array.fromAsync(readEmployees(sympa, { ...running.options, config: { ...running.options.config, ...config } }));
    await expect(read({ fields: { workEmail: 'Sähköposti' } })).rejects.toMatchObject({
      code: 'config_invalid',
      problems: [
        {
          field: 'config.fields.workEmail',
          problem: expect.stringMatching(/^is Sähköposti, which the interface .*it has: .*employment\.startDate/) as string,
        },
      ],
    });
    await expect(read({ interfaceName: 'Rollcal' })).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('it has: RollcallEmployees') as string,
    });
  });

  test.each([
    ['key', { apiKey: 'deadbeefdeadbeef' }],
    ['secret', { apiSecret: 'deadbeef-wrong-secret' }],
  ])('a wrong %s is tried once and refused as a credential', async (_name, wrong) => {
    await using running = await start(8);
    const options = { ...running.options, config: { ...running.options.config, ...wrong } };
    const error: unknown = await Array.fromAsync(readEmployees(sympa, options)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: 'AuthError',
      code: 'credentials_rejected',
      hint: expect.stringContaining('Generate an API key') as string,
    });
    expect(JSON.stringify(error) + String(error)).not.toContain('deadbeef');
    expect(running.counts.total).toBe(1);
  });
});
