/** A request that arrived at the platform's webhook address, as raw as it came: signatures are over bytes. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/** What a webhook says. It only wakes a read; nothing in it is taken as true about a person (rule C5). */
export type WebhookNotice =
  /** The vendor tries the address: answer 2xx and do nothing. */
  | { readonly kind: 'ping' }
  | {
      readonly kind: 'event';
      /** The vendor's name of the event. */
      readonly event: string;
      /** Vendor ids of the people concerned; empty when the payload names none. */
      readonly employeeIds: readonly string[];
      /** Epoch milliseconds at which the vendor says it happened. */
      readonly occurredAt?: number | undefined;
    };

export interface Webhook {
  /** Compares in constant time. `secret` is what the vendor showed, or was given, when the webhook was made. */
  verify(request: WebhookRequest, secret: string, now: Date): boolean;
  /** Reads the body. @throws ResponseError `webhook_refused` when it is none of the vendor's documented forms. */
  parse(request: WebhookRequest): WebhookNotice;
}
