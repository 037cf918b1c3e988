import type { Link, Member } from '../directory/member.ts';
import type { Evidence, Operation } from '../plan/operation.ts';
import type { RuleId } from '../plan/rule-id.ts';
import { canGetIn, isProtected, resolutionOf, type World } from '../plan/world.ts';
import { addDays } from '../scope/day-in-zone.ts';
import { settled, decisionOf, type PersonOutcome } from './outcome.ts';

export interface RemovalInput {
  readonly employeeId: string;
  readonly member: Member;
  readonly link: Link;
  readonly rule: RuleId;
  /** Why, in one line. */
  readonly reason: string;
  readonly evidence: Evidence;
  /** The last day of employment, where it is stated; the delay counts from it (rule V5). */
  readonly lastDay: string | null;
  /** The person's time zone. */
  readonly timeZone: string;
}

/** The one place where somebody's access ends. Protected members keep it, whatever led here (rule V4). */
export function removal(world: World, input: RemovalInput): PersonOutcome {
  const { employeeId, member, rule, reason } = input;
  const memberId = member.id;
  if (!canGetIn(member)) return settled(employeeId, 'leaver', rule, { memberId, reason });
  if (resolutionOf(world, employeeId, 'keep')?.evidence === removalEvidence(input)) {
    return settled(employeeId, 'managed', 'V5', { memberId, reason: `${reason}; the removal was called off` });
  }
  if (isProtected(world, member)) {
    const why = `${reason}; protected members are never removed automatically`;
    return settled(employeeId, 'protected', 'V4', { memberId, reason: why });
  }
  const due = dueDay(world, input);
  return due === null ? removeNow(world, input) : wait(world, input, due);
}

/** What a person looks at when they call a removal off: another end of employment asks again. */
export function removalEvidence({ lastDay, evidence }: Pick<RemovalInput, 'lastDay' | 'evidence'>): string {
  return `${evidence.field}:${lastDay ?? 'none'}`;
}

/** The day on which the removal is due, or null when it is due now (rule V5). */
function dueDay(world: World, { link, lastDay, timeZone }: RemovalInput): string | null {
  const { leaverDelayDays } = world.input.policy;
  const today = world.today(timeZone);
  // The day after the last one is the first without employment. A day that is set stays, however often it is planned.
  const due = link.removalDue ?? addDays(lastDay === null ? today : addDays(lastDay, 1), leaverDelayDays);
  return leaverDelayDays === 0 || due <= today ? null : due;
}

function removeNow(world: World, { employeeId, member, rule, reason, evidence }: RemovalInput): PersonOutcome {
  const kind = world.input.policy.leavers;
  const operation: Operation = {
    employeeId,
    evidence,
    key: `${evidence.readId}:${kind}:${employeeId}`,
    kind,
    memberId: member.id,
    reason,
    rule,
  };
  return { decision: decisionOf(employeeId, 'leaver', rule, { memberId: member.id, reason }), operations: [operation] };
}

function wait(world: World, { employeeId, member, link, rule, reason, evidence }: RemovalInput, due: string): PersonOutcome {
  const why = `${reason}; access ends on ${due}`;
  const decision = decisionOf(employeeId, 'leaving', 'V5', { memberId: member.id, reason: why });
  if (link.removalDue === due) return { decision, operations: [] };
  const operation: Operation = {
    after: due,
    before: link.removalDue,
    employeeId,
    evidence,
    key: `${world.input.readId}:schedule_removal:${employeeId}`,
    kind: 'schedule_removal',
    memberId: member.id,
    reason: why,
    rule: rule === 'V1' || rule === 'V2' ? 'V5' : rule,
  };
  return { decision, operations: [operation] };
}
