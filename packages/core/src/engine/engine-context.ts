import { randomUUID } from 'node:crypto';
import type { AnyConnector } from '../contract/connector.ts';
import { checkConnector } from '../contract/check-connector.ts';
import type { MemberDirectory } from '../directory/member-directory.ts';
import { ConfigError } from '../errors/config-error.ts';
import { EngineError } from '../errors/engine-error.ts';
import { StoreError } from '../errors/store-error.ts';
import type { Fence, Store } from '../store/store.ts';
import type { Connection } from './connection.ts';
import type { EngineEvent, EngineOptions } from './engine-options.ts';
import { pushedView } from '../read/pushed-view.ts';
import { pushedSource } from './push/pushed-source.ts';
import { createSealer, type Sealer } from './seal/sealer.ts';

/** What every part of the engine works with. */
export interface EngineContext {
  readonly options: EngineOptions;
  readonly store: Store;
  readonly sealer: Sealer;
  /** Who takes leases: one engine in one process. */
  readonly owner: string;
  readonly now: () => Date;
  /** Now, as an instant. */
  readonly at: () => string;
  readonly newId: () => string;
  readonly connectorOf: (slug: string) => AnyConnector;
  /** The connector of a connection as it is read: from the vendor, or from what the vendor pushed. */
  readonly connectorFor: (connection: Connection) => AnyConnector;
  readonly directoryOf: (customerId: string) => MemberDirectory;
  readonly emit: (event: EngineEvent) => void;
  readonly syncEveryMs: number;
  readonly pushPauseMs: number;
  readonly leaseMs: number;
  readonly applyBatchSize: number;
}

const hourMs = 3_600_000;

export function createContext(options: EngineOptions): EngineContext {
  const connectors = new Map<string, AnyConnector>();
  for (const connector of options.connectors) {
    checkConnector(connector);
    connectors.set(connector.manifest.slug, connector);
  }
  const clock = options.clock ?? { now: () => new Date() };
  const connectorOf = (slug: string): AnyConnector => {
    const connector = connectors.get(slug);
    if (connector !== undefined) return connector;
    const problem = `is none of the connectors of this engine (${[...connectors.keys()].sort().join(', ') || 'none'})`;
    throw new ConfigError({ problems: [{ field: 'connector', problem }] });
  };
  return {
    options,
    store: options.store,
    sealer: createSealer(options.secrets),
    owner: `engine-${randomUUID()}`,
    now: () => clock.now(),
    at: () => clock.now().toISOString(),
    newId: () => randomUUID(),
    connectorOf,
    connectorFor: ({ connector, delivery, id }) =>
      delivery === 'push' ? pushedView(connectorOf(connector), pushedSource(options.store.pushed, id)) : connectorOf(connector),
    directoryOf: (customerId) => options.directory(customerId),
    emit: (event) => {
      tell(options, event);
    },
    syncEveryMs: options.syncEveryMs ?? 3 * hourMs,
    pushPauseMs: options.pushPauseMs ?? 5_000,
    leaseMs: options.leaseMs ?? 60_000,
    applyBatchSize: options.applyBatchSize ?? 1000,
  };
}

/** A listener that throws must not undo what has happened. */
function tell({ hooks, logger }: EngineOptions, event: EngineEvent): void {
  try {
    hooks?.onEvent?.(event);
  } catch {
    logger?.warn('the onEvent hook threw', { event: event.kind, connectionId: event.connectionId });
  }
}

/** The connection of this customer. Another customer's is as unknown as one that does not exist. */
export async function connectionOf(context: EngineContext, customerId: string, connectionId: string): Promise<Connection> {
  const connection = await context.store.connections.get(connectionId);
  if (connection?.customerId === customerId) return connection;
  throw new EngineError({ code: 'connection_unknown', message: 'this customer has no such connection' });
}

/**
 * Changes a connection as it stands in the store, whoever else is changing it: runs and administrators do not wait for
 * each other. `change` may be called again with a newer connection. With a fence, refused once the run has lost its lease.
 */
export async function changeConnection(
  context: EngineContext,
  connectionId: string,
  change: (fresh: Connection) => Partial<Connection>,
  fence?: Fence,
): Promise<Connection> {
  for (let attempt = 1; ; attempt += 1) {
    const fresh = await context.store.connections.get(connectionId);
    if (fresh === null) throw new EngineError({ code: 'connection_unknown', message: 'the connection is gone' });
    try {
      const updated = await context.store.connections.update({ ...fresh, ...change(fresh) }, fence);
      tellOfState(context, fresh, updated);
      return updated;
    } catch (error) {
      if (!StoreError.isInstance(error) || error.code !== 'conflict' || attempt >= 10) throw error;
    }
  }
}

function tellOfState(context: EngineContext, before: Connection, after: Connection): void {
  if (after.state === before.state && after.attention?.cause === before.attention?.cause) return;
  const { id: connectionId, customerId, attention } = after;
  const cause = attention?.cause ?? null;
  context.emit({ kind: 'state_changed', customerId, connectionId, from: before.state, to: after.state, cause });
}

/** The connection as it stands now. */
export async function freshOf({ store }: EngineContext, connection: Connection): Promise<Connection> {
  return (await store.connections.get(connection.id)) ?? connection;
}

/** What nobody's run may change back: somebody has paused or ended the connection meanwhile. */
export function isStopped({ state }: Connection): boolean {
  return state === 'paused' || state === 'disconnected';
}
