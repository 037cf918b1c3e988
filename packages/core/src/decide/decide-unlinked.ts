import { freshLink, relinked } from '../apply/link-effect.ts';
import type { Employee } from '../employee/employee.ts';
import { keyOf, type Linking } from '../link/linking.ts';
import type { LinkedWorld } from '../link/link-everybody.ts';
import type { Operation } from '../plan/operation.ts';
import type { SkipCode } from '../plan/plan.ts';
import type { Person } from '../plan/person.ts';
import { holds } from '../plan/holds.ts';
import { evidenceOf, resolutionOf, type World } from '../plan/world.ts';
import type { EntityAnswer } from '../scope/entity-of.ts';
import { bankAccountChange } from './changes.ts';
import { staysInScope } from './in-scope.ts';
import { managedValuesOf } from './managed-values.ts';
import { decisionOf, settled, type PersonOutcome } from './outcome.ts';

/** Joiners: somebody without a member of theirs. */
export function decideUnlinked(
  world: World,
  linked: LinkedWorld,
  { employee, employment }: Pick<Person, 'employee' | 'employment'>,
): PersonOutcome {
  return notYet(world, linked, { employee, employment }) ?? outside(world, employee) ?? decideEligible(world, linked, employee);
}

/** Rules S1 to S4 and L7: nobody who could have access now. */
function notYet(
  world: World,
  linked: LinkedWorld,
  { employee: { id }, employment }: Pick<Person, 'employee' | 'employment'>,
): PersonOutcome | undefined {
  const newer = holds(linked.history, id) ? linked.history.get(id) : undefined;
  if (newer !== undefined) return settled(id, 'history', 'L7', { reason: `an earlier record of employee ${newer}` });
  if (employment.state === 'unknown') return settled(id, 'skipped', 'S3', { code: 'STATUS_UNKNOWN' });
  if (employment.state === 'upcoming') return settled(id, 'upcoming', 'S2');
  if (employment.state !== 'eligible') return settled(id, 'none', employment.rule);
  if (world.duplicates.has(id)) return settled(id, 'skipped', 'L7', { code: 'DUPLICATE_EMPLOYEE_ID' });
  if (linked.unclear.has(id))
    return settled(id, 'disputed', 'L7', { reason: 'several records of one person, and none is the newer one' });
  return undefined;
}

/** Rule S5. What cannot be judged, because its field was not delivered, is not let in. */
function outside(world: World, employee: Employee): PersonOutcome | undefined {
  const answer = world.inFilter(employee);
  if (answer === 'in') return undefined;
  const reason = answer === 'out' ? 'does not match the filter' : 'a field of the filter was not delivered';
  return settled(employee.id, 'out_of_scope', 'S5', { reason });
}

function decideEligible(world: World, linked: LinkedWorld, employee: Employee): PersonOutcome {
  const { id } = employee;
  if (resolutionOf(world, id, 'leave_alone') !== undefined) {
    return settled(id, 'none', 'M4', { reason: 'an administrator asked to leave this person alone' });
  }
  const linking = linked.linkings.get(id) ?? { kind: 'none' };
  const skip = needsNoAddress(linking) ? undefined : skipCodeOf(world, employee);
  if (skip !== undefined) return settled(id, 'skipped', skip === 'DOMAIN_NOT_ALLOWED' ? 'J1' : 'J3', { code: skip });
  switch (linking.kind) {
    case 'disputed':
      return settled(id, 'disputed', linking.rule, {
        reason: linking.reason,
        ...(linking.member && { memberId: linking.member.id }),
      });
    case 'proposal': {
      const { member, from, reason } = linking;
      return settled(id, 'disputed', 'L6', { memberId: member.id, knownAs: from, reason: `${reason}: is this the same person?` });
    }
    case 'relink':
      return relink(world, linked, employee, linking);
    case 'first_link':
      return firstLink(world, linked, employee, linking);
    default:
      return join(world, employee);
  }
}

/** A member who is there already needs no address to be invited by, when something else says who it is. */
function needsNoAddress(linking: Linking): boolean {
  if (linking.kind === 'first_link') return linking.said || linking.by === 'personalEmail';
  return linking.kind === 'relink' || linking.kind === 'proposal';
}

/** Rule J3: no work e-mail, no account; never guessed, never replaced by the personal one. */
function skipCodeOf(world: World, { id, workEmail }: Employee): SkipCode | undefined {
  if (workEmail == null) return world.invalidEmails.has(id) ? 'INVALID_WORK_EMAIL' : 'MISSING_WORK_EMAIL';
  const { allowedDomains } = world.input.policy;
  if (allowedDomains.length === 0) return undefined;
  return allowedDomains.includes(workEmail.slice(workEmail.lastIndexOf('@') + 1)) ? undefined : 'DOMAIN_NOT_ALLOWED';
}

/** Only they get here. */
const employable: Person['employment'] = { state: 'eligible', rule: 'S1' };

/** The tie, and with it what is managed from now on. The member keeps address and rights (rule L5). */
function firstLink(
  world: World,
  linked: LinkedWorld,
  employee: Employee,
  { member, reason, rule, by }: Extract<Linking, { kind: 'first_link' }>,
): PersonOutcome {
  const operation: Operation = {
    employeeId: employee.id,
    evidence: evidenceOf(world, employee, by),
    key: `${world.input.readId}:link:${employee.id}`,
    kind: 'link',
    memberId: member.id,
    reason,
    rule,
  };
  const link = freshLink({ connectionId: world.connectionId, employeeId: employee.id }, member.id, employee.workEmail ?? null);
  return tiedNow(operation, staysInScope(world, linked, { employee, employment: employable, member, link }));
}

/** The tie moves, and the record it moves to is followed from now on. */
function relink(
  world: World,
  linked: LinkedWorld,
  employee: Employee,
  { member, held, rule, reason }: Extract<Linking, { kind: 'relink' }>,
): PersonOutcome {
  const to = { connectionId: world.connectionId, employeeId: employee.id };
  const operation: Operation = {
    employeeId: employee.id,
    evidence: evidenceOf(world, employee, 'workEmail'),
    from: keyOf(held),
    key: `${world.input.readId}:relink:${employee.id}`,
    kind: 'relink',
    memberId: member.id,
    reason,
    rule,
    to,
  };
  return tiedNow(operation, staysInScope(world, linked, { employee, employment: employable, member, link: relinked(held, to) }));
}

/** What comes of a tie that this plan makes; where nothing else is to be said, the tie is. */
function tiedNow(operation: Operation, { decision, operations }: PersonOutcome): PersonOutcome {
  // Written over, so that the keys stay in their order.
  const cited = decision.rule === 'L1' ? { ...decision, rule: operation.rule } : decision;
  return { decision: cited, operations: [operation, ...operations] };
}

/** Rule J1. Who matches no entity is shown as that, and is never put into one by default (rule S9). */
function join(world: World, employee: Employee): PersonOutcome {
  const { id, workEmail } = employee;
  const answer = world.entityOf(employee);
  const entity = entityDetail(answer);
  if (world.orphans.has(id)) {
    // Somebody took this member away by hand; nobody but a person brings them back.
    return settled(id, 'candidate', 'J1', { ...entity, reason: 'the member was deleted in the application' });
  }
  if (world.input.policy.joiners === 'list' || workEmail == null) return settled(id, 'candidate', 'J1', entity);
  if (answer !== null && answer.kind !== 'mapped') return settled(id, 'skipped', 'S9', { code: 'ENTITY_UNASSIGNED' });
  const create: Operation = {
    after: {
      email: workEmail,
      ...(answer !== null && { entity: answer.entity }),
      values: managedValuesOf(employee, world.textFields),
    },
    employeeId: id,
    evidence: evidenceOf(world, employee, 'status'),
    key: `${world.input.readId}:create:${id}`,
    kind: 'create',
    reason: 'eligible and without a member',
    rule: 'J1',
  };
  const account = bankAccountChange(world, employee, { memberId: null, before: null });
  return {
    decision: decisionOf(id, 'invited', 'J1', entity),
    operations: account === undefined ? [create] : [create, account],
  };
}

function entityDetail(answer: EntityAnswer | null): { readonly code?: SkipCode; readonly entity?: string } {
  if (answer === null) return {};
  return answer.kind === 'mapped' ? { entity: answer.entity } : { code: 'ENTITY_UNASSIGNED' };
}
