import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { readEmployees, type EmployeeDraft, type EmployeeField, type IssueKind, type MapContext } from '@rollcall/core';
import { forgetRateBudgets } from '@rollcall/http';
import { createTwin, startSandbox } from '@rollcall/sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { googleWorkspaceSandbox } from '../sandbox/index.ts';
import { googleWorkspace } from '../src/index.ts';
import { GoogleRecord, toEmployee } from '../src/map.ts';

const today = '2026-11-22';
const suspendedBy = (suspensionReason: unknown) => ({ suspended: true, suspensionReason });

interface Row {
  readonly quirk: string;
  readonly user?: Readonly<Record<string, unknown>>;
  readonly isDeleted?: boolean;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly gives: EmployeeDraft;
  readonly notes?: readonly (readonly [EmployeeField, IssueKind])[];
}

const rows: readonly Row[] = [
  {
    quirk: 'an id is text of 21 digits, beyond what a number holds',
    user: { id: '108374658291034401042' },
    gives: { id: '108374658291034401042' },
  },
  {
    quirk: 'without state, as the public view has it, nobody is active and nobody has left',
    user: { suspended: undefined, archived: undefined },
    gives: { status: 'unknown' },
  },
  {
    quirk: 'archived counts also without the other flag',
    user: { suspended: undefined, archived: true },
    gives: { status: 'terminated' },
  },
  { quirk: 'a deleted account has ended, whatever its flags say', isDeleted: true, gives: { status: 'terminated' } },
  { quirk: 'suspended by an administrator', user: suspendedBy('ADMIN'), gives: { status: 'terminated' } },
  { quirk: 'suspended without a word why: by default that has ended', user: suspendedBy(''), gives: { status: 'terminated' } },
  {
    quirk: 'a reason that is not documented ends nobody',
    user: suspendedBy('SOMETHING_NEW'),
    gives: { status: 'unknown', terminationDate: undefined },
    notes: [['status', 'unknown_value']],
  },
  {
    quirk: 'a reason of another type ends nobody',
    user: suspendedBy(7),
    gives: { status: 'unknown' },
    notes: [['status', 'unknown_value']],
  },
  {
    quirk: 'companies that suspend for absences say so: nobody leaves by it',
    user: { ...suspendedBy('ADMIN'), suspensionTime: '2026-10-01T08:00:00.000Z' },
    config: { suspendedOnLeave: true },
    gives: { status: 'leave', terminationDate: undefined },
  },
  ...['ABUSE', 'UNDER13', 'WEB_LOGIN_REQUIRED'].map((reason) => ({
    quirk: `Google suspends for ${reason} itself: blocked, not gone`,
    user: { ...suspendedBy(reason), suspensionTime: '2026-10-01T08:00:00.000Z' },
    gives: { status: 'leave', terminationDate: undefined } as const,
  })),
  {
    quirk: 'archived wins: its day counts, not that of the suspension',
    user: {
      ...suspendedBy('ABUSE'),
      suspensionTime: '2026-08-01T08:00:00.000Z',
      archived: true,
      archivalTime: '2026-08-31T23:30:00.000Z',
    },
    gives: { status: 'terminated', terminationDate: '2026-08-31' },
  },
  {
    quirk: 'a suspended account in a unit of starters, or below one, was made ahead',
    user: { ...suspendedBy('ADMIN'), orgUnitPath: '/Starters/June' },
    config: { starterOrgUnits: ['/Starters/'] },
    gives: { status: 'preboarding' },
  },
  {
    quirk: 'a unit whose name only begins alike is another one',
    user: { ...suspendedBy('ADMIN'), orgUnitPath: '/Starters-old' },
    config: { starterOrgUnits: ['/Starters'] },
    gives: { status: 'terminated' },
  },
  {
    quirk: 'an archived account among the starters has ended all the same',
    user: { archived: true, orgUnitPath: '/Starters' },
    config: { starterOrgUnits: ['/Starters'] },
    gives: { status: 'terminated' },
  },
  {
    quirk: 'a last day ahead: suspended people are still employed',
    user: { ...suspendedBy('ADMIN'), customSchemas: { HR: { end: today } } },
    config: { fields: { terminationDate: 'HR.end' } },
    gives: { status: 'leave', terminationDate: today },
  },
  {
    quirk: 'a custom attribute may have several values: the first is the day',
    user: { customSchemas: { HR: { start: [{ type: 'work', value: '2024-02-01' }, { value: '2020-01-01' }] } } },
    config: { fields: { startDate: 'HR.start' } },
    gives: { status: 'active', startDate: '2024-02-01', customFields: { 'HR.start': ['2024-02-01', '2020-01-01'] } },
  },
  {
    quirk: 'a custom attribute that is no day is noted and decides nothing',
    user: { customSchemas: { HR: { end: 'soon' } } },
    config: { fields: { terminationDate: 'HR.end' } },
    gives: { status: 'active', terminationDate: undefined },
    notes: [['terminationDate', 'unreadable']],
  },
  {
    quirk: 'lastLoginTime of 1970 means never, and nothing else',
    user: { lastLoginTime: '1970-01-01T00:00:00.000Z' },
    gives: { status: 'active' },
  },
  { quirk: 'a guest of another company is nobody to manage', user: { isGuestUser: true }, gives: { status: 'unknown' } },
  {
    quirk: 'work mail is the primary address: never an alias, never .test-google-a.com',
    user: {
      primaryEmail: undefined,
      emails: [{ address: 'a@fern.example.test-google-a.com' }, { address: 'alias@fern.example' }],
    },
    gives: { workEmail: undefined, personalEmail: null },
  },
  {
    quirk: 'several managers, a name and an address: the address',
    user: {
      relations: [
        { type: 'manager', value: 'Ada Fern' },
        { type: 'manager', value: ' Ada@Fern.example ' },
      ],
    },
    gives: { managerEmail: 'ada@fern.example' },
  },
  {
    quirk: 'a manager who is only a name is noted',
    user: { relations: [{ type: 'manager', value: 'Ada Fern' }] },
    gives: { managerEmail: undefined },
    notes: [['managerEmail', 'invalid']],
  },
  {
    quirk: 'a custom relation called manager is another relation',
    user: { relations: [{ type: 'custom', customType: 'manager', value: 'ada@fern.example' }] },
    gives: { managerEmail: null },
  },
  {
    quirk: 'lists that are left out are not delivered',
    gives: { managerEmail: undefined, jobTitle: undefined, phone: undefined },
  },
  {
    quirk: 'the primary organization counts, wherever it stands; without one the first',
    user: { organizations: [{ title: 'Adviser' }, { title: 'Buyer', primary: true, costCenter: '4200' }] },
    gives: { jobTitle: 'Buyer', costCenter: { name: '4200' }, department: undefined },
  },
  {
    quirk: 'a type of employee that we do not know stays a label',
    user: { organizations: [{ description: 'Employee' }] },
    gives: { employmentType: undefined, employmentTypeLabel: 'Employee' },
    notes: [['employmentType', 'unknown_value']],
  },
  {
    quirk: 'the employee ID is the external id of type organization, as it is written',
    user: {
      externalIds: [
        { type: 'login_id', value: 'x' },
        { type: 'organization', value: '0042' },
      ],
    },
    gives: { employeeNumber: '0042' },
  },
  {
    quirk: 'external ids of other types only: no employee ID',
    user: { externalIds: [{ type: 'login_id', value: 'x' }] },
    gives: { employeeNumber: null },
  },
  {
    quirk: 'a work phone, else the primary one, else a mobile',
    user: {
      phones: [
        { type: 'home', value: '1' },
        { type: 'mobile', value: '2' },
      ],
    },
    gives: { phone: '2' },
  },
  { quirk: 'a home phone alone is no phone for work', user: { phones: [{ type: 'home', value: '1' }] }, gives: { phone: null } },
  {
    quirk: 'the display name is a preferred name only where it is not the full name',
    user: { name: { givenName: 'Inka', familyName: 'Fern', fullName: 'Inka Fern', displayName: 'Inka Fern' } },
    gives: { preferredName: null, firstName: 'Inka', lastName: 'Fern' },
  },
  {
    quirk: 'a building without a work address',
    user: { locations: [{ area: 'desk' }, { buildingId: 'LYO2' }] },
    gives: { workLocation: { id: 'LYO2', name: null } },
  },
  {
    quirk: 'a country alone',
    user: { addresses: [{ type: 'work', country: 'France' }] },
    gives: { workLocation: { name: null, country: 'FR' } },
  },
  {
    quirk: 'the home address is no place of work',
    user: { addresses: [{ type: 'home', locality: 'Lyon', countryCode: 'FR' }] },
    gives: { workLocation: null },
  },
  { quirk: 'teams are units only where that was asked for', user: { orgUnitPath: '/Staff/Supply' }, gives: { team: undefined } },
  {
    quirk: 'a unit is its path, named by the end of it',
    user: { orgUnitPath: '/Staff/Supply' },
    config: { teams: true },
    gives: { team: { id: '/Staff/Supply', name: 'Supply' } },
  },
  { quirk: 'whoever is at the top is in no unit', user: { orgUnitPath: '/' }, config: { teams: true }, gives: { team: null } },
  { quirk: 'a unit that is not delivered', config: { teams: true }, gives: { team: undefined } },
  {
    quirk: 'a printer is an account like any other: its unit tells it apart',
    user: { primaryEmail: 'printer@fern.example', orgUnitPath: '/Robots' },
    config: { teams: true },
    gives: { status: 'active', workEmail: 'printer@fern.example', team: { id: '/Robots', name: 'Robots' } },
  },
  {
    quirk: 'custom attributes keep their types; an empty category gives nothing',
    user: { customSchemas: { HR: { grade: 4, remote: false, badge: '' }, Empty: null } },
    gives: { customFields: { 'HR.grade': 4, 'HR.remote': false, 'HR.badge': null } },
  },
];

describe('quirks of Google Workspace', () => {
  test.each(rows)('$quirk', ({ user, isDeleted = false, config, gives, notes = [] }) => {
    const noted: [EmployeeField, IssueKind][] = [];
    const record = GoogleRecord.parse({ user: { id: '1', suspended: false, archived: false, ...user }, isDeleted });
    const context = {
      config: { serviceAccountKey: '', ...config },
      today,
      note: (field: EmployeeField, kind: IssueKind) => noted.push([field, kind]),
    };
    expect(toEmployee(record, context as unknown as MapContext<typeof googleWorkspace.manifest>)).toMatchObject(gives);
    expect(noted).toEqual(notes);
  });
});

describe('reasons of errors', () => {
  const means = (status: number, body: unknown) =>
    googleWorkspace.errors?.describe?.({ status, headers: {}, body, request: 'GET /users' })?.means;
  test.each([
    ['a quota of the day', 403, { error: { errors: [{ reason: 'dailyLimitExceeded' }] } }, 'rate-limit'],
    ['a quota with status 429', 429, { error: { status: 'RESOURCE_EXHAUSTED' } }, 'rate-limit'],
    ['a missing scope', 403, { error: { errors: [{ reason: 'insufficientPermissions' }] } }, undefined],
    ['nobody by that id', 404, { error: { errors: [{ reason: 'notFound' }] } }, undefined],
    ['nobody by that id, without a reason', 404, { error: { code: 404, message: 'Resource Not Found: userKey' } }, undefined],
    ['a 404 of somebody else', 404, '<html></html>', 'rejected'],
    ['a 404 without a reason', 404, {}, 'rejected'],
    ['nothing', 500, null, undefined],
  ])('%s', (_, status, body, expected) => {
    expect(means(status, body)).toBe(expected);
  });
});

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const file = {
  type: 'service_account',
  private_key_id: 'k1',
  private_key: pem,
  client_email: 'a@b.iam.example',
  token_uri: 'https://evil.example',
};

describe('the log-in', () => {
  beforeEach(forgetRateBudgets);

  /** What the assertion of a read says, and how the read ended. */
  async function logIn(config: Readonly<Record<string, unknown>>): Promise<{ claims: unknown; error: unknown }> {
    const sent: string[] = [];
    const routes = googleWorkspaceSandbox.routes.map((route) => ({
      ...route,
      handle(...[request, company]: Parameters<typeof route.handle>) {
        if (route.kind === 'token') sent.push(request.form().get('assertion') ?? '');
        return route.handle(request, company);
      },
    }));
    await using running = await startSandbox(
      { ...googleWorkspaceSandbox, routes },
      { twin: createTwin({ seed: 'log-in', size: 8 }) },
    );
    const read = readEmployees(googleWorkspace, { ...running.options, config: { ...running.config, ...config } });
    const error: unknown = await Array.fromAsync(read).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    const claims: unknown = JSON.parse(Buffer.from(sent[0]?.split('.')[1] ?? 'e30', 'base64url').toString());
    return { claims, error };
  }

  test('asks for the one scope, at the fixed address, in the name of the administrator', async () => {
    const { claims, error } = await logIn({});
    expect(error).toBeUndefined();
    expect(claims).toMatchObject({
      aud: 'https://oauth2.googleapis.com/token',
      sub: 'hr-sync@fjordkiste.example',
      scope: 'https://www.googleapis.com/auth/admin.directory.user.readonly',
    });
  });

  test('without an administrator the service account asks in its own name', async () => {
    const { claims } = await logIn({ adminEmail: '' });
    expect(claims).not.toHaveProperty('sub');
  });

  test.each([
    ['a key of somebody else', pem],
    ['half a key', pem.slice(0, 400)],
    [
      'a key that is too short',
      generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ],
    [
      'a key of another kind',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ],
  ])('%s: no line of it is in the error', async (_, key) => {
    const { error } = await logIn({ serviceAccountKey: JSON.stringify({ ...file, private_key: key }) });
    const seen = `${inspect(error, { depth: 9, showHidden: true })} ${JSON.stringify(error)} ${String(error)}`;
    expect(seen).toContain('google-workspace');
    for (const line of key.split('\n').filter(({ length }) => length > 40)) expect(seen).not.toContain(line);
  });

  test.each([
    ['the file on one line', (text: string) => text],
    ['the file as it was downloaded', (text: string) => `\n${JSON.stringify(JSON.parse(text), null, 2)}\n`],
    [
      'a file with the line breaks of another system',
      (text: string) => JSON.stringify(JSON.parse(text), null, 2).replaceAll('\n', '\r\n'),
    ],
    ['a file whose \\n became line breaks', (text: string) => text.replaceAll('\\n', '\n')],
  ])('%s is a key', async (_, paste) => {
    const { serviceAccountKey } = googleWorkspaceSandbox.credentials.config as { readonly serviceAccountKey: string };
    expect((await logIn({ serviceAccountKey: paste(serviceAccountKey) })).error).toBeUndefined();
  });

  test.each([
    ['the file of another kind of client', JSON.stringify({ installed: { client_id: 'x', note: 'PRIVATE KEY canary' } })],
    ['half of a file', `${JSON.stringify(file).slice(0, -40)}}`],
  ])('%s is refused without repeating it', async (_, serviceAccountKey) => {
    const { error } = await logIn({ serviceAccountKey });
    expect(error).toMatchObject({ code: 'config_invalid', problems: [{ field: 'config.serviceAccountKey' }] });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/canary|MII/);
  });

  test('a private key alone is refused without repeating it', async () => {
    const error: unknown = await logIn({ serviceAccountKey: pem }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'config_invalid', problems: [{ field: 'config.serviceAccountKey' }] });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(pem.split('\n')[1]);
  });
});
