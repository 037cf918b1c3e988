import type { Webhook, WebhookRequest } from '@rollcall/core';
import { hmacSignature, type HmacSignatureOptions } from '../hmac-signature.ts';
import { safeEqual } from '../safe-equal.ts';

export interface HmacVerifierOptions extends Pick<HmacSignatureOptions, 'algorithm' | 'encoding'> {
  /** Lower-case name of the header that carries the signature. */
  readonly header: string;
  /** Stands before the signature, such as `sha256=`; accepted with and without. */
  readonly prefix?: string | undefined;
  /** What is signed, in parts, where it is more than the body as it came. */
  readonly message?: ((request: WebhookRequest) => readonly (string | Uint8Array)[]) | undefined;
  /** When the delivery says it was sent; an old one is refused, because it may be a copy. */
  readonly sentAt?:
    { readonly header: string; readonly unit: 'seconds' | 'milliseconds' | 'iso'; readonly maxAgeSeconds: number } | undefined;
}

/** Verifies a signature by a shared secret over the bytes as they came, in constant time. */
export function hmacVerifier(options: HmacVerifierOptions): Webhook['verify'] {
  const { header, prefix = '', algorithm, encoding, message, sentAt } = options;
  return (request, secret, now) => {
    if (secret === '') return false;
    if (sentAt !== undefined && !isRecent(request.headers[sentAt.header], sentAt, now)) return false;
    const given = (request.headers[header] ?? '').trim();
    const signature = given.startsWith(prefix) ? given.slice(prefix.length) : given;
    const signed = join(message?.(request) ?? [request.body]);
    const expected = hmacSignature({ algorithm, key: secret, message: signed, encoding });
    return safeEqual(encoding === 'hex' ? signature.toLowerCase() : signature, expected);
  };
}

function isRecent(
  value: string | undefined,
  { unit, maxAgeSeconds }: NonNullable<HmacVerifierOptions['sentAt']>,
  now: Date,
): boolean {
  const written = value?.trim() ?? '';
  if (unit !== 'iso' && !/^\d+$/.test(written)) return false;
  const sentAt = unit === 'iso' ? Date.parse(written) : Number(written) * (unit === 'seconds' ? 1000 : 1);
  // NaN compares as not recent. Clocks may differ both ways.
  return Math.abs(now.getTime() - sentAt) <= maxAgeSeconds * 1000;
}

function join(parts: readonly (string | Uint8Array)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part)));
}
