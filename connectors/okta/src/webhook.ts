import { vendorId, vendorObject, vendorText } from '@rollcall/core';
import { jsonWebhook, safeEqual } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';

const Target = vendorObject({ id: vendorId.nullish(), type: vendorText });
const Event = vendorObject({ eventType: z.string(), published: vendorText, target: z.array(Target).nullish() });
const Delivery = vendorObject({ data: vendorObject({ events: z.array(Event).min(1) }) });

/**
 * Deliveries of an event hook, several events in one. They are not signed: the text that was entered as authentication secret
 * comes back with each. When a hook is verified, Okta asks by GET, without a body.
 * Source: https://developer.okta.com/docs/concepts/event-hooks/ (2026-11).
 */
export const webhook = jsonWebhook({
  manifest,
  verify: ({ headers }, secret) => secret !== '' && safeEqual(headers['authorization'] ?? '', secret),
  body: z.union([Delivery, z.literal('')]),
  read(body) {
    if (body === '') return 'ping';
    const { events } = body.data;
    const targets = events.flatMap(({ target }) => target ?? []).filter(({ type }) => type === 'User');
    return {
      event: [...new Set(events.map(({ eventType }) => eventType))].join(', '),
      employeeIds: [...new Set(targets.map(({ id }) => id))],
      occurredAt: events[0]?.published,
    };
  },
});
