import { getEmployee, readEmployees, type Employee, type EmployeeField } from '@rollcall/core';
import { forgetRateBudgets } from '@rollcall/http';
import { bodyOf, createTwin, json, startSandbox, stateOf } from '@rollcall/sandbox';
import type { SandboxRoute, Twin, TwinEmploymentType, TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { deelSandbox } from '../sandbox/index.ts';
import { listPeople } from '../sandbox/people.ts';
import { deel } from '../src/index.ts';

const words: Readonly<Record<TwinEmploymentType, string>> = {
  full_time: 'hris_direct_employee',
  part_time: 'eor',
  contractor: 'contractor',
  intern: 'peo',
  fixed_term: 'direct_employee',
  apprentice: 'hris_direct_employee',
};

/** What Deel can tell of somebody: no leave, no cost centre, who employs them but not how. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const state = stateOf(person, twin.today);
  const location = twin.locations.find(({ id }) => id === person.locationId);
  const team = twin.teams.find(({ id }) => id === person.teamId);
  return {
    id: person.uuid,
    employeeNumber: String(10_000 + person.id),
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    preferredName: person.preferredName,
    status: state === 'leave' ? 'active' : state,
    employmentType: person.employmentType === 'contractor' ? 'contractor' : null,
    employmentTypeLabel: words[person.employmentType],
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: named('3f10c2aa', twin.departments, person.departmentId),
    ...(team !== undefined && { team: named('92b6d0e4', twin.teams, team.id) }),
    legalEntity: named('c41d77f0', twin.entities, person.entityId),
    workLocation: { name: location?.name ?? '', country: location?.country ?? '' },
    managerId: person.managerId === null ? null : (twin.person(person.managerId)?.uuid ?? null),
    updatedAt: person.updatedAt,
  };
}

function named(range: string, groups: readonly { readonly id: number; readonly name: string }[], id: number) {
  const name = groups.find((group) => group.id === id)?.name ?? '';
  return { id: `${range}-0a3b-4d0f-81aa-${String(id).padStart(12, '0')}`, name };
}

beforeEach(forgetRateBudgets);

describeSandbox(deel, { describe, test, sandbox: deelSandbox, expected });

describe('beyond the round trip', () => {
  const start = (size: number) => startSandbox(deelSandbox, { twin: createTwin({ seed: 'deel', size }), limit: false });
  const http = { retries: 0, timeoutMs: 5_000 };
  // A sandbox on this machine need not be waited for.
  const { windows: _windows, ...limits } = deel.manifest.limits;
  const unhurried = { ...deel, manifest: { ...deel.manifest, limits } };

  test('one person by id, and nobody for an id that Deel does not know', async () => {
    await using sandbox = await start(8);
    const { twin, origins, config } = sandbox;
    const clock = { now: () => new Date(`${twin.today}T12:00:00Z`) };
    const options = { config, http: { ...http, origins }, clock };
    for (const person of twin.people)
      expect(await getEmployee(unhurried, person.uuid, options)).toMatchObject({ found: true, employee: expected(person, twin) });
    expect(await getEmployee(deel, '00000000-0000-4000-8000-000000000000', options)).toEqual({ found: false, gone: true });
    expect(sandbox.failures).toEqual([]);
  });

  test('phone numbers, long leave, custom fields and bank accounts are read when they are wanted', async () => {
    await using sandbox = await start(24);
    const { twin, origins, config } = sandbox;
    const clock = { now: () => new Date(`${twin.today}T12:00:00Z`) };
    const fields = ['phone', 'customFields', 'bankAccount'] as const;
    const read = readEmployees(unhurried, {
      config: { ...config, moreDetails: true },
      fields,
      http: { ...http, origins },
      clock,
    });
    const employees = new Map((await Array.fromAsync(read)).map((employee) => [employee.id, employee]));
    const onPayroll = twin.people.filter(({ employmentType }) => words[employmentType] === 'direct_employee');
    for (const person of twin.people) {
      const { uuid: id, phone, iban, costCenterId, teamId } = person;
      expect(employees.get(id)).toEqual({
        id,
        status: stateOf(person, twin.today),
        phone,
        customFields: { 'Cost code': String(costCenterId), Crew: teamId === null ? null : String(teamId) },
        ...(onPayroll.includes(person) && { bankAccount: { iban, holder: `${person.firstName} ${person.lastName}` } }),
      });
    }
    const direct = twin.people.filter(({ employmentType }) => words[employmentType].endsWith('direct_employee'));
    expect((await read.report).requests).toBe(deelSandbox.minimumRequests(twin) + 2 * twin.people.length + direct.length);
    expect(sandbox.failures).toEqual([]);
  });

  test('nothing is read for each person that nobody switched on or asked for', async () => {
    await using sandbox = await start(8);
    const { twin, origins, config } = sandbox;
    const requestsFor = async (more: object, fields?: readonly EmployeeField[]): Promise<number> => {
      const options = { config: { ...config, ...more }, http: { ...http, origins }, ...(fields && { fields }) };
      const read = readEmployees(unhurried, options);
      await Array.fromAsync(read);
      return (await read.report).requests;
    };
    const list = deelSandbox.minimumRequests(twin);
    expect(await requestsFor({})).toBe(list);
    expect(await requestsFor({}, ['phone', 'customFields'])).toBe(list);
    expect(await requestsFor({ moreDetails: true }, ['workEmail'])).toBe(list + twin.people.length);
  });

  test('details that may not be read are asked for a few times, not for everybody', async () => {
    await using sandbox = await start(24);
    sandbox.badDay('forbidden', { on: 'detail' });
    const { origins, config } = sandbox;
    const read = readEmployees(unhurried, { config: { ...config, moreDetails: true }, http: { ...http, origins } });
    expect(await Array.fromAsync(read)).toHaveLength(24);
    const { outcome, warnings } = await read.report;
    expect(outcome).toBe('complete');
    expect(warnings).toEqual([expect.stringContaining('phone, status stay incomplete')]);
    // Custom fields of everybody, and the one that was refused beside the one that was under way.
    expect(sandbox.counts.detail).toBeLessThanOrEqual(24 + 2);
  });

  test('a page that names no total is read on until nobody comes', async () => {
    const withoutTotal: SandboxRoute = {
      method: 'GET',
      path: '/rest/v2/people',
      kind: 'page',
      handle: (...request) => json(200, { ...(bodyOf(listPeople(...request)) as object), page: { offset: 0 } }),
    };
    const twin = createTwin({ seed: 'deel', size: 130 });
    const sandbox = await startSandbox({ ...deelSandbox, routes: [withoutTotal] }, { twin, limit: false });
    const { origins, config } = sandbox;
    const read = readEmployees(unhurried, { config, http: { ...http, origins } });
    expect(await Array.fromAsync(read)).toHaveLength(130);
    expect(await read.report).toMatchObject({ outcome: 'complete', requests: 3 });
    await sandbox.close();
  });

  test('wrong credentials are tried once', async () => {
    await using sandbox = await start(8);
    const { origins, config } = sandbox;
    const read = readEmployees(deel, { config: { ...config, token: 'mistyped-token' }, http: { origins } });
    await expect(Array.fromAsync(read)).rejects.toMatchObject({ name: 'AuthError', code: 'credentials_rejected' });
    expect(sandbox.counts.total).toBe(1);
  });

  test('a burst of 500, as Deel has them on this endpoint, is waited out', async () => {
    await using sandbox = await start(8);
    sandbox.badDay('serverErrorOnce');
    const { origins, config, twin } = sandbox;
    const read = readEmployees(deel, { config, http: { origins, retries: 2, retryBaseMs: 1 } });
    expect(await Array.fromAsync(read)).toHaveLength(twin.people.length);
    expect(sandbox.counts.faults).toBe(1);
  });

  test('a personal token is refused with the word that Deel gives, and with no sentence of it', async () => {
    await using sandbox = await start(8);
    const { origins, config } = sandbox;
    const read = () => Array.fromAsync(readEmployees(deel, { config, http: { ...http, origins } }));
    sandbox.badDay('forbidden');
    await expect(read()).rejects.toMatchObject({
      name: 'PermissionError',
      message: expect.stringContaining('(TOKEN_TYPE_NOT_ALLOWED)') as string,
      requestId: 'req-sandbox',
    });
    sandbox.badDay('notFound');
    await expect(read()).rejects.toMatchObject({ message: expect.not.stringContaining('Not found') as string });
  });

  test('a token without the boxes for sensitive data is refused with the step that makes a better one', async () => {
    await using sandbox = await start(8);
    sandbox.badDay('missingPermission');
    const { origins, config } = sandbox;
    const read = readEmployees(deel, { config, http: { ...http, origins } });
    await expect(Array.fromAsync(read)).rejects.toMatchObject({
      name: 'PermissionError',
      permission: 'Sensitive data: names and e-mail addresses',
      hint: expect.stringContaining('Customize sensitive data') as string,
    });
  });
});
