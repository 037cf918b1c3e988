import { createHmac } from 'node:crypto';
import { getEmployee, receiveWebhook, ResponseError } from '@rollcall/core';
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
