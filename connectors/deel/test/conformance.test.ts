import { createHmac } from 'node:crypto';
import { forgetRateBudgets } from '@rollcall/http';
import { describeConnector, type WebhookCase } from '@rollcall/testing';
import { beforeEach, describe, test } from 'vitest';
import { deel } from '../src/index.ts';

const secret = 'signing-key-of-nobody';

/** Signed as the vendor describes it: HMAC-SHA256 of the word POST and the payload, in hex. */
function signed(name: string, payload: object, notice: WebhookCase['notice']): WebhookCase {
  const body = JSON.stringify(payload);
  const signature = createHmac('sha256', secret).update(`POST${body}`).digest('hex');
  return { name, body, secret, notice, headers: { 'x-deel-signature': signature, 'x-deel-webhook-version': 'v2' } };
}

function event(type: string, resource: unknown, more: object = {}): object {
  const meta = {
    event_type: type,
    event_type_id: '9d1f2c64-3e0b-4c39-8a77-000000000001',
    organization_id: '5be7a0d2-77aa-4bb1-9a0f-000000000001',
    organization_name: 'Tannhof Brot AG',
    tracking_id: 'b1c-fictional',
    ...more,
  };
  return { data: { meta, resource }, timestamp: '2026-11-20T13:06:26.250Z' };
}

const id = '7c0e5a10-4b1d-4f6a-9d33-000000000002';
const occurredAt = Date.UTC(2026, 10, 20, 13, 6, 26, 250);

// The suite reads one tenant more often than five times a second.
beforeEach(forgetRateBudgets);

describeConnector(deel, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { token: 'canary-organization-token-of-deel' },
  webhooks: [
    signed('somebody changed; the resource is an object', event('worker.v2.updated', { id }), {
      kind: 'event',
      event: 'worker.v2.updated',
      employeeIds: [id],
      occurredAt,
    }),
    signed('somebody was deleted; the resource is a list', event('worker.v2.deleted', [{ id }]), {
      kind: 'event',
      event: 'worker.v2.deleted',
      employeeIds: [id],
      occurredAt,
    }),
    signed('a direct employee was created', event('employee.created.direct', { id }), {
      kind: 'event',
      event: 'employee.created.direct',
      employeeIds: [id],
      occurredAt,
    }),
    signed('the id of a contract names nobody', event('contract.terminated', [{ id: '3edvyng' }]), {
      kind: 'event',
      event: 'contract.terminated',
      employeeIds: [],
      occurredAt,
    }),
    signed('a contractor is named by the id of the contract', event('employee.created.contractor', { id: '3edvyng' }), {
      kind: 'event',
      event: 'employee.created.contractor',
      employeeIds: [],
      occurredAt,
    }),
    signed('an event without a resource', event('oauth2.token.revoked', null), {
      kind: 'event',
      event: 'oauth2.token.revoked',
      employeeIds: [],
      occurredAt,
    }),
    signed('a simulated event does nothing', event('worker.v2.updated', { id }, { is_simulation: true }), { kind: 'ping' }),
  ],
});
