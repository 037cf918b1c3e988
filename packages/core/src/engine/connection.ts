import type { ErrorCode } from '../errors/code.ts';
import type { ReadSummary } from '../guard/read-summary.ts';
import type { Policy } from '../policy/policy.ts';
import type { EntityMapping, Filter } from '../scope/filter.ts';

/** Rule C1. */
export const connectionStates = [
  'connecting',
  'awaiting_configuration',
  'awaiting_confirmation',
  'connected',
  'held',
  'needs_attention',
  'paused',
  'disconnected',
] as const;

export type ConnectionState = (typeof connectionStates)[number];

/** Why a connection needs attention, by who must act: an administrator twice, nobody, us. */
export type AttentionCause =
  'reauthenticate' | 'permission' | 'vendor_unavailable' | 'schema_drift' | 'read_doubtful' | 'directory';

/** What an administrator decides about a connection (rule C3). */
export interface Configuration {
  readonly filter: Filter;
  /** Null: the customer has one entity. */
  readonly entities: EntityMapping | null;
  readonly policy: Policy;
}

/** Who did it: a user of the platform, or the engine itself. Ids only, never names. */
export interface Actor {
  readonly id: string;
  readonly kind: 'user' | 'system';
}

/** One customer's set-up of one HR system, as it is stored. Credentials are elsewhere, sealed. */
export interface Connection {
  readonly id: string;
  readonly customerId: string;
  /** Slug of the connector. */
  readonly connector: string;
  /** Do we ask the vendor for its people, or does the vendor send them? */
  readonly delivery: 'pull' | 'push';
  readonly state: ConnectionState;
  readonly attention: {
    readonly cause: AttentionCause;
    readonly code: ErrorCode;
    readonly message: string;
    readonly hint?: string;
  } | null;
  /** What syncs follow; null before the first plan is confirmed. */
  readonly configuration: Configuration | null;
  /** A changed configuration whose plan has not been confirmed yet (rule C3). */
  readonly draft: { readonly configuration: Configuration; readonly teamSync: boolean } | null;
  /** The plan that waits: for its confirmation, or for the approval of what it holds back. */
  readonly pending: {
    readonly runId: string;
    readonly planHash: string;
    readonly for: 'confirmation' | 'approval';
    /** Instant. */
    readonly since: string;
    /** Of the read behind a preview: the guard's next comparison, once it is confirmed. */
    readonly read: ReadSummary | null;
    /** Of a preview: what it was made for, whatever is configured after it was shown (rule C3). */
    readonly draft?: NonNullable<Connection['draft']>;
  } | null;
  /** Instant of the first confirmed plan; before it nothing is managed (rule C2). */
  readonly confirmedAt: string | null;
  readonly teamSync: boolean;
  /** The connection that this one takes over from, when the customer changes HR system; it can be disconnected afterwards. */
  readonly replaces: string | null;
  /** Whoever entered the credentials; as a member they are never removed automatically (rule V4). */
  readonly connectedBy: Actor;
  readonly createdAt: string;
  /** Of the last read whose plan was applied: what the guard compares with (rule V3). */
  readonly lastRead: ReadSummary | null;
  /** Instant of the next pull; null while nothing may be read. */
  readonly nextSyncAt: string | null;
  /** Failed reads in a row, for the backoff (rule C6). */
  readonly failures: number;
  /** Grows with every change: two writers never overwrite each other. */
  readonly version: number;
}
