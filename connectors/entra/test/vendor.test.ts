import { readEmployees, type EmployeeDraft, type EmployeeField, type IssueKind, type MapContext } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { entra } from '../src/index.ts';
import { EntraRecord, toEmployee } from '../src/map.ts';

const today = '2026-11-22';
const id = '0b1d1b52-0d0e-4c6e-9a01-6d2b1f0a1002';

interface Row {
  readonly quirk: string;
  readonly user?: Readonly<Record<string, unknown>>;
  readonly isDeleted?: boolean;
  readonly groups?: readonly string[];
  readonly config?: Readonly<Record<string, unknown>>;
  readonly gives: EmployeeDraft;
  readonly notes?: readonly (readonly [EmployeeField, IssueKind])[];
}

const rows: readonly Row[] = [
  { quirk: 'an enabled account', gives: { status: 'active' } },
  { quirk: 'a disabled account has ended, by default', user: { accountEnabled: false }, gives: { status: 'terminated' } },
  {
    quirk: 'companies that disable for absences say so',
    user: { accountEnabled: false },
    config: { disabledAre: 'leave' },
    gives: { status: 'leave' },
  },
  {
    quirk: 'companies in which disabled means nothing say so',
    user: { accountEnabled: false },
    config: { disabledAre: 'unknown' },
    gives: { status: 'unknown' },
  },
  {
    quirk: 'without a word nobody is active and nobody has left',
    user: { accountEnabled: undefined },
    gives: { status: 'unknown' },
  },
  { quirk: 'deleted, and enabled until then', isDeleted: true, gives: { status: 'terminated', managerId: undefined } },
  {
    quirk: 'deleted wins over a first day ahead',
    user: { employeeHireDate: '2027-01-01T00:00:00Z' },
    isDeleted: true,
    gives: { status: 'terminated' },
  },
  {
    quirk: 'deleted accounts have ended also where disabled ones have not',
    isDeleted: true,
    config: { disabledAre: 'leave' },
    gives: { status: 'terminated' },
  },
  {
    quirk: 'an account that was made ahead is not one of a leaver',
    user: { accountEnabled: false, employeeHireDate: '2026-11-23T00:00:00Z' },
    gives: { status: 'preboarding', startDate: '2026-11-23' },
  },
  {
    quirk: 'the first day is today: disabled counts again',
    user: { accountEnabled: false, employeeHireDate: '2026-11-22T00:00:00Z' },
    gives: { status: 'terminated' },
  },
  {
    quirk: 'a hire date is the day as it was written, whatever its offset',
    user: { employeeHireDate: '2023-02-06T00:00:00+13:00' },
    gives: { startDate: '2023-02-06' },
  },
  {
    quirk: 'a leave date today ends nobody yet',
    user: { employeeHireDate: '2020-01-01T00:00:00Z', employeeLeaveDateTime: '2026-11-22T23:59:59Z' },
    gives: { status: 'active', terminationDate: '2026-11-22' },
  },
  {
    quirk: 'a leave date that has passed ends the employment although the account is enabled',
    user: { employeeHireDate: null, employeeLeaveDateTime: '2026-11-21T23:59:59Z' },
    gives: { status: 'terminated', terminationDate: '2026-11-21' },
  },
  {
    quirk: 'disabled ahead of the last day means what disabled means, and the day is told: until then nobody is removed (S4)',
    user: { accountEnabled: false, employeeLeaveDateTime: '2026-11-30T00:00:00Z' },
    gives: { status: 'terminated', terminationDate: '2026-11-30' },
  },
  {
    quirk: 'disabled ahead of the last day, where companies disable for absences',
    user: { accountEnabled: false, employeeLeaveDateTime: '2026-11-30T00:00:00Z' },
    config: { disabledAre: 'leave' },
    gives: { status: 'leave', terminationDate: '2026-11-30' },
  },
  { quirk: 'a leave date that was not asked for', gives: { terminationDate: undefined } },
  { quirk: 'whoever became a guest neither joins nor leaves', user: { userType: 'Guest' }, gives: { status: 'unknown' } },
  {
    quirk: 'a guest who is disabled does not become somebody on leave',
    user: { userType: 'guest', accountEnabled: false },
    config: { disabledAre: 'leave' },
    gives: { status: 'unknown' },
  },
  {
    quirk: 'a guest with a type of employee keeps it',
    user: { userType: 'Guest', employeeType: 'Contractor' },
    config: { guests: 'include' },
    gives: { status: 'active', employmentType: 'contractor', employmentTypeLabel: 'Contractor' },
  },
  { quirk: 'records without a userType are people', user: { userType: null }, gives: { status: 'active' } },
  {
    quirk: 'without mail the name that somebody signs in with, in its one spelling',
    user: { mail: null, userPrincipalName: 'Ines@Fern.example' },
    gives: { workEmail: 'ines@fern.example' },
  },
  ...['svc@fern.onmicrosoft.com', 'svc@fern.onmicrosoft.us', 'svc@fern.partner.onmschina.cn'].map((userPrincipalName) => ({
    quirk: `${userPrincipalName} is no address`,
    user: { mail: null, userPrincipalName },
    gives: { workEmail: null },
  })),
  {
    quirk: 'the name of an account of elsewhere is no address',
    user: { mail: null, userPrincipalName: 'ada_fern.example#EXT#@birch.example' },
    gives: { workEmail: null },
  },
  {
    quirk: 'mail that is not delivered is not empty',
    user: { mail: undefined, userPrincipalName: 'svc@fern.onmicrosoft.com' },
    gives: { workEmail: undefined },
  },
  {
    quirk: 'mail counts, also at onmicrosoft.com',
    user: { mail: 'ines@fern.onmicrosoft.com' },
    gives: { workEmail: 'ines@fern.onmicrosoft.com' },
  },
  {
    quirk: 'the name of a deleted account without the id in front of it',
    user: { mail: null, userPrincipalName: '0b1d1b520d0e4c6e9a016d2b1f0a1002ines@fern.example' },
    isDeleted: true,
    gives: { workEmail: 'ines@fern.example' },
  },
  { quirk: 'no manager is left out: nobody', gives: { managerId: null } },
  { quirk: 'a manager', user: { manager: { '@odata.type': '#microsoft.graph.user', id: 'm1' } }, gives: { managerId: 'm1' } },
  { quirk: 'a manager without an id is nobody we know', user: { manager: {} }, gives: { managerId: undefined } },
  {
    quirk: 'the display name is a preferred name only where it says more',
    user: { givenName: 'Ines', surname: 'Fern', displayName: 'Ines Fern' },
    gives: { preferredName: null },
  },
  {
    quirk: 'shared mailboxes and rooms have a display name alone: no employee number tells them apart',
    user: { givenName: null, surname: null, displayName: 'Room Oslo 2', employeeId: null, accountEnabled: false },
    gives: { preferredName: 'Room Oslo 2', firstName: null, employeeNumber: null, status: 'terminated' },
  },
  { quirk: 'an employee ID is text as it was written', user: { employeeId: '00417' }, gives: { employeeNumber: '00417' } },
  {
    quirk: 'a type of employee that says nothing of the employment stays a label',
    user: { employeeType: 'Employee' },
    gives: { employmentType: undefined, employmentTypeLabel: 'Employee' },
  },
  {
    quirk: 'documented types of employees of others',
    user: { employeeType: 'Consultant' },
    gives: { employmentType: 'contractor', employmentTypeLabel: 'Consultant' },
  },
  {
    quirk: 'a city without an office',
    user: { city: 'Lyon', usageLocation: 'FR' },
    gives: { workLocation: { name: 'Lyon', country: 'FR' } },
  },
  {
    quirk: 'a mobile where there is no number at work',
    user: { businessPhones: [], mobilePhone: '+47 400 00 000' },
    gives: { phone: '+47 400 00 000' },
  },
  { quirk: 'lists that are not delivered', gives: { phone: undefined, personalEmail: undefined } },
  {
    quirk: 'no data of the organization',
    user: { employeeOrgData: null },
    gives: { team: null, division: null, costCenter: null },
  },
  {
    quirk: 'whoever is in one group has it as team, whatever the division',
    user: { employeeOrgData: { division: 'Operations' } },
    groups: ['Supply'],
    gives: { team: { name: 'Supply' }, division: { name: 'Operations' }, customFields: { groups: ['Supply'] } },
  },
  {
    quirk: 'of several groups nobody can tell the team',
    groups: ['Oslo', 'Supply'],
    gives: { team: undefined, customFields: { groups: ['Oslo', 'Supply'] } },
  },
  { quirk: 'in none of the groups', groups: [], gives: { team: null, customFields: { groups: [] } } },
  { quirk: 'no attributes at all', gives: { customFields: undefined } },
  { quirk: 'attributes that are empty', user: { onPremisesExtensionAttributes: null }, gives: { customFields: undefined } },
];

describe('quirks of Entra', () => {
  test.each(rows)('$quirk', ({ user, isDeleted = false, groups, config, gives, notes = [] }) => {
    const noted: [EmployeeField, IssueKind][] = [];
    const record = EntraRecord.parse({ user: { id, accountEnabled: true, ...user }, isDeleted, groups });
    const context = {
      config: { guests: 'leaveOut', disabledAre: 'terminated', ...config },
      today,
      note: (field: EmployeeField, kind: IssueKind) => noted.push([field, kind]),
    };
    expect(toEmployee(record, context as unknown as MapContext<typeof entra.manifest>)).toMatchObject(gives);
    expect(noted).toEqual(notes);
  });
});

describe('codes of errors', () => {
  const means = (status: number, body: unknown, request = '/users') =>
    entra.errors?.describe?.({ status, headers: {}, body, request })?.means;
  const ofGraph = (code: string) => ({ error: { code, message: '', innerError: {} } });
  const ofLogIn = (error: string, number: number) => ({ error, error_description: '', error_codes: [number] });
  test.each([
    ['a missing right', 403, ofGraph('Authorization_RequestDenied'), 'permission'],
    ['a delta link that has expired', 400, ofGraph('SyncStateNotFound'), 'gone'],
    ['a delta link that is to be renewed', 410, ofGraph('resyncRequired'), 'gone'],
    ['nobody by that id', 404, ofGraph('Request_ResourceNotFound'), undefined],
    ['a tenant that is not found is nobody who has left', 404, ofGraph('TenantNotFound'), 'rejected'],
    ['a 404 of somebody else', 404, '<html></html>', 'rejected'],
    ['a query that Graph does not support', 400, ofGraph('Request_UnsupportedQuery'), undefined],
    ['nothing', 500, null, undefined],
  ])('%s', (_, status, body, expected) => {
    expect(means(status, body)).toBe(expected);
  });
  test.each([
    ['a wrong secret', 401, ofLogIn('invalid_client', 7000215), 'credentials'],
    ['an ended secret', 401, ofLogIn('invalid_client', 7000222), 'credentials'],
    ['an app that is not in the tenant', 400, ofLogIn('unauthorized_client', 700016), 'credentials'],
    ['a tenant that does not exist', 400, ofLogIn('invalid_request', 90002), 'credentials'],
    ['a tenant that does not exist, in a newer word', 400, ofLogIn('invalid_tenant', 90002), 'credentials'],
    ['a Graph of another cloud', 400, ofLogIn('invalid_resource', 500011), 'credentials'],
    ['a fault in passing', 400, ofLogIn('temporarily_unavailable', 90033), 'unavailable'],
    ['too many log-ins', 429, ofLogIn('invalid_request', 50196), undefined],
    ['an answer of somebody else', 400, '<html></html>', undefined],
  ])('log-in: %s', (_, status, body, expected) => {
    expect(means(status, body, 'token')).toBe(expected);
  });
});

describe('the tenant', () => {
  const start = (tenantId: string) =>
    readEmployees(entra, { config: { tenantId, clientId: id, clientSecret: 'canary-secret-of-entra' } });
  test.each(['common', 'organizations', 'consumers', 'fern', 'fern.example/x', 'https://fern.example', '..'])(
    '%s is none',
    (tenantId) => {
      expect(() => start(tenantId)).toThrow(/tenantId/);
    },
  );
  test.each([id, id.toUpperCase(), 'fern.example', 'fern.onmicrosoft.com'])('%s may be one', (tenantId) => {
    expect(() => start(tenantId)).not.toThrow();
  });
});
