import { createHmac } from 'node:crypto';
import { forgetRateBudgets } from '@rollcall/http';
import { describeConnector, type WebhookCase } from '@rollcall/testing';
import { beforeEach, describe, test } from 'vitest';
import { hibob } from '../src/index.ts';

const secret = 'webhook-secret-of-nobody';

/** Signed as the vendor describes it: HMAC-SHA512 of the payload with the secret, in base64. */
function signed(name: string, body: string, notice: WebhookCase['notice']): WebhookCase {
  const signature = createHmac('sha512', secret).update(body).digest('base64');
  return { name, body, secret, notice, headers: { 'Bob-Signature': signature } };
}

const updated = {
  companyId: 600100,
  type: 'employee.updated',
  triggeredBy: '3447112098650011101',
  triggeredAt: '2026-11-20T13:06:26.915906',
  version: 'v2',
  data: { employeeId: '3447112098650011102', fieldUpdates: [{ id: 'work.title' }] },
};
const entry = { employeeId: '3447112098650011102', tableId: 'lifecycle', effectiveDate: '2026-11-20' };
const zoned = '2026-11-20T13:06:26Z';

// The suite reads one tenant more often than 50 times a minute.
beforeEach(forgetRateBudgets);

describeConnector(hibob, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { serviceUserId: 'SERVICE-4419', token: 't0p-s3cr3t-Of-Nobody' },
  webhooks: [
    signed('somebody changed; the time has no zone and is left out', JSON.stringify(updated), {
      kind: 'event',
      event: 'employee.updated',
      employeeIds: ['3447112098650011102'],
    }),
    signed(
      'a lifecycle entry was made',
      JSON.stringify({ ...updated, type: 'table.entry.created', triggeredAt: zoned, data: entry }),
      {
        kind: 'event',
        event: 'table.entry.created',
        employeeIds: ['3447112098650011102'],
        occurredAt: Date.UTC(2026, 10, 20, 13, 6, 26),
      },
    ),
    signed('an event that names nobody', JSON.stringify({ ...updated, type: 'document.signed', data: {} }), {
      kind: 'event',
      event: 'document.signed',
      employeeIds: [],
    }),
    { name: 'ping as bare text, unsigned', headers: {}, secret, body: 'Ping test', notice: { kind: 'ping' } },
    { name: 'ping as a JSON text', headers: {}, secret, body: '"Ping test"', notice: { kind: 'ping' } },
    { name: 'ping as JSON', headers: {}, secret, body: '{"text":"Ping test"}', notice: { kind: 'ping' } },
  ],
});
