import type { EmployeeDraft, EmployeeField, IssueKind } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { errors } from '../src/errors.ts';
import { toEmployee } from '../src/map.ts';
import { CharlieRecord } from '../src/schema.ts';

interface Row {
  readonly quirk: string;
  readonly member: Readonly<Record<string, unknown>>;
  readonly record?: Readonly<Record<string, unknown>>;
  readonly gives: EmployeeDraft;
  readonly notes?: readonly (readonly [EmployeeField, IssueKind])[];
}

const accounts = (account: object) => new Map([['team_member_1', [account]]]);

const rows: readonly Row[] = [
  {
    quirk: 'the work e-mail may be called email',
    member: { email: 'Ana@tidemill.example' },
    gives: { workEmail: 'ana@tidemill.example' },
  },
  {
    quirk: 'the first name that is there wins, even when it is empty',
    member: { work_email: null, email: 'old@tidemill.example' },
    gives: { workEmail: null },
  },
  { quirk: 'the phone may be called phone', member: { phone: '01632 960112' }, gives: { phone: '01632 960112' } },
  { quirk: 'the job title may be called position', member: { position: 'Binder' }, gives: { jobTitle: 'Binder' } },
  {
    quirk: 'the leaving date may be called leave_date',
    member: { start_date: '2020-01-01', leave_date: '2026-11-21' },
    gives: { terminationDate: '2026-11-21', status: 'terminated' },
  },
  {
    quirk: 'or end_date',
    member: { start_date: '2020-01-01', end_date: '2026-12-31' },
    gives: { terminationDate: '2026-12-31', status: 'active' },
  },
  {
    quirk: 'nobody of the read has a leaving date under a known name: the status is unknown',
    member: { leaving_date: undefined, start_date: '2020-01-01' },
    record: { knowsLeavingDates: false },
    gives: { terminationDate: undefined, status: 'unknown' },
  },
  {
    quirk: 'but somebody who has not started has not, whatever the name of the leaving date',
    member: { leaving_date: undefined, start_date: '2027-01-01' },
    record: { knowsLeavingDates: false },
    gives: { status: 'preboarding' },
  },
  {
    quirk: 'employment_status may speak of the person: active is no kind of contract',
    member: { employment_status: 'Active' },
    gives: { status: 'active', employmentType: undefined, employmentTypeLabel: undefined },
  },
  {
    quirk: 'and a word for leavers is none either',
    member: { employment_status: 'Offboarded', leaving_date: '2026-01-31', start_date: '2020-01-01' },
    gives: { status: 'terminated', employmentType: undefined, employmentTypeLabel: undefined },
  },
  {
    quirk: 'permanent says nothing about hours',
    member: { employment_status: 'Permanent employee' },
    gives: { employmentType: null, employmentTypeLabel: 'Permanent employee' },
  },
  {
    quirk: 'contracts are written in several ways',
    member: { employment_status: 'part-time' },
    gives: { employmentType: 'part_time', employmentTypeLabel: 'part-time' },
  },
  {
    quirk: 'any other word stays a label and ends nobody',
    member: { employment_status: 'probation', start_date: '2020-01-01' },
    gives: { status: 'active', employmentType: undefined, employmentTypeLabel: 'probation' },
    notes: [['employmentType', 'unknown_value']],
  },
  { quirk: 'somebody without a team', member: { teams: [] }, gives: { team: null } },
  { quirk: 'teams that are not delivered', member: { teams: undefined }, gives: { team: undefined } },
  {
    quirk: 'teams that the member does not carry: the one that lists them',
    member: { teams: undefined },
    record: { teamByMember: new Map([['team_member_1', { id: 'team_6', name: 'Press Room' }]]) },
    gives: { team: { id: 'team_6', name: 'Press Room' } },
  },
  {
    quirk: 'the teams of a member count before those that list them',
    member: { teams: [] },
    record: { teamByMember: new Map([['team_member_1', { id: 'team_6', name: 'Press Room' }]]) },
    gives: { team: null },
  },
  {
    quirk: 'an empty leaving date is not replaced by another date',
    member: { start_date: '2020-01-01', leaving_date: null, end_date: '2021-01-01' },
    gives: { terminationDate: null, status: 'active' },
  },
  {
    quirk: 'a bank account under the names to be expected',
    member: {},
    record: { bankAccounts: accounts({ account_number: '01234567', sort_code: '20-00-00', account_name: 'I Brennan' }) },
    gives: { bankAccount: { accountNumber: '01234567', sortCode: '20-00-00', holder: 'I Brennan' } },
  },
  {
    quirk: 'a bank account under names that nobody expected is absent, not none',
    member: {},
    record: { bankAccounts: accounts({ konto: '01234567' }) },
    gives: { bankAccount: undefined },
  },
  {
    quirk: 'no account of anybody whose owner is understood: absent, not none',
    member: {},
    record: { bankAccounts: new Map() },
    gives: { bankAccount: undefined },
  },
  {
    quirk: 'others have a bank account and this member has none',
    member: { id: 'team_member_2' },
    record: { bankAccounts: accounts({ account_number: '01234567' }) },
    gives: { bankAccount: null },
  },
  {
    quirk: 'a team that could not be looked up has its id',
    member: { teams: ['team_9'] },
    gives: { team: { id: 'team_9', name: null } },
  },
  {
    quirk: 'an office as an object without a name takes the one of the list',
    member: { office: { id: 'office_1' } },
    record: { offices: new Map([['office_1', { id: 'office_1', name: 'Quay Street' }]]) },
    gives: { workLocation: { id: 'office_1', name: 'Quay Street' } },
  },
  { quirk: 'ids may be numbers', member: { id: 12, manager: 7 }, gives: { id: '12', managerId: '7' } },
  { quirk: 'an empty manager is none', member: { manager: '' }, gives: { managerId: null } },
  { quirk: 'a manager that is not delivered is not none', member: { manager: undefined }, gives: { managerId: undefined } },
  { quirk: 'a company that was not read', member: {}, gives: { legalEntity: undefined } },
];

describe('quirks of Charlie', () => {
  test.each(rows)('$quirk', ({ member, record, gives, notes = [] }) => {
    const noted: [EmployeeField, IssueKind][] = [];
    const own = { id: 'team_member_1', ...member };
    const whole = { member: own, knowsLeavingDates: true, ...record };
    const employee = toEmployee(CharlieRecord.parse(whole), {
      config: { clientId: 'id', clientSecret: 'secret' },
      today: '2026-11-22',
      note: (field, kind) => noted.push([field, kind]),
    });
    expect(employee).toMatchObject(gives);
    for (const [field, value] of Object.entries(gives)) {
      if (value === undefined) expect(employee[field as EmployeeField]).toBeUndefined();
    }
    expect(noted).toEqual(notes);
  });
});

describe('failures with a good status', () => {
  const meansOf = (body: unknown, status = 200) =>
    errors.describe?.({ status, headers: {}, request: '/api/v1/team_members', body })?.means;
  test.each([
    [{ success: false, message: 'Unauthorized' }, 'credentials'],
    [{ success: false, error: { code: 'invalid_token' } }, 'credentials'],
    [{ success: false, errors: ['API key is not valid'] }, 'credentials'],
    [{ success: false, error: 'Something went wrong' }, undefined],
  ])('%j', (body, means) => {
    expect(meansOf(body)).toBe(means);
  });
  test('any other status speaks for itself', () => {
    expect(meansOf({ success: false, message: 'Invalid token' }, 403)).toBeUndefined();
  });
});
