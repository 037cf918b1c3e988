import type { Link, Member } from '../directory/member.ts';
import type { Evidence, Operation } from '../plan/operation.ts';
import type { RuleId } from '../plan/rule-id.ts';
import { canGetIn, evidenceOf, isProtected, resolutionOf, type World } from '../plan/world.ts';
import { addDays } from '../scope/day-in-zone.ts';
import type { LinkedPerson } from './decide-linked.ts';
import { decisionOf, nothing, settled, type PersonOutcome } from './outcome.ts';

export interface RemovalInput {
  readonly employeeId: string;
  readonly member: Member;
  readonly link: Link;
  readonly rule: RuleId;
  /** Why, in one line. */
  readonly reason: string;
  readonly evidence: Evidence;
  /** What a person looks at when they call this removal off; another end of employment asks again (rule V5). */
  readonly calledOffBy: readonly string[];
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
  if (input.calledOffBy.includes(resolutionOf(world, employeeId, 'keep')?.evidence ?? '')) {
    const why = `${reason}; the removal was called off`;
    return {
      decision: decisionOf(employeeId, 'managed', 'V5', { memberId, reason: why }),
      operations: noLongerDue(world, input),
    };
  }
  if (isProtected(world, member)) {
    const why = `${reason}; protected members are never removed automatically`;
    return {
      decision: decisionOf(employeeId, 'protected', 'V4', { memberId, reason: why }),
      operations: noLongerDue(world, input),
    };
  }
  const due = dueDay(world, input);
  return due === null ? removeNow(world, input) : wait(world, input, due);
}

/** Nothing ends any more for somebody who is there: no removal is due (rule V5). */
export function callOff(world: World, { employee, member, link }: LinkedPerson): readonly Operation[] {
  if (link.removalDue === null) return nothing;
  const reason = 'employed: no removal is due any more';
  return noLongerDue(world, { employeeId: employee.id, evidence: evidenceOf(world, employee, 'status'), link, member, reason });
}

function noLongerDue(
  world: World,
  { employeeId, member, link, evidence, reason }: Pick<RemovalInput, 'employeeId' | 'member' | 'link' | 'evidence' | 'reason'>,
): readonly Operation[] {
  if (link.removalDue === null) return nothing;
  return [
    schedule(world, { after: null, before: link.removalDue, employeeId, evidence, memberId: member.id, reason, rule: 'V5' }),
  ];
}

/** The day on which the removal is due, or null when it is due now (rule V5). */
function dueDay(world: World, { link, lastDay, timeZone }: RemovalInput): string | null {
  const { leaverDelayDays } = world.input.policy;
  if (leaverDelayDays === 0) return null;
  const today = world.today(timeZone);
  // The day after the last one is the first without employment. Where no day is stated, the one that was set stays.
  const due = lastDay === null ? (link.removalDue ?? addDays(today, leaverDelayDays)) : addDays(lastDay, 1 + leaverDelayDays);
  return due <= today ? null : due;
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
  const memberId = member.id;
  const decision = decisionOf(employeeId, 'leaving', 'V5', { memberId, reason: why });
  if (link.removalDue === due) return { decision, operations: nothing };
  const cited = rule === 'S7' ? rule : 'V5';
  const before = link.removalDue;
  return {
    decision,
    operations: [schedule(world, { after: due, before, employeeId, evidence, memberId, reason: why, rule: cited })],
  };
}

type Scheduled = Omit<Extract<Operation, { kind: 'schedule_removal' }>, 'key' | 'kind'>;

function schedule(world: World, { after, before, employeeId, evidence, memberId, reason, rule }: Scheduled): Operation {
  const key = `${world.input.readId}:schedule_removal:${employeeId}`;
  return { after, before, employeeId, evidence, key, kind: 'schedule_removal', memberId, reason, rule };
}
