import { getEmployee, readChanges, readEmployees, discoverFields, type Employee } from '@rollcall/core';
import { forgetRateBudgets } from '@rollcall/http';
import { createTwin, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { oktaSandbox } from '../sandbox/index.ts';
import { apiToken } from '../sandbox/token.ts';
import { okta } from '../src/index.ts';

const labels: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full-time',
  part_time: 'Part-time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed-term',
  apprentice: 'Apprentice',
};

const idOf = (id: number): string => `00u${String(id).padStart(13, '0')}F0g7`;

/** By the vendor's documentation: what Okta keeps of this person. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const named = (list: readonly { readonly id: number; readonly name: string }[], wanted: number) => ({
    name: list.find(({ id }) => id === wanted)!.name,
  });
  const location = twin.locations.find(({ id }) => id === person.locationId)!;
  const isNicknamed = person.preferredName !== null && person.preferredName !== person.firstName;
  return {
    id: idOf(person.id),
    ...(person.number !== null && { employeeNumber: person.number }),
    workEmail: person.email ?? `n${String(person.id)}@${twin.domain}`,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    preferredName: isNicknamed ? `${person.preferredName} ${person.lastName}` : null,
    status: stateOf(person, twin.today),
    employmentType: person.employmentType,
    employmentTypeLabel: labels[person.employmentType],
    startDate: person.hireDate,
    ...(person.terminationDate !== null && { terminationDate: person.terminationDate }),
    jobTitle: person.jobTitle,
    department: named(twin.departments, person.departmentId),
    ...(person.teamId !== null && { team: named(twin.teams, person.teamId) }),
    division: named(twin.divisions, person.divisionId),
    legalEntity: named(twin.entities, person.entityId),
    costCenter: named(twin.costCenters, person.costCenterId),
    workLocation: { name: location.city, country: location.country, timeZone: location.timeZone },
    // Named by an id, a username, an address or a number: always the same person.
    ...(person.managerId !== null && { managerId: idOf(person.managerId) }),
    phone: person.phone,
    customFields: {
      hireDate: person.hireDate,
      ...(person.terminationDate !== null && { lastDay: person.terminationDate }),
      ...(person.teamId !== null && { teamName: named(twin.teams, person.teamId).name }),
    },
    updatedAt: person.updatedAt,
  };
}

beforeEach(forgetRateBudgets);

describeSandbox(okta, { describe, test, sandbox: oktaSandbox, expected });

describe('beyond the round trip', () => {
  const start = (size = 8) => startSandbox(oktaSandbox, { twin: createTwin({ seed: 'okta', size }) });

  test('an API token reads the same people with one request less', async () => {
    await using running = await start(60);
    const withKey = readEmployees(okta, running.options);
    const people = await Array.fromAsync(withKey);
    const { fields } = running.config as { readonly fields: object };
    const withToken = readEmployees(okta, { ...running.options, config: { org: 'Fjordkiste-admin.okta.com', apiToken, fields } });
    expect(await Array.fromAsync(withToken)).toEqual(people);
    expect((await withToken.report).requests).toBe((await withKey.report).requests - 1);
  });

  test('links in one line, the next page first, without quotes and relative, and pages of another size', async () => {
    const routes = oktaSandbox.routes.map((route) => ({
      ...route,
      handle(...[request, company]: Parameters<typeof route.handle>) {
        if (route.kind !== 'page') return route.handle(request, company);
        request.query.set('limit', '7');
        const answer = route.handle(request, company);
        const links = [answer.headers['link'] ?? []].flat().reverse();
        const link = links.map((each) => each.replace(request.origin, '').replaceAll('"', '')).join(', ');
        return { ...answer, headers: { ...answer.headers, link } };
      },
    }));
    await using running = await startSandbox({ ...oktaSandbox, routes }, { twin: createTwin({ seed: 'links', size: 40 }) });
    const read = readEmployees(okta, running.options);
    expect(await Array.fromAsync(read)).toHaveLength(running.twin.people.length);
    expect(await read.report).toMatchObject({ outcome: 'complete' });
    expect((await read.report).requests).toBeGreaterThan(6);
  });

  test('one user by id, deactivated ones too, and nobody for one that was never there', async () => {
    await using running = await start(60);
    const leaver = running.twin.people.find((person) => stateOf(person, running.twin.today) === 'terminated')!;
    const found = await getEmployee(okta, idOf(leaver.id), running.options);
    expect(found).toMatchObject({ found: true, employee: { status: 'terminated' } });
    expect(await getEmployee(okta, idOf(99_999_999), running.options)).toEqual({ found: false, gone: true });
  });

  test('changes name deactivated people as well', async () => {
    await using running = await start(60);
    const { changes } = await readChanges(okta, '2000-01-01T00:00:00.000Z', running.options);
    expect(changes).toHaveLength(60);
  });

  test('attributes that people have are listed', async () => {
    await using running = await start(60);
    const names = (await discoverFields(okta, running.options)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['hireDate', 'lastDay', 'managerId']));
  });

  test.each([
    ['a token of nobody', { clientId: '', privateKey: '', apiToken: '00fictional-token-of-nobody' }, 'credentials_rejected'],
    ['a client of nobody', { clientId: '0oa4nobody' }, 'credentials_rejected'],
    ['no way in', { clientId: '', privateKey: '' }, 'config_invalid'],
  ])('%s', async (_, config, code) => {
    await using running = await start();
    const read = async () =>
      Array.fromAsync(readEmployees(okta, { ...running.options, config: { ...running.config, ...config } }));
    await expect(read()).rejects.toMatchObject({ code });
  });

  test('an attribute that nobody has is warned of', async () => {
    await using running = await start();
    const config = { ...running.config, fields: { startDate: 'begins' } };
    const read = readEmployees(okta, { ...running.options, config });
    await Array.fromAsync(read);
    expect((await read.report).warnings).toEqual([expect.stringContaining('Nobody has the attribute begins')]);
  });
});
