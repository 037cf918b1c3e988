import { createEngine, type AnyConnector, type ConnectOptions, type EngineOptions, type TokenStore } from '@rollcall/core';

/** What a read with stored credentials needs. */
export interface StoredAccess {
  readonly config: Readonly<Record<string, unknown>>;
  readonly platform: Readonly<Record<string, unknown>>;
  readonly tokens: TokenStore | undefined;
}

/** Thrown where a connector would connect: no request is made. */
class Opened extends Error {
  readonly access: StoredAccess;
  constructor(access: StoredAccess) {
    super('opened');
    this.access = access;
  }
}

/**
 * The opened credentials of a connection. The engine hands them to nobody but the connector, so one that only takes them
 * stands in for it; its check ends before anything is sent.
 */
export async function openStoredAccess(
  options: EngineOptions,
  { customerId, connectionId }: { readonly customerId: string; readonly connectionId: string },
): Promise<StoredAccess> {
  const engine = createEngine({ ...options, connectors: options.connectors.map(takingOnly) });
  try {
    await engine.customer(customerId).check(connectionId);
  } catch (error) {
    if (error instanceof Opened) return error.access;
    throw error;
  }
  return { config: {}, platform: {}, tokens: undefined };
}

function takingOnly(connector: AnyConnector): AnyConnector {
  const connect = ({ config, platform, tokens }: ConnectOptions<object, object>): never => {
    throw new Opened({ config: { ...config }, platform: { ...platform }, tokens });
  };
  return { ...connector, auth: { ...connector.auth, connect } };
}
