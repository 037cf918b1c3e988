import { mapLimit } from './map-limit.ts';
import type { AnyConnector } from '../contract/connector.ts';
import type { WebhookNotice, WebhookRequest } from '../contract/webhook.ts';
import { receiveWebhook } from '../read/receive-webhook.ts';
import { changeConnection, createContext, type EngineContext } from './engine-context.ts';
import { CustomerEngine } from './customer-engine.ts';
import type { EngineOptions } from './engine-options.ts';
import { rotateKeys, type Rotation } from './rotate-keys.ts';
import { createPushDoor, type PushDoor } from './push/push-session.ts';
import type { RunResult } from './run/finish-run.ts';
import { sync } from './sync.ts';

export interface RunDueOptions {
  /** Default 100. */
  readonly limit?: number;
  /** Connections that sync at once in this process. Default 4. */
  readonly concurrency?: number;
  /** Stops the syncs under way where they can go on later, and begins no more. */
  readonly signal?: AbortSignal;
}

/** What became of one due connection: another process may have been faster. */
export type DueResult =
  | ({ readonly connectionId: string; readonly ok: true } & RunResult)
  | { readonly connectionId: string; readonly ok: false; readonly error: unknown };

/** The engine of a platform. It runs inside the platform's own backend; it listens nowhere and starts nothing by itself. */
export interface Engine {
  /** Everything about one customer. Another customer's connections do not exist there. */
  customer(customerId: string): CustomerEngine;
  readonly connectors: readonly AnyConnector[];
  /** Syncs the connections that are due (rule C5): call it from a timer or a worker, in as many processes as you like. */
  runDue(options?: RunDueOptions): Promise<readonly DueResult[]>;
  /**
   * Verifies a webhook and wakes the connection: its next pull is due at once. Nothing in the payload is believed.
   * @throws ResponseError `webhook_refused`
   */
  webhook(connectionId: string, request: WebhookRequest, secret: string): Promise<WebhookNotice>;
  /** For whoever speaks a protocol of pushing, such as `scimHandler` of `@rollcall/scim`. */
  readonly push: PushDoor;
  /** Seals everything under the current key of `secrets`. */
  rotateKeys(onProgress?: (connections: number) => void): Promise<Rotation>;
}

/**
 * Gives connections their life cycle: connect, configure, preview, confirm, sync, invite, approve, pause, disconnect; and
 * answers why.
 * @throws ConfigError when `secrets` or a connector is unusable
 * @example
 * const engine = createEngine({ store, directory, connectors: [personio], secrets: { current: 'k1', keys: { k1: process.env.ROLLCALL_KEY } } });
 * const acme = engine.customer('acme');
 * const { connection } = await acme.connect({ connector: 'personio', config: { clientId, clientSecret }, actor });
 * await acme.configure(connection.id, { configuration: { filter: { match: 'everybody' }, entities: null, policy: 'inviteGated' }, actor });
 * const { plan } = await acme.preview(connection.id, { actor });
 * if (plan) await acme.confirm(connection.id, { planHash: plan.hash, actor });
 */
export function createEngine(options: EngineOptions): Engine {
  const context = createContext(options);
  return {
    customer: (customerId) => new CustomerEngine(context, customerId),
    connectors: options.connectors,
    runDue: (due) => runDue(context, due),
    webhook: (connectionId, request, secret) => wake(context, connectionId, { request, secret }),
    push: createPushDoor(context),
    rotateKeys: (onProgress) => rotateKeys(context, onProgress),
  };
}

async function runDue(
  context: EngineContext,
  { limit = 100, concurrency = 4, signal }: RunDueOptions = {},
): Promise<readonly DueResult[]> {
  const due = await context.store.connections.due(context.at(), limit);
  return mapLimit(due, concurrency, async (connection): Promise<DueResult> => {
    const connectionId = connection.id;
    try {
      return { connectionId, ok: true, ...(await sync(context, connection, { signal })) };
    } catch (error) {
      return { connectionId, ok: false, error };
    }
  });
}

async function wake(
  context: EngineContext,
  connectionId: string,
  { request, secret }: { readonly request: WebhookRequest; readonly secret: string },
): Promise<WebhookNotice> {
  const connection = await context.store.connections.get(connectionId);
  const connector = context.connectorOf(connection?.connector ?? '');
  const notice = receiveWebhook(connector, request, { secret, now: context.now() });
  if (notice.kind === 'event') {
    await changeConnection(context, connectionId, ({ nextSyncAt }) => (nextSyncAt === null ? {} : { nextSyncAt: context.at() }));
  }
  return notice;
}
