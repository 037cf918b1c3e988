import { describeConnector, type WebhookCase } from '@rollcall/testing';
import { forgetRateBudgets } from '@rollcall/http';
import { beforeEach, describe, test } from 'vitest';
import { entra } from '../src/index.ts';

const tenantId = '4b9d2c10-6f3e-4a58-9c07-1e5d8a2b7710';
const secret = 'client-state-of-brackenford-4417';
const id = '7e0c1b52-0d0e-4c6e-9a01-6d2b1f0a4102';

function notification(name: string, body: unknown, notice: WebhookCase['notice']): WebhookCase {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  return { name, headers, body: body === '' ? '' : JSON.stringify(body), secret, notice };
}

const about = (changeType: string, userId = id) => ({
  subscriptionId: '6c1b2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d',
  subscriptionExpirationDateTime: '2026-12-15T09:00:00.000Z',
  clientState: secret,
  changeType,
  resource: `Users/${userId}`,
  tenantId,
  resourceData: { '@odata.type': '#Microsoft.Graph.User', '@odata.id': `Users/${userId}`, id: userId },
});
const other = '7e0c1b52-0d0e-4c6e-9a01-6d2b1f0a4103';
const lifecycle = { subscriptionId: 's', clientState: secret, tenantId, lifecycleEvent: 'reauthorizationRequired' };

beforeEach(forgetRateBudgets);

describeConnector(entra, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { tenantId, clientId: 'c81f0a34-2b5d-4e77-a06c-9d4e3b2f1a10', clientSecret: 'canary-secret-of-entra~8Q' },
  webhooks: [
    notification('an account was changed', { value: [about('updated')] }, { kind: 'event', event: 'updated', employeeIds: [id] }),
    notification(
      'several notifications at once',
      { value: [about('updated'), about('deleted', other), about('updated', other)] },
      { kind: 'event', event: 'updated,deleted', employeeIds: [id, other, other] },
    ),
    notification(
      'the subscription is about to end',
      { value: [lifecycle] },
      { kind: 'event', event: 'reauthorizationRequired', employeeIds: [] },
    ),
    notification('the address is tried: the token is in the query, the body empty', '', { kind: 'ping' }),
  ],
});
