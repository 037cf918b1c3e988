import type { FileSource } from '../contract/file-source.ts';
import type { HttpOptions } from '../contract/authentication.ts';
import type { AnyConnector } from '../contract/connector.ts';
import type { MemberDirectory } from '../directory/member-directory.ts';
import type { Clock } from '../read/create-read-context.ts';
import type { Store } from '../store/store.ts';
import type { Actor, AttentionCause, Connection, ConnectionState } from './connection.ts';
import type { SecretKeys } from './seal/secret-keys.ts';

/** What an actor may want to do with a connection (rule C9). */
export const actions = [
  'connect',
  'reconnect',
  'upload',
  'configure',
  'preview',
  'confirm',
  'sync',
  'invite',
  'approve',
  'reject',
  'resolve',
  'pause',
  'resume',
  'stop_teams',
  'undo',
  'create_push_token',
  'revoke_push_token',
  'disconnect',
] as const;

export type Action = (typeof actions)[number];

export interface AuthorizationRequest {
  readonly actor: Actor;
  readonly action: Action;
  readonly customerId: string;
  /** Null while the connection is being made. */
  readonly connection: Connection | null;
  /** Slug of the connector. */
  readonly connector: string;
}

/** What happened, for a platform's notifications and metrics. Ids and counts only. */
export type EngineEvent =
  | {
      readonly kind: 'state_changed';
      readonly customerId: string;
      readonly connectionId: string;
      readonly from: ConnectionState;
      readonly to: ConnectionState;
      readonly cause: AttentionCause | null;
    }
  | {
      readonly kind: 'run_ended';
      readonly customerId: string;
      readonly connectionId: string;
      readonly runId: string;
      readonly done: number;
      readonly failed: number;
      readonly held: number;
    }
  | {
      readonly kind: 'candidates_found';
      readonly customerId: string;
      readonly connectionId: string;
      readonly runId: string;
      readonly count: number;
    };

export interface EngineHooks {
  /** Plan entitlement and role. False refuses the action; leave the hook out and everything is allowed. */
  readonly authorize?: (request: AuthorizationRequest) => boolean | Promise<boolean>;
  /** What it throws is logged and stops nothing. */
  readonly onEvent?: (event: EngineEvent) => void;
}

/** Lines without secrets and personal data. */
export interface Logger {
  info(message: string, details?: Readonly<Record<string, unknown>>): void;
  warn(message: string, details?: Readonly<Record<string, unknown>>): void;
}

export interface EngineOptions {
  readonly store: Store;
  /** The directory of one customer of the platform. */
  readonly directory: (customerId: string) => MemberDirectory;
  readonly connectors: readonly AnyConnector[];
  readonly secrets: SecretKeys;
  /** What the platform holds once for all customers, by slug. */
  readonly platform?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  /**
   * For connectors that read a file: where the file of a connection is, such as a folder or an object store that the customer
   * writes to. Null, or nothing here: the engine keeps what is uploaded (`connect`, `upload`).
   */
  readonly files?: ((connection: Connection) => FileSource | null | Promise<FileSource | null>) | undefined;
  readonly clock?: Clock | undefined;
  readonly logger?: Logger | undefined;
  readonly hooks?: EngineHooks | undefined;
  readonly http?: HttpOptions | undefined;
  /** Between two pulls of one connection. Default 3 hours (rule C5). */
  readonly syncEveryMs?: number | undefined;
  /** How long after a push its people are planned, together with all that came meanwhile. Default 5,000 (rule C5). */
  readonly pushPauseMs?: number | undefined;
  /** How long the history of runs is kept. Default 400 days. */
  readonly keepRunsMs?: number | undefined;
  /** How long a preview may be confirmed, and a held plan approved. Default 24 hours. */
  readonly previewLifetimeMs?: number | undefined;
  /**
   * For how long a run that died keeps others from its connection. Renewed four times as often while a run lives; a
   * process that stands still for longer than this may lose its run to another. Default 60,000.
   */
  readonly leaseMs?: number | undefined;
  /** Operations that are written down, and carried out, in one transaction. Default 1,000. */
  readonly applyBatchSize?: number | undefined;
}
