import { getEmployee, readEmployees, type EmployeeField, type IssueKind } from '@rollcall/core';
import { forgetRateBudgets } from '@rollcall/http';
import { replay, type Exchange } from '@rollcall/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { breathe } from '../src/index.ts';
import { toEmployee } from '../src/map.ts';
import { BreatheEmployee } from '../src/schema.ts';

interface Row {
  readonly quirk: string;
  readonly person: Readonly<Record<string, unknown>>;
  readonly gives: Readonly<Partial<Record<EmployeeField, unknown>>>;
  readonly notes?: readonly (readonly [EmployeeField, IssueKind])[];
}

const today = '2026-11-22';

const rows: readonly Row[] = [
  { quirk: 'ids are numbers', person: { id: 7, line_manager: { id: 3 } }, gives: { id: '7', managerId: '3' } },
  {
    quirk: 'and may be texts',
    person: { id: '90071992547409931234', line_manager: { id: '3' } },
    gives: { id: '90071992547409931234', managerId: '3' },
  },
  { quirk: 'Breathe clears the link when the manager leaves', person: { line_manager: null }, gives: { managerId: null } },
  {
    quirk: 'nothing may be an empty text',
    person: { line_manager: '', department: '', location: '' },
    gives: { managerId: null, department: null, workLocation: null },
  },
  { quirk: 'the employee number is often blank', person: { employee_ref: '' }, gives: { employeeNumber: null } },
  {
    quirk: 'the day of joining by its newer name',
    person: { company_join_date: '2022-04-04' },
    gives: { startDate: '2022-04-04' },
  },
  { quirk: 'and by its older one', person: { join_date: '2022-04-04' }, gives: { startDate: '2022-04-04' } },
  {
    quirk: 'the newer name counts',
    person: { company_join_date: '2022-04-04', join_date: '2021-01-01' },
    gives: { startDate: '2022-04-04' },
  },
  { quirk: 'unless it is empty', person: { company_join_date: '', join_date: '2021-01-01' }, gives: { startDate: '2021-01-01' } },
  { quirk: 'an empty one is empty', person: { company_join_date: null }, gives: { startDate: null } },
  {
    quirk: 'the start of the job is not the start of the employment',
    person: { job_start_date: '2025-01-01' },
    gives: { startDate: undefined },
  },
  {
    quirk: 'the country is the home address',
    person: { country: 'GB', location: { id: 5, name: 'Cardiff' } },
    gives: { workLocation: { id: '5', name: 'Cardiff' } },
  },
  {
    quirk: 'without a work mobile the direct line',
    person: { work_mobile: '', ddi: '029 2018 0112' },
    gives: { phone: '029 2018 0112' },
  },
  {
    quirk: 'and the work mobile before it',
    person: { work_mobile: '07700 900112', ddi: '029' },
    gives: { phone: '07700 900112' },
  },
  {
    quirk: 'private numbers are not for work',
    person: { work_mobile: '', ddi: '', personal_mobile: '07700 900115' },
    gives: { phone: null },
  },
  {
    quirk: 'hours in other spellings',
    person: { full_or_part_time: 'part-time' },
    gives: { employmentType: 'part_time', employmentTypeLabel: 'part-time' },
  },
  {
    quirk: 'other hours are a label',
    person: { full_or_part_time: 'Zero hours' },
    gives: { employmentType: undefined, employmentTypeLabel: 'Zero hours' },
    notes: [['employmentType', 'unknown_value']],
  },
  {
    quirk: 'an offset is brought to UTC',
    person: { updated_at: '2026-10-02T08:15:30+01:00' },
    gives: { updatedAt: '2026-10-02T07:15:30Z' },
  },
  { quirk: 'without custom fields there are none', person: { custom_fields: [] }, gives: { customFields: undefined } },
  {
    quirk: 'custom fields in a form that nobody knows cost nobody the record',
    person: { custom_fields: [7] },
    gives: { customFields: undefined },
  },
];

function map(person: Readonly<Record<string, unknown>>) {
  const notes: [EmployeeField, IssueKind][] = [];
  const note = (field: EmployeeField, kind: IssueKind) => notes.push([field, kind]);
  const shaped = BreatheEmployee.parse({ id: 1, status: 'Current employee', ...person });
  return { employee: toEmployee(shaped, { config: { apiKey: 'prod-none' }, today, note }), notes };
}

describe('quirks of employees', () => {
  test.each(rows)('$quirk', ({ person, gives, notes = [] }) => {
    const mapped = map(person);
    for (const [field, value] of Object.entries(gives)) expect(mapped.employee[field as EmployeeField], field).toEqual(value);
    expect(mapped.notes).toEqual(notes);
  });

  test('what is not mapped is not even kept', () => {
    const sensitive = { salary: '31000', national_insurance_no: 'QQ123456C', dob: '1988-02-03', ethnicity: 'x' };
    expect(Object.keys(BreatheEmployee.parse({ id: 1, ...sensitive }))).toEqual(['id']);
  });
});

describe('standing', () => {
  const began = { company_join_date: '2020-01-06', leaving_date: null };
  const standings: readonly (readonly [quirk: string, person: Row['person'], status: string])[] = [
    ['the documented word', began, 'active'],
    ['the word alone, when no date comes', {}, 'active'],
    ['a leaving date ahead still works', { ...began, leaving_date: '2026-12-31' }, 'active'],
    ['the last day still works', { ...began, leaving_date: today }, 'active'],
    ['a leaving date that has passed', { ...began, leaving_date: '2026-11-21' }, 'terminated'],
    [
      'a leaving date that has passed, whatever the word',
      { ...began, status: 'Somehow', leaving_date: '2026-11-21' },
      'terminated',
    ],
    ['a leaving date ahead, whatever the word', { ...began, status: 'Pending leaver', leaving_date: '2026-12-31' }, 'active'],
    ['a first day ahead, whatever the word', { ...began, status: 'Pending', company_join_date: '2027-01-04' }, 'preboarding'],
    ['ex', { ...began, status: 'EX-EMPLOYEE' }, 'terminated'],
    ['ex on the last day', { ...began, status: 'Ex-employee', leaving_date: today }, 'terminated'],
    ['ex, and the last day is still to come', { ...began, status: 'Ex-employee', leaving_date: '2026-11-23' }, 'active'],
    ['ex with a blank', { ...began, status: 'Ex employee' }, 'terminated'],
    ['ex with another sign', { ...began, status: 'Ex_employee' }, 'terminated'],
    ['ex alone', { ...began, status: 'Ex' }, 'terminated'],
    ['left', { ...began, status: 'left' }, 'terminated'],
    ['leaver', { ...began, status: 'Leaver' }, 'terminated'],
    ['a word that only begins alike', { ...began, status: 'Extended probation' }, 'unknown'],
    ['a leaver of a group', { ...began, status: 'Left-handed' }, 'unknown'],
    ['pending, and no date says for what', { ...began, status: 'Pending' }, 'unknown'],
    ['no word: the dates', { ...began, status: null }, 'active'],
    ['neither word nor dates', { status: null }, 'unknown'],
    ['a reinstated leaver', { ...began, company_join_date: '2026-03-02', leaving_date: '2024-08-31' }, 'active'],
  ];
  for (const [quirk, person, status] of standings) {
    test(quirk, () => {
      expect(map(person).employee.status).toBe(status);
    });
  }
});

describe('headers', () => {
  beforeEach(forgetRateBudgets);
  const exchange = (page: number, headers: Readonly<Record<string, string>>): Exchange => ({
    scope: 'https://api.breathehr.com:443',
    method: 'GET',
    path: `/v1/employees?page=${String(page)}&per_page=100`,
    status: 200,
    response: { employees: [{ id: page }] },
    headers: { 'content-type': 'application/json', ...headers },
  });
  const links: readonly (readonly [quirk: string, first: Readonly<Record<string, string>>])[] = [
    ['in capitals or not', { LINK: '<https://api.breathehr.com/v1/employees?page=2>; rel="next"', TOTAL: '2' }],
    ['without quotes', { link: '<https://api.breathehr.com/v1/employees?page=2>; rel=next', total: '2' }],
    [
      'a link to another place is not followed',
      { link: '<https://elsewhere.example/v1/employees?page=2>; rel="next"', total: '2' },
    ],
  ];
  test.each(links)('%s', async (_, first) => {
    const read = readEmployees(breathe, { config: { apiKey: 'prod-none' }, fields: ['status'], http: { retries: 0 } });
    const people = await replay([exchange(1, first), exchange(2, { total: '2' })], () => Array.fromAsync(read));
    expect(people.map(({ id }) => id)).toEqual(['1', '2']);
    expect(await read.report).toMatchObject({ outcome: 'complete', evidence: { by: 'vendor_total', total: 2 } });
  });
});

describe('a web page at maintenance', () => {
  beforeEach(forgetRateBudgets);
  const page = (path: string, status: number): Exchange => ({
    scope: 'https://api.breathehr.com:443',
    method: 'GET',
    path,
    status,
    response: '<html><body>Back soon</body></html>',
    headers: { 'content-type': 'text/html' },
  });
  const options = { config: { apiKey: 'prod-none' }, http: { retries: 0 } };

  test('with a 404 says of nobody that they are gone', async () => {
    const found = replay([page('/v1/employees/7', 404)], () => getEmployee(breathe, '7', options));
    await expect(found).rejects.toMatchObject({ name: 'UnavailableError', code: 'vendor_down' });
  });
  test('with a 403 says nothing of rights', async () => {
    const read = () => Array.fromAsync(readEmployees(breathe, options));
    const people = replay([page('/v1/employees?page=1&per_page=100', 403)], read);
    await expect(people).rejects.toMatchObject({ name: 'UnavailableError', code: 'vendor_down' });
  });
});
