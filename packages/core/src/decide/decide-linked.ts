import type { Link, Member } from '../directory/member.ts';
import type { Employee } from '../employee/employee.ts';
import { elsewhereOf, type LinkedWorld } from '../link/link-everybody.ts';
import type { Operation } from '../plan/operation.ts';
import { canGetIn, evidenceOf, resolutionOf, type World } from '../plan/world.ts';
import { changesOf } from './changes.ts';
import { decisionOf, settled, type DecisionDetail, type PersonOutcome } from './outcome.ts';
import { removal } from './removal.ts';

export interface LinkedPerson {
  readonly employee: Employee;
  readonly member: Member;
  readonly link: Link;
}

/** Movers and leavers: what the record of somebody linked means for their member. */
export function decideLinked(world: World, linked: LinkedWorld, person: LinkedPerson): PersonOutcome {
  const { employee, member, link } = person;
  const memberId = member.id;
  const employment = world.employments.get(employee.id);
  if (resolutionOf(world, employee.id, 'leave_alone') !== undefined) {
    return settled(employee.id, standing(link, member), 'M4', {
      memberId,
      reason: 'an administrator asked to leave this person alone',
    });
  }
  if (world.duplicates.has(employee.id)) {
    return settled(employee.id, 'skipped', 'L7', {
      memberId,
      code: 'DUPLICATE_EMPLOYEE_ID',
      reason: 'the read holds several records with this id',
    });
  }
  if (employment === undefined || employment.state === 'unknown') {
    return settled(employee.id, 'skipped', 'S3', { memberId, code: 'STATUS_UNKNOWN' });
  }
  const claimed = continuedElsewhere(world, linked, person);
  if (employment.state === 'ended' || linked.history.has(employee.id)) return claimed ?? decideEnded(world, linked, person);
  if (employment.state !== 'eligible') {
    return settled(employee.id, canGetIn(member) ? standing(link, member) : 'upcoming', employment.rule, { memberId });
  }
  if (world.inFilter(employee) === 'out') return claimed ?? leavesScope(world, person);
  return staysInScope(world, person);
}

/** Where somebody stands of whom nothing new is to be said. */
function standing(link: Link, member: Member): 'managed' | 'invited' | 'formerly_managed' {
  if (link.state === 'released' || !canGetIn(member)) return 'formerly_managed';
  return member.status === 'invited' ? 'invited' : 'managed';
}

/**
 * Rules S8 and L6: the person goes on under another record, of this connection or of another one. While that is only a
 * proposal, nobody is removed and nobody inherits: a person has to say who it is.
 */
function continuedElsewhere(
  world: World,
  linked: LinkedWorld,
  { employee, member, link }: LinkedPerson,
): PersonOutcome | undefined {
  if (link.state === 'released') return undefined;
  const memberId = member.id;
  const claim = linked.claims.get(memberId);
  if (claim?.kind === 'relink') {
    return settled(employee.id, 'history', 'S8', { memberId, reason: `goes on as employee ${claim.employeeId}` });
  }
  if (claim !== undefined && canGetIn(member)) {
    const reason = `seems to go on as employee ${claim.employeeId}: somebody has to say whether this is the same person`;
    return settled(employee.id, 'disputed', 'L6', { memberId, reason });
  }
  const to = canGetIn(member) && !member.protected ? elsewhereOf(world, member) : undefined;
  if (to === undefined) return undefined;
  const reason = 'left the scope of this connection and is in the scope of another one';
  const operation: Operation = {
    employeeId: employee.id,
    evidence: evidenceOf(world, employee, 'status'),
    from: { connectionId: world.connectionId, employeeId: employee.id },
    key: `${world.input.readId}:relink:${employee.id}`,
    kind: 'relink',
    memberId,
    reason,
    rule: 'S8',
    to,
  };
  return { decision: decisionOf(employee.id, 'history', 'S8', { memberId, reason }), operations: [operation] };
}

/** Rule V1: the HR system states that employment is over. Somebody released is not ours to remove (rule S7). */
function decideEnded(world: World, linked: LinkedWorld, { employee, member, link }: LinkedPerson): PersonOutcome {
  const memberId = member.id;
  const lastDay = employee.terminationDate ?? null;
  if (link.state === 'released') return settled(employee.id, 'formerly_managed', 'S7', { memberId });
  const newer = linked.history.get(employee.id);
  if (newer !== undefined && world.employments.get(employee.id)?.state !== 'ended') {
    const reason = `an earlier record; employee ${newer} is the newer one`;
    return settled(employee.id, 'disputed', 'L7', { memberId, reason });
  }
  const byDate = world.employments.get(employee.id)?.rule === 'S4';
  return removal(world, {
    employeeId: employee.id,
    member,
    link,
    rule: 'V1',
    reason: `employment ended (${lastDay ?? 'no date given'})`,
    evidence: evidenceOf(world, employee, byDate ? 'terminationDate' : 'status'),
    lastDay,
    timeZone: world.timeZoneOf(employee),
  });
}

/** Rule S7: whoever leaves the filter is unlocked and left alone, unless the policy says otherwise. */
function leavesScope(world: World, { employee, member, link }: LinkedPerson): PersonOutcome {
  const memberId = member.id;
  const reason = 'no longer matches the filter';
  if (link.state === 'released') return settled(employee.id, 'formerly_managed', 'S7', { memberId, reason });
  const evidence = evidenceOf(world, employee, filterField(world));
  if (world.input.policy.outOfScope === 'remove') {
    const timeZone = world.timeZoneOf(employee);
    return removal(world, { employeeId: employee.id, member, link, rule: 'S7', reason, evidence, lastDay: null, timeZone });
  }
  const operation: Operation = {
    employeeId: employee.id,
    evidence,
    key: `${world.input.readId}:release:${employee.id}`,
    kind: 'release',
    memberId,
    reason: `${reason}: unlocked and left alone`,
    rule: 'S7',
  };
  return { decision: decisionOf(employee.id, 'formerly_managed', 'S7', { memberId, reason }), operations: [operation] };
}

/** The field of the filter that is cited: the first condition's, which is the only one in most filters. */
function filterField({ input: { filter } }: World): keyof Employee {
  const field = filter === undefined || filter.match === 'everybody' ? undefined : filter.conditions[0]?.field.split('.')[0];
  return (field ?? 'status') as keyof Employee;
}

function staysInScope(world: World, person: LinkedPerson): PersonOutcome {
  const { employee, member, link } = person;
  const memberId = member.id;
  const unsure = world.inFilter(employee) === 'unknown';
  if (unsure && link.state === 'released') {
    return settled(employee.id, 'formerly_managed', 'S7', { memberId, reason: 'a field of the filter was not delivered' });
  }
  if (!canGetIn(member) && link.removedAt === null) {
    // The platform itself ended this access: what this connection did not take it does not give back (rule V6).
    return settled(employee.id, 'formerly_managed', 'V6', {
      memberId,
      reason: 'access was ended in the application, which alone gives it back',
    });
  }
  const operations: Operation[] = [];
  if (link.state === 'released') operations.push(manageAgain(world, person));
  if (!canGetIn(member)) operations.push(reactivation(world, person));
  const { operations: changes, dispute, detail } = changesOf(world, person);
  operations.push(...changes, ...backFromAbsence(world, person));
  if (dispute !== undefined) {
    return { decision: decisionOf(employee.id, 'disputed', 'M3', { ...detail, memberId, reason: dispute }), operations };
  }
  const situation = member.status === 'invited' ? 'invited' : 'managed';
  const more: DecisionDetail = { ...detail, memberId, ...(unsure && { reason: 'a field of the filter was not delivered' }) };
  return { decision: decisionOf(employee.id, situation, 'L1', more), operations };
}

function manageAgain(world: World, { employee, member }: LinkedPerson): Operation {
  return {
    employeeId: employee.id,
    evidence: evidenceOf(world, employee, filterField(world)),
    key: `${world.input.readId}:manage:${employee.id}`,
    kind: 'manage',
    memberId: member.id,
    reason: 'matches the filter again',
    rule: 'S7',
  };
}

function reactivation(world: World, { employee, member }: LinkedPerson): Operation {
  return {
    employeeId: employee.id,
    evidence: evidenceOf(world, employee, 'status'),
    key: `${world.input.readId}:reactivate:${employee.id}`,
    kind: 'reactivate',
    memberId: member.id,
    reason: 'employed again',
    rule: 'V6',
  };
}

/** Somebody who is there again starts counting from nought, and no removal is pending any more (rules V2, V5). */
function backFromAbsence(world: World, { employee, member, link }: LinkedPerson): Operation[] {
  const operations: Operation[] = [];
  const { readId } = world.input;
  const employeeId = employee.id;
  const memberId = member.id;
  const evidence = evidenceOf(world, employee, 'status');
  if (link.missingReads > 0) {
    const key = `${readId}:count_missing:${employeeId}`;
    const reason = 'in the read again';
    operations.push({
      after: 0,
      before: link.missingReads,
      employeeId,
      evidence,
      key,
      kind: 'count_missing',
      memberId,
      reason,
      rule: 'V2',
    });
  }
  if (link.removalDue !== null) {
    const key = `${readId}:schedule_removal:${employeeId}`;
    const reason = 'employed again: no removal is due';
    operations.push({
      after: null,
      before: link.removalDue,
      employeeId,
      evidence,
      key,
      kind: 'schedule_removal',
      memberId,
      reason,
      rule: 'V5',
    });
  }
  return operations;
}
