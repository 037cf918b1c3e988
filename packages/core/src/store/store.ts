import type { Actor, Connection, ConnectionState } from '../engine/connection.ts';
import type { Run } from '../engine/run.ts';
import type { Link } from '../directory/member.ts';
import type { Operation, TeamsOperation } from '../plan/operation.ts';
import type { PersonDecision, Situation } from '../plan/plan.ts';
import type { Employee } from '../employee/employee.ts';
import type { PushedStore, PushTokenStore } from './pushed-store.ts';

/**
 * Where the engine keeps what it must not forget. Everything belongs to one connection, and every call names it: a store
 * never hands one connection's rows to another. What is secret arrives sealed.
 *
 * All methods throw `StoreError`: `conflict` for a stale version or a lost lease, `unavailable` (retryable) when the
 * database cannot be reached. Instants are ISO 8601 in UTC; pages are ordered and `after` is exclusive.
 */
export interface Store {
  /** Creates the tables or moves them forward. Safe to call by several processes at once. */
  migrate(): Promise<void>;
  close(): Promise<void>;
  readonly connections: ConnectionStore;
  readonly secrets: SecretStore;
  readonly roster: RosterStore;
  readonly links: LinksStore;
  readonly runs: RunStore;
  readonly journal: JournalStore;
  readonly resolutions: ResolutionStore;
  readonly actions: ActionStore;
  readonly leases: LeaseStore;
  readonly pushed: PushedStore;
  readonly pushTokens: PushTokenStore;
}

/** Proof of a lease: a write that carries it is refused (`conflict`) once somebody else has taken the lease (rule A2). */
export interface Fence {
  readonly lease: string;
  /** Grows by one each time the lease changes hands. */
  readonly token: number;
}

export interface ConnectionStore {
  /** @throws StoreError `conflict` when the id exists. */
  create(connection: Connection): Promise<void>;
  get(connectionId: string): Promise<Connection | null>;
  /** Writes the connection with `version` + 1 and returns it. @throws StoreError `conflict` when the stored version differs. */
  update(connection: Connection, fence?: Fence): Promise<Connection>;
  /** By id. */
  ofCustomer(customerId: string): Promise<readonly Connection[]>;
  /** Connections whose `nextSyncAt` has come, the longest waiting first. */
  due(now: string, limit: number): Promise<readonly Connection[]>;
  /** All of them, by id, for the rotation of keys and for operations. */
  page(page: {
    readonly after?: string;
    readonly limit: number;
    readonly state?: ConnectionState;
  }): Promise<readonly Connection[]>;
  /**
   * Erases what belongs to the connection: secrets, roster, links, resolutions, journal, what was pushed and its tokens,
   * in one transaction. The connection, its runs (counts only) and its actions stay (rule C7).
   */
  erase(connectionId: string, fence?: Fence): Promise<void>;
}

/** Sealed texts by name: `credentials`, `tokens`, `file`. */
export interface SecretStore {
  get(connectionId: string, name: string): Promise<string | null>;
  put(connectionId: string, name: string, sealed: string, fence?: Fence): Promise<void>;
  delete(connectionId: string, name: string): Promise<void>;
  names(connectionId: string): Promise<readonly string[]>;
}

/** One person of the HR system as last read, with what was decided. */
export interface RosterEntry {
  readonly employeeId: string;
  /** Without the bank account. */
  readonly employee: Employee;
  readonly decision: PersonDecision;
  /** Sealed; null where there is none or it is not read. */
  readonly bankAccount: string | null;
  /** Keyed fingerprint of the bank account, to see a change without opening it. */
  readonly bankFingerprint: string | null;
  /** Of everything above: equal digests need no write. */
  readonly digest: string;
}

/** The values of an entry as JSON, by whoever has made it already: a store that keeps text need not make it again. */
export interface RosterJson {
  readonly employee: string;
  readonly decision: string;
}

export interface RosterWrite extends RosterEntry {
  readonly json?: RosterJson;
}

export interface RosterPage {
  readonly after?: string;
  /** 1 to 1,000. */
  readonly limit: number;
  readonly situations?: readonly Situation[];
  /** Part of a name, e-mail or employee number; compared in lower case. */
  readonly search?: string;
}

export interface RosterStore {
  /** Digest by employee id, of everybody. */
  digests(connectionId: string): Promise<ReadonlyMap<string, string>>;
  /** Adds or replaces. */
  put(connectionId: string, entries: readonly RosterWrite[], fence?: Fence): Promise<void>;
  remove(connectionId: string, employeeIds: readonly string[], fence?: Fence): Promise<void>;
  get(connectionId: string, employeeId: string): Promise<RosterEntry | null>;
  /** By employee id. */
  page(connectionId: string, page: RosterPage): Promise<readonly RosterEntry[]>;
  count(connectionId: string): Promise<Readonly<Partial<Record<Situation, number>>>>;
}

export interface LinksStore {
  /** By employee id. */
  ofConnection(connectionId: string): Promise<readonly Link[]>;
  ofMember(connectionIds: readonly string[], memberId: string): Promise<readonly Link[]>;
  get(connectionId: string, employeeId: string): Promise<Link | null>;
  /** Adds or replaces, keyed by connection and employee. @throws StoreError `conflict` when another employee of the connection has the member. */
  put(links: readonly Link[], fence?: Fence): Promise<void>;
  remove(keys: readonly Pick<Link, 'connectionId' | 'employeeId'>[], fence?: Fence): Promise<void>;
}

/** `superseded`: a newer plan took its place. `abandoned`: planned by a run that ended before it began to apply. */
export type JournalStatus = 'proposed' | 'held' | 'planned' | 'done' | 'failed' | 'superseded' | 'abandoned';

export interface JournalEntry {
  readonly connectionId: string;
  readonly runId: string;
  /** Order of execution within the run, from 0. */
  readonly seq: number;
  readonly employeeId: string | null;
  readonly memberId: string | null;
  readonly operation: Operation | TeamsOperation;
  readonly status: JournalStatus;
  /** Instant of the last change of status. */
  readonly at: string;
  /** Of `create`: the member's id. */
  readonly result: string | null;
  readonly errorCode: string | null;
  readonly attempts: number;
}

/** What came of entries, and the ties that change with them: one transaction, so that neither is ever without the other. */
export interface Settlement {
  readonly connectionId: string;
  readonly runId: string;
  readonly at: string;
  readonly outcomes: readonly {
    readonly seq: number;
    readonly status: JournalStatus;
    readonly memberId?: string | null;
    readonly result?: string | null;
    readonly errorCode?: string | null;
    readonly attempts?: number;
  }[];
  readonly putLinks: readonly Link[];
  readonly removeLinks: readonly Pick<Link, 'connectionId' | 'employeeId'>[];
}

export interface JournalStore {
  /** Adds entries before anything is carried out (rule A1). Repeating the call with the same entries changes nothing. */
  append(entries: readonly JournalEntry[], fence?: Fence): Promise<void>;
  settle(settlement: Settlement, fence?: Fence): Promise<void>;
  /** Moves all entries of a run from one status to another. Resolves to their number. */
  restate(
    change: {
      readonly connectionId: string;
      readonly runId: string;
      readonly from: JournalStatus;
      readonly to: JournalStatus;
      readonly at: string;
    },
    fence?: Fence,
  ): Promise<number>;
  /** By seq. */
  ofRun(
    connectionId: string,
    runId: string,
    page: { readonly status?: JournalStatus; readonly afterSeq?: number; readonly limit: number },
  ): Promise<readonly JournalEntry[]>;
  /** Newest first, by instant and run; only what was carried out or tried (`done`, `failed`). */
  ofMember(connectionIds: readonly string[], memberId: string, limit: number): Promise<readonly JournalEntry[]>;
  ofEmployee(connectionId: string, employeeId: string, limit: number): Promise<readonly JournalEntry[]>;
}

export interface RunStore {
  put(run: Run, fence?: Fence): Promise<void>;
  get(connectionId: string, runId: string): Promise<Run | null>;
  /** Newest first. `before`: an instant of `startedAt`, exclusive. */
  list(connectionId: string, page: { readonly before?: string; readonly limit: number }): Promise<readonly Run[]>;
  /** Runs that began to apply and did not end, oldest first: they are finished before anything else (rule A1). */
  unfinished(connectionId: string): Promise<readonly Run[]>;
  /** Forgets ended runs, with their journal, that started before the instant. Resolves to the number of runs. */
  prune(connectionId: string, before: string): Promise<number>;
}

/** What a person decided about somebody whom the rules leave open. */
export interface Resolution {
  readonly connectionId: string;
  readonly employeeId: string;
  /**
   * `same_person`: link or re-link to this member (rules L3 to L6). `different_person`: never this member.
   * `keep`: no removal on the evidence given (rule V5). `leave_alone`: nothing at all is done to this person.
   */
  readonly kind: 'same_person' | 'different_person' | 'keep' | 'leave_alone';
  readonly memberId: string | null;
  /** For `keep`: the end of employment it was said of; another end asks again. */
  readonly evidence: string | null;
  readonly by: Actor;
  readonly at: string;
}

export interface ResolutionStore {
  /** One of a kind for each employee (for `different_person`, for each employee and member): the newer replaces the older. */
  put(resolution: Resolution): Promise<void>;
  remove(connectionId: string, employeeId: string, kind: Resolution['kind']): Promise<void>;
  ofConnection(connectionId: string): Promise<readonly Resolution[]>;
}

/** What somebody did or tried to do (rule C9). */
export interface ActionRecord {
  readonly connectionId: string;
  readonly customerId: string;
  readonly at: string;
  readonly actor: Actor;
  readonly action: string;
  readonly allowed: boolean;
}

export interface ActionStore {
  append(action: ActionRecord): Promise<void>;
  /** Newest first. */
  list(connectionId: string, limit: number): Promise<readonly ActionRecord[]>;
}

export interface LeaseStore {
  /**
   * Takes the lease for `ttlMs` by the store's own clock, if nobody holds it or its time is over. The same owner calling
   * again gets a new token: an owner is one attempt, not one process.
   */
  acquire(
    lease: string,
    owner: string,
    ttlMs: number,
  ): Promise<
    { readonly held: true; readonly fence: Fence } | { readonly held: false; readonly owner: string; readonly until: string }
  >;
  /** False when the lease was lost. */
  renew(fence: Fence, ttlMs: number): Promise<boolean>;
  release(fence: Fence): Promise<void>;
  /** Marks a name as used, once: true the first time, false ever after until the instant has passed (states of an authorization). */
  once(name: string, until: string): Promise<boolean>;
}
