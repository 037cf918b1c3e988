import type { Operation } from '../../plan/operation.ts';
import type { Link } from '../../directory/member.ts';
import { requireState } from '../authorize.ts';
import type { Actor, Connection, Configuration } from '../connection.ts';
import { changeConnection, type EngineContext } from '../engine-context.ts';
import { connectionLease, withLease, type HeldLease } from '../lease.ts';
import { letGo } from '../run/carry-on.ts';
import { createTokenStore } from '../tokens.ts';
import { stopTeamsOf } from './stop-teams.ts';
import { manualRun } from './manual-run.ts';

const waitMs = 60_000;

/** What disconnecting means, before it is done (rule C7). */
export interface DisconnectPreview {
  /** Members who keep their account and access and become manual. */
  readonly kept: number;
  /** Invitations that have not been accepted, and what happens to them. */
  readonly pendingInvitations: number;
  readonly invitations: Configuration['policy']['pendingInvitations'];
  /** People on the list of candidates, who disappear from it. */
  readonly candidates: number;
  /** Employees whose data is erased. */
  readonly erased: number;
  readonly teamSync: boolean;
}

export async function previewDisconnect(context: EngineContext, connection: Connection): Promise<DisconnectPreview> {
  const { store } = context;
  const counts = await store.roster.count(connection.id);
  const pending = await pendingLinks(context, connection);
  return {
    kept: await keptMembers(context, connection),
    pendingInvitations: pending.length,
    invitations: invitationsOf(connection),
    candidates: counts.candidate ?? 0,
    erased: Object.values(counts).reduce((sum, count) => sum + count, 0),
    teamSync: connection.teamSync,
  };
}

/**
 * Ends a connection. Nobody loses access by it; what was stored of employees, and the credentials, are erased. To go on,
 * everything is set up anew (rule C7). Safe to repeat after a crash.
 */
export async function disconnect(
  context: EngineContext,
  connection: Connection,
  { actor }: { readonly actor: Actor },
): Promise<Connection> {
  requireState(
    connection,
    [
      'connecting',
      'awaiting_configuration',
      'awaiting_confirmation',
      'connected',
      'held',
      'needs_attention',
      'paused',
      'disconnected',
    ],
    'disconnect',
  );
  // First, so that a sync under way stops and none begins.
  if (connection.state !== 'disconnected')
    await changeConnection(context, connection.id, () => ({ state: 'paused', nextSyncAt: null }));
  if (connection.teamSync) await stopTeamsOf(context, connection, context.newId());
  if (invitationsOf(connection) === 'withdraw') await withdrawInvitations(context, connection, actor);
  // A run under way would write down people after the erasure. It stops at its next step.
  return withLease(context, connectionLease(connection.id), (held) => erase(context, connection, held), { waitMs });
}

async function erase(context: EngineContext, { id }: Connection, held: HeldLease): Promise<Connection> {
  const { store, sealer, owner, leaseMs } = context;
  const tokens = createTokenStore({ store, sealer, connectionId: id, owner, leaseMs });
  // So would a renewal of tokens.
  await tokens.exclusively(() => store.connections.erase(id, held.fence));
  // Their journal is gone: nobody carries them on.
  for (const run of await store.runs.list(id, { limit: 20 })) if (run.endedAt === null) await letGo(context, run, held);
  for (const run of await store.runs.unfinished(id)) await letGo(context, run, held);
  const ended: Partial<Connection> = {
    state: 'disconnected',
    attention: null,
    configuration: null,
    draft: null,
    pending: null,
    teamSync: false,
    lastRead: null,
    nextSyncAt: null,
  };
  return changeConnection(context, id, () => ended, held.fence);
}

function invitationsOf({ configuration }: Connection): DisconnectPreview['invitations'] {
  return configuration?.policy.pendingInvitations ?? 'keep';
}

/** Those whose access has ended have none to keep. */
async function keptMembers(context: EngineContext, connection: Connection): Promise<number> {
  const members = await context.directoryOf(connection.customerId).members();
  const active = new Set(members.filter(({ status }) => status === 'active').map(({ id }) => id));
  return (await context.store.links.ofConnection(connection.id)).filter(({ memberId }) => active.has(memberId)).length;
}

async function pendingLinks(context: EngineContext, connection: Connection): Promise<readonly Link[]> {
  const members = await context.directoryOf(connection.customerId).members();
  const invited = new Set(members.filter(({ status }) => status === 'invited').map(({ id }) => id));
  return (await context.store.links.ofConnection(connection.id)).filter(({ memberId }) => invited.has(memberId));
}

async function withdrawInvitations(context: EngineContext, connection: Connection, actor: Actor): Promise<void> {
  await manualRun(context, {
    connection,
    kind: 'disconnect',
    actor,
    operations: async (runId) => (await pendingLinks(context, connection)).map((link) => toWithdraw(link, runId)),
  });
}

function toWithdraw({ employeeId, memberId }: Link, runId: string): Operation {
  return {
    employeeId,
    evidence: { field: 'actor', path: 'actor', readId: runId, value: 'disconnected by an administrator' },
    key: `${runId}:withdraw:${employeeId}`,
    kind: 'withdraw',
    memberId,
    reason: 'the connection ends, and pending invitations with it',
    rule: 'C7',
  };
}
