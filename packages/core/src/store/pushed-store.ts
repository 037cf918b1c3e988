import type { Connection } from '../engine/connection.ts';

/** A user or a group that an identity provider or an HR system has sent of its own accord (SCIM), as it stands. */
export interface PushedResource {
  readonly connectionId: string;
  readonly kind: PushedKind;
  /** Ours: given when it is made and never used again. */
  readonly id: string;
  /** What tells it apart from the others of its kind that are there, folded: a user name, a name of a group. */
  readonly name: string;
  /** The sender's own id. */
  readonly externalId: string | null;
  /** What was sent. Of a deleted one no more than who it was. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Instant at which the sender deleted it; null while it is there. */
  readonly deletedAt: string | null;
  /** From 1, one more with every change. */
  readonly version: number;
}

export type PushedKind = 'user' | 'group';

/** A resource in the order in which all came. */
export interface PushedRow extends PushedResource {
  /** Grows with every resource that is made; the place of one never changes. */
  readonly position: number;
}

export interface PushedPage {
  /** A position, exclusive. */
  readonly after?: number;
  /** How many of what comes then are left out: for pages by number. */
  readonly skip?: number;
  readonly limit: number;
  /** Deleted ones as well; default no. */
  readonly deleted?: boolean;
}

/** What was pushed. Erased with the connection. */
export interface PushedStore {
  /** False when another one of the kind that is there has the name: then nothing is stored. */
  create(resource: PushedResource): Promise<boolean>;
  /**
   * Writes everything but `createdAt`, with `version` + 1, if the stored version is the given one. `stale`: it is not, or
   * the resource is unknown. `name_taken`: as in `create`.
   */
  update(resource: PushedResource): Promise<'updated' | 'stale' | 'name_taken'>;
  /** Deleted ones as well. */
  get(connectionId: string, kind: PushedKind, id: string): Promise<PushedResource | null>;
  /** One that is there. */
  byName(connectionId: string, kind: PushedKind, name: string): Promise<PushedResource | null>;
  /** Those that are there, in the order in which they came. */
  byExternalId(connectionId: string, kind: PushedKind, externalId: string): Promise<readonly PushedResource[]>;
  page(connectionId: string, kind: PushedKind, page: PushedPage): Promise<readonly PushedRow[]>;
  /** How many are there. */
  count(connectionId: string, kind: PushedKind): Promise<number>;
  /** How often anything of the connection was made, changed or deleted: equal numbers mean that nothing was. */
  changes(connectionId: string): Promise<number>;
}

/** Lets its bearer push into one connection. Of the secret half only its hash is kept. */
export interface PushToken {
  /** The public half: what a token is found by. */
  readonly id: string;
  readonly connectionId: string;
  /** SHA-256 of the secret half, base64url. */
  readonly hash: string;
  readonly createdAt: string;
  /** Instant from which it is refused; null for never. */
  readonly expiresAt: string | null;
}

/** Tokens of those who push. Erased with the connection. */
export interface PushTokenStore {
  /** Adds or replaces. */
  put(token: PushToken): Promise<void>;
  get(id: string): Promise<PushToken | null>;
  /** A token together with the connection that it is for, as every request of a sender needs them; null where either is unknown. */
  withConnection(id: string): Promise<{ readonly token: PushToken; readonly connection: Connection } | null>;
  /** The oldest first. */
  ofConnection(connectionId: string): Promise<readonly PushToken[]>;
  remove(connectionId: string, id: string): Promise<void>;
}
