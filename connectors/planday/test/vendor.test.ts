import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readEmployees, type EmployeeDraft } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { planday } from '../src/index.ts';
import { PlandayRecord } from '../src/schema.ts';

const config = { clientId: '5d0f1c2e-0000-4000-8000-5f1c710aa1b2', refreshToken: 'canary-refresh-token-of-nobody' };

/** The employee of one record, and the fields that were noted. */
function mapped(record: object): { readonly employee: EmployeeDraft; readonly noted: readonly string[] } {
  const noted: string[] = [];
  const note = (field: string): unknown => noted.push(field);
  const whole = { person: { id: 5601 }, isActive: true, ...record };
  return { employee: planday.map(PlandayRecord.parse(whole), { config, today: '2026-11-22', note }), noted };
}

const person = (members: object): EmployeeDraft => mapped({ person: { id: 5601, ...members } }).employee;
const deactivated = (members: object): EmployeeDraft => mapped({ isActive: false, person: { id: 5601, ...members } }).employee;

describe('quirks of a record', () => {
  test.each([
    [
      'with its prefix, and without it beside',
      { cellPhone: '+4512345601', cellPhoneWithoutCountryPrefix: '12345601' },
      '+4512345601',
    ],
    ['with its prefix alone, as before 2026-09', { cellPhone: '+4512345601' }, '+4512345601'],
    ['without its prefix, as in the detail', { cellPhone: '12345601' }, '+4512345601'],
    ['without any prefix', { cellPhone: '12345601', cellPhoneCountryPrefix: null }, '12345601'],
    ['as a number', { cellPhone: 12345601 }, '+4512345601'],
    ['empty, with the other one', { cellPhone: '', phone: '87654302', phoneCountryPrefix: '+46' }, '+4687654302'],
    ['empty alone', { cellPhone: '' }, null],
    ['not delivered', {}, undefined],
  ])('a cell phone %s', (_, members, phone) => {
    expect(person({ cellPhoneCountryPrefix: '+45', ...members }).phone).toBe(phone);
  });

  test.each([
    ['the primary one', { primaryDepartmentId: 7001, departments: [7002, 7001] }, { id: '7001', name: 'Kajen Bistro' }],
    ['the only one', { primaryDepartmentId: null, departments: [7001] }, { id: '7001', name: 'Kajen Bistro' }],
    ['the only one, as a text', { departments: ['7001'] }, { id: '7001', name: 'Kajen Bistro' }],
    ['several without a primary one', { primaryDepartmentId: null, departments: [7001, 7002] }, null],
    ['several of somebody deactivated', { departments: [7001, 7002] }, undefined],
    ['none', { primaryDepartmentId: null, departments: [] }, null],
    ['none, of a portal without departments', { departments: [] }, null],
    ['unknown to the list', { primaryDepartmentId: 7009 }, { id: '7009', name: null }],
    ['not delivered', {}, undefined],
  ])('department and place of work: %s', (_, members, site) => {
    const departments = new Map([['7001', { id: 7001, name: 'Kajen Bistro' }]]);
    const { employee } = mapped({ person: { id: 5601, ...members }, departments });
    expect([employee.department, employee.workLocation]).toEqual([site, site]);
  });

  test.each([
    ['by the record as supervisor, never by its id', { supervisorId: 5101 }, undefined, '5102'],
    ['by the detail', { supervisorId: 5101 }, { supervisorEmployeeId: 5104 }, '5104'],
    ['by the detail alone', {}, { supervisorEmployeeId: 5104 }, '5104'],
    ['nobody', { supervisorId: null }, undefined, null],
    ['nobody by the detail', {}, { supervisorEmployeeId: null }, null],
    ['a record that the list does not have', { supervisorId: 5999 }, undefined, undefined],
    ['a record without an employee', { supervisorId: 5103 }, undefined, undefined],
    ['not delivered', {}, undefined, undefined],
  ])('the manager: %s', (_, members, detail, managerId) => {
    const rows = [
      { id: 5101, employeeId: 5102 },
      { id: 5103, employeeId: null },
    ];
    const supervisors = new Map(rows.map((row) => [String(row.id), row]));
    expect(mapped({ person: { id: 5601, ...members }, detail, supervisors }).employee.managerId).toBe(managerId);
  });

  test('without the list of supervisors their ids are nobody', () => {
    expect(person({ supervisorId: 5101 }).managerId).toBeUndefined();
  });

  test('portals hide e-mail addresses; the login, which has the form of one, does not stand in', () => {
    expect(person({ userName: 'login@kroyhamn.example' }).workEmail).toBeUndefined();
    expect(person({ userName: 'login@kroyhamn.example', email: '' }).workEmail).toBeNull();
    expect(person({ email: 'Ola@Kroyhamn.example' })).toMatchObject({ workEmail: 'ola@kroyhamn.example' });
  });

  test('an employee type in words of the portal is noted and kept as label', () => {
    const types = new Map([['9203', { id: 9203, name: 'Timelønnet' }]]);
    const { employee, noted } = mapped({ person: { id: 5601, employeeTypeId: 9203 }, types });
    expect(employee).toMatchObject({ employmentType: undefined, employmentTypeLabel: 'Timelønnet' });
    expect(noted).toEqual(['employmentType']);
  });

  test('skills, addresses, birth dates and social security numbers are not read', () => {
    const more = {
      skillIds: [1, 3],
      street1: 'Kajgade 4',
      countryId: 1,
      birthDate: '1990-01-01',
      ssn: '010190-0000',
      cellPhoneCountryCode: 'DK',
    };
    expect(person(more)).toEqual(person({}));
  });

  test('a custom field without a value, or of another form, is left out', () => {
    const detail = {
      custom_1: { name: 'A', type: 'Text' },
      custom_2: 'M',
      custom_3: { value: { id: 1 } },
      custom_4: { value: 0 },
      customer: { value: 1 },
    };
    const { employee, noted } = mapped({ detail });
    expect(employee.customFields).toEqual({ custom_4: 0 });
    expect(noted).toEqual(['customFields']);
  });

  test('a type and a date of dismissal that lies ahead end nobody, on either list', () => {
    const dismissal = { deactivationDate: '2027-03-31', terminationTypeId: 3, terminationTypeName: 'Resigned' };
    expect(person(dismissal)).toMatchObject({ status: 'active', terminationDate: '2027-03-31' });
    expect(deactivated(dismissal)).toMatchObject({ status: 'active', terminationDate: '2027-03-31' });
  });

  test('whoever was reactivated is active without an end', () => {
    const before = { deactivationDate: '2024-06-30', dateTimeDeleted: '2024-07-01T00:00:00Z' };
    expect(person(before)).toMatchObject({ status: 'active', terminationDate: null });
    expect(person({ dateTimeDeleted: '2024-07-01T00:00:00Z' })).toMatchObject({ status: 'active', terminationDate: undefined });
  });

  test('days may come with a time, times with seven digits; without a zone a time is unreadable', () => {
    expect(person({ hiredDate: '2021-03-01T00:00:00Z' }).startDate).toBe('2021-03-01');
    expect(person({ dateTimeModified: '2026-07-11T13:22:00.1066449Z' }).updatedAt).toBe('2026-07-11T13:22:00.1066449Z');
    expect(mapped({ person: { id: 5601, dateTimeModified: '2026-07-11T13:22:00' } }).noted).toEqual(['updatedAt']);
  });
});

describe('errors are told apart by their status', () => {
  const meaningOf = (status: number, body: unknown, request = '/hr/v1.0/employees') =>
    planday.errors?.describe?.({ status, headers: {}, body, request })?.means;

  test.each(['', {}, { title: 'Bad Request' }, { error: { code: 'x', message: 'y' } }, '<html></html>'])(
    'a token refused with %j',
    (body) => {
      expect(meaningOf(400, body, 'token')).toBe('credentials');
    },
  );

  test('only a web page is not the word of the API on a person', () => {
    expect(meaningOf(404, '\n<!DOCTYPE html>')).toBe('unavailable');
    for (const body of ['', {}, { message: 'Employee with given id doesn’t exist' }])
      expect(meaningOf(404, body)).toBeUndefined();
  });
});

test('ids beyond 2^53 keep all their digits, as employees, supervisors and departments', async () => {
  const paged = (rows: string) => `{"paging":{"offset":0,"limit":50,"total":1},"data":[${rows}]}`;
  const bodies: Readonly<Record<string, string>> = {
    '/connect/token': '{"access_token":"access-of-nobody"}',
    '/hr/v1.0/employees': paged(
      '{"id":90071992547409931,"supervisorId":90071992547409933,"primaryDepartmentId":90071992547409937}',
    ),
    '/hr/v1.0/employees/deactivated': paged('{"id":90071992547409931,"deactivationDate":"2020-01-01"}'),
    '/hr/v1.0/employees/supervisors': paged('{"id":90071992547409933,"employeeId":90071992547409939}'),
    '/hr/v1.0/departments': paged('{"id":90071992547409937,"name":"Kajen Bistro"}'),
    '/hr/v1.0/employeegroups': paged('{}'),
    '/hr/v1.0/employeetypes': paged('null'),
  };
  const server = createServer(({ url = '' }, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(bodies[url.split('?')[0] ?? ''] ?? '{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const here = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const origins = { 'https://openapi.planday.com': here, 'https://id.planday.com': here };
    const read = readEmployees(planday, { config, clock: { now: () => new Date('2026-11-22T09:00:00Z') }, http: { origins } });
    const site = { id: '90071992547409937', name: 'Kajen Bistro' };
    const ids = { id: '90071992547409931', managerId: '90071992547409939' };

    expect(await Array.fromAsync(read)).toEqual([{ ...ids, status: 'active', department: site, workLocation: site }]);
    expect((await read.report).outcome).toBe('complete');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
