import { employeeFields, getEmployee, readChanges, readEmployees, type Employee, type EmployeeStatus } from '@rollcall/core';
import { forgetRateBudgets } from '@rollcall/http';
import { createTwin, startSandbox, stateOf, type SandboxRoute, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { noSuchPerson } from '../sandbox/answers.ts';
import { officientSandbox } from '../sandbox/index.ts';
import { code, temporaryToken } from '../sandbox/token.ts';
import { officient } from '../src/index.ts';

/**
 * By the vendor's documentation: no leave, one first and one last day over all employments. Of every fifth leaver who was
 * archived (three in four are) nobody entered the last day.
 */
function expected(person: TwinPerson, twin: Twin): Employee {
  const team = twin.teams.find(({ id }) => id === person.teamId);
  const hasLeft = stateOf(person, twin.today) === 'terminated';
  const isForgotten = hasLeft && person.id % 4 !== 0 && person.id % 5 === 0;
  const isToComeBack = person.hireDate > twin.today && person.stints.length > 0;
  const lastDay = isToComeBack ? person.stints.at(-1)!.until : person.terminationDate;
  return {
    id: String(person.id),
    employeeNumber: person.number,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    status: statusOf(person, twin, isToComeBack),
    startDate: person.originalHireDate,
    terminationDate: isForgotten ? null : lastDay,
    jobTitle: person.jobTitle,
    team: team === undefined ? null : { id: String(team.id), name: team.name },
    managerId: person.managerId === null ? null : String(person.managerId),
    phone: person.phone,
    bankAccount: { iban: person.iban, bic: 'FICTBEBB' },
    customFields: {
      Badge: `B-${String(person.id)}`,
      Kostenplaats: twin.costCenters.find(({ id }) => id === person.costCenterId)!.name,
    },
  };
}

function statusOf(person: TwinPerson, twin: Twin, isToComeBack: boolean): EmployeeStatus {
  const state = stateOf(person, twin.today);
  if (isToComeBack) return 'terminated';
  return state === 'leave' ? 'active' : state;
}

beforeEach(forgetRateBudgets);

describeSandbox(officient, { describe, test, sandbox: officientSandbox, expected, fields: employeeFields });

describe('officient beyond the round trip', () => {
  const start = (size: number, routesInstead = officientSandbox.routes) =>
    startSandbox({ ...officientSandbox, routes: routesInstead }, { twin: createTwin({ seed: 'officient', size }), limit: false });

  /** The same routes, of which the details of one person are answered otherwise until `spared` is reached. */
  function losing(personId: number, times: number): readonly SandboxRoute[] {
    let lost = 0;
    return officientSandbox.routes.map((route) => {
      if (route.kind !== 'detail') return route;
      return {
        ...route,
        handle(request, company) {
          const isLost = request.params['person_id'] === String(personId) && (lost += 1) <= times;
          return isLost ? noSuchPerson : route.handle(request, company);
        },
      };
    });
  }

  test('somebody whose details get lost in passing is asked for again', async () => {
    const [, , person] = createTwin({ seed: 'officient', size: 8 }).people;
    await using sandbox = await start(8, losing(person!.id, 2));
    const { options, twin } = sandbox;
    const http = { ...options.http, retries: 4, retryBaseMs: 1 };
    const read = readEmployees(officient, { ...options, http, fields: employeeFields });
    const employees = await Array.fromAsync(read);
    expect(employees.find(({ id }) => id === String(person!.id))).toEqual(expected(person!, twin));
    expect((await read.report).outcome).toBe('complete');
    expect(sandbox.counts.detail).toBe(8 + 2);
  });

  test('somebody whose details stay hidden leaves the read unfinished', async () => {
    await using sandbox = await start(12, losing(createTwin({ seed: 'officient', size: 12 }).people[0]!.id, Infinity));
    const read = Array.fromAsync(readEmployees(officient, sandbox.options));
    await expect(read).rejects.toMatchObject({ name: 'IncompleteReadError', code: 'not_complete' });
  });

  test('an app that may not see details is told which permission it lacks', async () => {
    await using sandbox = await start(8);
    sandbox.badDay('missingPermission');
    await expect(Array.fromAsync(readEmployees(officient, sandbox.options))).rejects.toMatchObject({
      name: 'PermissionError',
      permission: 'Read access to basics',
      hint: expect.stringContaining('"Permissions"') as string,
    });
  });

  test.each(['clientId', 'clientSecret', 'refreshToken'])('a wrong %s is tried once', async (name) => {
    await using sandbox = await start(8);
    const config = { ...sandbox.config, [name]: 'mistyped-by-somebody' };
    await expect(Array.fromAsync(readEmployees(officient, { ...sandbox.options, config }))).rejects.toMatchObject({
      name: 'AuthError',
      code: 'credentials_rejected',
      hint: expect.stringContaining('Step 3 of the set-up: Copy the Client ID') as string,
    });
    expect(sandbox.counts.total).toBe(1);
  });

  test('without any approval nothing is asked', async () => {
    await using sandbox = await start(8);
    const { refreshToken: _refreshToken, ...config } = sandbox.config;
    await expect(Array.fromAsync(readEmployees(officient, { ...sandbox.options, config }))).rejects.toMatchObject({
      name: 'AuthError',
      code: 'consent_revoked',
    });
    expect(sandbox.counts.total).toBe(0);
  });

  test('a temporary access token is used as it is', async () => {
    await using sandbox = await start(8);
    const config = { ...sandbox.config, accessToken: temporaryToken };
    expect(await Array.fromAsync(readEmployees(officient, { ...sandbox.options, config }))).toHaveLength(8);
    expect(sandbox.counts.token).toBe(0);
  });

  test('an administrator approves, and the code is traded as JSON', async () => {
    await using sandbox = await start(8);
    const { config, platform, options } = sandbox;
    const { manifest, auth, errors } = officient;
    const redirectUri = 'https://platform.example/callback';
    const url = new URL(auth.consent!.authorizationUrl({ manifest, config, platform, redirectUri, state: 'sealed' }));
    expect(url.origin + url.pathname).toBe('https://app.officient.io/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ client_id: config.clientId, state: 'sealed' });
    const edges = { signal: AbortSignal.timeout(60_000), now: () => new Date(), onRequest: () => undefined };
    const connect = { manifest, config, platform, errors, http: options.http, ...edges };
    const tokens = await auth.consent!.exchangeCode(connect, { code, redirectUri });
    expect(tokens).toMatchObject({ refreshToken: config.refreshToken });
    await expect(auth.consent!.exchangeCode(connect, { code: 'another', redirectUri })).rejects.toMatchObject({
      code: 'credentials_rejected',
    });
  });

  test('one person by id, archived or not, and nobody for an id that Officient does not know', async () => {
    await using sandbox = await start(8);
    const { twin, options } = sandbox;
    const all = { ...options, fields: employeeFields };
    for (const person of twin.people)
      expect(await getEmployee(officient, String(person.id), all)).toMatchObject({
        found: true,
        employee: expected(person, twin),
      });
    expect(await getEmployee(officient, '999999', options)).toEqual({ found: false, gone: false });
    expect(await getEmployee(officient, 'N-7', options)).toEqual({ found: false, gone: false });
  });

  test('the log names whoever was written since, and nobody before', async () => {
    await using sandbox = await start(60);
    const { twin, options } = sandbox;
    const { cursor } = await readChanges(officient, null, options);
    twin.advance(30);
    const written = twin.people.filter(({ updatedAt }) => updatedAt >= cursor).map(({ id }) => String(id));
    const { changes } = await readChanges(officient, cursor, options);
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.map(({ id }) => id).sort()).toEqual(written.sort());
  });

  test('bank accounts do not leave the list unless they are asked for', async () => {
    await using sandbox = await start(8);
    const people = await Array.fromAsync(readEmployees(officient, sandbox.options));
    expect(people.some((employee) => 'bankAccount' in employee)).toBe(false);
  });
});
