import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { inspect } from 'node:util';
import { readEmployees, type EmployeeDraft, type EmployeeField, type IssueKind, type MapContext } from '@rollcall/core';
import { forgetRateBudgets } from '@rollcall/http';
import { createTwin, startSandbox } from '@rollcall/sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { oktaSandbox } from '../sandbox/index.ts';
import { okta } from '../src/index.ts';
import { managerFinder } from '../src/managers.ts';
import { OktaRecord, toEmployee } from '../src/map.ts';

const today = '2026-11-22';

interface Row {
  readonly quirk: string;
  readonly user?: Readonly<Record<string, unknown>>;
  readonly profile?: Readonly<Record<string, unknown>>;
  readonly record?: Readonly<Record<string, unknown>>;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly gives: EmployeeDraft;
  readonly notes?: readonly (readonly [EmployeeField, IssueKind])[];
}

const statuses = {
  STAGED: 'preboarding',
  PROVISIONED: 'active',
  ACTIVE: 'active',
  RECOVERY: 'active',
  PASSWORD_EXPIRED: 'active',
  LOCKED_OUT: 'active',
  SUSPENDED: 'leave',
  DEPROVISIONED: 'terminated',
  ACTIVATING: 'unknown',
} as const;
const ahead = { fields: { startDate: 'hireDate', terminationDate: 'lastDay' } };

const rows: readonly Row[] = [
  ...Object.entries(statuses).map(([status, normalised]) => ({
    quirk: `${status} is ${normalised}`,
    user: { status },
    gives: { status: normalised },
  })),
  {
    quirk: 'another status is not guessed',
    user: { status: 'ARCHIVED' },
    gives: { status: 'unknown' },
    notes: [['status', 'unknown_value']],
  },
  { quirk: 'no status is no statement', user: { status: undefined }, gives: { status: 'unknown' } },
  {
    quirk: 'a deactivated user has left, whatever the dates say',
    user: { status: 'DEPROVISIONED' },
    profile: { hireDate: '2027-01-01', lastDay: '2027-12-31' },
    config: ahead,
    gives: { status: 'terminated', startDate: '2027-01-01', terminationDate: '2027-12-31' },
  },
  {
    quirk: 'the moment of a deactivation is no last day of employment',
    user: { status: 'DEPROVISIONED', statusChanged: '2026-09-30T16:00:00.000Z' },
    gives: { status: 'terminated', terminationDate: undefined },
  },
  {
    quirk: 'transitions that run decide nothing before they have ended',
    user: { transitioningToStatus: 'DEPROVISIONED' },
    gives: { status: 'active' },
  },
  {
    quirk: 'activation is pending and the first day lies ahead',
    user: { status: 'PROVISIONED' },
    profile: { hireDate: '2026-11-23T00:00:00.000Z' },
    config: ahead,
    gives: { status: 'preboarding', startDate: '2026-11-23' },
  },
  {
    quirk: 'activation is pending, and nobody shows the first day: not known',
    user: { status: 'PROVISIONED' },
    record: { hidesStart: true },
    config: ahead,
    gives: { status: 'unknown', startDate: undefined },
  },
  {
    quirk: 'a first day that is no day is noted and decides nothing',
    user: { status: 'PROVISIONED' },
    profile: { hireDate: 'next spring' },
    config: ahead,
    gives: { status: 'active', startDate: undefined },
    notes: [['startDate', 'unreadable']],
  },
  {
    quirk: 'no word of Okta’s says when somebody was hired',
    user: { created: '2020-01-01T00:00:00.000Z', activated: '2020-01-02T00:00:00.000Z' },
    gives: { startDate: undefined },
  },
  {
    quirk: 'a username in the form of an address is no work e-mail',
    profile: { login: 'a.fern@brackenford.example' },
    gives: { workEmail: undefined },
  },
  {
    quirk: 'a nickname goes before the name that is shown',
    profile: { nickName: 'Inky', displayName: 'Dr. Inka Fern' },
    gives: { preferredName: 'Inky' },
  },
  {
    quirk: 'the name that is shown is a preferred name only where it is another one',
    profile: { firstName: 'Inka', lastName: 'Fern', displayName: 'Inka Fern' },
    gives: { preferredName: null },
  },
  { quirk: 'no name of either kind is delivered', profile: {}, gives: { preferredName: undefined } },
  {
    quirk: 'a type of user that we do not know stays a label',
    profile: { userType: 'Volunteer' },
    gives: { employmentType: undefined, employmentTypeLabel: 'Volunteer' },
    notes: [['employmentType', 'unknown_value']],
  },
  {
    quirk: 'Okta’s own example of a type says nothing of the employment, and is nothing to note',
    profile: { userType: 'Employee' },
    gives: { employmentType: undefined, employmentTypeLabel: 'Employee' },
  },
  { quirk: 'a phone for work goes before a mobile one', profile: { primaryPhone: '1', mobilePhone: '2' }, gives: { phone: '1' } },
  { quirk: 'an empty phone for work: the mobile one', profile: { primaryPhone: '', mobilePhone: '2' }, gives: { phone: '2' } },
  {
    quirk: 'a place is city, country and time zone',
    profile: { city: 'Hull', countryCode: 'gb', timezone: 'Europe/London' },
    gives: { workLocation: { name: 'Hull', country: 'GB', timeZone: 'Europe/London' } },
  },
  {
    quirk: 'a country of more letters than two is noted',
    profile: { city: 'Hull', countryCode: 'XQ9' },
    gives: { workLocation: { name: 'Hull' } },
    notes: [['workLocation', 'unknown_value']],
  },
  {
    quirk: 'the division is the team where no attribute is named for it',
    profile: { division: 'North' },
    gives: { division: { name: 'North' }, team: { name: 'North' } },
  },
  {
    quirk: 'an attribute that is named for the team is asked alone',
    profile: { division: 'North' },
    config: { fields: { team: 'squad' } },
    gives: { division: { name: 'North' }, team: undefined },
  },
  {
    quirk: 'a profile that is hidden as a whole clears nothing',
    user: { profile: null },
    gives: { workEmail: undefined, firstName: undefined, managerId: undefined, department: undefined, workLocation: undefined },
  },
  {
    quirk: 'whoever several can be meant by is nobody',
    profile: { managerId: '77' },
    record: { manager: null },
    gives: { managerId: undefined, managerEmail: undefined },
  },
  {
    quirk: 'the display name of a manager names nobody',
    profile: { manager: 'Tilda Aas' },
    gives: { managerId: undefined, managerEmail: undefined },
  },
  {
    quirk: 'an address of nobody here is looked up by the plan',
    profile: { managerId: ' Chair@Holding.example' },
    gives: { managerId: undefined, managerEmail: 'chair@holding.example' },
  },
  {
    quirk: 'custom attributes that hold a list, a number, a truth; objects are noted',
    profile: { languages: ['fr'], level: 4, remote: false, shoe: { size: 41 }, middleName: 'Q' },
    gives: { customFields: { languages: ['fr'], level: 4, remote: false } },
    notes: [['customFields', 'unreadable']],
  },
  {
    quirk: 'only the attributes that were named',
    profile: { languages: ['fr'], level: 4, middleName: 'Q' },
    config: { customAttributes: ['level', 'middleName'] },
    gives: { customFields: { level: 4, middleName: 'Q' } },
  },
  { quirk: 'no custom attributes at all', profile: { firstName: 'Inka' }, gives: { customFields: undefined } },
];

describe('quirks of Okta', () => {
  test.each(rows)('$quirk', ({ user, profile = {}, record, config, gives, notes = [] }) => {
    const noted: [EmployeeField, IssueKind][] = [];
    const parsed = OktaRecord.parse({ user: { id: '00u1', status: 'ACTIVE', profile, ...user }, ...record });
    const context = {
      config: { org: 'brackenford.okta.com', ...config },
      today,
      note: (field: EmployeeField, kind: IssueKind) => noted.push([field, kind]),
    };
    expect(toEmployee(parsed, context as unknown as MapContext<typeof okta.manifest>)).toMatchObject(gives);
    expect(noted).toEqual(notes);
  });
});

describe('whom a text means', () => {
  const user = (id: string, profile: object, status = 'ACTIVE') => ({ id, status, profile });
  const find = (users: readonly unknown[], stated: unknown) => managerFinder(users)(stated);

  test('somebody who came twice is one person', () => {
    const twice = user('00u1', { login: 'a.fern@brackenford.example', employeeNumber: '77' });
    expect(find([twice, user('00u2', {}), twice], 'A.Fern@Brackenford.example')).toBe('00u1');
    expect(find([twice, twice], 77)).toBe('00u1');
  });

  test('two of one number are nobody, also when one of them came twice', () => {
    const [one, other] = [user('00u1', { employeeNumber: '77' }), user('00u2', { employeeNumber: '77' })];
    expect(find([one, other, one], '77')).toBeNull();
    expect(find([one, other, other], '77')).toBeNull();
  });
});

describe('codes of errors', () => {
  const describeAnswer = (status: number, body: unknown, request = 'GET /api/v1/users') =>
    okta.errors?.describe?.({ status, headers: {}, body, request });
  test.each([
    ['nobody by that id', 404, { errorCode: 'E0000007', errorId: 'oae1' }, undefined],
    ['an address that Okta does not have', 404, { errorCode: 'E0000008' }, 'rejected'],
    ['a 404 of somebody else', 404, '<html></html>', 'rejected'],
    ['a session in place of a token', 403, { errorCode: 'E0000005' }, 'credentials'],
    ['a missing role', 403, { errorCode: 'E0000006' }, 'permission'],
    ['a missing right with another status', 401, { errorCode: 'E0000015' }, 'permission'],
    ['too many requests', 429, { errorCode: 'E0000047' }, undefined],
    ['nothing', 500, null, undefined],
  ])('%s', (_, status, body, means) => {
    expect(describeAnswer(status, body)?.means).toBe(means);
  });

  test.each([
    ['invalid_client', 'credentials'],
    ['unauthorized_client', 'credentials'],
    ['invalid_scope', 'permission'],
    ['access_denied', 'permission'],
    ['invalid_request', undefined],
  ])('the log-in says %s in the form of the API too', (errorCode, means) => {
    const body = { errorCode, errorSummary: 'Invalid value.', errorLink: errorCode, errorId: 'oae1', errorCauses: [] };
    expect(describeAnswer(400, body, 'token')).toMatchObject({ code: errorCode, means });
  });

  test.each([{ errorCode: 'E0000007' }, { errorCode: 'E0000008' }, '<html></html>'])(
    'where no token is given at all the address is wrong: %j',
    (body) => {
      expect(describeAnswer(404, body, 'token')?.means).toBe('credentials');
    },
  );

  test('says which request it was, for Okta’s support', () => {
    expect(describeAnswer(500, { errorCode: 'E0000009', errorId: 'oae7x' })).toMatchObject({
      code: 'E0000009',
      requestId: 'oae7x',
    });
  });
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const jwkOf = (key: KeyObject, more: object = {}): string => JSON.stringify({ ...key.export({ format: 'jwk' }), ...more });

describe('the log-in', () => {
  beforeEach(forgetRateBudgets);

  const part = (assertion: string, index: number): unknown =>
    JSON.parse(Buffer.from(assertion.split('.')[index] ?? '', 'base64url').toString());

  /** What a read sent to get a token. */
  async function logIn(config: Readonly<Record<string, unknown>>) {
    const sent: URLSearchParams[] = [];
    const routes = oktaSandbox.routes.map((route) => ({
      ...route,
      handle(...[request, company]: Parameters<typeof route.handle>) {
        if (route.kind === 'token') sent.push(request.form());
        return route.handle(request, company);
      },
    }));
    await using running = await startSandbox({ ...oktaSandbox, routes }, { twin: createTwin({ seed: 'log-in', size: 8 }) });
    const read = readEmployees(okta, { ...running.options, config: { ...running.config, ...config } });
    const error: unknown = await Array.fromAsync(read).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    const [form] = sent;
    const assertion = form?.get('client_assertion') ?? 'e30.e30.';
    return { form, header: part(assertion, 0), claims: part(assertion, 1), error };
  }

  test('asks the authorization server of the organization for the one scope, with an assertion for it alone', async () => {
    const { form, header, claims, error } = await logIn({});
    expect(error).toBeUndefined();
    expect(Object.fromEntries(form ?? [])).toMatchObject({
      grant_type: 'client_credentials',
      scope: 'okta.users.read',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    });
    expect(form?.has('client_secret')).toBe(false);
    expect(header).toMatchObject({ alg: 'RS256', kid: 'sandbox-key' });
    expect(claims).toMatchObject({
      iss: '0oa4fjordkiste7sandbox',
      sub: '0oa4fjordkiste7sandbox',
      aud: 'https://fjordkiste.okta.com/oauth2/v1/token',
      jti: expect.any(String) as string,
    });
  });

  test.each([
    ['the public half', JSON.stringify({ ...(JSON.parse(jwkOf(rsa)) as object), d: undefined, p: undefined })],
    ['half of it', `${jwkOf(rsa).slice(0, 300)}}`],
    ['one with a slip in it', jwkOf(rsa).replace(/(?<="n":".{300})./, (letter) => (letter === 'A' ? 'B' : 'A'))],
  ])('a private key of which %s was entered is the customer’s to correct, and is not repeated', async (_, privateKey) => {
    const { error, form } = await logIn({ privateKey });
    expect(form).toBeUndefined();
    expect(error).toMatchObject({ code: 'config_invalid' });
    const { n } = rsa.export({ format: 'jwk' });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(n?.slice(0, 40));
  });

  test('an elliptic key signs with its own algorithm, and a key that Okta does not know is refused', async () => {
    const { header, error } = await logIn({ privateKey: jwkOf(elliptic, { kid: 'other' }) });
    expect(header).toMatchObject({ alg: 'ES256', kid: 'other' });
    expect(error).toMatchObject({ code: 'credentials_rejected', hint: expect.stringContaining('Step 2') as string });
  });

  test.each([
    'fjordkiste.okta.com',
    'Fjordkiste.okta.com',
    'https://fjordkiste.okta.com',
    'https://fjordkiste.okta.com/',
    'https://fjordkiste-admin.okta.com/admin/users?x=1#y',
    'fjordkiste-admin.okta.com',
  ])('%s is the address of the organization', async (org) => {
    expect((await logIn({ org })).error).toBeUndefined();
  });

  test.each([
    'fjordkiste',
    'okta.com',
    'fjordkiste.okta.com.evil.example',
    'fjordkiste.okta.com@evil.example',
    'fjordkiste.okta.com:8443',
    'https://evil.example/fjordkiste.okta.com',
    'http://fjordkiste.okta.com',
    'a.b.okta.com',
    'login.fjordkiste.example',
    '10.0.0.1',
  ])('%s is none, or one that has to be entered as custom domain', async (org) => {
    await expect(logIn({ org })).rejects.toMatchObject({ code: 'config_invalid', problems: [{ field: 'config.org' }] });
  });

  test.each(['fjordkiste.okta-emea.com', 'fjordkiste.oktapreview.com', 'fjordkiste.okta-gov.com', 'fjordkiste.okta.mil'])(
    '%s is an address of Okta',
    (org) => {
      expect(() => readEmployees(okta, { config: { org, apiToken: '00fictional-token' } })).not.toThrow();
    },
  );
});
