import { vendorObject, vendorReference, vendorText } from '@rollcall/core';
import { hmacVerifier, jsonWebhook } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';

const data = vendorObject({ id: z.unknown().optional(), employee: vendorReference }).nullish();
const LuccaEvent = vendorObject({ topic: z.string().min(1), occurredAt: vendorText, data });
const CloudEvent = vendorObject({
  specversion: z.string(),
  type: z.string().startsWith('com.luccasoftware.'),
  time: vendorText,
  data,
}).transform((event) => ({ topic: event.type.replace('com.luccasoftware.', ''), occurredAt: event.time, data: event.data }));

/**
 * Signed over time and body. CloudEvents come where the endpoint was made for them. Source:
 * https://developers.lucca.fr/documentation/webhooks/catching/validate and the vendor's OpenAPI (2026-11).
 */
export const webhook = jsonWebhook({
  manifest,
  verify: hmacVerifier({
    header: 'lucca-signature',
    algorithm: 'sha256',
    encoding: 'base64',
    message: ({ headers, body }) => [`${headers['lucca-timestamp'] ?? ''}.`, body],
    sentAt: { header: 'lucca-timestamp', unit: 'iso', maxAgeSeconds: 300 },
  }),
  body: z.union([LuccaEvent, CloudEvent]),
  read({ topic, occurredAt, data: changed }) {
    if (['ping', 'confirmation', 'test.created'].includes(topic)) return 'ping';
    // What is not the employee itself names its employee; its own id is nobody's.
    const employee = topic.startsWith('employee.') ? changed : changed?.employee;
    return { event: topic, employeeIds: [employee?.id], occurredAt };
  },
});
