import type { Member } from '../directory/member.ts';
import type { Employee } from '../employee/employee.ts';
import { normaliseEmail } from '../normalise/email.ts';
import type { LinkedWorld } from '../link/link-everybody.ts';
import type { Operation } from '../plan/operation.ts';
import { evidenceOf, type World } from '../plan/world.ts';
import type { LinkedPerson } from './decide-linked.ts';
import { differencesOf, isAsDelivered, managedValuesOf } from './managed-values.ts';
import { nothing, type DecisionDetail } from './outcome.ts';

export interface Changes {
  readonly operations: readonly Operation[];
  /** Why the changed work e-mail is not taken over (rule M3). */
  readonly dispute: string | undefined;
  readonly detail: DecisionDetail;
}

/** Rules M1 to M3 and S9: what differs between the record and the member, and only that. */
export function changesOf(world: World, { carriers }: LinkedWorld, person: LinkedPerson): Changes {
  const { employee, member, link } = person;
  const values = valueChange(world, person);
  const { operation: email, dispute, reason } = emailChange(world, carriers, person);
  const account = bankAccountChange(world, employee, { memberId: member.id, before: link.bankAccount ?? null });
  const { operation: move, detail } = entityChange(world, person);
  const isAsBefore = values === undefined && email === undefined && account === undefined && move === undefined;
  return {
    // Nearly everybody is as they were: then no list is made.
    operations: isAsBefore ? nothing : [values, email, account, move].filter((operation) => operation !== undefined),
    dispute,
    detail: reason === undefined ? detail : { ...detail, reason },
  };
}

function valueChange(world: World, { employee, member }: LinkedPerson): Operation | undefined {
  if (isAsDelivered(member.values, employee, world.managesText)) return undefined;
  const differences = differencesOf(member.values, managedValuesOf(employee, world.textFields));
  if (differences === undefined) return undefined;
  const fields = Object.keys(differences.after) as (keyof Employee)[];
  return {
    after: differences.after,
    before: differences.before,
    employeeId: employee.id,
    evidence: evidenceOf(world, employee, fields[0] ?? 'status'),
    key: `${world.input.readId}:update:${employee.id}`,
    kind: 'update',
    memberId: member.id,
    reason: `changed: ${fields.join(', ')}`,
    rule: 'M1',
  };
}

interface EmailAnswer {
  readonly operation?: Operation;
  readonly dispute?: string;
  readonly reason?: string;
}

const unchanged: EmailAnswer = {};

/** Rule M3. A change is asked for once: while the owner has not confirmed it, or after linking by another address, it is not news. */
function emailChange(world: World, carriers: LinkedWorld['carriers'], { employee, member, link }: LinkedPerson): EmailAnswer {
  const { workEmail } = employee;
  if (workEmail == null || workEmail === member.email) return unchanged;
  if (workEmail === (normaliseEmail(member.email) ?? member.email)) return unchanged;
  if (link.workEmail === workEmail) return unchanged;
  if (isInUse(world, member, workEmail) || carriers.has(workEmail))
    return { dispute: 'the new work e-mail is in use by another member' };
  const { emailChange: policy } = world.input.policy;
  if (policy === 'hold') return { reason: 'a changed work e-mail waits for a person' };
  return {
    operation: {
      after: workEmail,
      before: member.email,
      employeeId: employee.id,
      evidence: evidenceOf(world, employee, 'workEmail'),
      key: `${world.input.readId}:change_email:${employee.id}`,
      kind: 'change_email',
      memberId: member.id,
      reason: 'the work e-mail changed',
      rule: 'M3',
      verify: policy === 'verify',
    },
  };
}

/** By another member; another person of the read counts too: two people never end up with one address. */
function isInUse(world: World, member: Member, email: string): boolean {
  return world.membersWith(email).some(({ id }) => id !== member.id);
}

/** Both sides are fingerprints: whether an account differs is known without opening it. */
export function bankAccountChange(
  world: World,
  employee: Employee,
  member: { readonly memberId: string | null; readonly before: string | null },
): Operation | undefined {
  if (!world.input.policy.managedFields.includes('bankAccount')) return undefined;
  const after = world.input.bankFingerprints?.get(employee.id);
  if (after === undefined || after === member.before) return undefined;
  return {
    after,
    before: member.before,
    employeeId: employee.id,
    evidence: {
      field: 'bankAccount',
      path: world.input.fieldPaths?.bankAccount ?? 'bankAccount',
      readId: world.input.readId,
      value: after === null ? 'none' : 'present',
    },
    key: `${world.input.readId}:set_bank_account:${employee.id}`,
    kind: 'set_bank_account',
    memberId: member.memberId,
    reason: after === null ? 'the bank account was removed' : 'the bank account changed',
    rule: 'M1',
  };
}

const noMove = { detail: {} };

/** Rule S9: the mapping moves people between entities; whoever matches no rule stays where they are, and it is said. */
function entityChange(
  world: World,
  { employee, member }: LinkedPerson,
): { readonly operation?: Operation; readonly detail: DecisionDetail } {
  const answer = world.entityOf(employee);
  if (answer === null || answer.kind === 'unknown') return noMove;
  if (answer.kind === 'unassigned') return { detail: { code: 'ENTITY_UNASSIGNED' } };
  const detail = { entity: answer.entity };
  if (member.entity === undefined || member.entity === answer.entity) return { detail };
  return {
    detail,
    operation: {
      after: answer.entity,
      before: member.entity,
      employeeId: employee.id,
      evidence: evidenceOf(world, employee, ruleField(world, answer.rule)),
      key: `${world.input.readId}:move:${employee.id}`,
      kind: 'move',
      memberId: member.id,
      reason: `rule ${String(answer.rule + 1)} of the entity mapping`,
      rule: 'S9',
    },
  };
}

/** The field of the mapping's rule that is cited: its first condition's. */
function ruleField({ input: { entities } }: World, rule: number): keyof Employee {
  const when = entities?.rules[rule]?.when;
  const field = when === undefined || when.match === 'everybody' ? undefined : when.conditions[0]?.field.split('.')[0];
  return (field ?? 'legalEntity') as keyof Employee;
}
