import type { StoredTokens, TokenStore } from '@rollcall/core';

/** Tokens for the length of one client, where nobody keeps them. The client's session renews one at a time. */
export function memoryTokens(): TokenStore {
  let kept: StoredTokens | null = null;
  return {
    load: () => Promise.resolve(kept),
    save(tokens) {
      kept = tokens;
      return Promise.resolve();
    },
    exclusively: (work) => work(),
  };
}
