import type { ErrorCode } from '../errors/code.ts';
import type { HeldOperations, PlanSummary } from '../plan/plan.ts';
import type { Actor } from './connection.ts';

export type RunKind = 'preview' | 'sync' | 'approve' | 'invite' | 'teams' | 'undo' | 'disconnect';

/**
 * `reading` and `planning`: nothing has been changed. `proposed`: waits to be confirmed. `applying`: the journal is being
 * carried out. `done`, `failed` (nothing was planned), `superseded`, `abandoned` (ended without warning before it applied).
 */
export type RunState = 'reading' | 'planning' | 'proposed' | 'applying' | 'done' | 'failed' | 'superseded' | 'abandoned';

/** One pass over one connection, with counts only: it outlives the erasure of the people in it. */
export interface Run {
  readonly id: string;
  readonly connectionId: string;
  readonly kind: RunKind;
  readonly state: RunState;
  readonly actor: Actor;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly planHash: string | null;
  readonly summary: PlanSummary | null;
  /** Why operations wait; the operations are in the journal. */
  readonly held: Pick<HeldOperations, 'reason' | 'rule'> | null;
  readonly notes: readonly string[];
  readonly read: {
    readonly outcome: 'complete' | 'partial';
    readonly employees: number;
    readonly pages: number;
    readonly requests: number;
    readonly because: string | null;
  } | null;
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly hint?: string } | null;
  readonly done: number;
  readonly failed: number;
}
