import { createHmac } from 'node:crypto';
import { describeConnector, type WebhookCase } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { hrworks } from '../src/index.ts';

const secret = 'sternfurt-canary-secret-4821';
const sentAt = '1795338000';

/** Signed are the job and the time: HMAC-SHA256 in base64. */
function delivery(name: string, action: string, location: string, employeeIds: readonly string[]): WebhookCase {
  const jobId = `job-${action}`;
  const body = { event: 'serverEvent', resourceLocation: `https://api.hrworks.de/v2/${location}`, jobId, action };
  const signature = createHmac('sha256', secret).update(`${jobId}.${sentAt}`).digest('base64');
  const headers = { 'X-HRworks-Signature': signature, 'X-HRworks-Timestamp': sentAt };
  return { name, headers, body: JSON.stringify(body), secret, notice: { kind: 'event', event: action, employeeIds } };
}

const person = '4f6d2c10-5e0b-4a77-8f21-0a1b2c3d4e02';

describeConnector(hrworks, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { accessKey: 'sternfurt-access-key', secretAccessKey: secret },
  webhooks: [
    delivery('somebody was added', 'resourceCreated', `persons/${person}`, [person]),
    delivery('somebody changed', 'resourceUpdated', `persons/${person}`, [person]),
    delivery('somebody was set to gone', 'resourceDeactivated', `persons/${person}`, [person]),
    delivery('somebody was deleted', 'resourceDeleted', `persons/${person}`, [person]),
    delivery('an absence names nobody', 'resourceCreated', 'absences/3_25', []),
  ],
});
