import { createHmac } from 'node:crypto';
import { getEmployee, readEmployees, receiveWebhook, ResponseError } from '@rollcall/core';
import { replay, type Exchange } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import oneWithCustomField from './fixtures/get-custom-field.json' with { type: 'json' };
import { errors } from '../src/errors.ts';
import { bamboohr } from '../src/index.ts';

const now = new Date('2026-11-21T09:00:00Z');

describe('errors', () => {
  const failed = (status: number, headers: Record<string, string>, body: unknown) =>
    errors.describe?.({ status, headers, body, request: '/api/v1/employees/{id}' });

  test('503 with Retry-After is a rate limit, without it the vendor is down', () => {
    expect(failed(503, { 'retry-after': '30' }, '')?.means).toBe('rate-limit');
    expect(failed(503, {}, '')?.means).toBeUndefined();
  });

  test('only the code of a problem document is taken, never free text', () => {
    const header = { 'x-bamboohr-error-message': 'Employee Asdis Brandvoll not found' };
    expect(failed(422, header, { code: 'INVALID_FILTER', detail: 'Asdis Brandvoll' })).toEqual({ code: 'INVALID_FILTER' });
    expect(failed(404, header, '')).toEqual({ code: undefined, means: undefined });
  });
});

describe('webhook', () => {
  const secret = 'fictional-private-key-of-a-webhook';
  const body =
    '{"type":"employee.created","timestamp":"2026-11-21T08:58:00+0000","data":{"companyId":"4471","employeeId":"1050"}}';
  const receive = (timestamp: string, message = body + timestamp, text = body): unknown => {
    const signature = createHmac('sha256', secret).update(message).digest('hex').toUpperCase();
    const headers = { 'x-bamboohr-timestamp': timestamp, 'x-bamboohr-signature': signature };
    return receiveWebhook(bamboohr, { headers, body: new TextEncoder().encode(text) }, { secret, now });
  };
  const secondsAgo = (seconds: number): string => String(now.getTime() / 1000 - seconds);

  test('is refused when it is older than five minutes', () => {
    expect(receive(secondsAgo(299))).toMatchObject({ employeeIds: ['1050'] });
    expect(() => receive(secondsAgo(301))).toThrow(ResponseError);
    expect(() => receive('2026-11-21T08:54:00Z')).toThrow(ResponseError);
    expect(() => receive(`${secondsAgo(301)}000`)).toThrow(ResponseError);
  });

  test('the timestamp is part of what is signed, after the body', () => {
    const timestamp = secondsAgo(10);
    expect(() => receive(timestamp, body)).toThrow(ResponseError);
    expect(() => receive(timestamp, timestamp + body)).toThrow(ResponseError);
  });

  test('a body that is no JSON is refused although it is signed', () => {
    const timestamp = secondsAgo(10);
    expect(() => receive(timestamp, `type=x${timestamp}`, 'type=x')).toThrow(ResponseError);
  });
});

describe('list', () => {
  type Row = Readonly<Record<string, string | null>>;
  const config = { companyDomain: 'larkmoor', apiKey: '7c41fictionalkey0only0for0recordings0e5d' };
  const origin = { scope: 'https://larkmoor.bamboohr.com:443', headers: { 'content-type': 'application/json' } };
  const columnsOf = (...names: readonly string[]): Exchange => ({
    ...origin,
    method: 'GET',
    path: '/api/v1_2/datasets/employee/fields?page_size=1000&page=1',
    status: 200,
    response: { pagination: { total_pages: 1 }, fields: names.map((name) => ({ name })) },
  });
  const data = (fields: readonly string[], page: number, rows: readonly Row[], more: Partial<Exchange> = {}): Exchange => ({
    ...origin,
    method: 'POST',
    path: '/api/v2/datasets/employee/data',
    body: { fields, orderBy: 'eeid asc', page, pageSize: 1000 },
    status: 200,
    response: { data: rows.map((row) => ({ fields: row })), links: [], meta: { totalPages: 1, totalItems: rows.length } },
    ...more,
  });
  const read = () =>
    Array.fromAsync(
      readEmployees(bamboohr, { config, fields: ['managerId'], clock: { now: () => now }, http: { retryBaseMs: 1 } }),
    );

  test('managers by number may stand on any page: numbers of all are read before the first page is handed on', async () => {
    const people = ['eeid', 'status', 'employeeNumber', 'supervisorId'];
    const rows: Row[] = [
      { eeid: '6', status: 'Active', employeeNumber: '12', supervisorId: '6' },
      { eeid: '9', status: 'Active', employeeNumber: '6', supervisorId: null },
    ];
    const meta = { totalPages: 2, totalItems: 2 };
    const pages = (fields: readonly string[]) =>
      rows.map((row, index) => data(fields, index + 1, [], { response: { data: [{ fields: row }], links: [], meta } }));
    const exchanges = [columnsOf(...people), ...pages(people), ...pages(['eeid', 'employeeNumber'])];
    expect(await replay(exchanges, read)).toEqual([
      { id: '6', status: 'active', managerId: '9' },
      { id: '9', status: 'active', managerId: null },
    ]);
  });

  test('598 is asked again', async () => {
    const fields = ['eeid', 'status'];
    const rows = [{ eeid: '6', status: 'Active' }];
    const exchanges = [columnsOf(...fields), data(fields, 1, [], { status: 598, response: '' }), data(fields, 1, rows)];
    expect(await replay(exchanges, read)).toEqual([{ id: '6', status: 'active' }]);
  });
});

test('get asks for a custom field by its number and gives it back under its dataset name', async () => {
  const config = {
    companyDomain: 'larkmoor',
    apiKey: '7c41fictionalkey0only0for0recordings0e5d',
    customFields: ['customField4339'],
  };
  const result = await replay(oneWithCustomField as Exchange[], () =>
    getEmployee(bamboohr, '811', { config, clock: { now: () => now } }),
  );
  expect(result).toMatchObject({ found: true, employee: { id: '811', customFields: { customField4339: 'Basque' } } });
});
