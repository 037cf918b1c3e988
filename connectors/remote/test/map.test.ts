import type { EmployeeField, IssueKind } from '@rollcall/core';
import { hmacSignature } from '@rollcall/http';
import { describe, expect, test } from 'vitest';
import { toEmployee } from '../src/map.ts';
import { RemoteEmployment } from '../src/schema.ts';
import { webhook } from '../src/webhook.ts';

interface Row {
  readonly quirk: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly gives: Readonly<Partial<Record<EmployeeField, unknown>>>;
  readonly notes?: readonly (readonly [EmployeeField, IssueKind])[];
}

const today = '2026-11-22';
const given = { given_name: 'Ana Rita', surname: 'Gruber' };

const rows: readonly Row[] = [
  { quirk: 'ids may be numbers', record: { id: 7, manager_employment_id: 3 }, gives: { id: '7', managerId: '3' } },
  { quirk: 'long ids stay texts', record: { id: '90071992547409931234' }, gives: { id: '90071992547409931234' } },
  {
    quirk: 'a number that has lost digits is nobody’s id',
    record: { manager_employment_id: 2 ** 53 },
    gives: { managerId: undefined },
    notes: [['managerId', 'unreadable']],
  },
  {
    quirk: 'manager_id is a user id and joins nobody; a manager who is not on Remote is known by the address',
    record: { manager_id: 'u-2', manager_email: 'Bo@tindertown.example', manager_employment_id: null },
    gives: { managerId: null, managerEmail: 'bo@tindertown.example' },
  },
  {
    quirk: 'the address of a manager who is on Remote is not needed',
    record: { manager_email: 'bo@tindertown.example', manager_employment_id: 'e-2' },
    gives: { managerId: 'e-2', managerEmail: undefined },
  },
  { quirk: 'no manager at all', record: { manager_email: null, manager_employment_id: null }, gives: { managerEmail: null } },
  {
    quirk: 'the log-in is often a private address and never the work address',
    record: { login_email: 'ana@post.example', work_email: '' },
    gives: { workEmail: null },
  },
  {
    quirk: 'short_id is Remote’s own label, no employee number',
    record: { short_id: 'Q7' },
    gives: { employeeNumber: undefined },
  },
  { quirk: 'the customer’s number may be a number', record: { external_id: 88 }, gives: { employeeNumber: '88' } },
  { quirk: 'both parts of a name', record: { personal_details: given }, gives: { firstName: 'Ana Rita', lastName: 'Gruber' } },
  {
    quirk: 'details are null before the self-enrolment: the full name is split',
    record: { personal_details: null, full_name: ' Ana  Rita Gruber ' },
    gives: { firstName: 'Ana', lastName: 'Rita Gruber', phone: null, preferredName: null },
  },
  {
    quirk: 'one word is a first name and says nothing of the last one',
    record: { personal_details: {}, full_name: 'Ana' },
    gives: { firstName: 'Ana', lastName: undefined },
  },
  {
    quirk: 'parts that are blank are none',
    record: { personal_details: { given_name: '', surname: ' ' }, full_name: 'Ana Gruber' },
    gives: { firstName: 'Ana', lastName: 'Gruber' },
  },
  {
    quirk: 'a redacted part is not delivered and not made up from the full name',
    record: { personal_details: { ...given, surname: '***', redacted_fields: ['surname'] }, full_name: 'Ana Rita Gruber' },
    gives: { firstName: 'Ana Rita', lastName: undefined },
  },
  {
    quirk: 'a redacted number is not delivered',
    record: { personal_details: { ...given, mobile_number: null, redacted_fields: ['mobile_number'] } },
    gives: { phone: undefined },
  },
  {
    quirk: 'the preferred name may stand at the top',
    record: { personal_details: given, full_preferred_name: 'Ana G.' },
    gives: { preferredName: 'Ana G.' },
  },
  {
    quirk: 'the country in two letters',
    record: { country: { alpha_2_code: 'PT' } },
    gives: { workLocation: { name: null, country: 'PT' } },
  },
  {
    quirk: 'code is the country in three letters',
    record: { country: { code: 'PRT' } },
    gives: { workLocation: { name: null, country: 'PT' } },
  },
  { quirk: 'no country is no place', record: { country: null }, gives: { workLocation: null } },
  {
    quirk: 'an unknown country is noted',
    record: { country: { alpha_2_code: 'XQ' } },
    gives: { workLocation: undefined },
    notes: [['workLocation', 'unknown_value']],
  },
  {
    quirk: 'a time without zone is UTC',
    record: { updated_at: '2025-04-11T09:14:17' },
    gives: { updatedAt: '2025-04-11T09:14:17Z' },
  },
  {
    quirk: 'a time with a fraction too',
    record: { updated_at: '2025-04-11T09:14:17.25' },
    gives: { updatedAt: '2025-04-11T09:14:17.25Z' },
  },
  {
    quirk: 'a time with zone is not moved',
    record: { updated_at: '2025-04-11T09:14:17+02:00' },
    gives: { updatedAt: '2025-04-11T07:14:17Z' },
  },
  {
    quirk: 'employees of Remote and direct ones: the type says who employs, not how',
    record: { type: 'global_payroll_employee' },
    gives: { employmentType: null, employmentTypeLabel: 'global_payroll_employee' },
  },
  { quirk: 'bank details that nobody asked for do not come here', record: {}, gives: { bankAccount: undefined } },
  {
    quirk: 'bank details have keys of their country: an account without an IBAN is not read, and is not none',
    record: { bank_account_details: [{ account_number: '12345678', routing_number: '021000021', iban: null }] },
    gives: { bankAccount: undefined },
  },
  { quirk: 'an empty list of accounts is none', record: { bank_account_details: [] }, gives: { bankAccount: null } },
  {
    quirk: 'the first account with an IBAN counts',
    record: { bank_account_details: [{ account_number: '1' }, { iban: 'NL91 ABNA 0417 1643 00' }] },
    gives: { bankAccount: { iban: 'NL91ABNA0417164300' } },
  },
  {
    quirk: 'of two cost centers the one that bears more, whatever the order and the type',
    record: {
      cost_center_allocations: [
        { percentage: 30, cost_center: { slug: 's-1', name: 'Wicks' } },
        { percentage: '70.0', cost_center: { slug: 's-2', name: 'Oil', code: null } },
      ],
    },
    gives: { costCenter: { id: 's-2', name: 'Oil' } },
  },
  {
    quirk: 'a custom field of two members that is no choice is noted',
    record: { custom_field_values: [{ name: 'Box', value: { width: 2 } }] },
    gives: { customFields: {} },
    notes: [['customFields', 'unreadable']],
  },
];

function map(record: Readonly<Record<string, unknown>>) {
  const notes: [EmployeeField, IssueKind][] = [];
  const note = (field: EmployeeField, kind: IssueKind) => notes.push([field, kind]);
  const config = { token: 'ra_live_none' };
  return {
    employee: toEmployee(RemoteEmployment.parse({ id: '1', status: 'active', ...record }), { config, today, note }),
    notes,
  };
}

describe('quirks of employments', () => {
  test.each(rows)('$quirk', ({ record, gives, notes = [] }) => {
    const mapped = map(record);
    for (const [field, value] of Object.entries(gives)) expect(mapped.employee[field as EmployeeField], field).toEqual(value);
    expect(mapped.notes).toEqual(notes);
  });
});

type Standing = readonly [quirk: string, record: Row['record'], status: string, terminationDate?: string | null];

describe('standing', () => {
  const standings: readonly Standing[] = [
    ['a word in capitals', { status: 'ACTIVE' }, 'active'],
    ['the state of the log-in is not read', { status: 'active', user_status: 'deleted' }, 'active'],
    ['a deleted employment that is asked for by id', { status: 'deleted' }, 'terminated'],
    ['a future date of somebody active ends nobody', { termination_date: '2026-12-31' }, 'active', '2026-12-31'],
    ['a date that remains on somebody active again', { termination_date: '2024-12-31' }, 'active', null],
    ['one that remains on somebody hired again', { status: 'invited', termination_date: '2024-12-31' }, 'preboarding', null],
    ['archived on the last day', { status: 'archived', termination_date: today }, 'active', today],
    ['archived before a first day that never came', { status: 'archived', provisional_start_date: '2027-01-01' }, 'terminated'],
    ['archived without any date', { status: 'archived', termination_date: null }, 'terminated', null],
    ['a fixed term that has run out ends nobody', { expiration_date: '2026-01-31' }, 'active'],
    [
      'leaving, the end has passed and the start is hidden',
      { status: 'offboarding', termination_date: '2026-01-31' },
      'unknown',
      '2026-01-31',
    ],
    [
      'leaving, the end has passed and there is no start',
      { status: 'offboarding', provisional_start_date: null, termination_date: '2026-01-31' },
      'terminated',
      '2026-01-31',
    ],
    [
      'leaving in capitals is leaving all the same',
      { status: 'OFFBOARDING', provisional_start_date: '2020-01-01', termination_date: '2026-01-31' },
      'terminated',
      '2026-01-31',
    ],
    [
      'an unknown word with an end that has passed',
      { status: 'paused', termination_date: '2024-12-31' },
      'unknown',
      '2024-12-31',
    ],
    ['no word', { status: null }, 'unknown'],
  ];
  for (const [quirk, record, status, terminationDate] of standings) {
    test(quirk, () => {
      expect(map(record).employee).toMatchObject({ status, ...(terminationDate !== undefined && { terminationDate }) });
    });
  }
});

describe('webhooks', () => {
  const now = new Date('2026-11-22T09:00:00Z');
  const secret = 'tindertown-signing-key-9021';
  const body = new TextEncoder().encode('{"event_type":"employment.updated","employment_id":"1"}');
  const signed = (timestamp: string, separator = ':', key = secret) => {
    const message = Buffer.concat([body, Buffer.from(`${separator}${timestamp}`)]);
    const signature = hmacSignature({ algorithm: 'sha256', key, message, encoding: 'hex' });
    return { headers: { 'x-remote-signature': signature, 'x-remote-timestamp': timestamp }, body };
  };
  const ago = (seconds: number): string => String(now.getTime() - seconds * 1000);

  test('the body, a colon and the time in milliseconds are signed', () => {
    expect(webhook.verify(signed(ago(5)), secret, now)).toBe(true);
    expect(webhook.verify(signed(ago(5), ''), secret, now)).toBe(false);
    expect(webhook.verify(signed(ago(5), ':', 'another-key'), secret, now)).toBe(false);
  });
  test('an old one is a copy', () => {
    expect(webhook.verify(signed(ago(299)), secret, now)).toBe(true);
    expect(webhook.verify(signed(ago(301)), secret, now)).toBe(false);
  });
  test('seconds are not milliseconds', () => {
    expect(webhook.verify(signed(String(now.getTime() / 1000)), secret, now)).toBe(false);
  });
  test('without the time there is nothing to compare', () => {
    const { headers, ...request } = signed(ago(5));
    expect(webhook.verify({ ...request, headers: { 'x-remote-signature': headers['x-remote-signature'] } }, secret, now)).toBe(
      false,
    );
  });
  test('a body without the name of an event is refused', () => {
    const other = new TextEncoder().encode('{"employment_id":"1"}');
    expect(() => webhook.parse({ headers: {}, body: other })).toThrow(expect.objectContaining({ code: 'webhook_refused' }));
  });
});
