import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readEmployees, type EmployeeDraft } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { sageHr } from '../src/index.ts';
import { SageHrRecord } from '../src/schema.ts';

const config = { subdomain: 'tidewell', apiKey: 'b41fictional0key0for0recordings07d2' };

/** The employee of one record, and the fields that were noted. */
function mapped(record: object): { readonly employee: EmployeeDraft; readonly noted: readonly string[] } {
  const noted: string[] = [];
  const note = (field: string): unknown => noted.push(field);
  const whole = { person: { id: 4601 }, isActive: true, lastDay: null, ...record };
  const employee = sageHr.map(SageHrRecord.parse(whole), { config, today: '2026-11-22', note });
  return { employee, noted };
}

const person = (members: object): EmployeeDraft => mapped({ person: { id: 4601, ...members } }).employee;
const terminated = (lastDay: unknown, members: object = {}): EmployeeDraft =>
  mapped({ isActive: false, lastDay, person: { id: 4601, employment_start_date: '2020-01-01', ...members } }).employee;

describe('quirks of a record', () => {
  test('post_code is a number that has lost its zeros: nothing is made of it, nor of the home address', () => {
    expect(person({ post_code: 4021, country: 'GB', city: 'Leeds', street_first: 'Mill Lane 1' })).not.toHaveProperty(
      'workLocation',
    );
  });

  test('members that are not documented, and histories with impossible days, are not read', () => {
    const histories = {
      employment_status_history: [{ employment_status_id: 4, employment_statu_name: 'Full-time', end_date: '201-01-01' }],
      team_history: [{ team_id: 31, start_date: '2018-01-01', end_date: '201-01-01', team_name: 'Workshop' }],
    };
    const more = { irregular_contract_worker: true, personal_identification_number: '1', tax_number: null };
    expect(person({ ...histories, ...more })).toEqual(person({}));
  });

  test('employment_status is a kind of contract and no status', () => {
    expect(person({ employment_status: 'Terminated' })).toMatchObject({ status: 'active', employmentTypeLabel: 'Terminated' });
  });

  test.each([
    ['Full-time', 'full_time'],
    ['Full time', 'full_time'],
    ['part-time', 'part_time'],
    ['Fixed term', 'fixed_term'],
    ['CONTRACTOR', 'contractor'],
    [null, null],
    ['', null],
  ])('the word %j of the list that companies edit', (word, type) => {
    expect(person({ employment_status: word }).employmentType).toBe(type);
  });

  test('another word is noted and kept as label', () => {
    const { employee, noted } = mapped({ person: { id: 4601, employment_status: 'Zero hours' } });
    expect(employee).toMatchObject({ employmentType: undefined, employmentTypeLabel: 'Zero hours' });
    expect(noted).toEqual(['employmentType']);
  });

  test('the team is the only unit: no department is made of it', () => {
    expect(person({ team: 'Workshop', team_id: 62 })).toMatchObject({ team: { id: '62', name: 'Workshop' } });
    expect(person({ team: 'Workshop', team_id: 62 })).not.toHaveProperty('department');
    expect(person({ team: null, team_id: null }).team).toBeNull();
  });

  test('the work phone, else the mobile phone, never the home phone', () => {
    expect(person({ work_phone: '1', mobile_phone: '2', home_phone: '3' }).phone).toBe('1');
    expect(person({ work_phone: '', mobile_phone: 2, home_phone: '3' }).phone).toBe('2');
    expect(person({ work_phone: null, mobile_phone: null, home_phone: '3' }).phone).toBeNull();
  });

  test('nobody is managed by 0', () => {
    expect(person({ reports_to_employee_id: 0 }).managerId).toBeNull();
    expect(person({ reports_to_employee_id: 4102 }).managerId).toBe('4102');
  });

  test('an address of somebody terminated is a private one', () => {
    const address = { email: 'ola@post.example' };
    expect(terminated('2026-01-31', address)).toMatchObject({ workEmail: undefined, personalEmail: 'ola@post.example' });
    expect(person(address)).toMatchObject({ workEmail: 'ola@post.example', personalEmail: undefined });
  });
});

describe('status by list', () => {
  test.each([
    ['left yesterday', '2026-11-21', 'terminated'],
    ['works the last day', '2026-11-22', 'active'],
    ['leaves tomorrow', '2026-11-23', 'active'],
    ['without a last day', null, 'unknown'],
    ['with an empty last day', '', 'unknown'],
    ['without the member', undefined, 'unknown'],
    ['with a last day that is none', '31/01/2026', 'unknown'],
  ])('on the terminated list only, %s', (_, lastDay, status) => {
    expect(terminated(lastDay).status).toBe(status);
  });

  test('somebody on the terminated list whose start is not delivered has left all the same', () => {
    expect(terminated('2026-01-31', { employment_start_date: undefined }).status).toBe('terminated');
  });

  test.each([
    ['rehired', '2025-08-31', null],
    ['today', '2026-11-22', '2026-11-22'],
    ['ahead', '2027-01-31', '2027-01-31'],
    ['unreadable', 'soon', undefined],
  ])('on both lists, last day %s: active', (_, lastDay, terminationDate) => {
    const { employee } = mapped({ lastDay });
    expect(employee).toMatchObject({ status: 'active', terminationDate });
  });

  test('a future starter who is not going to come has not left before', () => {
    const members = { employment_start_date: '2027-01-04' };
    expect(terminated('2027-01-31', members).status).toBe('preboarding');
    expect(person(members).status).toBe('preboarding');
  });
});

describe('errors', () => {
  const describeFailed = (status: number, body: unknown) =>
    sageHr.errors?.describe?.({ status, headers: {}, body, request: '/employees' });

  test('only the code of an error is taken', () => {
    expect(describeFailed(422, { error_code: 'validation_failed', errors: ['Ola Brisk is unknown'] })).toEqual({
      code: 'validation_failed',
    });
    expect(describeFailed(403, {})).toEqual({ code: undefined });
  });

  test('web pages come from the network in front: 403 asks for patience, 404 says nothing of a person', () => {
    expect(describeFailed(403, '\n<!DOCTYPE html>')?.means).toBe('rate-limit');
    expect(describeFailed(404, '<html>')?.means).toBe('rejected');
    expect(describeFailed(401, '<html>')?.means).toBeUndefined();
  });
});

test('ids beyond 2^53 keep all their digits, on both lists and as managers; page numbers may be texts', async () => {
  const meta = '"meta":{"current_page":1,"next_page":null,"total_entries":1}';
  const bodies: Readonly<Record<string, string>> = {
    '/api/terminated-employees?page=1': `{"data":[{"id":90071992547409931,"termination_date":"2027-03-31"}],${meta}}`,
    '/api/employees?page=1': `{"data":[{"id":90071992547409931}],"meta":{"next_page":"2","total_entries":2}}`,
    '/api/employees?page=2': `{"data":[{"id":90071992547409933,"reports_to_employee_id":90071992547409931}],"meta":{"next_page":null,"total_entries":2}}`,
  };
  const server = createServer(({ url = '' }, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(bodies[url] ?? '{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const origins = { 'https://tidewell.sage.hr': `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
    const read = readEmployees(sageHr, { config, clock: { now: () => new Date('2026-11-22T09:00:00Z') }, http: { origins } });
    expect(await Array.fromAsync(read)).toEqual([
      { id: '90071992547409931', status: 'active', terminationDate: '2027-03-31' },
      { id: '90071992547409933', status: 'active', terminationDate: null, managerId: '90071992547409931' },
    ]);
    expect((await read.report).outcome).toBe('complete');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
