import { employeeFields, getEmployee, readEmployees } from '@rollcall/core';
import type { Employee, EmploymentType, StoredTokens, TokenStore } from '@rollcall/core';
import { forgetRateBudgets } from '@rollcall/http';
import { bodyOf, createTwin, json, startSandbox, stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { describeSandbox } from '@rollcall/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { companyIdOf } from '../sandbox/employees.ts';
import { nmbrsSandbox } from '../sandbox/index.ts';
import { code } from '../sandbox/token.ts';
import { nmbrs } from '../src/index.ts';

const types: Readonly<Partial<Record<TwinPerson['employmentType'], EmploymentType>>> = {
  contractor: 'contractor',
  fixed_term: 'fixed_term',
};

/** By the vendor's documentation: what Nmbrs keeps of this person, and nothing else. */
function expected(person: TwinPerson, twin: Twin): Employee {
  const nameOf = (list: readonly { readonly id: number; readonly name: string }[], id: number) =>
    list.find((entry) => entry.id === id)?.name ?? null;
  const state = stateOf(person, twin.today);
  const manager = person.managerId === null ? undefined : twin.person(person.managerId);
  const costCenter = twin.costCenters.find(({ id }) => id === person.costCenterId);
  return {
    id: person.uuid,
    employeeNumber: String(person.id),
    workEmail: person.email,
    personalEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    // Absences are kept elsewhere and say nothing here.
    status: state === 'leave' ? 'active' : state,
    employmentType: types[person.employmentType] ?? null,
    startDate: person.hireDate,
    terminationDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: {
      id: `00000002-5d0e-4b7a-9c31-${person.departmentId.toString(16).padStart(12, '0')}`,
      name: nameOf(twin.departments, person.departmentId),
    },
    legalEntity: { id: companyIdOf(person.entityId), name: nameOf(twin.entities, person.entityId) },
    costCenter: { id: costCenter?.code ?? '', name: costCenter?.name ?? null },
    managerEmail: manager?.email ?? null,
    phone: person.phone,
  };
}

beforeEach(forgetRateBudgets);

describeSandbox(nmbrs, { describe, test, sandbox: nmbrsSandbox, expected });

describe('nmbrs reads the twin company', () => {
  const start = (size = 30) => startSandbox(nmbrsSandbox, { twin: createTwin({ size }), limit: false });

  test('one by one', async () => {
    await using sandbox = await start();
    const { twin, options } = sandbox;
    for (const person of twin.people.slice(0, 5)) {
      const answer = await getEmployee(nmbrs, person.uuid, options);
      expect(answer).toMatchObject({ found: true, employee: expected(person, twin) });
    }
    expect(await getEmployee(nmbrs, '00000009-5d0e-4b7a-9c31-000000000009', options)).toMatchObject({ found: false });
  });

  test('bank accounts only when they are asked for', async () => {
    await using sandbox = await start();
    const asked = () => sandbox.requests.filter(({ path }) => path.endsWith('/bankaccounts')).length;
    await Array.fromAsync(readEmployees(nmbrs, sandbox.options));
    expect(asked()).toBe(0);
    const people = await Array.fromAsync(readEmployees(nmbrs, { ...sandbox.options, fields: employeeFields }));
    const ibans = new Map(sandbox.twin.people.map(({ uuid, iban }) => [uuid, iban]));
    expect(people.map(({ bankAccount }) => bankAccount)).toEqual(people.map(({ id }) => ({ iban: ibans.get(id) })));
    expect(asked()).toBeGreaterThan(0);
  });

  test('of some companies, without asking for the others', async () => {
    await using sandbox = await start(200);
    const { twin, options } = sandbox;
    const { id } = twin.entities[0] ?? { id: 0 };
    const config = { ...options.config, companyIds: [companyIdOf(id)] };
    const read = readEmployees(nmbrs, { ...options, config });
    const uuids = (await Array.fromAsync(read)).map((employee) => employee.id);
    expect(uuids).toEqual(twin.people.filter(({ entityId }) => entityId === id).map(({ uuid }) => uuid));
    expect(await read.report).toMatchObject({ outcome: 'complete', warnings: [] });
  });

  test('without the right to employments nobody has left and nobody works there', async () => {
    const routes = nmbrsSandbox.routes.map((route) =>
      route.path.endsWith('/employments') ? { ...route, handle: () => nmbrsSandbox.answers.forbidden } : route,
    );
    await using sandbox = await startSandbox({ ...nmbrsSandbox, routes }, { twin: createTwin({ size: 30 }), limit: false });
    const read = readEmployees(nmbrs, sandbox.options);
    const people = await Array.fromAsync(read);
    expect(new Set(people.map(({ status }) => status))).toEqual(new Set(['unknown']));
    const { warnings, permissionGaps } = await read.report;
    expect(warnings.join()).toContain('Employments cannot be read (403)');
    expect(permissionGaps.map(({ permission }) => permission)).toEqual(['employee.employment.read']);
  });

  /** A sandbox whose answers on one path lack some members. */
  const without = (end: string, take: (body: object) => object) => {
    const routes = nmbrsSandbox.routes.map((route): typeof route =>
      route.path.endsWith(end)
        ? { ...route, handle: (...given) => json(200, take(bodyOf(route.handle(...given)) as object)) }
        : route,
    );
    return startSandbox({ ...nmbrsSandbox, routes }, { twin: createTwin({ size: 8 }), limit: false });
  };

  test('a row without its history says nothing of employments: nobody has left and nobody works there', async () => {
    await using sandbox = await without('/employments', (body) => ({
      ...body,
      data: (body as { data: readonly { employeeId: string }[] }).data.map(({ employeeId }) => ({ employeeId })),
    }));
    const people = await Array.fromAsync(readEmployees(nmbrs, sandbox.options));
    expect(new Set(people.map(({ status, startDate }) => [status, startDate].join()))).toEqual(new Set(['unknown,']));
  });

  test('one person needs no number of pages', async () => {
    await using sandbox = await without('/{employeeId}', (body) => ({ data: (body as { data: unknown }).data }));
    const [person] = sandbox.twin.people;
    expect(await getEmployee(nmbrs, person?.uuid ?? '', sandbox.options)).toMatchObject({ found: true });
  });

  test.each([
    ['clientId', 'PartnerApp_other_0000', 'credentials_rejected'],
    ['clientSecret', 'fernhollow-wrong-secret', 'credentials_rejected'],
    ['subscriptionKey', '5f1e0fernhollow0wrong0key000aa7', 'credentials_rejected'],
    ['refreshToken', 'fernhollow-wrong-token', 'consent_revoked'],
  ])('a wrong %s is refused', async (name, value, refusal) => {
    await using sandbox = await start();
    const read = readEmployees(nmbrs, { ...sandbox.options, config: { ...sandbox.config, [name]: value } });
    await expect(Array.fromAsync(read)).rejects.toMatchObject({ name: 'AuthError', code: refusal });
  });
});

describe('consent', () => {
  test('a code is traded for tokens, and each renewal for new ones', async () => {
    await using sandbox = await startSandbox(nmbrsSandbox, { twin: createTwin({ size: 8 }), limit: false });
    const { refreshToken: _refreshToken, ...config } = sandbox.config;
    const { clock, http } = sandbox.options;
    const signal = new AbortController().signal;
    const connect = { manifest: nmbrs.manifest, config, platform: {}, signal, now: () => clock.now(), http, onRequest: () => 0 };
    const redirectUri = 'https://app.fernhollow.example/callback';
    const grant = { code, redirectUri, verifier: 'verifier-of-nobody' };
    let kept: StoredTokens | null = (await nmbrs.auth.consent?.exchangeCode(connect, grant)) ?? null;
    const saved: (string | undefined)[] = [kept?.refreshToken];
    const tokens: TokenStore = {
      load: () => Promise.resolve(kept === null ? null : { ...kept, expiresAt: 0 }),
      save(renewed) {
        saved.push(renewed.refreshToken);
        kept = renewed;
        return Promise.resolve();
      },
      exclusively: (work) => work(),
    };
    const read = () => Array.fromAsync(readEmployees(nmbrs, { ...sandbox.options, config, tokens }));
    expect(await read()).toHaveLength(sandbox.twin.people.length);
    expect(await read()).toHaveLength(sandbox.twin.people.length);
    // A refresh token that was used is used up: each renewal came with another one.
    expect(new Set(saved).size).toBe(3);
  });

  test('the administrator is sent to Nmbrs with the scopes that are read', () => {
    const { refreshToken: _refreshToken, ...config } = nmbrsSandbox.credentials.config;
    const where = { redirectUri: 'https://app.fernhollow.example/callback', state: 'state-1', challenge: 'challenge-1' };
    const url = new URL(nmbrs.auth.consent?.authorizationUrl({ manifest: nmbrs.manifest, config, platform: {}, ...where }) ?? '');
    expect(`${url.origin}${url.pathname}`).toBe('https://identityservice.nmbrs.com/connect/authorize');
    const scopes = url.searchParams.get('scope')?.split(' ') ?? [];
    expect(scopes).toContain('offline_access');
    // "Invalid scope": partners are not granted it.
    expect(scopes).not.toContain('openid');
    expect(scopes).toHaveLength(7);
    expect(url.searchParams.get('client_id')).toBe(config.clientId);
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
  });

  test('without any token the connection says that nobody has agreed yet', async () => {
    await using sandbox = await startSandbox(nmbrsSandbox, { twin: createTwin({ size: 8 }), limit: false });
    const { refreshToken: _refreshToken, ...config } = sandbox.config;
    const read = readEmployees(nmbrs, { ...sandbox.options, config });
    await expect(Array.fromAsync(read)).rejects.toMatchObject({ name: 'AuthError', code: 'consent_revoked' });
    expect(sandbox.counts.token).toBe(0);
  });
});
