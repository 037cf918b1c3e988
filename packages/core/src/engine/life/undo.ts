import { createHash } from 'node:crypto';
import { inverseOf } from '../../apply/inverse-of.ts';
import { whatMoved, type Moved } from '../../apply/what-moved.ts';
import { EngineError } from '../../errors/engine-error.ts';
import { PlanError } from '../../errors/plan-error.ts';
import { canonicalJson } from '../../plan/canonical-json.ts';
import type { Operation } from '../../plan/operation.ts';
import type { JournalEntry } from '../../store/store.ts';
import type { Actor, Connection } from '../connection.ts';
import { changeConnection, type EngineContext } from '../engine-context.ts';
import { manualRun, type ManualRun } from './manual-run.ts';

export interface UndoTarget {
  readonly runId: string;
  /** Only what the run did to this person. */
  readonly employeeId?: string | undefined;
}

/** What undoing would do, and what it cannot do any more. */
export interface UndoPreview {
  /** In the order in which they would be carried out: the reverse of the run. */
  readonly operations: readonly Operation[];
  /** What somebody has changed since, or what has no way back. These are left as they are. */
  readonly conflicts: readonly Moved[];
  readonly hash: string;
}

/** Shows what the inverses of a run would do now (rule A4). */
export async function previewUndo(context: EngineContext, connection: Connection, target: UndoTarget): Promise<UndoPreview> {
  return toPreview(context, connection, { target, runId: 'undo' });
}

/**
 * Takes back what a run did. The whole run: the connection is paused, because the next sync would do it again. One
 * person: they are left alone from now on, until somebody says otherwise (`resolve`, `by_the_rules`).
 * @throws PlanError `plan_outdated` when something else would be undone than was shown
 */
export async function undo(
  context: EngineContext,
  connection: Connection,
  { actor, hash, ...target }: UndoTarget & { readonly actor: Actor; readonly hash: string },
): Promise<ManualRun> {
  return manualRun(context, {
    connection,
    kind: 'undo',
    actor,
    operations: async (runId) => {
      const preview = await toPreview(context, connection, { target, runId });
      if (preview.hash !== hash)
        throw new PlanError({ code: 'plan_outdated', message: 'something has changed since this was shown' });
      await keepFromComingBack(context, connection, { actor, employeeId: target.employeeId });
      return preview.operations;
    },
  });
}

/** Before anything is taken back: no sync shall find it undone and do it again, whatever happens to this process. */
async function keepFromComingBack(
  context: EngineContext,
  connection: Connection,
  { actor, employeeId }: { readonly actor: Actor; readonly employeeId: string | undefined },
): Promise<void> {
  if (employeeId !== undefined) {
    await context.store.resolutions.put({
      connectionId: connection.id,
      employeeId,
      kind: 'leave_alone',
      memberId: null,
      evidence: null,
      by: actor,
      at: context.at(),
    });
  } else if (connection.state !== 'disconnected') {
    await changeConnection(context, connection.id, () => ({ state: 'paused', nextSyncAt: null }));
  }
}

async function toPreview(
  context: EngineContext,
  connection: Connection,
  { target, runId }: { readonly target: UndoTarget; readonly runId: string },
): Promise<UndoPreview> {
  const run = await context.store.runs.get(connection.id, target.runId);
  if (run === null)
    throw new EngineError({ code: 'state_invalid', message: 'this connection has no such run', hint: 'runs() lists them.' });
  const done = (await entriesOf(context, connection.id, target)).reverse();
  const operations: Operation[] = [];
  const conflicts: Moved[] = [];
  for (const entry of done) {
    const inverse = toInverse(entry, runId);
    if (inverse === 'teams')
      conflicts.push({ employeeId: '', kind: 'set_manager', what: 'teams are not taken back: stop team sync and edit them' });
    else if (inverse !== null) operations.push(inverse);
  }
  const moved = await movedIn(context, connection, operations);
  const blocked = new Set(moved.map(({ employeeId, kind }) => `${kind}\n${employeeId}`));
  const possible = operations.filter(({ employeeId, kind }) => !blocked.has(`${kind}\n${employeeId}`));
  const shown = possible.map(({ kind, employeeId }) => [kind, employeeId]);
  return {
    operations: possible,
    conflicts: [...conflicts, ...moved],
    hash: createHash('sha256')
      .update(canonicalJson([target.runId, shown]))
      .digest('hex'),
  };
}

async function entriesOf(
  { store }: EngineContext,
  connectionId: string,
  { runId, employeeId }: UndoTarget,
): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (let afterSeq = -1; ;) {
    const page = await store.journal.ofRun(connectionId, runId, { status: 'done', afterSeq, limit: 1000 });
    for (const entry of page) if (employeeId === undefined || entry.employeeId === employeeId) entries.push(entry);
    afterSeq = page.at(-1)?.seq ?? afterSeq;
    if (page.length < 1000) return entries;
  }
}

function toInverse({ operation, memberId, result }: JournalEntry, runId: string): Operation | 'teams' | null {
  if (operation.kind === 'change_teams') return 'teams';
  const body = inverseOf({ operation, memberId: result ?? memberId ?? '' });
  if (body === null) return null;
  const { employeeId, rule } = operation;
  return {
    ...body,
    employeeId,
    rule,
    key: `${runId}:undo:${operation.key}`,
    reason: `undoes: ${operation.reason}`,
    evidence: { field: 'actor', path: 'actor', readId: runId, value: 'undone by an administrator' },
  };
}

async function movedIn(
  context: EngineContext,
  connection: Connection,
  operations: readonly Operation[],
): Promise<readonly Moved[]> {
  const connections = await context.store.connections.ofCustomer(connection.customerId);
  const links = (await Promise.all(connections.map(({ id }) => context.store.links.ofConnection(id)))).flat();
  const members = await context.directoryOf(connection.customerId).members();
  const unaccepted = new Set(members.filter(({ status }) => status === 'invited').map(({ id }) => id));
  const moved = [...whatMoved(operations, { connectionId: connection.id, members, links })];
  for (const { kind, employeeId, ...operation } of operations) {
    if (
      kind === 'withdraw' &&
      'memberId' in operation &&
      typeof operation.memberId === 'string' &&
      !unaccepted.has(operation.memberId)
    ) {
      moved.push({ employeeId, kind, what: 'the invitation has been accepted' });
    }
  }
  return moved;
}
