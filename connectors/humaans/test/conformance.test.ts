import { createHmac } from 'node:crypto';
import { describeConnector, type WebhookCase } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { humaans } from '../src/index.ts';

const secret = 'signing-secret-of-fernhollow';

function signed(name: string, payload: object, notice: WebhookCase['notice'], prefix = ''): WebhookCase {
  const body = JSON.stringify(payload);
  const signature = prefix + createHmac('sha256', secret).update(body).digest('hex');
  return { name, body, secret, notice, headers: { 'X-Humaans-Signature': signature } };
}

describeConnector(humaans, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { token: 'canary-token-of-fernhollow' },
  webhooks: [
    signed(
      'somebody changed',
      {
        event: 'person.updated',
        data: { id: 'Pe7Hq2mLsD0000000000001', firstName: 'Ava' },
        timestamp: '2026-11-20T13:06:26.915Z',
      },
      {
        kind: 'event',
        event: 'person.updated',
        employeeIds: ['Pe7Hq2mLsD0000000000001'],
        occurredAt: Date.UTC(2026, 10, 20, 13, 6, 26, 915),
      },
    ),
    signed(
      'the signature may have a prefix',
      { event: 'person.created', data: { id: 'Pe1Wz6nQcF0000000000003' } },
      { kind: 'event', event: 'person.created', employeeIds: ['Pe1Wz6nQcF0000000000003'] },
      'sha256=',
    ),
    signed(
      'what belongs to a person names them',
      { event: 'jobRole.created', data: { id: 'Jr7', personId: 'Pe7Hq2mLsD0000000000001' } },
      { kind: 'event', event: 'jobRole.created', employeeIds: ['Pe7Hq2mLsD0000000000001'] },
    ),
    signed(
      'an event that names nobody',
      { event: 'document.created', data: { id: 'Do1' } },
      { kind: 'event', event: 'document.created', employeeIds: [] },
    ),
  ],
});
