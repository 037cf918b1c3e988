import type { HeldOperations } from '../plan/plan.ts';
import type { EmployeeField } from '../employee/employee.ts';
import { readEmployees, type EmployeeRead, type ReadProgress } from '../read/read-employees.ts';
import type { ActionRecord, JournalEntry, JournalStatus, Resolution } from '../store/store.ts';
import { authorize, requireState } from './authorize.ts';
import type { AccessCheck } from '../read/check-read.ts';
import { checkAccess } from './check-access.ts';
import { approve, confirm, reject, type ConfirmOptions } from './confirm.ts';
import type { Actor, Connection } from './connection.ts';
import { connectionOf, type EngineContext } from './engine-context.ts';
import type { Action } from './engine-options.ts';
import { configure, type ConfigureInput } from './life/configure.ts';
import {
  beginAuthorization,
  completeAuthorization,
  connect,
  reconnect,
  type Authorizing,
  type BeginAuthorizationInput,
  type CompleteAuthorizationInput,
  type Connected,
  type ConnectInput,
} from './life/connect.ts';
import { disconnect, previewDisconnect, type DisconnectPreview } from './life/disconnect.ts';
import { invite, type InviteInput } from './life/invite.ts';
import type { ManualRun } from './life/manual-run.ts';
import { pause, resume } from './life/pause.ts';
import { resolve, type ResolveInput } from './life/resolve.ts';
import { stopTeamSync } from './life/stop-teams.ts';
import { upload, type UploadInput } from './life/upload.ts';
import { previewUndo, undo, type UndoPreview, type UndoTarget } from './life/undo.ts';
import {
  memberStandings,
  people,
  why,
  whyEmployee,
  type MemberStanding,
  type People,
  type PeoplePage,
  type Why,
  type WhyEmployee,
} from './read-models.ts';
import { createPushToken, pushTokensOf, revokePushToken, type NewPushToken, type PushTokenInfo } from './push/push-tokens.ts';
import type { RunResult } from './run/finish-run.ts';
import { readOptionsOf } from './run/read-company.ts';
import type { Run } from './run.ts';
import { engineActor, preview, sync, type Preview, type PreviewOptions, type RunOptions } from './sync.ts';

const dayMs = 86_400_000;

/** @inline */
interface ByActor {
  readonly actor: Actor;
}

/** How a read with stored credentials goes. */
export interface StoredReadOptions {
  /** Default: all but `bankAccount`. */
  readonly fields?: readonly EmployeeField[] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
}

/** What waits for approval, with its operations. */
export interface HeldPlan extends Pick<HeldOperations, 'reason' | 'rule'> {
  readonly planHash: string;
  readonly operations: readonly JournalEntry[];
}

/**
 * One customer of the platform and their connections. Every method that does something names its actor, and asks the
 * platform's `authorize` hook first (rule C9). A connection of another customer is `connection_unknown`.
 *
 * All methods throw EngineError `not_allowed`, `connection_unknown`, `state_invalid`, `run_in_progress`, and StoreError.
 */
export class CustomerEngine {
  readonly #context: EngineContext;
  readonly customerId: string;

  constructor(context: EngineContext, customerId: string) {
    this.#context = context;
    this.customerId = customerId;
  }

  /** Takes credentials and proves them by a live check (rule C2). */
  connect(input: ConnectInput): Promise<Connected> {
    return connect(this.#context, this.customerId, input);
  }

  /** For vendors with consent: where to send the administrator. */
  beginAuthorization(input: BeginAuthorizationInput): Promise<Authorizing> {
    return beginAuthorization(this.#context, this.customerId, input);
  }

  /** The administrator is back from the vendor. */
  completeAuthorization(input: CompleteAuthorizationInput): Promise<Connected> {
    return completeAuthorization(this.#context, this.customerId, input);
  }

  /** New credentials for a connection that stands. */
  async reconnect(connectionId: string, input: Pick<ConnectInput, 'actor' | 'config'>): Promise<Connected> {
    return reconnect(this.#context, await this.get(connectionId), input);
  }

  /** For a connection that reads a file: the newer one, read to its end before it takes the place of the one before. */
  async upload(connectionId: string, { actor, ...input }: UploadInput & ByActor): Promise<Connected> {
    return upload(this.#context, await this.#allowed(connectionId, 'upload', actor), input);
  }

  /**
   * For a connection whose vendor pushes: a token to be entered there, shown this once. Tokens made before stay good for
   * `overlapMs` (default 24 hours), so that the vendor's settings can be changed without a gap.
   */
  async createPushToken(
    connectionId: string,
    { actor, overlapMs = dayMs }: ByActor & { readonly overlapMs?: number },
  ): Promise<NewPushToken> {
    return createPushToken(this.#context, await this.#allowed(connectionId, 'create_push_token', actor), { overlapMs });
  }

  /** The oldest first, without their secrets. */
  async pushTokens(connectionId: string): Promise<readonly PushTokenInfo[]> {
    return pushTokensOf(this.#context, await this.get(connectionId));
  }

  /** Whoever pushes with this token is refused from now on. */
  async revokePushToken(connectionId: string, { actor, tokenId }: ByActor & { readonly tokenId: string }): Promise<void> {
    return revokePushToken(this.#context, await this.#allowed(connectionId, 'revoke_push_token', actor), tokenId);
  }

  connections(): Promise<readonly Connection[]> {
    return this.#context.store.connections.ofCustomer(this.customerId);
  }

  get(connectionId: string): Promise<Connection> {
    return connectionOf(this.#context, this.customerId, connectionId);
  }

  /** Reads the first people with the stored credentials: do they still work, and what comes? Changes nothing. */
  async check(connectionId: string, { signal }: { readonly signal?: AbortSignal } = {}): Promise<AccessCheck> {
    return checkAccess(this.#context, await this.get(connectionId), { signal });
  }

  /** Reads everybody with the stored credentials, as `readEmployees` does, and keeps nothing of it. */
  async read(connectionId: string, options: StoredReadOptions = {}): Promise<EmployeeRead> {
    const connection = await this.get(connectionId);
    const connector = this.#context.connectorFor(connection);
    return readEmployees(connector, { ...(await readOptionsOf(this.#context, connection, connector)), ...options });
  }

  async configure(connectionId: string, { actor, ...input }: ConfigureInput & ByActor): Promise<Connection> {
    return configure(this.#context, await this.#allowed(connectionId, 'configure', actor), input);
  }

  /** Reads and plans; `confirm` carries out exactly that. */
  async preview(connectionId: string, options: PreviewOptions & ByActor): Promise<Preview> {
    return preview(this.#context, await this.#allowed(connectionId, 'preview', options.actor), options);
  }

  async confirm(connectionId: string, options: ConfirmOptions & ByActor): Promise<RunResult> {
    const connection = await this.#allowed(connectionId, 'confirm', options.actor);
    requireState(connection, ['awaiting_confirmation', 'connected', 'held', 'needs_attention'], 'confirm');
    return confirm(this.#context, connection, options);
  }

  /** One pass now. */
  async sync(connectionId: string, options: RunOptions = {}): Promise<RunResult> {
    return sync(this.#context, await this.#allowed(connectionId, 'sync', options.actor ?? engineActor), options);
  }

  /** What waits for approval, or null. */
  async held(connectionId: string): Promise<HeldPlan | null> {
    const { pending } = await this.get(connectionId);
    const run = pending?.for === 'approval' ? await this.#context.store.runs.get(connectionId, pending.runId) : null;
    if (run?.held == null || pending === null) return null;
    const operations: JournalEntry[] = [];
    for (let afterSeq = -1; ;) {
      const page = await this.operations(connectionId, run.id, { status: 'held', afterSeq });
      operations.push(...page);
      afterSeq = page.at(-1)?.seq ?? afterSeq;
      if (page.length < 1000) break;
    }
    return { ...run.held, planHash: pending.planHash, operations };
  }

  /** Carries out what was held back. */
  async approve(connectionId: string, options: ConfirmOptions & ByActor): Promise<RunResult> {
    const connection = await this.#allowed(connectionId, 'approve', options.actor);
    requireState(connection, ['held', 'needs_attention'], 'approve');
    return approve(this.#context, connection, options);
  }

  /** Drops what was held back; the same evidence does not ask again. */
  async reject(connectionId: string, options: ConfirmOptions & ByActor): Promise<Connection> {
    return reject(this.#context, await this.#allowed(connectionId, 'reject', options.actor), options);
  }

  /** Everybody of the HR system with what was decided, in pages. */
  async people(connectionId: string, page?: PeoplePage): Promise<People> {
    return people(this.#context, (await this.get(connectionId)).id, page);
  }

  /** Those who may be invited. */
  candidates(connectionId: string, page: Omit<PeoplePage, 'situations'> = {}): Promise<People> {
    return this.people(connectionId, { ...page, situations: ['candidate'] });
  }

  async invite(connectionId: string, input: InviteInput): Promise<ManualRun> {
    return invite(this.#context, await this.#allowed(connectionId, 'invite', input.actor), input);
  }

  /** Says who somebody is, or that nothing shall be done to them. */
  async resolve(connectionId: string, input: ResolveInput): Promise<readonly Resolution[]> {
    return resolve(this.#context, await this.#allowed(connectionId, 'resolve', input.actor), input);
  }

  async resolutions(connectionId: string): Promise<readonly Resolution[]> {
    return this.#context.store.resolutions.ofConnection((await this.get(connectionId)).id);
  }

  /** The teams stay and become editable (rule T8). */
  async stopTeams(connectionId: string, { actor }: ByActor): Promise<Connection> {
    return stopTeamSync(this.#context, await this.#allowed(connectionId, 'stop_teams', actor));
  }

  async pause(connectionId: string, { actor }: ByActor): Promise<Connection> {
    return pause(this.#context, await this.#allowed(connectionId, 'pause', actor));
  }

  async resume(connectionId: string, { actor }: ByActor): Promise<Connection> {
    return resume(this.#context, await this.#allowed(connectionId, 'resume', actor));
  }

  async previewDisconnect(connectionId: string): Promise<DisconnectPreview> {
    return previewDisconnect(this.#context, await this.get(connectionId));
  }

  async disconnect(connectionId: string, { actor }: ByActor): Promise<Connection> {
    return disconnect(this.#context, await this.#allowed(connectionId, 'disconnect', actor), { actor });
  }

  /** Newest first. */
  async runs(connectionId: string, page: { readonly before?: string; readonly limit?: number } = {}): Promise<readonly Run[]> {
    const { id } = await this.get(connectionId);
    return this.#context.store.runs.list(id, { limit: 50, ...page });
  }

  /** What a run did, tried, or holds back, in its order. */
  async operations(
    connectionId: string,
    runId: string,
    page: { readonly status?: JournalStatus; readonly afterSeq?: number; readonly limit?: number } = {},
  ): Promise<readonly JournalEntry[]> {
    const { id } = await this.get(connectionId);
    return this.#context.store.journal.ofRun(id, runId, { limit: 1000, ...page });
  }

  async previewUndo(connectionId: string, target: UndoTarget): Promise<UndoPreview> {
    return previewUndo(this.#context, await this.get(connectionId), target);
  }

  async undo(connectionId: string, input: UndoTarget & ByActor & { readonly hash: string }): Promise<ManualRun> {
    return undo(this.#context, await this.#allowed(connectionId, 'undo', input.actor), input);
  }

  /** Why a member stands where they stand. */
  why(memberId: string, options?: { readonly limit?: number }): Promise<Why> {
    return why(this.#context, this.customerId, memberId, options);
  }

  /** The same for somebody of the HR system, who may be no member. */
  async whyEmployee(
    connectionId: string,
    employeeId: string,
    { limit = 50 }: { readonly limit?: number } = {},
  ): Promise<WhyEmployee> {
    return whyEmployee(this.#context, (await this.get(connectionId)).id, { employeeId, limit });
  }

  /** HR status, provenance and locked fields of members, for lists and profiles. */
  memberStandings(memberIds: readonly string[]): Promise<readonly MemberStanding[]> {
    return memberStandings(this.#context, this.customerId, memberIds);
  }

  /** What people did with a connection, newest first (rule C9). */
  async actions(connectionId: string, limit = 100): Promise<readonly ActionRecord[]> {
    return this.#context.store.actions.list((await this.get(connectionId)).id, limit);
  }

  async #allowed(connectionId: string, action: Action, actor: Actor): Promise<Connection> {
    const connection = await this.get(connectionId);
    const { customerId, connector } = connection;
    await authorize(this.#context, { actor, action, customerId, connector, connection, connectionId });
    return connection;
  }
}
