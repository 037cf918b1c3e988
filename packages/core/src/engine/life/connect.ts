import type { StoredTokens } from '../../contract/authentication.ts';
import { checkConfig } from '../../contract/check-config.ts';
import type { AuthorizationCallback } from '../authorization-callback.ts';
import {
  beginAuthorization as begin,
  exchangeAuthorization,
  openAuthorization,
  type BegunAuthorization,
} from '../authorization.ts';
import { authorize, requireState } from '../authorize.ts';
import type { FileSource } from '../../contract/file-source.ts';
import type { AccessCheck } from '../../read/check-read.ts';
import { checkAccess } from '../check-access.ts';
import type { Actor, Connection } from '../connection.ts';
import { changeConnection, connectionOf, type EngineContext } from '../engine-context.ts';
import { holdFile, keepFile } from '../files.ts';
import { sealContext } from '../seal/sealer.ts';
import { heldTokens } from '../held-tokens.ts';
import { createTokenStore, type SealedTokenStore } from '../tokens.ts';
import { attentionFor } from '../run/attention.ts';

export interface ConnectInput {
  readonly actor: Actor;
  /** Slug of the connector. */
  readonly connector: string;
  /** What the customer entered; nothing where the vendor pushes. */
  readonly config?: Readonly<Record<string, unknown>> | undefined;
  /** For connectors that read a file: the first one, kept sealed until the next `upload`. */
  readonly file?: FileSource | undefined;
  /** `push`: the vendor sends its people (SCIM). Default: what the connector can, `pull` where it can both. */
  readonly delivery?: 'pull' | 'push' | undefined;
  /** A connection of this customer that the new one takes over from: its members are re-linked, as the preview shows. */
  readonly replaces?: string | undefined;
}

export interface Connected {
  readonly connection: Connection;
  /** What the live check found: fields that come and fields that do not (rule C2). */
  readonly check: AccessCheck;
}

/**
 * Makes a connection: credentials are checked by reading with them, and kept sealed only when the vendor accepts them. A
 * refused attempt leaves nothing behind (rule C2).
 * @throws ConfigError naming bad fields; AuthError and every other error of the live check; EngineError `not_allowed`
 */
export async function connect(
  context: EngineContext,
  customerId: string,
  { actor, connector: slug, config = {}, file, delivery, replaces }: ConnectInput,
): Promise<Connected> {
  const { manifest } = context.connectorOf(slug);
  const connectionId = context.newId();
  await authorize(context, { actor, action: 'connect', customerId, connector: slug, connection: null, connectionId });
  const draft = {
    ...newConnection(context, { id: connectionId, customerId, connector: slug, actor }),
    delivery: delivery ?? (manifest.delivery === 'push' ? 'push' : 'pull'),
    replaces: replaces ?? null,
  } as const;
  const credentials = checkConfig(context.connectorFor(draft).manifest.config, config, slug);
  if (replaces !== undefined) await connectionOf(context, customerId, replaces);
  const tokens = heldTokens();
  const held = file === undefined ? undefined : await holdFile(manifest, file, AbortSignal.timeout(600_000));
  const check = await checkAccess(context, draft, { config: credentials, tokens, file: held?.file });
  if (check.error !== null) throw check.error;
  await context.store.connections.create(draft);
  await keepCredentials(context, draft, credentials, tokens.obtained());
  if (held !== undefined) await keepFile(context, connectionId, held);
  const connection = await changeConnection(context, connectionId, () => ({ state: 'awaiting_configuration' }));
  return { connection, check };
}

/**
 * New credentials for a connection that stands: links, configuration and history stay (rule C1).
 * @throws as `connect`
 */
export async function reconnect(
  context: EngineContext,
  connection: Connection,
  { actor, config = {} }: Pick<ConnectInput, 'actor' | 'config'>,
): Promise<Connected> {
  const { customerId, connector: slug, id: connectionId } = connection;
  await authorize(context, { actor, action: 'reconnect', customerId, connector: slug, connection, connectionId });
  requireState(
    connection,
    ['connecting', 'awaiting_configuration', 'awaiting_confirmation', 'connected', 'held', 'needs_attention', 'paused'],
    'reconnect',
  );
  const credentials = checkConfig(context.connectorFor(connection).manifest.config, config, slug);
  const tokens = heldTokens();
  const check = await checkAccess(context, connection, { config: credentials, tokens });
  if (check.error !== null) throw check.error;
  await keepCredentials(context, connection, credentials, tokens.obtained());
  return { connection: await comeBack(context, connectionId, actor), check };
}

async function comeBack(context: EngineContext, connectionId: string, actor: Actor): Promise<Connection> {
  return changeConnection(context, connectionId, (fresh) => ({
    attention: null,
    failures: 0,
    connectedBy: actor,
    ...(fresh.state === 'connecting' && { state: 'awaiting_configuration' }),
    ...(fresh.state === 'needs_attention' && {
      state: fresh.confirmedAt === null ? 'awaiting_confirmation' : 'connected',
      nextSyncAt: fresh.confirmedAt === null ? null : context.at(),
    }),
  }));
}

/** With the tokens they obtained, which take the place of older ones: those belong to credentials that are gone. */
async function keepCredentials(
  context: EngineContext,
  connection: Connection,
  credentials: Readonly<Record<string, unknown>>,
  obtained: StoredTokens | null,
): Promise<void> {
  const { store, sealer } = context;
  const { id } = connection;
  const sealed = await sealer.seal(sealContext(id, 'credentials'), credentials);
  const tokens = tokensOf(context, connection);
  await tokens.exclusively(async () => {
    await store.secrets.put(id, 'credentials', sealed);
    await (obtained === null ? tokens.forget() : tokens.save(obtained));
  });
}

function tokensOf({ store, sealer, owner, leaseMs }: EngineContext, { id, connector }: Connection): SealedTokenStore {
  return createTokenStore({ store, sealer, connectionId: id, owner, vendor: connector, leaseMs });
}

function newConnection(
  context: EngineContext,
  {
    id,
    customerId,
    connector,
    actor,
  }: { readonly id: string; readonly customerId: string; readonly connector: string; readonly actor: Actor },
): Connection {
  return {
    id,
    customerId,
    connector,
    delivery: 'pull',
    state: 'connecting',
    attention: null,
    configuration: null,
    draft: null,
    pending: null,
    confirmedAt: null,
    teamSync: false,
    replaces: null,
    connectedBy: actor,
    createdAt: context.at(),
    lastRead: null,
    nextSyncAt: null,
    failures: 0,
    version: 0,
  };
}

export interface BeginAuthorizationInput extends Omit<ConnectInput, 'config'> {
  readonly config?: Readonly<Record<string, unknown>> | undefined;
  /** Where the vendor sends the administrator back to. */
  readonly redirectUri: string;
  /** To renew the consent of a connection that stands. */
  readonly connectionId?: string | undefined;
}

export interface Authorizing extends BegunAuthorization {
  /** The connection that will be there once the administrator is back. */
  readonly connectionId: string;
}

/** For vendors with consent: where to send the administrator. Nothing is stored; the state expires in ten minutes. */
export async function beginAuthorization(
  context: EngineContext,
  customerId: string,
  input: BeginAuthorizationInput,
): Promise<Authorizing> {
  const { actor, connector: slug, redirectUri } = input;
  const existing = input.connectionId === undefined ? null : await connectionOf(context, customerId, input.connectionId);
  const connectionId = existing?.id ?? context.newId();
  const action = existing === null ? 'connect' : 'reconnect';
  await authorize(context, { actor, action, customerId, connector: slug, connection: existing, connectionId });
  const { sealer, options } = context;
  const begun = await begin({
    connector: context.connectorOf(slug),
    config: input.config ?? {},
    platform: options.platform?.[slug] ?? {},
    redirectUri,
    sealer,
    clock: { now: () => context.now() },
    context: { customerId, connectionId, actorId: actor.id },
  });
  return { ...begun, connectionId };
}

export interface CompleteAuthorizationInput {
  readonly actor: Actor;
  readonly callback: AuthorizationCallback;
}

/**
 * The administrator is back: trades the code for tokens, keeps them sealed, and proves them with a live check.
 * @throws AuthError `authorization_state_invalid`, `authorization_refused`; otherwise as `connect`
 */
export async function completeAuthorization(
  context: EngineContext,
  customerId: string,
  { actor, callback }: CompleteAuthorizationInput,
): Promise<Connected> {
  const { store, sealer, options } = context;
  const clock = { now: () => context.now() };
  const opened = await openAuthorization({ sealer, leases: store.leases, clock }, callback, { customerId, actorId: actor.id });
  const { connectionId, connector: slug } = opened;
  const connector = context.connectorOf(slug);
  const platform = options.platform?.[slug] ?? {};
  const signal = AbortSignal.timeout(60_000);
  const tokens = await exchangeAuthorization({ connector, opened, platform, http: options.http, clock, signal });
  const existing = await store.connections.get(connectionId);
  const connection = existing ?? newConnection(context, { id: connectionId, customerId, connector: slug, actor });
  if (existing === null) await store.connections.create(connection);
  await keepCredentials(context, connection, opened.config, tokens);
  const check = await checkAccess(context, connection, {});
  if (check.error !== null) {
    await changeConnection(context, connectionId, () => ({ attention: attentionFor(check.error).attention }));
    throw check.error;
  }
  return { connection: await comeBack(context, connectionId, actor), check };
}
