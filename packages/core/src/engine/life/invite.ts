import { managedValuesOf } from '../../decide/managed-values.ts';
import { managedTextFields } from '../../directory/member.ts';
import { ConfigError, type ConfigProblem } from '../../errors/config-error.ts';
import { dayInZone } from '../../scope/day-in-zone.ts';
import { employmentOf } from '../../scope/employment.ts';
import type { Operation } from '../../plan/operation.ts';
import type { RosterEntry } from '../../store/store.ts';
import { requireState } from '../authorize.ts';
import type { Actor, Connection } from '../connection.ts';
import type { EngineContext } from '../engine-context.ts';
import { manualRun, type ManualRun } from './manual-run.ts';

export interface InviteInput {
  readonly actor: Actor;
  readonly employeeIds: readonly string[];
  /** Where the customer has several entities; default: what the mapping chose for each person (rule S9). */
  readonly entity?: string | undefined;
  /** In the platform's own words: `card`, `reimbursement` … (rule J1). */
  readonly access?: string | undefined;
}

/**
 * Invites candidates (rule J1). They become members with access when they accept (rule J2).
 * @throws ConfigError naming everybody who cannot be invited, before anybody is
 */
export async function invite(context: EngineContext, connection: Connection, input: InviteInput): Promise<ManualRun> {
  requireState(connection, ['connected', 'held', 'needs_attention'], 'invite');
  return manualRun(context, {
    connection,
    kind: 'invite',
    actor: input.actor,
    operations: async (runId, fresh) => {
      const entries = await candidatesToInvite(context, fresh, input);
      return entries.map((entry) => toCreate(entry, { runId, fresh, input }));
    },
  });
}

async function candidatesToInvite(
  context: EngineContext,
  connection: Connection,
  { employeeIds, entity }: InviteInput,
): Promise<readonly RosterEntry[]> {
  const { store } = context;
  const members = new Set((await context.directoryOf(connection.customerId).members()).map(({ id }) => id));
  const problems: ConfigProblem[] = [];
  const entries: RosterEntry[] = [];
  for (const [index, employeeId] of [...new Set(employeeIds)].entries()) {
    const entry = await store.roster.get(connection.id, employeeId);
    const link = await store.links.get(connection.id, employeeId);
    const isLinked = link !== null && members.has(link.memberId);
    const problem = isLinked ? 'has a member already' : whyNot(context, entry, connection, entity);
    if (problem === undefined && entry !== null) entries.push(entry);
    else problems.push({ field: `employeeIds.${String(index)}`, problem: problem ?? 'is not known' });
  }
  if (problems.length > 0)
    throw new ConfigError({ problems, hint: 'Nobody was invited. Leave these people out, or see why they are no candidates.' });
  return entries;
}

function whyNot(
  context: EngineContext,
  entry: RosterEntry | null,
  { configuration }: Connection,
  entity: string | undefined,
): string | undefined {
  if (entry === null) return 'is nobody of the last read';
  const { situation, code, entity: mapped } = entry.decision;
  if (situation !== 'candidate')
    return `is no candidate but ${situation.replaceAll('_', ' ')}${code === undefined ? '' : ` (${code})`}`;
  if (entry.employee.workEmail == null) return 'has no work e-mail';
  if (!isEmployed(context, entry, configuration)) return 'is not employed any more: the list is older than that';
  if (configuration?.entities != null && (entity ?? mapped) === undefined) return 'matches no entity: choose one';
  return undefined;
}

/** The list may be days old; the days are looked at again (rule S1). */
function isEmployed(context: EngineContext, { employee }: RosterEntry, configuration: Connection['configuration']): boolean {
  if (configuration === null) return false;
  const { accessDaysBeforeStart, timeZone } = configuration.policy;
  const today = dayInZone(context.now(), timeZone);
  return employmentOf(employee, { today, timeZone, accessDaysBeforeStart }).state === 'eligible';
}

interface CreateParts {
  readonly runId: string;
  readonly fresh: Connection;
  readonly input: InviteInput;
}

function toCreate({ employee, employeeId, decision }: RosterEntry, { runId, fresh, input }: CreateParts): Operation {
  const fields = managedTextFields.filter((field) => fresh.configuration?.policy.managedFields.includes(field) === true);
  const entity = input.entity ?? decision.entity;
  return {
    after: {
      ...(input.access !== undefined && { access: input.access }),
      email: employee.workEmail ?? '',
      ...(entity !== undefined && { entity }),
      values: managedValuesOf(employee, fields),
    },
    employeeId,
    evidence: { field: 'actor', path: 'actor', readId: runId, value: 'invited by an administrator' },
    key: `${runId}:create:${employeeId}`,
    kind: 'create',
    reason: 'invited by an administrator',
    rule: 'J1',
  };
}
