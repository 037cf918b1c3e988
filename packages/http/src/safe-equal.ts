import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares two secrets in constant time. Different lengths are allowed and are unequal. */
export function safeEqual(a: string | Uint8Array, b: string | Uint8Array): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

// Equal digests have equal lengths, which is what the comparison wants.
function digest(value: string | Uint8Array): Buffer {
  return createHash('sha256').update(value).digest();
}
