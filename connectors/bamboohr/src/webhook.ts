import { vendorId, vendorObject, vendorText } from '@rollcall/core';
import { hmacVerifier, jsonWebhook } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';

const timestampHeader = 'x-bamboohr-timestamp';
const longestAgeMs = 5 * 60_000;

const signed = hmacVerifier({
  header: 'x-bamboohr-signature',
  algorithm: 'sha256',
  encoding: 'hex',
  message: ({ headers, body }) => [body, headers[timestampHeader] ?? ''],
});

/** `employee_with_fields.…` and global webhooks: several people at once, with values that are not read. */
const FieldBased = vendorObject({
  type: vendorText,
  timestamp: vendorText,
  employees: z.array(vendorObject({ id: vendorId })),
});

/** `employee.created`, `updated`, `deleted`, and events of the company, which name nobody. */
const EventBased = vendorObject({
  type: z.string(),
  timestamp: vendorText,
  data: vendorObject({ employeeId: vendorId.nullish() }).nullish(),
});

/**
 * Signed with the private key of the webhook: HMAC-SHA256 in hex over the raw body followed by the timestamp header.
 * Source: https://documentation.bamboohr.com/docs/webhooks, /docs/event-based-webhooks (2026-11); order of the two parts unverified.
 */
export const webhook = jsonWebhook({
  manifest,
  verify(request, secret, now) {
    const sentAt = toMilliseconds(request.headers[timestampHeader]);
    // A form that is not documented says nothing about the age.
    return (sentAt === undefined || now.getTime() - sentAt <= longestAgeMs) && signed(request, secret, now);
  },
  body: z.union([FieldBased, EventBased]),
  read(body) {
    const people = 'employees' in body ? (body as z.infer<typeof FieldBased>).employees.map(({ id }) => id) : undefined;
    const { data } = body as Partial<z.infer<typeof EventBased>>;
    const occurredAt = toMilliseconds(body.timestamp ?? undefined);
    return { event: body.type ?? 'employee_with_fields', employeeIds: people ?? [data?.employeeId], occurredAt };
  },
});

/** Epoch seconds, epoch milliseconds or ISO 8601: samples show the first and the last. */
function toMilliseconds(timestamp = ''): number | undefined {
  if (/^\d{9,11}$/.test(timestamp)) return Number(timestamp) * 1000;
  if (/^\d{12,14}$/.test(timestamp)) return Number(timestamp);
  const time = Date.parse(timestamp);
  return Number.isNaN(time) ? undefined : time;
}
