import type { AnyConnector } from '@rollcall/core';

/**
 * The connector without its rate windows: a sandbox on this machine need not be waited for. That windows are kept is proven
 * where they are made, in the kit; a 429 is still waited for.
 */
export function withoutBudget(connector: AnyConnector): AnyConnector {
  const { windows: _windows, ...limits } = connector.manifest.limits;
  return { ...connector, manifest: { ...connector.manifest, limits } };
}
