import type { PushedKind, PushedPage, PushedResource, PushedRow } from '../../store/pushed-store.ts';
import type { Connection } from '../connection.ts';
import type { EngineContext } from '../engine-context.ts';
import { connectionOfToken } from './push-tokens.ts';
import { together } from './together.ts';
import { wakeAfterPush } from './wake-after-push.ts';

/** What the sender decides of a resource; the rest is ours. */
export type PushedContent = Pick<PushedResource, 'name' | 'externalId' | 'attributes'>;

/**
 * One connection as its sender sees it: whoever speaks a protocol of pushing (SCIM) works with this. Everything is durable
 * when a call resolves; the people are planned some seconds later, all that came together in one plan.
 */
export interface PushSession {
  readonly connectionId: string;
  readonly customerId: string;
  /** Slug. */
  readonly connector: string;
  /** Null when another one of the kind has the name. */
  create(kind: PushedKind, content: PushedContent): Promise<PushedResource | null>;
  /** Only if nobody has changed it since it was read. */
  update(before: PushedResource, content: PushedContent): Promise<PushedResource | 'stale' | 'name_taken'>;
  /** What is left says who it was. False when somebody has changed it since it was read. */
  delete(before: PushedResource, rest: PushedContent['attributes']): Promise<boolean>;
  /** One that is there. */
  get(kind: PushedKind, id: string): Promise<PushedResource | null>;
  byName(kind: PushedKind, name: string): Promise<PushedResource | null>;
  byExternalId(kind: PushedKind, externalId: string): Promise<readonly PushedResource[]>;
  page(kind: PushedKind, page: Omit<PushedPage, 'deleted'>): Promise<readonly PushedRow[]>;
  count(kind: PushedKind): Promise<number>;
}

/** Opens sessions for the bearers of tokens. */
export interface PushDoor {
  /** Null for a token that is not, or no longer, good. */
  open(token: string): Promise<PushSession | null>;
}

export function createPushDoor(context: EngineContext): PushDoor {
  const { connections, pushTokens } = context.store;
  const find = together((id) => pushTokens.withConnection(id));
  const fresh = together((id) => connections.get(id));
  return {
    async open(token) {
      const connection = await connectionOfToken(context, token, find);
      return connection === null ? null : sessionOf(context, connection, (id) => wakeAfterPush(context, id, fresh));
    },
  };
}

function sessionOf(
  context: EngineContext,
  { id: connectionId, customerId, connector }: Connection,
  wake: (connectionId: string) => Promise<void>,
): PushSession {
  const { pushed } = context.store;
  const replace = async (resource: PushedResource): Promise<PushedResource | 'stale' | 'name_taken'> => {
    const answer = await pushed.update(resource);
    if (answer !== 'updated') return answer;
    await wake(connectionId);
    return { ...resource, version: resource.version + 1 };
  };
  return {
    connectionId,
    customerId,
    connector,
    async create(kind, content) {
      const at = context.at();
      const id = context.newId();
      const times = { createdAt: at, updatedAt: at, deletedAt: null };
      const resource: PushedResource = { connectionId, kind, id, ...content, ...times, version: 1 };
      if (!(await pushed.create(resource))) return null;
      await wake(connectionId);
      return resource;
    },
    update: (before, content) => replace({ ...before, ...content, updatedAt: context.at() }),
    async delete(before, attributes) {
      const at = context.at();
      return typeof (await replace({ ...before, attributes, updatedAt: at, deletedAt: at })) === 'object';
    },
    async get(kind, id) {
      const resource = await pushed.get(connectionId, kind, id);
      return resource === null || resource.deletedAt !== null ? null : resource;
    },
    byName: (kind, name) => pushed.byName(connectionId, kind, name),
    byExternalId: (kind, externalId) => pushed.byExternalId(connectionId, kind, externalId),
    page: (kind, page) => pushed.page(connectionId, kind, page),
    count: (kind) => pushed.count(connectionId, kind),
  };
}
