import type { Link, Member } from '../directory/member.ts';
import type { Employee } from '../employee/employee.ts';
import { elsewhereOf } from '../link/elsewhere.ts';
import type { LinkedWorld } from '../link/link-everybody.ts';
import type { Employment } from '../scope/employment.ts';
import type { EmployeeKey, Operation } from '../plan/operation.ts';
import { holds } from '../plan/holds.ts';
import { canGetIn, evidenceOf, resolutionOf, type World } from '../plan/world.ts';
import { staysInScope } from './in-scope.ts';
import { decisionOf, settled, type PersonOutcome } from './outcome.ts';
import { callOff, removal } from './removal.ts';

export interface LinkedPerson {
  readonly employee: Employee;
  readonly employment: Employment;
  readonly member: Member;
  readonly link: Link;
}

/** Movers and leavers: what the record of somebody linked means for their member. */
export function decideLinked(world: World, linked: LinkedWorld, person: LinkedPerson): PersonOutcome {
  const outcome = judge(world, linked, person);
  if (person.link.missingReads === 0 || outcome.operations.some(settlesAbsence)) return outcome;
  return { decision: outcome.decision, operations: [...outcome.operations, backFromAbsence(world, person)] };
}

function judge(world: World, linked: LinkedWorld, person: LinkedPerson): PersonOutcome {
  const { employee, employment, member } = person;
  const memberId = member.id;
  const goesOn = holds(linked.claims, memberId) ? linked.claims.get(memberId) : undefined;
  if (goesOn?.kind === 'relink') {
    return settled(employee.id, 'history', goesOn.rule, { memberId, reason: `goes on as employee ${goesOn.employeeId}` });
  }
  const untouched = leftAlone(world, person);
  if (untouched !== undefined) return untouched;
  if (employment.state === 'unknown') {
    return settled(employee.id, 'skipped', 'S3', { memberId, code: 'STATUS_UNKNOWN' });
  }
  if (employment.state === 'ended' || holds(linked.history, employee.id)) {
    return continuedElsewhere(world, linked, person) ?? decideEnded(world, linked, person);
  }
  if (employment.state !== 'eligible') {
    const situation = canGetIn(member) ? standing(person) : employment.state === 'upcoming' ? 'upcoming' : 'leaver';
    return { ...settled(employee.id, situation, employment.rule, { memberId }), operations: callOff(world, person) };
  }
  if (world.inFilter(employee) === 'out') return continuedElsewhere(world, linked, person) ?? leavesScope(world, person);
  return staysInScope(world, linked, person);
}

/** People of whom nothing can be said, or nothing shall be done. */
function leftAlone(world: World, person: LinkedPerson): PersonOutcome | undefined {
  const { employee, member } = person;
  const memberId = member.id;
  if (resolutionOf(world, employee.id, 'leave_alone') !== undefined) {
    const reason = 'an administrator asked to leave this person alone';
    return settled(employee.id, standing(person), 'M4', { memberId, reason });
  }
  if (holds(world.tornMembers, memberId)) {
    return settled(employee.id, 'disputed', 'L3', { memberId, reason: 'several ties claim this member' });
  }
  if (holds(world.duplicates, employee.id)) {
    const reason = 'the read holds several records with this id';
    return settled(employee.id, 'skipped', 'L7', { memberId, code: 'DUPLICATE_EMPLOYEE_ID', reason });
  }
  return undefined;
}

/** Where somebody stands of whom nothing new is to be said. */
function standing({ link, member }: LinkedPerson): 'managed' | 'invited' | 'formerly_managed' {
  if (link.state === 'released' || !canGetIn(member)) return 'formerly_managed';
  return member.status === 'invited' ? 'invited' : 'managed';
}

/**
 * Rules S8 and L6: the person goes on under another record, of this connection or of another one. While that is only a
 * proposal, nobody is removed and nobody inherits: a person has to say who it is.
 */
function continuedElsewhere(world: World, linked: LinkedWorld, person: LinkedPerson): PersonOutcome | undefined {
  const { employee, member, link } = person;
  if (link.state === 'released' || !canGetIn(member)) return undefined;
  const memberId = member.id;
  const claim = linked.claims.get(memberId);
  if (claim !== undefined) {
    const reason = `seems to go on as employee ${claim.employeeId}: somebody has to say whether this is the same person`;
    return settled(employee.id, 'disputed', 'L6', { memberId, reason });
  }
  const to = elsewhereOf(world, member, employee);
  if (to === undefined) return undefined;
  if (to === 'several') return severalElsewhere(employee.id, memberId);
  return movedTo(world, { employeeId: employee.id, memberId, to, evidence: evidenceOf(world, employee, 'status') });
}

export function severalElsewhere(employeeId: string, memberId: string): PersonOutcome {
  const reason = 'other connections have several people with this address in their scope: somebody has to say who it is';
  return settled(employeeId, 'disputed', 'S8', { memberId, reason });
}

/** Rule S8: one move, never a removal plus a join. */
export function movedTo(
  world: World,
  {
    employeeId,
    evidence,
    memberId,
    to,
  }: { readonly to: EmployeeKey } & Pick<Operation, 'employeeId' | 'evidence'> & {
      readonly memberId: string;
    },
): PersonOutcome {
  const reason = 'left the scope of this connection and is in the scope of another one';
  const operation: Operation = {
    employeeId,
    evidence,
    from: { connectionId: world.connectionId, employeeId },
    key: `${world.input.readId}:relink:${employeeId}`,
    kind: 'relink',
    memberId,
    reason,
    rule: 'S8',
    to,
  };
  return { decision: decisionOf(employeeId, 'history', 'S8', { memberId, reason }), operations: [operation] };
}

/** Rule V1: the HR system states that employment is over. Somebody released is not ours to remove (rule S7). */
function decideEnded(world: World, linked: LinkedWorld, { employee, employment, member, link }: LinkedPerson): PersonOutcome {
  const memberId = member.id;
  if (link.state === 'released') return settled(employee.id, 'formerly_managed', 'S7', { memberId });
  const newer = linked.history.get(employee.id);
  if (newer !== undefined && employment.state !== 'ended') {
    const reason = `an earlier record; employee ${newer} is the newer one`;
    return settled(employee.id, 'disputed', 'L7', { memberId, reason });
  }
  if (canGetIn(member) && linked.unclear.has(employee.id)) {
    const reason = 'this record has ended, and of the others of this person none is the newer one';
    return settled(employee.id, 'disputed', 'L7', { memberId, reason });
  }
  // A termination before the start is that of an earlier employment: the status says that this one is over, not when.
  const isDated = employment.rule === 'S4';
  const stated = employee.terminationDate ?? 'none';
  return removal(world, {
    employeeId: employee.id,
    member,
    link,
    rule: 'V1',
    reason: `employment ended (${isDated ? stated : 'no date given'})`,
    evidence: evidenceOf(world, employee, isDated ? 'terminationDate' : 'status'),
    calledOffBy: isDated ? [`terminationDate:${stated}`] : [`status:${stated}`, `terminationDate:${stated}`],
    lastDay: isDated ? (employee.terminationDate ?? null) : null,
    timeZone: world.timeZoneOf(employee),
  });
}

/** Rule S7: whoever leaves the filter is unlocked and left alone, unless the policy says otherwise. */
function leavesScope(world: World, { employee, member, link }: LinkedPerson): PersonOutcome {
  const memberId = member.id;
  const reason = 'no longer matches the filter';
  if (link.state === 'released') return settled(employee.id, 'formerly_managed', 'S7', { memberId, reason });
  const field = filterField(world);
  const evidence = evidenceOf(world, employee, field);
  if (world.input.policy.outOfScope === 'remove') {
    return removal(world, {
      employeeId: employee.id,
      member,
      link,
      rule: 'S7',
      reason,
      evidence,
      calledOffBy: [`${field}:none`],
      lastDay: null,
      timeZone: world.timeZoneOf(employee),
    });
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
export function filterField({ input: { filter } }: World): keyof Employee {
  const field = filter === undefined || filter.match === 'everybody' ? undefined : filter.conditions[0]?.field.split('.')[0];
  return (field ?? 'status') as keyof Employee;
}

/** After these a tie counts from nought anyway, or there is none. */
function settlesAbsence({ kind }: Operation): boolean {
  return kind === 'release' || kind === 'revoke' || kind === 'archive' || kind === 'relink' || kind === 'reactivate';
}

/** Reads count in a row: whoever is there, in whatever state, starts from nought (rule V2). */
function backFromAbsence(world: World, { employee, member, link }: LinkedPerson): Operation {
  return {
    after: 0,
    before: link.missingReads,
    employeeId: employee.id,
    evidence: evidenceOf(world, employee, 'status'),
    key: `${world.input.readId}:count_missing:${employee.id}`,
    kind: 'count_missing',
    memberId: member.id,
    reason: 'in the read again',
    rule: 'V2',
  };
}
