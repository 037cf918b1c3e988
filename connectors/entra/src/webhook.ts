import { vendorId, vendorObject, vendorText } from '@rollcall/core';
import { jsonWebhook, safeEqual } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';

const Notification = vendorObject({
  clientState: vendorText,
  changeType: vendorText,
  lifecycleEvent: vendorText,
  resourceData: vendorObject({ id: vendorId.nullish() }).nullish(),
});
const Notifications = vendorObject({ value: z.array(Notification).min(1) });

/**
 * Change notifications, several at once, and those of the subscription's own life. They are not signed: each repeats the secret
 * that was given with the subscription. The request that tries the address has no body; its token is in the query, which
 * whoever receives it has to answer.
 * Source: https://learn.microsoft.com/graph/change-notifications-delivery-webhooks (2026-11).
 */
export const webhook = jsonWebhook({
  manifest,
  verify({ headers, body }, secret) {
    if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) return false;
    const { value } = Notifications.parse(JSON.parse(new TextDecoder().decode(body)));
    return secret !== '' && value.every(({ clientState }) => safeEqual(clientState ?? '', secret));
  },
  body: z.union([Notifications, z.literal('')]),
  read(body) {
    if (body === '') return 'ping';
    const words = body.value.map(({ changeType, lifecycleEvent }) => changeType ?? lifecycleEvent ?? 'updated');
    return { event: [...new Set(words)].join(), employeeIds: body.value.map(({ resourceData }) => resourceData?.id) };
  },
});
