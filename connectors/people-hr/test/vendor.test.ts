import { readEmployees, type EmployeeDraft } from '@rollcall/core';
import { replay, type Exchange } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { peopleHr } from '../src/index.ts';
import { PeopleHrRecord } from '../src/schema.ts';

const config = { apiKey: 'c0ffee00-0000-4000-8000-5f1c710aa1b7' };

/** The employee of one record, and the fields that were noted. */
function mapped(record: object): { readonly employee: EmployeeDraft; readonly noted: readonly string[] } {
  const noted: string[] = [];
  const note = (field: string): unknown => noted.push(field);
  const whole = { EmployeeId: 'CV60', StartDate: '2020-03-02', LeavingDate: '', ...record };
  const employee = peopleHr.map(PeopleHrRecord.parse(whole), { config, today: '2026-11-22', note });
  return { employee, noted };
}

const person = (record: object): EmployeeDraft => mapped(record).employee;
const wrapped = (value: unknown): object => ({ DisplayValue: value, FieldHistory: [] });

describe('quirks of a record', () => {
  test.each([
    ['wrapped', { DisplayValue: ' Purchasing ', FieldHistoryForEffectiveDate: [] }, { name: 'Purchasing' }],
    ['plain', 'Purchasing', { name: 'Purchasing' }],
    ['wrapped and empty', wrapped(''), null],
    ['wrapped null', wrapped(null), null],
    ['empty', '', null],
    ['blank', '  ', null],
    ['null', null, null],
    ['a wrapper without a value', { FieldHistory: [] }, undefined],
    ['missing', undefined, undefined],
  ])('a value may be %s', (_, value, department) => {
    expect(person({ Department: value }).department).toEqual(department);
  });

  test('an id may be edited by people: it is trimmed, and a number is its text', () => {
    expect(person({ EmployeeId: wrapped(' CV 7 ') })).toMatchObject({ id: 'CV 7', employeeNumber: 'CV 7' });
    expect(person({ EmployeeId: 1007 })).toMatchObject({ id: '1007', employeeNumber: '1007' });
    expect(person({ EmployeeId: wrapped('') }).id).toBeUndefined();
  });

  test('a section that is null empties nothing, one without a value does', () => {
    expect(person({ ContactDetail: null })).toMatchObject({ personalEmail: undefined, phone: undefined });
    const empty = { PersonalEmail: wrapped(''), WorkPhoneNumber: wrapped(null) };
    expect(person({ ContactDetail: empty })).toMatchObject({ personalEmail: null, phone: null });
  });

  test('leavers often have no address any more: it is empty and nothing is put in its place', () => {
    const record = {
      EmailId: wrapped(''),
      LeavingDate: '2025-01-31',
      ContactDetail: { PersonalEmail: wrapped('ro@post.example') },
    };
    expect(person(record)).toMatchObject({ status: 'terminated', workEmail: null, personalEmail: 'ro@post.example' });
  });

  test.each(['0', '1', '2', '9', ''])('EmployeeStatus %j says nothing', (status) => {
    expect(person({ EmployeeStatus: wrapped(status) }).status).toBe('active');
  });

  test.each([
    ['left yesterday', { LeavingDate: '2026-11-21' }, 'terminated'],
    ['left, wrapped', { LeavingDate: wrapped('2026-11-21') }, 'terminated'],
    ['works the last day', { LeavingDate: '2026-11-22' }, 'active'],
    ['is going to leave', { LeavingDate: '2027-01-31' }, 'active'],
    ['starts tomorrow', { StartDate: '2026-11-23' }, 'preboarding'],
    ['starts today', { StartDate: '2026-11-22' }, 'active'],
    ['reinstated: the last day is empty again', { LeavingDate: '' }, 'active'],
    ['reinstated with a later start', { StartDate: '2026-01-05', LeavingDate: '2025-05-31' }, 'active'],
    ['a last day that cannot be read', { LeavingDate: '31/05/2025' }, 'unknown'],
    ['a last day that is not delivered', { LeavingDate: undefined }, 'unknown'],
    ['a last day without the start beside it', { StartDate: undefined, LeavingDate: '2025-05-31' }, 'unknown'],
  ])('%s', (_, record, status) => {
    expect(person(record).status).toBe(status);
  });

  test.each([
    ['Full Time', 'full_time'],
    ['full-time', 'full_time'],
    ['Fixed Term', 'fixed_term'],
    ['Apprentice', 'apprentice'],
    ['', null],
  ])('the word %j of a list that companies edit', (word, type) => {
    expect(person({ EmploymentType: wrapped(word) }).employmentType).toBe(type);
  });

  test('another word is noted and kept as label', () => {
    const { employee, noted } = mapped({ EmploymentType: wrapped('Bank Staff') });
    expect(employee).toMatchObject({ employmentType: undefined, employmentTypeLabel: 'Bank Staff' });
    expect(noted).toEqual(['employmentType']);
  });

  test('a manager by id, else by address, never by name', () => {
    const manager = { ReportsTo: wrapped('Ada Vale'), ReportsToEmailAddress: wrapped('Ada.Vale@corrievale.example') };
    expect(person({ ...manager, ReportsToEmployeeId: wrapped('CV1') })).toMatchObject({
      managerId: 'CV1',
      managerEmail: undefined,
    });
    expect(person({ ...manager, ReportsToEmployeeId: wrapped('') })).toMatchObject({
      managerEmail: 'ada.vale@corrievale.example',
    });
    expect(person({ ReportsTo: wrapped('Ada Vale') })).toMatchObject({ managerId: undefined, managerEmail: undefined });
  });

  test('columns that are not filled in are no custom fields', () => {
    expect(person({ APIColumn1: 'Badge 12', APIColumn2: '', APIColumn3: ' ', APIColumn5: wrapped('Days') }).customFields).toEqual(
      {
        APIColumn1: 'Badge 12',
        APIColumn5: 'Days',
      },
    );
    expect(person({}).customFields).toBeUndefined();
  });

  test('the work phone, else the mobile phone, never the private one', () => {
    const contact = (work: string, mobile: string) =>
      person({ ContactDetail: { WorkPhoneNumber: wrapped(work), Mobile: wrapped(mobile), PersonalPhoneNumber: wrapped('3') } })
        .phone;
    expect([contact('1', '2'), contact('', '2'), contact('', '')]).toEqual(['1', '2', null]);
  });
});

test.each(['MarkAsLeaverById', 'UpdateEmployeeDetail', 'getallemployeedetail', undefined])(
  'one address serves reads and writes: the action %j is not sent',
  async (Action) => {
    let requests = 0;
    const client = peopleHr.auth.connect({
      manifest: peopleHr.manifest,
      config,
      platform: {},
      signal: new AbortController().signal,
      now: () => new Date('2026-11-22T09:00:00Z'),
      http: {},
      onRequest: () => (requests += 1),
    });
    await expect(client.post('/Employee', { json: { Action } })).rejects.toMatchObject({ code: 'request_not_allowed' });
    expect(requests).toBe(0);
  },
);

describe('answers', () => {
  const answered = async (responses: readonly Exchange['response'][]) => {
    const exchanges = responses.map((response): Exchange => {
      const headers = { 'content-type': 'application/json' };
      return { scope: 'https://api.peoplehr.net:443', method: 'POST', path: '/Employee', status: 200, response, headers };
    });
    const options = { config, clock: { now: () => new Date('2026-11-22T09:00:00Z') }, http: { retryBaseMs: 1 } };
    return replay(exchanges, async () => {
      const read = readEmployees(peopleHr, options);
      const employees = await Array.fromAsync(read).catch((error: unknown) => error);
      return { employees, report: await read.report };
    });
  };
  const good = { isError: false, Status: 0, Message: '', Result: [{ EmployeeId: 'CV61', LeavingDate: '' }] };

  test('an empty answer and an internal error are tried again', async () => {
    const internal = { isError: true, Status: 6, Message: 'Oops! Something went wrong.', Result: '' };
    const { employees, report } = await answered(['', internal, good]);
    expect(employees).toEqual([{ id: 'CV61', employeeNumber: 'CV61', status: 'active', terminationDate: null }]);
    expect(report.outcome).toBe('complete');
  });

  test.each([
    ['an answer without a list', { isError: false, Status: 0, Message: '', Result: null }],
    ['no record, as a success', { isError: false, Status: 0, Message: 'No record found.', Result: [] }],
    ['something else', { unexpected: true }],
  ])('%s is nobody, and proves nothing', async (_, response) => {
    const { employees, report } = await answered([response]);
    expect(employees).toEqual([]);
    expect(report).toMatchObject({ outcome: 'partial', because: 'PeopleHR answered without anybody' });
  });
});

describe('errors', () => {
  const meaning = (status: number | string | undefined, message: string) =>
    peopleHr.errors?.describe?.({
      status: 200,
      headers: {},
      body: { IsError: true, Status: status, Message: message },
      request: '/Employee',
    })?.means;

  test.each([
    [1, 'API key is missing.', 'credentials'],
    [2, 'Invalid API Key.', 'credentials'],
    ['2', 'Invalid API Key', 'credentials'],
    [5, 'API key does not exists.', 'credentials'],
    [5, 'API Key does not exists', 'credentials'],
    [undefined, 'Invalid API Key.', 'credentials'],
    [5, 'No access on employee schema.', 'permission'],
    [5, 'No access to Query Builder schema.', 'permission'],
    [5, 'API key with document access not exists.', 'permission'],
    [5, 'API key does not have access to employee schema.', 'permission'],
    [5, 'EmployeeId does not exists.', 'gone'],
    [5, 'Employee not found.', 'gone'],
    [5, 'Reporting employee does not exists.', undefined],
    [5, 'EmployeeId contains more than 15 characters.', undefined],
    [6, 'Oops! Something went wrong.', 'unavailable'],
    [9, 'Invalid json data.', undefined],
  ])('code %j, %j', (status, message, means) => {
    expect(meaning(status, message)).toBe(means);
  });

  test('of the text nothing is kept', () => {
    const body = { isError: true, Status: 5, Message: 'EmployeeId does not exists. Ro Vale' };
    expect(peopleHr.errors?.describe?.({ status: 200, headers: {}, body, request: '/Employee' })).toEqual({
      code: '5',
      means: 'gone',
    });
  });
});
