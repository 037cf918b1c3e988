import { ResponseError, type Webhook } from '@rollcall/core';
import { safeEqual } from '@rollcall/http';
import { z } from 'zod';

const id = z.union([z.string(), z.number()]);
const reference = z.looseObject({ id: id.nullish() }).nullish();

const Body = z.looseObject({
  event_name: z.string(),
  occurred_at: z.string().nullish(),
  payload: z.looseObject({ id: id.nullish(), person_id: id.nullish(), person: reference }).nullish(),
});

/**
 * Personio signs nothing: with `auth_type: TOKEN` it sends the agreed value unchanged in `Authorization`. The payload
 * holds ids only. Source: https://developer.personio.de/v2.0/reference/webhooks (2026-11).
 */
export const webhook: Webhook = {
  verify: ({ headers }, secret) => safeEqual(headers.authorization ?? '', secret),
  parse({ body }) {
    const { data } = Body.safeParse(toJson(body));
    if (data === undefined) {
      throw new ResponseError({
        code: 'webhook_refused',
        vendor: 'personio',
        message: 'a webhook of Personio has no event_name',
      });
    }
    const { event_name: event, occurred_at: occurredAt, payload } = data;
    // A person's own events carry its id as `id`, those of employments name the person beside it.
    const person = payload?.person?.id ?? payload?.person_id ?? (event.startsWith('person.') ? payload?.id : undefined);
    const time = Date.parse(occurredAt ?? '');
    return {
      kind: 'event',
      event,
      employeeIds: person == null ? [] : [String(person)],
      ...(Number.isNaN(time) ? {} : { occurredAt: time }),
    };
  },
};

function toJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
