import { vendorId, vendorObject, type WebhookRequest } from '@rollcall/core';
import { hmacVerifier, jsonWebhook } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';

// The time is the one of the first attempt, so a late second attempt is refused as old.
const sentAt = { header: 'x-remote-timestamp', unit: 'milliseconds', maxAgeSeconds: 300 } as const;
const message = ({ body, headers }: WebhookRequest) => [body, ':', headers[sentAt.header] ?? ''];
const verify = hmacVerifier({ header: 'x-remote-signature', algorithm: 'sha256', encoding: 'hex', message, sentAt });

const Event = vendorObject({ event_type: z.string(), employment_id: vendorId.nullish() });
const read = ({ event_type: event, employment_id: id }: z.infer<typeof Event>) => ({ event, employeeIds: [id] });

/**
 * A flat body with the ids of what it is about. Signed over body, colon and the time in milliseconds.
 * Source: https://developer.remote.com/docs/verifying-webhooks (2026-11).
 */
export const webhook = jsonWebhook({ manifest, verify, body: Event, read });
