import { vendorId, vendorObject } from '@rollcall/core';
import { jsonWebhook, safeEqual } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';

/**
 * Notifications of a channel. They are not signed: the token that was given when the channel was made comes back with each.
 * The first one, `sync`, says that the channel is there and has no body.
 * Source: https://developers.google.com/workspace/admin/directory/v1/guides/push (2026-11).
 */
export const webhook = jsonWebhook({
  manifest,
  verify: ({ headers }, secret) => secret !== '' && safeEqual(headers['x-goog-channel-token'] ?? '', secret),
  body: z.union([vendorObject({ id: vendorId.nullish() }), z.literal('')]),
  read(body, headers) {
    const event = headers['x-goog-resource-state'] ?? '';
    return event === 'sync' ? 'ping' : { event, employeeIds: body === '' ? [] : [body.id] };
  },
});
