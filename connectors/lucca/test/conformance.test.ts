import { createHmac } from 'node:crypto';
import { forgetRateBudgets } from '@rollcall/http';
import { describeConnector, type WebhookCase } from '@rollcall/testing';
import { beforeEach, describe, test } from 'vitest';
import { lucca } from '../src/index.ts';

const secret = 'fernhollow-hook-secret-5519';
const sentAt = '2026-11-22T08:58:30Z';

/** Signed as the vendor's sample does it: the time, a dot and the body, HMAC-SHA256 in base64. */
function signed(name: string, payload: object, notice: WebhookCase['notice']): WebhookCase {
  const body = JSON.stringify(payload);
  const signature = createHmac('sha256', secret).update(`${sentAt}.${body}`).digest('base64');
  return { name, headers: { 'Lucca-Signature': signature, 'Lucca-Timestamp': sentAt }, body, secret, notice };
}

function delivery(topic: string, data: object, notice: WebhookCase['notice']): WebhookCase {
  const payload = {
    id: '123',
    type: 'event',
    url: 'https://fernhollow.ilucca.net/lucca-api/events/123',
    apiVersion: '2024-11-01',
    topic,
    occurredAt: '2026-11-22T08:58:23.001Z',
    source: 'https://fernhollow.ilucca.net',
    businessEstablishment: { id: '5', type: 'business-establishment' },
    data,
    links: {},
  };
  return signed(topic, payload, notice);
}

/** As for endpoints that were made for CloudEvents. The vendor's example has no data. */
function cloudEvent(topic: string, data: object | undefined, employeeIds: readonly string[]): WebhookCase {
  const payload = {
    specversion: '1.0.3',
    id: '78fa5d8c-0000-4000-8000-5f1c710aa1b2',
    type: `com.luccasoftware.${topic}`,
    source: 'https://fernhollow.ilucca.net/lucca-api/employees',
    time: '2026-11-22T08:58:23.001Z',
    data,
  };
  const notice = { kind: 'event', event: topic, employeeIds, occurredAt: Date.UTC(2026, 10, 22, 8, 58, 23, 1) } as const;
  return signed(`${topic} as a CloudEvent ${data === undefined ? 'without' : 'with'} data`, payload, notice);
}

const event = (topic: string, data: object, employeeIds: readonly string[]): WebhookCase =>
  delivery(topic, data, { kind: 'event', event: topic, employeeIds, occurredAt: Date.UTC(2026, 10, 22, 8, 58, 23, 1) });

beforeEach(forgetRateBudgets);

describeConnector(lucca, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { host: 'fernhollow.ilucca.net', clientId: 'fernhollow-client', clientSecret: 'fernhollow-canary-secret-7731' },
  webhooks: [
    event('employee.created', { id: '9101', type: 'employee' }, ['9101']),
    event('employee.updated', { id: '9101', type: 'employee' }, ['9101']),
    event('employee.deleted', { id: '9101', type: 'employee' }, ['9101']),
    event('employment.updated', { id: '39101', type: 'employment', employee: { id: '9101' } }, ['9101']),
    event('job-position.created', { id: '79101', type: 'job-position', employee: { id: '9101' } }, ['9101']),
    event('employee-personal-record.updated', { id: '89101', employee: { id: '9101' } }, ['9101']),
    // The id of something else is never taken for the one of a person.
    event('department.updated', { id: '32', type: 'department' }, []),
    cloudEvent('employee.updated', undefined, []),
    cloudEvent('employment.updated', { id: '39101', type: 'employment', employee: { id: '9101' } }, ['9101']),
    delivery('ping', {}, { kind: 'ping' }),
    delivery('confirmation', {}, { kind: 'ping' }),
  ],
});
