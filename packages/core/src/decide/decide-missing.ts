import type { Link } from '../directory/member.ts';
import { elsewhereOf, type LinkedWorld } from '../link/link-everybody.ts';
import type { Evidence, Operation } from '../plan/operation.ts';
import { canGetIn, resolutionOf, type World } from '../plan/world.ts';
import type { CompleteReadReport } from '../read/read-report.ts';
import { findMissing, type Missing } from './find-missing.ts';
import { decisionOf, settled, type PersonOutcome } from './outcome.ts';
import { removal } from './removal.ts';

/** Rule V2: those whom a complete read did not show. It takes the report of a complete read: nothing else compiles. */
export function decideMissing(world: World, linked: LinkedWorld, report: CompleteReadReport): PersonOutcome[] {
  const links = [...world.linkByEmployee.values()];
  const present = new Set(world.employeeById.keys());
  return findMissing(links, present, report).flatMap((missing) => decideAbsent(world, linked, missing) ?? []);
}

function decideAbsent(world: World, linked: LinkedWorld, { link, reads }: Missing): PersonOutcome | undefined {
  const member = world.memberById.get(link.memberId);
  if (member === undefined) return undefined;
  const { employeeId } = link;
  const memberId = member.id;
  if (!canGetIn(member)) return settled(employeeId, 'leaver', 'V2', { memberId });
  if (link.state === 'released') return settled(employeeId, 'formerly_managed', 'S7', { memberId });
  if (resolutionOf(world, employeeId, 'leave_alone') !== undefined) {
    return settled(employeeId, 'missing', 'M4', { memberId, reason: 'an administrator asked to leave this person alone' });
  }
  const claim = linked.claims.get(memberId);
  if (claim !== undefined) {
    const goesOn = claim.kind === 'relink';
    const reason = `${goesOn ? 'goes on' : 'seems to go on'} as employee ${claim.employeeId}`;
    return settled(employeeId, goesOn ? 'history' : 'disputed', goesOn ? 'S8' : 'L6', { memberId, reason });
  }
  const elsewhere = member.protected ? undefined : elsewhereOf(world, member);
  if (elsewhere !== undefined) return moved(world, link, elsewhere);
  return counted(world, link, reads);
}

function moved(world: World, link: Link, to: { readonly connectionId: string; readonly employeeId: string }): PersonOutcome {
  const { employeeId, memberId } = link;
  const reason = 'not in this read, and in the scope of another connection';
  const operation: Operation = {
    employeeId,
    evidence: absence(world, reason),
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

function counted(world: World, link: Link, reads: number): PersonOutcome {
  const { employeeId, memberId } = link;
  const member = world.memberById.get(memberId);
  const { missingReads } = world.input.policy;
  const gone = world.input.gone?.has(employeeId) === true;
  const seen = `${String(reads)} of ${String(missingReads)} complete reads`;
  const evidence = absence(world, gone ? 'asked by id: gone' : seen);
  const reason = gone ? 'the HR system, asked for this person, says there is no such employee' : `not in ${seen}`;
  if (member !== undefined && (gone || reads >= missingReads)) {
    const { timeZone } = world.input.policy;
    return removal(world, { employeeId, member, link, rule: 'V2', reason, evidence, lastDay: null, timeZone });
  }
  const count: Operation = {
    after: reads,
    before: link.missingReads,
    employeeId,
    evidence,
    key: `${world.input.readId}:count_missing:${employeeId}`,
    kind: 'count_missing',
    memberId,
    reason,
    rule: 'V2',
  };
  return { decision: decisionOf(employeeId, 'missing', 'V2', { memberId, reason }), operations: [count] };
}

function absence(world: World, value: string): Evidence {
  return { field: 'absence', path: 'absence', readId: world.input.readId, value };
}
