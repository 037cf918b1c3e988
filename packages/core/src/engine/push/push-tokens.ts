import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { EngineError } from '../../errors/engine-error.ts';
import type { PushToken, PushTokenStore } from '../../store/pushed-store.ts';
import type { Connection } from '../connection.ts';
import type { EngineContext } from '../engine-context.ts';

/** What is shown of a token after it was made. */
export type PushTokenInfo = Omit<PushToken, 'hash' | 'connectionId'>;

export interface NewPushToken extends PushTokenInfo {
  /** To be entered at the vendor. Shown this once: only its hash is kept. */
  readonly token: string;
}

// Found by its prefix when it leaks into a repository, and told apart from the tokens of others.
const form = /^rollcall_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

/**
 * A new token for those who push into this connection. Tokens made before it stay good for `overlapMs` from now, so that the
 * vendor's settings can be changed without a gap.
 * @throws EngineError `state_invalid` for a connection that is not pushed to
 */
export async function createPushToken(
  context: EngineContext,
  connection: Connection,
  { overlapMs }: { readonly overlapMs: number },
): Promise<NewPushToken> {
  requirePush(connection);
  const { pushTokens } = context.store;
  const secret = randomBytes(32).toString('base64url');
  const id = randomBytes(8).toString('hex');
  const now = context.now().getTime();
  const token: PushToken = {
    id,
    connectionId: connection.id,
    hash: hashOf(secret),
    createdAt: new Date(now).toISOString(),
    expiresAt: null,
  };
  const until = new Date(now + overlapMs).toISOString();
  for (const old of await pushTokens.ofConnection(connection.id)) {
    if (old.expiresAt !== null && old.expiresAt <= token.createdAt) await pushTokens.remove(connection.id, old.id);
    else if (old.expiresAt === null || old.expiresAt > until) await pushTokens.put({ ...old, expiresAt: until });
  }
  await pushTokens.put(token);
  return { ...infoOf(token), token: `rollcall_${id}_${secret}` };
}

export async function pushTokensOf({ store }: EngineContext, { id }: Connection): Promise<readonly PushTokenInfo[]> {
  return (await store.pushTokens.ofConnection(id)).map(infoOf);
}

/** Refused from now on. */
export async function revokePushToken({ store }: EngineContext, { id }: Connection, tokenId: string): Promise<void> {
  await store.pushTokens.remove(id, tokenId);
}

/**
 * The connection that the bearer of this token may push into; null for a token that is not, or no longer, good. `find` is
 * `withConnection` of the store.
 */
export async function connectionOfToken(
  context: EngineContext,
  token: string,
  find: PushTokenStore['withConnection'],
): Promise<Connection | null> {
  const [, id, secret] = form.exec(token) ?? [];
  if (id === undefined || secret === undefined) return null;
  const found = await find(id);
  // Also where there is none, so that the time it takes does not tell which ids there are.
  const isRight = timingSafeEqual(digestOf(secret), Buffer.from(found?.token.hash ?? hashOf(''), 'base64url'));
  if (found === null || !isRight) return null;
  const { token: stored, connection } = found;
  if (stored.expiresAt !== null && stored.expiresAt <= context.at()) return null;
  return connection.state === 'disconnected' ? null : connection;
}

export function requirePush({ delivery, connector }: Connection): void {
  if (delivery === 'push') return;
  throw new EngineError({
    code: 'state_invalid',
    message: 'this connection reads from the vendor: nobody pushes into it',
    vendor: connector,
    hint: 'Connect it with delivery "push", where the connector can be pushed to.',
  });
}

function infoOf({ id, createdAt, expiresAt }: PushToken): PushTokenInfo {
  return { id, createdAt, expiresAt };
}

// Of 32 random bytes: a plain hash is enough, and quick enough to be made for every request.
function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function hashOf(secret: string): string {
  return digestOf(secret).toString('base64url');
}
