import { vendorObject } from '@rollcall/core';
import { hmacVerifier, jsonWebhook } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';

const ping = 'Ping test';

const Ping = z.union([z.literal(ping), vendorObject({ text: z.literal(ping) })]);

const Event = vendorObject({
  type: z.string().min(1),
  triggeredAt: z.string().nullish(),
  data: vendorObject({ employeeId: z.unknown().optional() }).nullish(),
});

/**
 * Webhooks of version 2: signed over the bytes of the body; the payload names the person and no values. Before one is
 * saved Bob pings the address. Examples write the time without a zone; which one is meant is not documented.
 * Source: https://apidocs.hibob.com/reference/getting-started-webhooks (2026-11).
 */
export const webhook = jsonWebhook({
  manifest,
  verify: hmacVerifier({ header: 'bob-signature', algorithm: 'sha512', encoding: 'base64' }),
  body: z.union([Ping, Event]),
  read(body) {
    const { data: event } = Event.safeParse(body);
    if (event === undefined) return 'ping';
    const id = event.data?.employeeId;
    // A number would have lost digits: ids are longer than 2^53.
    return { event: event.type, employeeIds: typeof id === 'string' ? [id] : [], occurredAt: event.triggeredAt };
  },
});
