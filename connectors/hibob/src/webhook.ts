import { ResponseError, type Webhook } from '@rollcall/core';
import { hmacSignature, safeEqual } from '@rollcall/http';
import { z } from 'zod';

const ping = 'Ping test';

const Ping = z.union([z.literal(ping), z.looseObject({ text: z.literal(ping) })]);

const Event = z.looseObject({
  type: z.string().min(1),
  triggeredAt: z.string().nullish(),
  data: z.looseObject({ employeeId: z.unknown().optional() }).nullish(),
});

/**
 * Webhooks of version 2: signed over the bytes of the body; the payload names the person and no values. Before one is
 * saved Bob pings the address. Source: https://apidocs.hibob.com/reference/getting-started-webhooks (2026-11).
 */
export const webhook: Webhook = {
  verify({ headers, body }, secret) {
    const signature = hmacSignature({ algorithm: 'sha512', key: secret, message: body, encoding: 'base64' });
    return safeEqual(headers['bob-signature'] ?? '', signature);
  },
  parse({ body }) {
    const payload = toJson(new TextDecoder().decode(body));
    if (Ping.safeParse(payload).success) return { kind: 'ping' };
    const { data: event } = Event.safeParse(payload);
    if (event === undefined)
      throw new ResponseError({ code: 'webhook_refused', vendor: 'hibob', message: 'a webhook of HiBob has no type' });
    const id = event.data?.employeeId;
    const occurredAt = toInstant(event.triggeredAt);
    return {
      kind: 'event',
      event: event.type,
      // A number would have lost digits: ids are longer than 2^53.
      employeeIds: typeof id === 'string' && id !== '' ? [id] : [],
      ...(occurredAt !== undefined && { occurredAt }),
    };
  },
};

/** Text that is not JSON is the bare ping, if anything. */
function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.trim();
  }
}

// Examples write the time without a zone; which one is meant is not documented, so such a time is left out.
function toInstant(time: string | null | undefined): number | undefined {
  const moment = /(?:Z|[+-]\d{2}:?\d{2})$/.test(time ?? '') ? Date.parse(time ?? '') : NaN;
  return Number.isNaN(moment) ? undefined : moment;
}
