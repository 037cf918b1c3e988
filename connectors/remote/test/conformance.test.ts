import { describeConnector, type WebhookCase } from '@rollcall/testing';
import { hmacSignature } from '@rollcall/http';
import { describe, test } from 'vitest';
import { remote } from '../src/index.ts';

const secret = 'tindertown-signing-key-9021';
const sentAt = '1795337880000';

/** As Remote signs: the raw body, a colon, and the time of the header in milliseconds. */
const event = (name: string, ids: object, employeeIds: readonly string[]): WebhookCase => {
  const body = JSON.stringify({ event_type: name, company_id: '0d3c6a10-7f2e-4b8e-9d50-00000000c0de', ...ids });
  const message = new TextEncoder().encode(`${body}:${sentAt}`);
  const signature = hmacSignature({ algorithm: 'sha256', key: secret, message, encoding: 'hex' });
  return {
    name,
    headers: { 'X-Remote-Signature': signature, 'X-Remote-Timestamp': sentAt, 'Content-Type': 'application/json' },
    body,
    secret,
    notice: { kind: 'event', event: name, employeeIds },
  };
};

const person = '7c40e9d2-51ab-4f06-8e3d-000000000001';

describeConnector(remote, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { token: 'ra_live_canaryTokenOfTindertown4471' },
  webhooks: [
    event('employment.status.updated', { employment_id: person }, [person]),
    event('employment.start_date.changed', { employment_id: person, start_date: '2027-01-04' }, [person]),
    event('offboarding.completed', { employment_id: person, offboarding_id: 'o-1' }, [person]),
    event('company.activated', {}, []),
  ],
});
