import { readEmployees, type Employee } from '@rollcall/core';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { fourthSandbox } from '../sandbox/index.ts';
import { fourth } from '../src/index.ts';

const labels: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Permanent',
  part_time: 'Permanent',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed Term',
  apprentice: 'Apprentice',
};

/** By the vendor's documentation: what Fourth keeps of this person. There is no word for an absence. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const named = (list: readonly { readonly id: number; readonly name: string }[], wanted: number) => ({
    name: list.find(({ id }) => id === wanted)!.name,
  });
  const state = stateOf(person, twin.today);
  const hasAccount = person.id % 7 !== 0 || person.number === null;
  return {
    id: String(person.id),
    employeeNumber: person.number,
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
    department: named(twin.departments, person.departmentId),
    legalEntity: named(twin.entities, person.entityId),
    workLocation: named(twin.locations, person.locationId),
    managerId: person.managerId === null ? null : String(person.managerId),
    phone: person.phone,
    customFields: {
      FAID: hasAccount ? `0032X0${String(person.id).padStart(9, '0')}QAF` : null,
      SiteCode: `S${String(person.locationId)}`,
      JobCode: `J${String(person.id % 40)}`,
    },
  };
}

describeSandbox(fourth, { describe, test, sandbox: fourthSandbox, expected });

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(fourthSandbox, { twin: createTwin({ seed: 'fourth', size }) });

  test('people come in parts, and in the order of the vendor', async () => {
    await using sandbox = await start(1_200);
    const read = readEmployees(fourth, sandbox.options);
    const ids = (await Array.fromAsync(read)).map(({ id }) => id);
    expect(ids).toEqual(sandbox.twin.people.map(({ id }) => String(id)));
    const { outcome, pages, requests } = await read.report;
    expect({ outcome, pages, requests }).toEqual({ outcome: 'complete', pages: 3, requests: 3 });
  });

  test('the countries of sites cost one request more', async () => {
    await using sandbox = await start(60);
    const options = { ...sandbox.options, config: { ...sandbox.options.config, siteCountries: true } };
    const read = readEmployees(fourth, options as never);
    const countries = new Set((await Array.fromAsync(read)).map(({ workLocation }) => workLocation?.country));
    expect((await read.report).requests).toBe(4);
    expect([...countries].every((code) => code === 'GB' || code === 'IE' || code === 'JE')).toBe(true);
  });

  test('addresses are read only for the fields that stand in them', async () => {
    await using sandbox = await start(8);
    const read = readEmployees(fourth, { ...sandbox.options, fields: ['firstName', 'jobTitle'] });
    expect(await Array.fromAsync(read)).toHaveLength(8);
    expect((await read.report).requests).toBe(2);
  });

  test('wrong credentials are tried once, and the error holds none of them', async () => {
    await using sandbox = await start(8);
    const { http, config } = sandbox.options;
    const mistyped = { ...(config as Record<string, string>), password: 'mistyped-password' };
    const read = readEmployees(fourth, { config: mistyped as never, http });
    const error: unknown = await Array.fromAsync(read).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'AuthError', code: 'credentials_rejected' });
    expect((error as { readonly hint: string }).hint).toContain('Fourth sends you four values');
    expect(JSON.stringify(error) + String(error)).not.toContain('mistyped');
    expect(sandbox.counts.total).toBe(1);
  });

  test('an organisation that is not there is not found, and nobody is', async () => {
    await using sandbox = await start(8);
    const { http, config } = sandbox.options;
    const read = readEmployees(fourth, {
      config: { ...(config as Record<string, string>), organisationId: '4522' } as never,
      http,
    });
    await expect(Array.fromAsync(read)).rejects.toMatchObject({ name: 'ResponseError', code: 'not_found' });
    expect(await read.report).toMatchObject({ outcome: 'partial', employees: 0 });
  });
});
