import { ResponseError, type Webhook } from '@rollcall/core';
import { hmacSignature, safeEqual } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';

const id = z.union([z.string(), z.number()]);

/** `employee.created`, `updated`, `deleted`, and events of the company, which name nobody. */
const EventBased = z.looseObject({
  type: z.string(),
  timestamp: z.string().nullish(),
  data: z.looseObject({ employeeId: id.nullish() }).nullish(),
});

/** `employee_with_fields.…` and global webhooks: several people at once, with values that are not read. */
const FieldBased = z.looseObject({
  type: z.string().nullish(),
  timestamp: z.string().nullish(),
  employees: z.array(z.looseObject({ id })),
});

const longestAgeMs = 5 * 60_000;

/**
 * Signed with the private key of the webhook: HMAC-SHA256 in hex over the raw body followed by the timestamp header.
 * Source: https://documentation.bamboohr.com/docs/webhooks, /docs/event-based-webhooks (2026-11); order of the two parts unverified.
 */
export const webhook: Webhook = {
  verify({ headers, body }, secret, now) {
    const timestamp = headers['x-bamboohr-timestamp'] ?? '';
    const sentAt = toMilliseconds(timestamp);
    if (sentAt !== undefined && now.getTime() - sentAt > longestAgeMs) return false;
    const signature = hmacSignature({ algorithm: 'sha256', key: secret, message: joined(body, timestamp), encoding: 'hex' });
    return safeEqual(headers['x-bamboohr-signature']?.toLowerCase() ?? '', signature);
  },
  parse({ body }) {
    const parsed = toJson(body);
    const people = FieldBased.safeParse(parsed).data;
    const event = people ?? EventBased.safeParse(parsed).data;
    if (event === undefined) {
      throw new ResponseError({
        code: 'webhook_refused',
        vendor: manifest.slug,
        message: 'a webhook of BambooHR has neither a type nor employees',
        hint: 'Set the format of the webhook to JSON.',
      });
    }
    const person = people === undefined ? EventBased.safeParse(parsed).data?.data?.employeeId : undefined;
    const ids = people?.employees.map((employee) => String(employee.id)) ?? (person == null ? [] : [String(person)]);
    const occurredAt = toMilliseconds(event.timestamp ?? '');
    return {
      kind: 'event',
      event: event.type ?? 'employee_with_fields',
      employeeIds: ids,
      ...(occurredAt !== undefined && { occurredAt }),
    };
  },
};

function joined(body: Uint8Array, timestamp: string): Uint8Array {
  const end = new TextEncoder().encode(timestamp);
  const message = new Uint8Array(body.length + end.length);
  message.set(body);
  message.set(end, body.length);
  return message;
}

/** Epoch seconds, epoch milliseconds or ISO 8601: samples show the first and the last. */
function toMilliseconds(timestamp: string): number | undefined {
  if (/^\d{9,11}$/.test(timestamp)) return Number(timestamp) * 1000;
  if (/^\d{12,14}$/.test(timestamp)) return Number(timestamp);
  const time = Date.parse(timestamp);
  return Number.isNaN(time) ? undefined : time;
}

function toJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
