import type { AnyConnector, TokenStore } from '@rollcall/core';

/**
 * The connector with tokens that are over whenever a read begins, as they are hours later: a bad day of the log-in strikes a
 * company whose tokens are stored as well. What renews them is stored and good.
 */
export function loggingInAnew(connector: AnyConnector): AnyConnector {
  const { auth } = connector;
  return {
    ...connector,
    auth: {
      ...auth,
      connect: (options) =>
        auth.connect(options.tokens === undefined ? options : { ...options, tokens: allOver(options.tokens) }),
    },
  };
}

function allOver(tokens: TokenStore): TokenStore {
  return {
    async load() {
      const stored = await tokens.load();
      return stored === null ? null : { ...stored, expiresAt: 0 };
    },
    save: (renewed) => tokens.save(renewed),
    exclusively: (work) => tokens.exclusively(work),
  };
}
