import { createHash, randomBytes } from 'node:crypto';

/** Proof that whoever trades a code is who asked for it (RFC 7636, S256). */
export interface Pkce {
  /** Kept, sealed, until the code comes back. */
  readonly verifier: string;
  /** Sent along with the administrator. */
  readonly challenge: string;
}

/** A new proof for one authorization. */
export function createPkce(): Pkce {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}
