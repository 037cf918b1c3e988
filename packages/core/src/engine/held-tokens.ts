import type { StoredTokens, TokenStore } from '../contract/authentication.ts';

export interface HeldTokens extends TokenStore {
  /** What the last log-in obtained. */
  readonly obtained: () => StoredTokens | null;
}

/**
 * Tokens of a live check of new credentials. What was entered may be good for once only, and used up by the check: then
 * what came for it is all there is.
 */
export function heldTokens(): HeldTokens {
  let held: StoredTokens | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  return {
    load: () => Promise.resolve(held),
    save: (tokens) => {
      held = tokens;
      return Promise.resolve();
    },
    exclusively(work) {
      const result = queue.then(work);
      queue = result.catch(() => undefined);
      return result;
    },
    obtained: () => held,
  };
}
