import { forgetRateBudgets } from '@rollcall/http';
import { describeConnector, type WebhookCase } from '@rollcall/testing';
import { beforeEach, describe, test } from 'vitest';
import { personio } from '../src/index.ts';

const secret = 'lanternfold-webhook-value-5519';

const event = (name: string, payload: object, employeeIds: readonly string[]): WebhookCase => ({
  name,
  headers: { Authorization: secret, 'Content-Type': 'application/json' },
  body: JSON.stringify({ company_id: 40_771, event_name: name, occurred_at: '2026-11-20T06:30:00Z', payload, meta: {} }),
  secret,
  notice: { kind: 'event', event: name, employeeIds, occurredAt: Date.UTC(2026, 10, 20, 6, 30) },
});

// The suite logs in to one tenant more often than 150 times a minute.
beforeEach(forgetRateBudgets);

describeConnector(personio, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { clientId: 'papi-6b1e0c1f-lanternfold', clientSecret: 'papi-canary-secret-8842' },
  platform: { appId: 'LANTERNFOLD_SYNC', partnerId: 'LANTERNFOLD' },
  webhooks: [
    event('person.created', { id: '7001' }, ['7001']),
    event('person.updated', { id: 7001 }, ['7001']),
    event('person.deleted', { id: '7001' }, ['7001']),
    event('employment.created', { id: '3d9f0a52', person: { id: '7002' } }, ['7002']),
    event('employment.updated', { id: '3d9f0a52', person_id: 7002 }, ['7002']),
    event('employment.updated.cost-centers', { id: '3d9f0a52', person: { id: '7002' } }, ['7002']),
    event('employment.started', { id: '3d9f0a52', person: { id: '7002' } }, ['7002']),
    event('employment.terminated', { id: '3d9f0a52', person: { id: '7002' } }, ['7002']),
    // The id of an employment is never taken for the one of a person.
    event('employment.deleted', { id: '3d9f0a52' }, []),
  ],
});
