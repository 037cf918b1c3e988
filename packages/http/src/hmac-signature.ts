import { createHmac } from 'node:crypto';

export interface HmacSignatureOptions {
  readonly algorithm: 'sha256' | 'sha512' | 'sha1';
  readonly key: string | Uint8Array;
  /** The bytes as they came: a parsed and rewritten body has another signature. */
  readonly message: string | Uint8Array;
  readonly encoding: 'hex' | 'base64';
}

/** The signature that a webhook should carry; compare it with `safeEqual`. */
export function hmacSignature({ algorithm, key, message, encoding }: HmacSignatureOptions): string {
  return createHmac(algorithm, key).update(message).digest(encoding);
}
