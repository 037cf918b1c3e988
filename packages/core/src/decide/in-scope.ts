import type { LinkedWorld } from '../link/link-everybody.ts';
import type { Operation } from '../plan/operation.ts';
import type { RuleId } from '../plan/rule-id.ts';
import { canGetIn, evidenceOf, type World } from '../plan/world.ts';
import { changesOf } from './changes.ts';
import { filterField, type LinkedPerson } from './decide-linked.ts';
import { decisionOf, nothing, settled, type PersonOutcome } from './outcome.ts';
import { callOff } from './removal.ts';

/** Somebody tied to a member, employed and within the filter: kept up to date, and given back what this connection took. */
export function staysInScope(world: World, linked: LinkedWorld, person: LinkedPerson): PersonOutcome {
  const { employee, member, link } = person;
  const memberId = member.id;
  const isUnsure = world.inFilter(employee) === 'unknown';
  // Doubt takes nobody out and brings nobody in.
  if (isUnsure && (link.state === 'released' || !canGetIn(member))) {
    return settled(employee.id, 'formerly_managed', 'S7', { memberId, reason: 'a field of the filter was not delivered' });
  }
  if (!canGetIn(member) && link.removedAt === null) {
    // The platform itself ended this access: what this connection did not take it does not give back (rule V6).
    const reason = 'access was ended in the application, which alone gives it back';
    return { ...settled(employee.id, 'formerly_managed', 'V6', { memberId, reason }), operations: callOff(world, person) };
  }
  const { operations: changes, dispute, detail } = changesOf(world, linked, person);
  const { code, entity } = detail;
  const operations = inOneList(backInScope(world, person), changes, callOff(world, person));
  if (dispute !== undefined) {
    return { decision: decisionOf(employee.id, 'disputed', 'M3', { code, entity, memberId, reason: dispute }), operations };
  }
  const situation = member.status === 'invited' ? 'invited' : 'managed';
  const reason = isUnsure ? 'a field of the filter was not delivered' : detail.reason;
  return { decision: decisionOf(employee.id, situation, 'L1', { code, entity, memberId, reason }), operations };
}

/** Nearly everybody is as they were: then no list is made. */
function inOneList(
  back: readonly Operation[],
  changes: readonly Operation[],
  calledOff: readonly Operation[],
): readonly Operation[] {
  return back.length + changes.length + calledOff.length === 0 ? nothing : [...back, ...changes, ...calledOff];
}

function backInScope(world: World, person: LinkedPerson): readonly Operation[] {
  const { member, link } = person;
  if (!canGetIn(member)) return [reactivation(world, person)];
  if (link.state === 'released') return [manageAgain(world, person, { rule: 'S7', reason: 'matches the filter again' })];
  // Else what the application takes away some day would be given back as if this connection had taken it.
  if (link.removedAt !== null)
    return [manageAgain(world, person, { rule: 'V6', reason: 'access was given back in the application' })];
  return nothing;
}

function manageAgain(
  world: World,
  { employee, member }: LinkedPerson,
  { rule, reason }: { readonly rule: RuleId; readonly reason: string },
): Operation {
  return {
    employeeId: employee.id,
    evidence: evidenceOf(world, employee, rule === 'S7' ? filterField(world) : 'status'),
    key: `${world.input.readId}:manage:${employee.id}`,
    kind: 'manage',
    memberId: member.id,
    reason,
    rule,
  };
}

function reactivation(world: World, { employee, member }: LinkedPerson): Operation {
  return {
    before: member.status === 'archived' ? 'archived' : 'revoked',
    employeeId: employee.id,
    evidence: evidenceOf(world, employee, 'status'),
    key: `${world.input.readId}:reactivate:${employee.id}`,
    kind: 'reactivate',
    memberId: member.id,
    reason: 'employed again',
    rule: 'V6',
  };
}
