import { generateKeyPairSync } from 'node:crypto';
import { describeConnector, type WebhookCase } from '@rollcall/testing';
import { forgetRateBudgets } from '@rollcall/http';
import { beforeEach, describe, test } from 'vitest';
import { okta } from '../src/index.ts';

// Made anew in each run: no key lies in the repository.
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const secret = 'event-hook-secret-of-brackenford-4417';
const person = {
  id: '00u7brk0000000001002',
  type: 'User',
  alternateId: 'ruben.castellane@brackenford.example',
  displayName: 'Ruben C',
};
const app = { id: '0oa7brkapp', type: 'AppInstance', alternateId: 'Expenses', displayName: 'Expenses' };
const membership = { id: '0ua7brkmember', type: 'AppUser', alternateId: 'ruben', displayName: 'Ruben C' };

function delivery(name: string, events: readonly object[], notice: WebhookCase['notice']): WebhookCase {
  const body = JSON.stringify({
    eventType: 'com.okta.event_hook',
    eventTypeVersion: '1.0',
    cloudEventsVersion: '0.1',
    source: 'https://brackenford.okta.com/api/v1/eventHooks/who7brkhook',
    eventId: 'b5a188b9-0000-4000-8000-482ffda96311',
    data: { events },
    eventTime: '2026-11-22T08:59:53.032Z',
    contentType: 'application/json',
  });
  const headers = { accept: 'application/json', 'content-type': 'application/json', Authorization: secret };
  return { name, headers, body, secret, notice };
}

const actor = { id: '00u7brk0000000001001', type: 'User', alternateId: 'm@brackenford.example', displayName: 'Marguerite O' };
const logEvent = (eventType: string, target: readonly object[] | null) => ({
  uuid: 'f790999f-0000-4000-8000-6982a583986c',
  published: '2026-11-22T08:59:50.000Z',
  eventType,
  version: '0',
  severity: 'INFO',
  actor,
  outcome: { result: 'SUCCESS' },
  target,
});
const occurredAt = Date.parse('2026-11-22T08:59:50.000Z');
const about = (event: string): WebhookCase['notice'] => ({ kind: 'event', event, employeeIds: [person.id], occurredAt });

const events = [
  ...['create', 'activate', 'deactivate', 'suspend', 'unsuspend', 'delete.initiated'].map((end) => `user.lifecycle.${end}`),
  'user.account.update_profile',
];

beforeEach(forgetRateBudgets);

describeConnector(okta, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { org: 'brackenford.okta.com', clientId: '0oa7brackenford', privateKey: pem, keyId: 'brackenford-1' },
  webhooks: [
    ...events.map((event) => delivery(event, [logEvent(event, [person])], about(event))),
    delivery(
      'several events in one: each person once, apps and the actor are nobody',
      [logEvent('application.user_membership.add', [membership, app, person]), logEvent('user.lifecycle.suspend', [person])],
      about('application.user_membership.add, user.lifecycle.suspend'),
    ),
    delivery('without a target', [logEvent('user.lifecycle.create', null)], {
      kind: 'event',
      event: 'user.lifecycle.create',
      employeeIds: [],
      occurredAt,
    }),
    {
      name: 'the one-time verification has no body: answering its challenge is the platform’s',
      headers: { Authorization: secret, 'X-Okta-Verification-Challenge': 'xdzmtDx7fictional' },
      body: '',
      secret,
      notice: { kind: 'ping' },
    },
  ],
});
