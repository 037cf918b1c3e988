import { vendorId, vendorObject, vendorText } from '@rollcall/core';
import { hmacVerifier, jsonWebhook } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';

const Resource = vendorObject({ id: vendorId.nullish() });
const meta = vendorObject({ event_type: z.string().min(1), is_simulation: z.boolean().nullish() });
// The introduction shows a list, the pages of the events one object.
const data = vendorObject({ meta, resource: z.union([z.array(Resource), Resource]).nullish() });

const signature = { header: 'x-deel-signature', algorithm: 'sha256', encoding: 'hex' } as const;

/**
 * Signed with the signing key of the webhook, over the word POST and the raw body.
 * Source: https://developer.deel.com/api/webhooks/introduction and reference/endpoints/hris/webhook-worker-v-2-updated (2026-11).
 */
export const webhook = jsonWebhook({
  manifest,
  verify: hmacVerifier({ ...signature, message: ({ body }) => ['POST', body] }),
  body: vendorObject({ data, timestamp: vendorText }),
  read({ data: { meta: about, resource }, timestamp }) {
    if (about.is_simulation === true) return 'ping';
    // The id of other events is that of a contract.
    const isOfPeople = /^(?:worker\.v2\.\w+|employee\.\w+\.direct)$/.test(about.event_type);
    const employeeIds = isOfPeople ? [resource ?? []].flat().map(({ id }) => id) : [];
    return { event: about.event_type, employeeIds, occurredAt: timestamp };
  },
});
