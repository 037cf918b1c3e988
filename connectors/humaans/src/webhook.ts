import { vendorObject } from '@rollcall/core';
import { hmacVerifier, jsonWebhook } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';
import { HumaansRow } from './schema.ts';

/** Signed over the raw body; header and prefix as a public client has them (github.com/sgerrand/ex_humaans, 2026-11). */
export const webhook = jsonWebhook({
  manifest,
  verify: hmacVerifier({ header: 'x-humaans-signature', prefix: 'sha256=', algorithm: 'sha256', encoding: 'hex' }),
  body: vendorObject({ event: z.string().min(1), data: HumaansRow.nullish() }),
  read({ event, timestamp, data }) {
    // What belongs to a person names them; a person's own events carry the id itself.
    const id = data?.personId ?? (event.startsWith('person.') ? data?.id : undefined);
    return { event, employeeIds: [id], occurredAt: timestamp };
  },
});
