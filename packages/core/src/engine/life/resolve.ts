import { ConfigError } from '../../errors/config-error.ts';
import type { RuleId } from '../../plan/rule-id.ts';
import type { Resolution, RosterEntry } from '../../store/store.ts';
import type { Actor, Connection } from '../connection.ts';
import type { EngineContext } from '../engine-context.ts';

export type ResolveInput = {
  readonly actor: Actor;
  readonly employeeId: string;
} & (
  | { readonly as: 'same_person' | 'different_person'; readonly memberId: string }
  /** Calls a removal off, delayed or held, on the evidence of the last read (rule V5); `leave_alone` touches nothing of this person. */
  | { readonly as: 'keep' | 'leave_alone' }
  /** Takes back what was decided: the rules decide again. */
  | { readonly as: 'by_the_rules' }
);

/**
 * What a person says of somebody whom the rules leave open. It counts from the next plan on, and is cited there.
 * @throws ConfigError when the employee or the member is not known
 */
export async function resolve(
  context: EngineContext,
  connection: Connection,
  input: ResolveInput,
): Promise<readonly Resolution[]> {
  const { store } = context;
  const { actor, employeeId } = input;
  const entry = await store.roster.get(connection.id, employeeId);
  if (entry === null) throw unknown('employeeId', 'is nobody of the last read');
  const base = { connectionId: connection.id, employeeId, by: actor, at: context.at(), memberId: null, evidence: null };
  switch (input.as) {
    case 'by_the_rules':
      for (const kind of ['same_person', 'different_person', 'keep', 'leave_alone'] as const)
        await store.resolutions.remove(connection.id, employeeId, kind);
      break;
    case 'same_person':
    case 'different_person': {
      const members = await context.directoryOf(connection.customerId).members();
      if (!members.some(({ id }) => id === input.memberId)) throw unknown('memberId', 'is no member');
      await store.resolutions.put({ ...base, kind: input.as, memberId: input.memberId });
      break;
    }
    case 'keep':
      await store.resolutions.put({ ...base, kind: 'keep', evidence: await endOf(context, entry, connection) });
      break;
    case 'leave_alone':
      await store.resolutions.put({ ...base, kind: 'leave_alone' });
  }
  return (await store.resolutions.ofConnection(connection.id)).filter((resolution) => resolution.employeeId === employeeId);
}

/** What the removal would rest on, as `calledOffBy` of the plan's removal says it: something else asks again. */
async function endOf(context: EngineContext, { decision, employee }: RosterEntry, connection: Connection): Promise<string> {
  const rule = decision.rule === 'V5' ? await delayedBy(context, connection.id, decision.employeeId) : decision.rule;
  if (rule === 'V2') return 'absence:none';
  if (rule === 'S7') {
    const filter = connection.configuration?.filter;
    const field = filter === undefined || filter.match === 'everybody' ? undefined : filter.conditions[0]?.field.split('.')[0];
    return `${field ?? 'status'}:none`;
  }
  const { terminationDate } = employee;
  return terminationDate == null ? 'status:none' : `terminationDate:${terminationDate}`;
}

/** Why a removal waits: the delay is a decision of its own, and what began it is in the journal. */
async function delayedBy({ store }: EngineContext, connectionId: string, employeeId: string): Promise<RuleId> {
  for (const { operation } of await store.journal.ofEmployee(connectionId, employeeId, 100)) {
    if (operation.kind !== 'schedule_removal' || operation.after === null) continue;
    if (operation.evidence.field === 'absence') return 'V2';
    return operation.rule === 'S7' ? 'S7' : 'V1';
  }
  return 'V1';
}

function unknown(field: string, problem: string): ConfigError {
  return new ConfigError({ problems: [{ field, problem }] });
}
