import type { EmployeeDraft, EmployeeField, IssueKind } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { errors } from '../src/errors.ts';
import { toEmployee } from '../src/map.ts';
import { HumaansRecord } from '../src/schema.ts';

const today = '2026-11-22';

interface Row {
  readonly quirk: string;
  readonly person?: Readonly<Record<string, unknown>>;
  /** Their job roles. */
  readonly roles?: readonly object[];
  readonly location?: object;
  /** Whose account is listed; `undefined`: the list was not read. */
  readonly bankAccounts?: readonly (readonly [personId: string, account: object])[];
  readonly gives: EmployeeDraft;
  readonly notes?: readonly (readonly [EmployeeField, IssueKind])[];
}

const role = (effectiveDate: string | null, jobTitle: string, more: object = {}) => ({
  personId: '1',
  effectiveDate,
  jobTitle,
  ...more,
});

const rows: readonly Row[] = [
  {
    quirk: 'the role with the greatest effective date that has come counts, whatever the order of the rows',
    roles: [role('2027-01-01', 'Next'), role('2024-01-01', 'Now'), role('2021-01-01', 'Before')],
    gives: { jobTitle: 'Now' },
  },
  {
    quirk: 'a role whose end has passed still counts where no later one has begun: a leaver keeps the last one',
    roles: [role('2021-01-01', 'Last', { endDate: '2022-12-31' }), role('2019-01-01', 'First')],
    gives: { jobTitle: 'Last' },
  },
  {
    quirk: 'of two roles of one day the one that was made last counts',
    roles: [
      role('2024-01-01', 'Corrected', { createdAt: '2024-02-01T00:00:00.000Z' }),
      role('2024-01-01', 'Mistyped', { createdAt: '2023-12-01T00:00:00.000Z' }),
    ],
    gives: { jobTitle: 'Corrected' },
  },
  {
    quirk: 'only roles ahead: the earliest of them',
    roles: [role('2027-06-01', 'Second'), role('2026-12-01', 'First')],
    gives: { jobTitle: 'First' },
  },
  {
    quirk: 'a public client calls the title name',
    roles: [{ personId: '1', name: 'Engineer' }],
    gives: { jobTitle: 'Engineer', department: undefined, managerId: undefined },
  },
  {
    quirk: 'no role anywhere: not delivered, so nothing is cleared',
    gives: { jobTitle: undefined, department: undefined, managerId: undefined },
  },
  {
    quirk: 'the last working day of somebody who stays ends nobody',
    person: { employmentEndDate: null, lastWorkingDay: '2024-01-31' },
    gives: { status: 'active', terminationDate: null },
  },
  {
    quirk: 'locationId may be the word remote',
    person: { locationId: 'remote', remoteCity: 'Oslo', remoteCountryCode: 'NO', remoteTimezone: null },
    gives: { workLocation: { name: 'Oslo', country: 'NO' } },
  },
  {
    quirk: 'remote somewhere in a country',
    person: { locationId: null, remoteCity: null, remoteCountryCode: 'NO' },
    gives: { workLocation: { name: null, country: 'NO' } },
  },
  {
    quirk: 'remote nowhere in particular',
    person: { locationId: null, remoteCity: null, remoteCountryCode: null },
    gives: { workLocation: null },
  },
  {
    quirk: 'country and countryCode of a person are the home address',
    person: { locationId: 'Lo1', country: 'Ireland', countryCode: 'IE' },
    location: { id: 'Lo1', label: 'Harbour House' },
    gives: { workLocation: { id: 'Lo1', name: 'Harbour House' } },
  },
  {
    quirk: 'contract types are written in several ways',
    person: { contractType: 'partTime' },
    gives: { employmentType: 'part_time', employmentTypeLabel: 'partTime' },
  },
  {
    quirk: 'a contract type of the company stays a label',
    person: { contractType: 'Zero hours' },
    gives: { employmentType: undefined, employmentTypeLabel: 'Zero hours' },
    notes: [['employmentType', 'unknown_value']],
  },
  {
    quirk: 'ids may be numbers, also of the manager',
    person: { id: 41 },
    roles: [{ personId: 41, effectiveDate: '2020-01-01', reportingTo: 7 }],
    gives: { id: '41', managerId: '7' },
  },
  {
    quirk: 'the phone is the formatted one, else the plain one',
    person: { formattedPhoneNumber: '', phoneNumber: '+353215550100' },
    gives: { phone: '+353215550100' },
  },
  {
    quirk: 'an account number that looks like an IBAN and is none is noted and left out',
    bankAccounts: [['1', { accountNumber: 'GB00WEST12345698765432', sortCode: null }]],
    gives: { bankAccount: undefined },
    notes: [['bankAccount', 'invalid']],
  },
  {
    quirk: 'bank accounts that were not read are absent, not none',
    gives: { bankAccount: undefined },
  },
  {
    quirk: 'a list without any account may be one that the token does not see: absent, not none',
    bankAccounts: [],
    gives: { bankAccount: undefined },
  },
  {
    quirk: 'others have an account and this person has none',
    bankAccounts: [['2', { accountNumber: '12345678' }]],
    gives: { bankAccount: null },
  },
  {
    quirk: 'a location without label goes by its name, one without country code by its country',
    person: { locationId: 'Lo1' },
    location: { id: 'Lo1', label: '', name: 'Old Mill', countryCode: '', country: 'Poland' },
    gives: { workLocation: { id: 'Lo1', name: 'Old Mill', country: 'PL' } },
  },
  {
    quirk: 'no location, and nothing said of working remotely: there is none',
    person: { locationId: null },
    gives: { workLocation: null },
  },
  { quirk: 'a location that is not delivered is not none', gives: { workLocation: undefined } },
  {
    quirk: 'the first of the teams',
    person: { teams: [{ name: 'Reef' }, { name: 'Shore' }] },
    gives: { team: { name: 'Reef' } },
  },
  { quirk: 'somebody without a team', person: { teams: [] }, gives: { team: null } },
  { quirk: 'teams that are not delivered', gives: { team: undefined } },
  {
    quirk: 'an empty title of a role goes by its other name',
    roles: [{ personId: '1', jobTitle: '', name: 'Engineer' }],
    gives: { jobTitle: 'Engineer' },
  },
  {
    quirk: 'the later of person and role says when it changed',
    person: { updatedAt: '2026-05-01T00:00:00.000Z' },
    roles: [role('2024-01-01', 'Now', { updatedAt: '2026-04-30T00:00:00.000Z' })],
    gives: { updatedAt: '2026-05-01T00:00:00.000Z' },
  },
];

describe('quirks of Humaans', () => {
  test.each(rows)('$quirk', ({ person, roles, location, bankAccounts, gives, notes = [] }) => {
    const noted: [EmployeeField, IssueKind][] = [];
    const whole: Readonly<Record<string, unknown>> = { id: '1', status: 'active', ...person };
    const record = {
      person: whole,
      roles: roles && new Map([[String(whole.id), roles]]),
      locations: location && new Map([['Lo1', location]]),
      bankAccounts: bankAccounts && new Map(bankAccounts.map(([id, account]) => [id, [account]])),
    };
    const employee = toEmployee(HumaansRecord.parse(record), {
      config: { token: 'token-of-nobody' },
      today,
      note: (field, kind) => noted.push([field, kind]),
    });
    expect(employee).toMatchObject(gives);
    for (const [field, value] of Object.entries(gives)) {
      if (value === undefined) expect(employee[field as EmployeeField]).toBeUndefined();
    }
    expect(noted).toEqual(notes);
  });
});

describe('error bodies', () => {
  const describeBody = (body: unknown) => errors.describe?.({ status: 400, headers: {}, request: '/people', body });
  test('the code is a word', () => {
    expect(describeBody({ id: 'err_1', code: 'ValidationError', name: 'Validation error', message: 'secret' })).toEqual({
      code: 'ValidationError',
      requestId: 'err_1',
    });
  });
  test('or the status again, with the word as its name', () => {
    expect(describeBody({ code: 404, name: 'NotFound', message: 'secret' })).toEqual({ code: 'NotFound', requestId: undefined });
  });
  test.each([['text'], [null], [{ error: 'Unauthorized' }]])('%j says nothing', (body) => {
    expect(describeBody(body)).toEqual({ code: undefined, requestId: undefined });
  });
});
