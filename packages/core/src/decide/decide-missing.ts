import type { Link } from '../directory/member.ts';
import type { Employee } from '../employee/employee.ts';
import { elsewhereOf } from '../link/elsewhere.ts';
import type { LinkedWorld } from '../link/link-everybody.ts';
import type { Evidence, Operation } from '../plan/operation.ts';
import { canGetIn, resolutionOf, type World } from '../plan/world.ts';
import type { CompleteReadReport, ReadReport } from '../read/read-report.ts';
import { movedTo, severalElsewhere } from './decide-linked.ts';
import { findMissing, type Missing } from './find-missing.ts';
import { decisionOf, settled, type PersonOutcome } from './outcome.ts';
import { removal } from './removal.ts';

/** Rule V2: those whom a complete read did not show. It takes the report of a complete read: nothing else compiles. */
export function decideMissing(world: World, linked: LinkedWorld, report: CompleteReadReport): PersonOutcome[] {
  const lastKnown = new Map((world.input.lastKnown ?? []).map((employee) => [employee.id, employee]));
  return findMissing([...world.absentLinks.values()], world.employeeById, report, { again: isReadAgain(world, report) })
    .filter(({ link }) => isAbsent(world, report, link))
    .flatMap((missing) => decideAbsent(world, linked, missing, lastKnown.get(missing.link.employeeId)) ?? []);
}

function isStated(report: ReadReport): boolean {
  return report.outcome === 'complete' && report.evidence.by === 'statement';
}

/** A file that was the last one as well: how often it is read proves nothing. */
function isReadAgain({ input }: World, { evidence }: CompleteReadReport): boolean {
  return evidence.by === 'statement' && evidence.fingerprint === input.previous?.fingerprint;
}

/** A record that nobody could tell the owner of may be anybody's: then only whom the vendor states to be gone is not there. */
function isAbsent(world: World, report: CompleteReadReport, { employeeId }: Link): boolean {
  return !hasNameless(report) || world.input.gone?.has(employeeId) === true;
}

/** Quarantined records whose id could not be read; of many quarantined ones a sample is known. */
export function hasNameless({ quarantined, quarantinedCount, quarantinedIds }: CompleteReadReport): boolean {
  if (quarantined.some(({ employeeId }) => employeeId === undefined)) return true;
  return quarantinedCount > quarantined.length && quarantinedCount > quarantinedIds.length;
}

function decideAbsent(
  world: World,
  linked: LinkedWorld,
  { link, reads }: Missing,
  lastKnown: Employee | undefined,
): PersonOutcome | undefined {
  const member = world.memberById.get(link.memberId);
  if (member === undefined) return undefined;
  const { employeeId } = link;
  const memberId = member.id;
  const claim = linked.claims.get(memberId);
  if (claim?.kind === 'relink') {
    return settled(employeeId, 'history', claim.rule, { memberId, reason: `goes on as employee ${claim.employeeId}` });
  }
  if (!canGetIn(member)) return settled(employeeId, 'leaver', 'V2', { memberId });
  if (link.state === 'released') return settled(employeeId, 'formerly_managed', 'S7', { memberId });
  if (resolutionOf(world, employeeId, 'leave_alone') !== undefined) {
    return settled(employeeId, 'missing', 'M4', { memberId, reason: 'an administrator asked to leave this person alone' });
  }
  if (world.tornMembers.has(memberId)) {
    return settled(employeeId, 'disputed', 'L3', { memberId, reason: 'several ties claim this member' });
  }
  if (claim !== undefined) {
    return settled(employeeId, 'disputed', 'L6', { memberId, reason: `seems to go on as employee ${claim.employeeId}` });
  }
  const to = elsewhereOf(world, member, lastKnown ?? member.values);
  if (to === undefined) return counted(world, link, reads);
  if (to === 'several') return severalElsewhere(employeeId, memberId);
  return movedTo(world, { employeeId, memberId, to, evidence: absence(world, 'in the scope of another connection') });
}

function counted(world: World, link: Link, reads: number): PersonOutcome {
  const { employeeId, memberId } = link;
  const member = world.memberById.get(memberId);
  const { missingReads, timeZone } = world.input.policy;
  const gone = world.input.gone?.has(employeeId) === true;
  const seen = `${String(reads)} of ${String(missingReads)} complete reads`;
  const evidence = absence(world, gone ? 'asked by id: gone' : seen);
  const reason = gone ? 'the HR system, asked for this person, says there is no such employee' : `not in ${seen}`;
  const count = countOf(world, link, { reads, evidence, reason });
  if (member !== undefined && (gone || reads >= missingReads)) {
    const calledOffBy = ['absence:none'];
    const removed = removal(world, {
      employeeId,
      member,
      link,
      rule: 'V2',
      reason,
      evidence,
      calledOffBy,
      lastDay: null,
      timeZone,
    });
    // While the removal waits, the same file must find its own count; other reads count themselves again.
    return isStated(world.input.report) ? { ...removed, operations: [...count, ...removed.operations] } : removed;
  }
  return { decision: decisionOf(employeeId, 'missing', 'V2', { memberId, reason }), operations: count };
}

interface Count {
  readonly reads: number;
  readonly evidence: Evidence;
  readonly reason: string;
}

function countOf(
  world: World,
  { employeeId, memberId, missingReads }: Link,
  { reads, evidence, reason }: Count,
): readonly Operation[] {
  if (reads === missingReads) return [];
  const key = `${world.input.readId}:count_missing:${employeeId}`;
  return [{ after: reads, before: missingReads, employeeId, evidence, key, kind: 'count_missing', memberId, reason, rule: 'V2' }];
}

function absence(world: World, value: string): Evidence {
  return { field: 'absence', path: 'absence', readId: world.input.readId, value };
}
