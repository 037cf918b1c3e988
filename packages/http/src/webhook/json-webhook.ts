import { ResponseError, type Manifest, type Webhook, type WebhookNotice } from '@rollcall/core';
import type { z } from 'zod';

/** What an event says, in the vendor's own forms. */
export interface VendorEvent {
  /** The vendor's name of the event. */
  readonly event: string;
  /** Ids as they stand in the payload. What is neither text nor a safe whole number is left out. */
  readonly employeeIds: readonly unknown[];
  /** When it happened: ISO 8601 with a zone, or epoch milliseconds. Anything else is left out. */
  readonly occurredAt?: unknown;
}

export interface JsonWebhookOptions<Body> {
  readonly manifest: Manifest;
  readonly verify: Webhook['verify'];
  /** The documented forms of a body. */
  readonly body: z.ZodType<Body>;
  /** Reads one; `'ping'` when the vendor only tries the address. */
  readonly read: (body: Body, headers: Readonly<Record<string, string | undefined>>) => VendorEvent | 'ping';
}

/** A webhook whose body is JSON. What is none of the documented forms is refused with `webhook_refused`. */
export function jsonWebhook<Body>({ manifest, verify, body: schema, read }: JsonWebhookOptions<Body>): Webhook {
  return {
    verify,
    parse({ headers, body }): WebhookNotice {
      const { data } = schema.safeParse(toJson(body));
      if (data === undefined) {
        throw new ResponseError({
          code: 'webhook_refused',
          vendor: manifest.slug,
          message: `a webhook of ${manifest.name} has none of the documented forms`,
          hint: `Compare the webhook's settings with the set-up guide. ${manifest.docsUrl}`,
        });
      }
      const notice = read(data, headers);
      if (notice === 'ping') return { kind: 'ping' };
      const occurredAt = toMilliseconds(notice.occurredAt);
      return {
        kind: 'event',
        event: notice.event,
        employeeIds: notice.employeeIds.filter(isId).map(String),
        ...(occurredAt !== undefined && { occurredAt }),
      };
    },
  };
}

// A number beyond 2^53 has lost digits and would name somebody else.
function isId(id: unknown): id is string | number {
  return typeof id === 'string' ? id !== '' : Number.isSafeInteger(id);
}

function toMilliseconds(time: unknown): number | undefined {
  if (typeof time === 'number') return Number.isSafeInteger(time) && time > 1e11 ? time : undefined;
  if (typeof time !== 'string' || !/(?:Z|[+-]\d{2}:?\d{2})$/i.test(time)) return undefined;
  const moment = Date.parse(time);
  return Number.isNaN(moment) ? undefined : moment;
}

/** Text that is not JSON is a text: some vendors try an address with a bare word. */
function toJson(body: Uint8Array): unknown {
  const text = new TextDecoder().decode(body);
  try {
    return JSON.parse(text);
  } catch {
    return text.trim();
  }
}
