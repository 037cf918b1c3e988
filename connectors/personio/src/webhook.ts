import { vendorId, vendorObject, vendorReference, vendorText } from '@rollcall/core';
import { jsonWebhook, safeEqual } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';

const id = vendorId.nullish();

/**
 * Personio signs nothing: with `auth_type: TOKEN` it sends the agreed value unchanged in `Authorization`. The payload
 * holds ids only. Source: https://developer.personio.de/v2.0/reference/webhooks (2026-11).
 */
export const webhook = jsonWebhook({
  manifest,
  verify: ({ headers }, secret) => secret !== '' && safeEqual(headers.authorization ?? '', secret),
  body: vendorObject({
    event_name: z.string(),
    occurred_at: vendorText,
    payload: vendorObject({ id, person_id: id, person: vendorReference }).nullish(),
  }),
  // A person's own events carry its id as `id`, those of employments name the person beside it.
  read: ({ event_name: event, occurred_at: occurredAt, payload }) => ({
    event,
    occurredAt,
    employeeIds: [payload?.person?.id ?? payload?.person_id ?? (event.startsWith('person.') ? payload?.id : undefined)],
  }),
});
