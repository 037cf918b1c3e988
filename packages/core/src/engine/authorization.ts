import { createHash, randomBytes } from 'node:crypto';
import type { HttpOptions, StoredTokens } from '../contract/authentication.ts';
import { checkConfig } from '../contract/check-config.ts';
import type { AnyConnector } from '../contract/connector.ts';
import { ConfigError } from '../errors/config-error.ts';
import type { Clock } from '../read/create-read-context.ts';
import type { LeaseStore } from '../store/store.ts';
import { callbackError, stateInvalid } from './authorization-errors.ts';
import { readCallback, type AuthorizationCallback } from './authorization-callback.ts';
import type { Sealer } from './seal/sealer.ts';

/** How long an administrator has to agree at the vendor. */
const lifetimeMs = 10 * 60_000;
const stateContext = 'authorization';

/** For whom an authorization is begun. */
export interface AuthorizationContext {
  readonly customerId: string;
  readonly connectionId: string;
  readonly actorId: string;
}

export interface BeginAuthorization {
  readonly connector: AnyConnector;
  /** What the customer entered; goes along sealed and comes back checked. */
  readonly config?: unknown;
  readonly platform?: unknown;
  /** Where the vendor sends the administrator back to: https, or http on this machine. As registered at the vendor. */
  readonly redirectUri: string;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly context: AuthorizationContext;
}

/** Where to send the administrator. `state` is opaque: it is part of the address and comes back with the administrator. */
export interface BegunAuthorization {
  readonly url: string;
  readonly state: string;
}

/** What was begun, once the administrator is back with a code. */
export interface OpenedAuthorization extends AuthorizationContext {
  /** Slug of the connector. */
  readonly connector: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly redirectUri: string;
  /** Of PKCE; null where the vendor does without. */
  readonly verifier: string | null;
  readonly code: string;
}

interface State extends Omit<OpenedAuthorization, 'code'> {
  readonly nonce: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/**
 * Begins an authorization: everything that is needed to complete it travels sealed in the state, nothing is stored.
 * @throws ConfigError when config, platform or redirect URI are wrong, or the vendor knows no consent.
 */
export async function beginAuthorization(begin: BeginAuthorization): Promise<BegunAuthorization> {
  const { connector, redirectUri, sealer, clock, context } = begin;
  const { manifest } = connector;
  const consent = consentOf(connector);
  checkRedirectUri(redirectUri, manifest.slug);
  const config = checkConfig(manifest.config, begin.config, manifest.slug);
  const platform = checkConfig(manifest.platform ?? {}, begin.platform, manifest.slug, 'platform');
  const verifier = manifest.authorization?.pkce === true ? randomBytes(32).toString('base64url') : null;
  const { customerId, connectionId, actorId } = context;
  const sealed: State = {
    nonce: randomBytes(16).toString('base64url'),
    expiresAt: clock.now().getTime() + lifetimeMs,
    customerId,
    connectionId,
    actorId,
    connector: manifest.slug,
    config,
    redirectUri,
    verifier,
  };
  const state = await sealer.seal(stateContext, sealed);
  const challenge = verifier === null ? undefined : createHash('sha256').update(verifier).digest('base64url');
  const url = consent.authorizationUrl({ manifest, ...asDeclared(config, platform), redirectUri, state, challenge });
  return { url, state };
}

/** Who is back: an authorization is completed only by the customer that began it. */
export interface AuthorizationExpectation {
  readonly customerId: string;
  /** Where it is given, the same person as well. */
  readonly actorId?: string | undefined;
}

export interface AuthorizationEdges {
  readonly sealer: Sealer;
  readonly leases: Pick<LeaseStore, 'once'>;
  readonly clock: Clock;
}

/**
 * Opens what an administrator came back with. A state opens once, within ten minutes, for the customer that began it.
 * @throws AuthError `authorization_state_invalid` (missing, altered, expired, used, another customer's),
 * `authorization_refused` (the administrator did not agree); ConfigError where the vendor refuses the platform's request,
 * UnavailableError where the vendor says that it is out of order.
 */
export async function openAuthorization(
  { sealer, leases, clock }: AuthorizationEdges,
  callback: AuthorizationCallback,
  expected: AuthorizationExpectation,
): Promise<OpenedAuthorization> {
  const { state: sealed, code, error } = readCallback(callback);
  // Some vendors send no state along with a refusal. Nothing is changed by it, so it may be said.
  if (sealed === undefined) throw error === undefined ? stateInvalid('it is missing') : callbackError(error);
  const { nonce, expiresAt, ...begun } = await openState(sealer, sealed);
  // Before the state is used up: somebody else's visit takes nothing from whoever began.
  if (begun.customerId !== expected.customerId) throw stateInvalid('it was begun for another customer', begun.connector);
  if (expected.actorId !== undefined && begun.actorId !== expected.actorId) {
    throw stateInvalid('it was begun by somebody else', begun.connector);
  }
  if (clock.now().getTime() >= expiresAt) {
    throw stateInvalid(`it was begun more than ${lifetimeMs / 60_000} minutes ago`, begun.connector);
  }
  // Remembered for longer than the state lives: the store forgets by its own clock.
  const until = new Date(expiresAt + lifetimeMs).toISOString();
  if (!(await leases.once(`authorization:${nonce}`, until))) throw stateInvalid('it has been used already', begun.connector);
  if (error !== undefined) throw callbackError(error, begun.connector);
  if (code === undefined) throw stateInvalid('it came back without a code', begun.connector);
  return { ...begun, code };
}

export interface ExchangeAuthorization {
  readonly connector: AnyConnector;
  readonly opened: OpenedAuthorization;
  readonly platform?: unknown;
  readonly http?: HttpOptions | undefined;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Trades the code for tokens; whoever calls it stores them before the first read.
 * @throws AuthError when the vendor refuses the code, and what every request may throw.
 */
export async function exchangeAuthorization(exchange: ExchangeAuthorization): Promise<StoredTokens> {
  const { connector, opened, http = {}, clock, signal } = exchange;
  const { manifest, errors } = connector;
  if (manifest.slug !== opened.connector) throw stateInvalid('it was begun for another connector', manifest.slug);
  const platform = checkConfig(manifest.platform ?? {}, exchange.platform, manifest.slug, 'platform');
  const { code, redirectUri, verifier } = opened;
  return consentOf(connector).exchangeCode(
    {
      manifest,
      ...asDeclared(checkConfig(manifest.config, opened.config, manifest.slug), platform),
      errors,
      signal,
      now: () => clock.now(),
      http,
      onRequest: () => undefined,
    },
    { code, redirectUri, verifier: verifier ?? undefined },
  );
}

type AnyConsent = NonNullable<AnyConnector['auth']['consent']>;
type Declared = Pick<Parameters<AnyConsent['authorizationUrl']>[0], 'config' | 'platform'>;

function consentOf({ auth, manifest: { slug, name } }: AnyConnector): AnyConsent {
  if (auth.consent !== undefined) return auth.consent;
  throw new ConfigError({
    code: 'capability_missing',
    vendor: slug,
    message: `${name} is not connected by consent: enter its credentials instead`,
  });
}

// Checked against the very fields that the types are made from.
function asDeclared(config: unknown, platform: unknown): Declared {
  return { config, platform } as Declared;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

function checkRedirectUri(redirectUri: string, vendor: string): void {
  const url = URL.canParse(redirectUri) ? new URL(redirectUri) : undefined;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname));
  // RFC 6749, 3.1.2: a fragment never reaches the server.
  if (safe && !redirectUri.includes('#') && url.username === '' && url.password === '') return;
  const problem = 'must be an https address without a fragment, or http on localhost';
  throw new ConfigError({
    vendor,
    problems: [{ field: 'redirectUri', problem, example: 'https://app.example/connect/callback' }],
  });
}

async function openState(sealer: Sealer, sealed: string): Promise<State> {
  try {
    return await sealer.open<State>(stateContext, sealed);
  } catch (error) {
    // Anybody can send anything as a state, so neither a strange key nor altered text is the platform's fault.
    if (ConfigError.isInstance(error)) throw stateInvalid('it was altered or is not ours');
    throw error;
  }
}
