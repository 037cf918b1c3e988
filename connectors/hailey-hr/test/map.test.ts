import { readEmployees, type EmployeeDraft, type EmployeeField, type IssueKind } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { haileyHr } from '../src/index.ts';
import { HaileyRecord, joinerOf } from '../src/join.ts';

interface Row {
  readonly quirk: string;
  readonly employee: Readonly<Record<string, unknown>>;
  readonly company?: Readonly<Record<string, unknown>>;
  readonly gives: EmployeeDraft;
  readonly notes?: readonly (readonly [EmployeeField, IssueKind])[];
}

const since2020 = { dateOfJoining: '2020-01-01', lastDayOfEmployment: null };

const rows: readonly Row[] = [
  ...['In service', 'InService', 'in service', 'IN_SERVICE', ' In  Service ', 'in-service'].map((word) => ({
    quirk: `the spelling of the list is not documented: "${word}"`,
    employee: { ...since2020, employmentStatus: word },
    gives: { status: 'active' as const },
  })),
  {
    quirk: 'accountStatus says who can sign in to Hailey, not who is employed',
    employee: { ...since2020, employmentStatus: 'In service', accountStatus: 'Inactive' },
    gives: { status: 'active' },
  },
  {
    quirk: 'a last working day that is past ends nobody: the last day of employment does',
    employee: {
      employmentStatus: 'Leaving',
      dateOfJoining: '2020-01-01',
      lastWorkingDay: '2026-10-01',
      lastDayOfEmployment: '2026-12-31',
    },
    gives: { status: 'active', terminationDate: '2026-12-31' },
  },
  {
    quirk: 'the end of a fixed term or of a probation is no last day',
    employee: {
      ...{ ...since2020, employmentStatus: 'In service' },
      ...{ endOfFixedTerm: '2026-10-01', endOfProbationaryPeriod: '2020-06-30' },
    },
    gives: { status: 'active', terminationDate: null },
  },
  {
    quirk: 'the first day of .NET is no day: nobody left in the year 1',
    employee: { employmentStatus: 'In service', dateOfJoining: '2020-01-01', lastDayOfEmployment: '0001-01-01' },
    gives: { status: 'active', terminationDate: undefined },
    notes: [['terminationDate', 'unreadable']],
  },
  {
    quirk: 'days with a time are read by their day',
    employee: { employmentStatus: 'Leaving', dateOfJoining: '2020-01-01T00:00:00', lastDayOfEmployment: '2026-11-22T00:00:00Z' },
    gives: { status: 'active', startDate: '2020-01-01', terminationDate: '2026-11-22' },
  },
  {
    quirk: 'casual work goes on after the last employment: in service beside a past day is unknown',
    employee: { employmentStatus: 'In service', dateOfJoining: '2020-01-01', lastDayOfEmployment: '2026-10-31' },
    gives: { status: 'unknown', terminationDate: '2026-10-31' },
    notes: [['status', 'invalid']],
  },
  {
    quirk: 'only casual employments: perhaps neither word nor days',
    employee: { employmentStatus: null, dateOfJoining: null, lastDayOfEmployment: null },
    gives: { status: 'unknown' },
  },
  {
    quirk: 'somebody hired again keeps the first date of joining',
    employee: { ...since2020, employmentStatus: 'In service', employmentSequenceNumber: '2' },
    gives: { status: 'active', startDate: '2020-01-01' },
  },
  {
    quirk: 'hired again and not back yet: the day of the first employment would open the door today',
    employee: { employmentStatus: 'Will join', dateOfJoining: '2020-01-01', lastDayOfEmployment: '2027-03-31' },
    gives: { status: 'preboarding', startDate: undefined, terminationDate: '2027-03-31' },
  },
  {
    quirk: 'a word in another language is unknown',
    employee: { ...since2020, employmentStatus: 'Slutat' },
    gives: { status: 'unknown' },
    notes: [['status', 'unknown_value']],
  },
  {
    quirk: 'a permanent employment has no type of ours',
    employee: { employmentType: 'Permanent', scopePercentage: 50 },
    gives: { employmentType: null, employmentTypeLabel: 'Permanent' },
  },
  {
    quirk: 'other kinds of employment are kept as labels',
    employee: { employmentType: 'Behovsanställd' },
    gives: { employmentType: undefined, employmentTypeLabel: 'Behovsanställd' },
    notes: [['employmentType', 'unknown_value']],
  },
  {
    quirk: 'no titles and no teams',
    employee: { titleIds: [], teamIds: [] },
    gives: { jobTitle: null, team: null },
  },
  {
    quirk: 'a title without a name is not delivered',
    employee: { titleIds: ['t1'], teamIds: ['g1'] },
    company: { titles: [{ id: 't2', name: 'Rigger' }] },
    gives: { jobTitle: undefined, team: { id: 'g1', name: null } },
  },
  {
    quirk: 'what has another form in the lists of the company takes no other name along',
    employee: { titleIds: ['t1'], teamIds: ['g1'], customFieldsData: { f1: 'x' } },
    company: { titles: [null, 'Sailor', { id: 't1', name: 'Rigger' }], teams: { g1: 'Port' }, customFields: null },
    gives: { jobTitle: 'Rigger', team: { id: 'g1', name: null }, customFields: { f1: 'x' } },
  },
  {
    quirk: 'the country of a place is free text',
    employee: { locationId: 'p1' },
    company: { locations: [{ id: 'p1', name: 'Malmö', country: 'Skåne' }] },
    gives: { workLocation: { id: 'p1', name: 'Malmö' } },
    notes: [['workLocation', 'unknown_value']],
  },
  {
    quirk: 'the home country is not that of the place of work',
    employee: { locationId: 'p1', country: 'Norway' },
    company: { locations: [{ id: 'p1', name: 'Malmö', country: null }] },
    gives: { workLocation: { id: 'p1', name: 'Malmö' } },
  },
  {
    quirk: 'a cost center goes by its code, else by its name',
    employee: { costCenterId: 'c1' },
    company: { costCenters: [{ id: 'c1', name: 'Yard', code: '' }] },
    gives: { costCenter: { id: 'c1', name: 'Yard' } },
  },
  {
    quirk: 'fields of employments are no fields of people',
    employee: { customFieldsData: { f1: 'x', f2: 'y' } },
    company: { customFields: [{ id: 'f1', name: 'Hobby' }], customEmploymentFields: [{ id: 'f2', name: 'Wage group' }] },
    gives: { customFields: { Hobby: 'x', f2: 'y' } },
  },
  {
    quirk: 'custom fields may come by name already, and by any name',
    employee: { customFieldsData: JSON.parse('{"Hobby":"","__proto__":"x"}') as unknown },
    gives: { customFields: JSON.parse('{"Hobby":null,"__proto__":"x"}') as Record<string, string> },
  },
  {
    quirk: 'the time of a change has a zone, or is not read',
    employee: { lastUpdated: '2026-11-02T07:41:12.318' },
    gives: { updatedAt: undefined },
    notes: [['updatedAt', 'unreadable']],
  },
  {
    quirk: 'the private phone is nobody else’s business',
    employee: { workPhone: null, privatePhone: '+46 70 000 00 09' },
    gives: { phone: null },
  },
];

describe('quirks of Hailey HR', () => {
  test.each(rows)('$quirk', ({ employee, company, gives, notes = [] }) => {
    const noted: [EmployeeField, IssueKind][] = [];
    const record = joinerOf(company)({ employeeId: 'a1', ...employee });
    const mapped = haileyHr.map(HaileyRecord.parse(record), {
      config: { token: 'token-of-nobody', environment: 'haileyhr.app' },
      today: '2026-11-22',
      note: (field, kind) => noted.push([field, kind]),
    });
    expect(mapped).toMatchObject(gives);
    for (const [field, value] of Object.entries(gives)) {
      if (value === undefined) expect(mapped[field as EmployeeField]).toBeUndefined();
    }
    expect(noted).toEqual(notes);
  });

  test('paths have the documented capitals, and the public list of people is not among them', () => {
    expect(haileyHr.manifest.endpoints.reads).toEqual(['GET /Employees', 'GET /Employees/{employeeId}', 'GET /Company']);
  });
});

test.each(['', 'Bearer token', 'two\nlines', 'tab\tbed', 'öl'])('the token %j is refused before anything is sent', (token) => {
  expect(() => readEmployees(haileyHr, { config: { token } })).toThrow('config.token');
});
