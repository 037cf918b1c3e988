import { getEmployee, readChanges, readEmployees, type Employee } from '@rollcall/core';
import { forgetRateBudgets } from '@rollcall/http';
import { bodyOf, createTwin, json, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { entraSandbox } from '../sandbox/index.ts';
import { groupIdOf } from '../sandbox/users.ts';
import { entra } from '../src/index.ts';

const labels: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full-time',
  part_time: 'Part-time',
  contractor: 'Vendor',
  intern: 'Intern',
  fixed_term: 'Fixed-term',
  apprentice: 'Apprentice',
};

const isGone = (person: TwinPerson, { today }: Twin): boolean => stateOf(person, today) === 'terminated' && person.id % 2 === 0;

/** By the vendor's documentation: what Entra keeps of this person. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const named = (list: readonly { readonly id: number; readonly name: string }[], wanted: number) => ({
    name: list.find(({ id }) => id === wanted)!.name,
  });
  const state = stateOf(person, twin.today);
  const location = twin.locations.find(({ id }) => id === person.locationId)!;
  const division = named(twin.divisions, person.divisionId);
  return {
    id: person.uuid,
    employeeNumber: person.number,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    preferredName:
      (person.preferredName ?? person.firstName) === person.firstName ? null : `${person.preferredName} ${person.lastName}`,
    // Entra knows no absences.
    status: state === 'leave' ? 'active' : state,
    employmentType: person.employmentType,
    employmentTypeLabel: labels[person.employmentType],
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: named(twin.departments, person.departmentId),
    team: division,
    division,
    legalEntity: named(twin.entities, person.entityId),
    costCenter: named(twin.costCenters, person.costCenterId),
    workLocation: { name: person.id % 3 === 0 ? location.city : location.name, country: location.country },
    ...(!isGone(person, twin) && { managerId: person.managerId === null ? null : twin.person(person.managerId)!.uuid }),
    phone: person.phone,
    customFields: { extensionAttribute1: `B${String(location.id)}`, extensionAttribute2: null },
  };
}

beforeEach(forgetRateBudgets);

describeSandbox(entra, { describe, test, sandbox: entraSandbox, expected });

describe('beyond the round trip', () => {
  const start = (size = 8, sandbox = entraSandbox) =>
    startSandbox(sandbox, { twin: createTwin({ seed: 'entra', size }), limit: false });

  test('one account by id, and nobody for one that was deleted or never there', async () => {
    await using running = await start(60);
    const { twin } = running;
    const found = await getEmployee(entra, twin.people[0]!.uuid, running.options);
    expect(found).toMatchObject({ found: true, employee: expected(twin.people[0]!, twin) });
    const deleted = twin.people.find((person) => isGone(person, twin))!;
    for (const id of [deleted.uuid, '00000000-0000-4000-8000-000000000000'])
      expect(await getEmployee(entra, id, running.options)).toEqual({ found: false, gone: true });
  });

  test('a list that is cut at 100 without a link is not complete', async () => {
    const routes = entraSandbox.routes.map((route) => ({
      ...route,
      handle(...[request, company]: Parameters<typeof route.handle>) {
        const answer = route.handle(request, company);
        if (route.kind !== 'page') return answer;
        const { '@odata.nextLink': _link, ...body } = bodyOf(answer) as Readonly<Record<string, unknown>>;
        return json(200, body);
      },
    }));
    await using running = await start(285, { ...entraSandbox, routes });
    const read = readEmployees(entra, running.options);
    await Array.fromAsync(read);
    expect(await read.report).toMatchObject({
      outcome: 'partial',
      because: expect.stringMatching(/^Graph gave 100 of \d+ accounts$/) as unknown,
    });
  });

  test('relative links, and pages of another size than asked for', async () => {
    const routes = entraSandbox.routes.map((route) => ({
      ...route,
      handle(...[request, company]: Parameters<typeof route.handle>) {
        if (request.query.has('$top')) request.query.set('$top', '7');
        const answer = route.handle(request, company);
        if (route.kind !== 'page') return answer;
        const { '@odata.nextLink': link, ...body } = bodyOf(answer) as Readonly<Record<string, unknown>>;
        return json(200, { ...body, '@odata.nextLink': typeof link === 'string' ? link.replace(request.origin, '') : null });
      },
    }));
    await using running = await start(40, { ...entraSandbox, routes });
    const read = readEmployees(entra, running.options);
    expect(await Array.fromAsync(read)).toHaveLength(running.twin.people.length);
    expect(await read.report).toMatchObject({ outcome: 'complete' });
    expect((await read.report).requests).toBeGreaterThan(7);
  });

  test('changes since the day on which they were followed first, leavers among them', async () => {
    await using running = await start(60);
    const { cursor, changes } = await readChanges(entra, null, running.options);
    expect(changes).toEqual([]);
    running.twin.advance(60);
    const later = await readChanges(entra, cursor, running.options);
    expect(later.cursor).not.toBe(cursor);
    const kinds = new Map(later.changes.map(({ id, kind }) => [id, kind]));
    const left = running.twin.people.filter((person) => isGone(person, running.twin) && kinds.has(person.uuid));
    expect(left.length).toBeGreaterThan(0);
    for (const { uuid } of left) expect(kinds.get(uuid)).toBe('deleted');
    expect(new Set(kinds.values())).toContain('changed');
  });

  test('a link that is too old is said to be, whoever follows it reads everybody', async () => {
    await using running = await start();
    const cursor = 'https://graph.microsoft.com/v1.0/users/delta?$deltatoken=forgotten';
    await expect(readChanges(entra, cursor, running.options)).rejects.toMatchObject({ code: 'cursor_lost' });
  });

  test('a cursor that leads elsewhere is not followed', async () => {
    await using running = await start();
    for (const cursor of ['https://evil.example/v1.0/users/delta?$deltatoken=1', 'https://graph.microsoft.com/v1.0/me/messages'])
      await expect(readChanges(entra, cursor, running.options)).rejects.toMatchObject({ name: 'ConfigError' });
  });

  test.each([
    ['another tenant', { tenantId: 'elsewhere.example' }],
    ['another app', { clientId: '00000000-0000-4000-8000-000000000000' }],
    ['another secret', { clientSecret: 'another-secret-of-nobody' }],
  ])('%s is refused with the log-in, and the step of the set-up is named', async (_, wrong) => {
    await using running = await start();
    const read = readEmployees(entra, { ...running.options, config: { ...running.options.config, ...wrong } });
    const refused = { code: 'credentials_rejected', hint: expect.stringContaining('Step 3 of the set-up') as unknown };
    await expect(Array.fromAsync(read)).rejects.toMatchObject(refused);
  });

  test('named groups are for filters, and the team of whoever is in one alone', async () => {
    await using running = await start(60);
    const { twin } = running;
    const [first] = twin.departments;
    const config = { ...running.options.config, groups: [groupIdOf(first!.id)] };
    const employees = await Array.fromAsync(readEmployees(entra, { ...running.options, config }));
    for (const person of twin.people.filter((each) => !isGone(each, twin))) {
      const groups = person.departmentId === first!.id ? [first!.name] : [];
      const employee = employees.find(({ id }) => id === person.uuid);
      expect(employee).toMatchObject({ customFields: { groups }, team: groups.length === 1 ? { name: first!.name } : null });
      expect(employee?.division).not.toBeNull();
    }
    const one = await getEmployee(entra, twin.people[0]!.uuid, { ...running.options, config });
    expect(one).toMatchObject({ found: true, employee: { customFields: { groups: expect.any(Array) as unknown } } });
  });

  test('a group that is not there ends the read: nobody leaves a filter by it', async () => {
    await using running = await start();
    const config = { ...running.options.config, groups: ['eeeeeeee-0000-4000-8000-999999999999'] };
    await expect(Array.fromAsync(readEmployees(entra, { ...running.options, config }))).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('what nobody asks for is not read', async () => {
    await using running = await start();
    const read = readEmployees(entra, { ...running.options, fields: ['workEmail'] });
    const [employee] = await Array.fromAsync(read);
    expect(Object.keys(employee ?? {}).sort()).toEqual(['id', 'status', 'workEmail']);
  });
});
