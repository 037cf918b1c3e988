import { checkConfig, readEmployees, type EmployeeDraft } from '@rollcall/core';
import { createTwin, raw, startSandbox } from '@rollcall/sandbox';
import { describe, expect, test } from 'vitest';
import { fourthSandbox } from '../sandbox/index.ts';
import { fourth } from '../src/index.ts';
import { FourthRecord } from '../src/schema.ts';

const config = { username: 'canary.user', password: 'canary-secret-of-fourth', organisationId: '88021' };
const EmployeeID = 880901;

/** The employee of one person's rows, and the fields that were noted. */
function mapped(rows: object): { readonly employee: EmployeeDraft; readonly noted: readonly string[] } {
  const noted: string[] = [];
  const note = (field: string): unknown => noted.push(field);
  const record = FourthRecord.parse({ person: { EmployeeID }, ...rows });
  return { employee: fourth.map(record, { config, today: '2026-11-22', note }), noted };
}

const employed = (...employments: readonly object[]): EmployeeDraft =>
  mapped({ employments: employments.map((row) => ({ EmployeeID, EmploymentEndDate: '', ...row })) }).employee;

describe('the employment that counts', () => {
  const past = { EmploymentStartDate: '2017-10-02T00:00:00', EmploymentEndDate: '2017-12-31T00:00:00', JobDescription: 'past' };
  const later = { EmploymentStartDate: '2019-06-03', EmploymentEndDate: '2019-08-31', JobDescription: 'later' };
  const current = { EmploymentStartDate: '2025-06-02', JobDescription: 'current' };
  const soon = { EmploymentStartDate: '2026-12-01', JobDescription: 'soon' };
  const some = { EmploymentStartDate: '2027-05-03', JobDescription: 'some day' };

  test.each([
    ['hired twice, now employed', [past, current], 'active', 'current'],
    ['hired twice, now employed, the other order', [current, past], 'active', 'current'],
    ['employed, and with another employer from next month', [soon, current], 'active', 'current'],
    ['left and hired again: the next employment', [some, past, soon], 'preboarding', 'soon'],
    ['left twice: the later end', [later, past], 'terminated', 'later'],
    ['left twice, the other order', [past, later], 'terminated', 'later'],
  ])('%s', (_, rows, status, jobTitle) => {
    expect(employed(...rows)).toMatchObject({ status, jobTitle });
  });

  test('the start is that of the employment that counts, not of the first one or of the assignment', () => {
    const rehired = { ...current, AssignmentStartDate: '2026-01-05', ContinuousServiceDate: '2017-10-02' };
    expect(employed(past, rehired)).toMatchObject({ startDate: '2025-06-02', terminationDate: null });
  });

  const assigned = (JobDescription: string, AssignmentStartDate: string, AssignmentEndDate = '') => ({
    ...current,
    JobDescription,
    AssignmentStartDate,
    AssignmentEndDate,
  });

  test.each([
    ['of several present assignments the latest', [assigned('a', '2026-03-02'), assigned('b', '2025-06-02')], 'a'],
    ['not one of the future', [assigned('a', '2026-12-01'), assigned('b', '2025-06-02')], 'b'],
    ['not one that is over', [assigned('a', '2026-03-02', '2026-10-31'), assigned('b', '2025-06-02')], 'b'],
    ['between two the next one', [assigned('a', '2025-06-02', '2026-10-31'), assigned('b', '2026-12-01')], 'b'],
    ['no end in two ways', [{ ...assigned('a', '2026-03-02'), EmploymentEndDate: null }, assigned('b', '2025-06-02')], 'a'],
    ['never one of an employment that is over', [{ ...past, AssignmentStartDate: '2026-11-01' }, current], 'current'],
  ])('%s', (_, rows, jobTitle) => {
    expect(employed(...rows)).toMatchObject({ status: 'active', jobTitle });
  });

  test('an assignment that ends is no end of the employment', () => {
    expect(employed(assigned('a', '2025-06-02', '2026-10-31'))).toMatchObject({ status: 'active', terminationDate: null });
  });
});

describe('status', () => {
  const start = { EmploymentStartDate: '2022-02-07T00:00:00' };

  test.each([
    ['a day with a time', { EmploymentEndDate: '2026-11-21T00:00:00' }, 'terminated'],
    ['a day without', { EmploymentEndDate: '2026-11-21' }, 'terminated'],
    ['the last day is worked', { EmploymentEndDate: '2026-11-22T00:00:00' }, 'active'],
    ['an end ahead ends nobody', { EmploymentEndDate: '2026-11-23', EmploymentStatus: 'Leaver' }, 'active'],
    ['no end: empty', { EmploymentEndDate: '' }, 'active'],
    ['no end: null', { EmploymentEndDate: null }, 'active'],
    ['no end: 1900-01-01', { EmploymentEndDate: '1900-01-01T00:00:00' }, 'active'],
    ['no end: 0001-01-01', { EmploymentEndDate: '0001-01-01T00:00:00' }, 'active'],
    ['an end that is not delivered', { EmploymentEndDate: undefined }, 'unknown'],
    ['an end that cannot be read', { EmploymentEndDate: '21/11/2026' }, 'unknown'],
    ['a start that cannot be read', { EmploymentStartDate: '01/12/2026' }, 'unknown'],
    ['a start that is not delivered', { EmploymentStartDate: undefined }, 'unknown'],
    ['no start: empty', { EmploymentStartDate: '' }, 'active'],
    ['an end before the start', { EmploymentEndDate: '2021-01-31', EmploymentStatus: 'Leaver' }, 'unknown'],
    ['an end before a start ahead', { EmploymentStartDate: '2026-12-07', EmploymentEndDate: '2026-11-16' }, 'unknown'],
    ['a start and an end on one day', { EmploymentEndDate: '2022-02-07' }, 'terminated'],
    ['the word of somebody who works', { EmploymentStatus: 'Current' }, 'active'],
    ['any other word says nothing', { EmploymentStatus: 'On Probation' }, 'active'],
    ['a word of leaving, without an end', { EmploymentStatus: ' leaver' }, 'unknown'],
    ['a word of working ends nothing', { EmploymentStatus: 'Current', EmploymentEndDate: '2026-11-21' }, 'terminated'],
    ['a reason of leaving says nothing', { TerminationReason: 'Resigned' }, 'active'],
  ])('%s', (_, row, status) => {
    expect(employed({ ...start, ...row }).status).toBe(status);
  });

  test('nobody is judged by having no employment', () => {
    const { employee } = mapped({ employments: [] });
    expect(employee).toMatchObject({ status: 'unknown', startDate: undefined, terminationDate: undefined, managerId: undefined });
  });
});

describe('employment type', () => {
  test.each([
    [{ EmploymentType: 'Permanent', IsFulltime: 'Yes' }, 'full_time', []],
    [{ EmploymentType: 'Permanent', IsFulltime: 'No' }, 'part_time', []],
    [{ EmploymentType: 'Permanent', IsFulltime: false }, 'part_time', []],
    [{ EmploymentType: 'Fixed Term', IsFulltime: 'No' }, 'fixed_term', []],
    [{ EmploymentType: 'part-time', IsFulltime: '' }, 'part_time', []],
    [{ EmploymentType: '', IsFulltime: 'yes' }, 'full_time', []],
    [{ EmploymentType: 'Salaried', IsFulltime: 'Yes' }, 'full_time', []],
    [{ EmploymentType: 'Salaried', IsFulltime: '' }, undefined, ['employmentType']],
    [{ EmploymentType: '', IsFulltime: '' }, null, []],
    [{ EmploymentType: '', IsFulltime: 'Sometimes' }, undefined, ['employmentType']],
  ])('%j', (row, type, notes) => {
    const { employee, noted } = mapped({ employments: [{ EmployeeID, EmploymentEndDate: '', ...row }] });
    expect(employee.employmentType).toBe(type);
    expect(employee.employmentTypeLabel).toBe(row.EmploymentType === '' ? null : row.EmploymentType);
    expect(noted).toEqual(notes);
  });
});

describe('addresses', () => {
  const reached = (...rows: readonly object[]) => mapped({ addresses: rows.map((row) => ({ EmployeeID, ...row })) }).employee;
  const at = (EffectiveDate: string, EmailWork: string) => ({ EffectiveDate, EmailWork });

  test.each([
    ['the latest that holds', [at('2026-11-22', 'b@a.example'), at('2020-01-06', 'a@a.example')], 'b@a.example'],
    ['not one of the future', [at('2020-01-06T00:00:00', 'a@a.example'), at('2026-11-23', 'b@a.example')], 'a@a.example'],
    ['who has only begun ahead', [at('2027-01-04', 'b@a.example'), at('2026-12-01', 'a@a.example')], 'a@a.example'],
    ['one without a day', [at('', 'a@a.example')], 'a@a.example'],
  ])('%s', (_, rows, workEmail) => {
    expect(reached(...rows).workEmail).toBe(workEmail);
  });

  test('a home address is the only one of most people, and never the work address', () => {
    expect(reached({ EmailWork: '', EmailHome: 'Jo@Post.example' })).toMatchObject({
      workEmail: null,
      personalEmail: 'jo@post.example',
    });
  });

  test("a mailbox of the site is delivered for each who has it: it is for the rules to say that it is nobody's", () => {
    const shared = at('2020-01-06', 'pier.road@gullandanchor.example');
    expect([reached(shared).workEmail, reached(shared).workEmail]).toEqual([shared.EmailWork, shared.EmailWork]);
  });

  test('the mobile phone, else the work phone, never the one at home', () => {
    const phone = (TelephoneMobile: string, TelephoneWork: string) =>
      reached({ TelephoneMobile, TelephoneWork, TelephoneHome: '3' }).phone;
    expect([phone('1', '2'), phone('', '2'), phone('', '')]).toEqual(['1', '2', null]);
  });

  test('who has none is not said to have none', () => {
    expect(mapped({}).employee).toMatchObject({ workEmail: undefined, personalEmail: undefined, phone: undefined });
  });
});

describe('managers', () => {
  const accounts = new Map([['0032X00003aAaAaQAF', 880001]]);
  const numbers = new Map<string, unknown>(Object.entries({ R2: '880002', D9: null }));
  const managed = (row: object) => mapped({ employments: [{ EmployeeID, ...row }], accounts, numbers });

  test.each([
    ['account', { ReportsToFAID: '0032X00003aAaAaQAF', ReportsToEmployeeNumber: 'R2' }, '880001'],
    ['number', { ReportsToFAID: '', ReportsToEmployeeNumber: 'R2' }, '880002'],
    ['number, for an unknown account', { ReportsToFAID: '0032X00009zZzZzQAF', ReportsToEmployeeNumber: 'R2' }, '880002'],
    ['none', { ReportsTo: '', ReportsToEmployeeNumber: '', ReportsToFAID: null }, null],
    ['not delivered', {}, undefined],
  ])('by %s', (_, row, managerId) => {
    expect(managed(row)).toMatchObject({ employee: { managerId }, noted: [] });
  });

  test.each([
    ['a name alone', { ReportsTo: 'Ann Lee', ReportsToEmployeeNumber: '', ReportsToFAID: '' }],
    ['a number that several have', { ReportsToFAID: '', ReportsToEmployeeNumber: 'D9' }],
    ['somebody who is not listed', { ReportsToFAID: '0032X00009zZzZzQAF' }],
    ['an account in other letters', { ReportsToFAID: '0032x00003aaaaaqaf' }],
  ])('%s names nobody', (_, row) => {
    expect(managed(row)).toMatchObject({ employee: { managerId: undefined }, noted: ['managerId'] });
  });
});

describe('answers', () => {
  /** Reads a company whose lists are these. */
  async function read(employees: string, employments: string) {
    const lists: Readonly<Record<string, string>> = { Employees: employees, Employments: employments };
    const routes = fourthSandbox.routes.map((route) => ({
      ...route,
      handle: () => raw(200, lists[route.path.split('/').at(-1) ?? ''] ?? '[]'),
    }));
    await using sandbox = await startSandbox({ ...fourthSandbox, routes }, { twin: createTwin({ size: 8 }) });
    const run = readEmployees(fourth, { ...sandbox.options, fields: ['managerId', 'startDate'] });
    const people = await Array.fromAsync(run).catch((error: unknown) => error);
    return { people, report: await run.report };
  }

  test('ids beyond 2^53 stay what they are, and belong together', async () => {
    const days = '"EmploymentStartDate":"2020-01-06","EmploymentEndDate":""';
    const { people, report } = await read(
      '[{"EmployeeID":9007199254740993,"FAID":"F1"},{"EmployeeID":9007199254740995,"FAID":"F2"}]',
      `[{"EmployeeID":9007199254740995,${days},"ReportsToFAID":"F1"},{"EmployeeID":"9007199254740993",${days},"ReportsToFAID":""}]`,
    );
    expect(report.outcome).toBe('complete');
    expect(people).toEqual([
      { id: '9007199254740993', status: 'active', startDate: '2020-01-06', managerId: null },
      { id: '9007199254740995', status: 'active', startDate: '2020-01-06', managerId: '9007199254740993' },
    ]);
  });

  test('somebody who comes twice proves that the list is not what it should be', async () => {
    const { people, report } = await read('[{"EmployeeID":1},{"EmployeeID":1}]', '[{"EmployeeID":1}]');
    expect(people).toHaveLength(1);
    expect(report.outcome).toBe('partial');
  });

  test.each([
    ['people', '{"Employees":[]}', '[{"EmployeeID":1}]'],
    ['employments', '[{"EmployeeID":1}]', '{"Message":"No data"}'],
    ['people that are null', 'null', '[{"EmployeeID":1}]'],
  ])('%s that are no list are no answer', async (_, employees, employments) => {
    const { people, report } = await read(employees, employments);
    expect(people).toMatchObject({ code: 'schema_mismatch' });
    expect(report).toMatchObject({ outcome: 'partial', employees: 0 });
  });
});

describe('root URL', () => {
  const check = (rootUrl: string) => checkConfig(fourth.manifest.config, { ...config, rootUrl }, 'fourth')['rootUrl'];

  test.each([
    'https://api.fourth.com/hr',
    'https://api.fourth.com/hr/',
    'https://fourth.com',
    'https://a.b.fourthhospitality.com/hr/v1.0',
  ])('%s is one', (rootUrl) => {
    expect(check(rootUrl)).toBe(rootUrl);
  });

  test.each([
    'http://api.fourth.com/hr',
    'https://api.fourth.com.evil.example/hr',
    'https://evilfourth.com/hr',
    'https://evil.example/fourth.com',
    'https://user:pass@api.fourth.com/hr',
    'https://api.fourth.com@evil.example/hr',
    'https://evil.example#.fourth.com',
    'https://evil.example\\.fourth.com',
    'https://api.fourth.com:8443/hr',
    'https://api.fourth.com/hr?x=1',
    'https://api.fourth.com/hr#x',
    'https://api.fourth.com/../hr',
    'https://api.fourth.com/a/b/c',
    'https://10.12.6.10/hr',
  ])('%s is none', (rootUrl) => {
    expect(() => check(rootUrl)).toThrow('rootUrl');
  });

  test.each(['', '4521a', '../4521', '1234567890123'])('the organisation ID %j is no number', (organisationId) => {
    expect(() => checkConfig(fourth.manifest.config, { ...config, organisationId }, 'fourth')).toThrow('organisationId');
  });
});
