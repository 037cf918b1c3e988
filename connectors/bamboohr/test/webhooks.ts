import { createHmac } from 'node:crypto';
import type { WebhookCase } from '@rollcall/testing';

const secret = 'fictional-private-key-of-a-webhook';

/** Signed here as the documentation says, apart from the connector's own code. */
function signed(name: string, timestamp: string, body: string, notice: WebhookCase['notice']): WebhookCase {
  const signature = createHmac('sha256', secret)
    .update(body + timestamp)
    .digest('hex');
  const headers = { 'Content-Type': 'application/json', 'X-BambooHR-Timestamp': timestamp, 'X-BambooHR-Signature': signature };
  return { name, headers, body, secret, notice };
}

export const webhooks: readonly WebhookCase[] = [
  signed(
    'employee.updated with the header in epoch seconds',
    '1795251480',
    '{"type":"employee.updated","timestamp":"2026-11-21T08:58:00+0000","data":{"companyId":"4471","employeeId":"318","changedFields":["jobTitle"]}}',
    { kind: 'event', event: 'employee.updated', employeeIds: ['318'], occurredAt: 1_795_251_480_000 },
  ),
  signed(
    'employee.deleted with the header as ISO 8601',
    '2026-11-21T08:59:00Z',
    '{"type":"employee.deleted","timestamp":"2026-11-21T08:59:00+0000","data":{"companyId":"4471","employeeId":1007}}',
    { kind: 'event', event: 'employee.deleted', employeeIds: ['1007'], occurredAt: 1_795_251_540_000 },
  ),
  signed(
    'field-based: several people at once, their values unread',
    'some day',
    '{"employees":[{"id":"318","action":"Updated","changedFields":["jobTitle"],"fields":{"jobTitle":{"value":"Kiln Lead"}}},{"id":1050,"action":"Created","changedFields":[],"fields":{}}]}',
    { kind: 'event', event: 'employee_with_fields', employeeIds: ['318', '1050'] },
  ),
  signed(
    'an event of the company names nobody',
    '1795251480',
    '{"type":"company.updated","timestamp":"2026-11-21T08:58:00+0000","data":{"companyId":"4471"}}',
    { kind: 'event', event: 'company.updated', employeeIds: [], occurredAt: 1_795_251_480_000 },
  ),
];
