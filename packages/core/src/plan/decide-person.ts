import type { Employee } from '../employee/employee.ts';
import type { Issue } from '../contract/map-report.ts';
import type { Member } from '../directory/member.ts';
import type { Employment } from '../reconcile/employment.ts';
import type { Linking } from '../reconcile/link-by-email.ts';
import { differencesOf, managedValuesOf } from '../reconcile/managed-values.ts';
import type { Policy } from '../reconcile/policy.ts';
import type { RuleId } from '../reconcile/rule-id.ts';
import type { Evidence, Operation, PersonDecision, SkipCode } from './plan.ts';

export interface PersonInput {
  readonly employee: Employee;
  readonly employment: Employment;
  readonly linking: Linking;
  readonly policy: Policy;
  readonly readId: string;
  readonly invalidEmail: boolean;
  /** Who else holds this address, if anybody. */
  readonly holderOf: (email: string) => Member | undefined;
}

export interface PersonOutcome {
  readonly decision: PersonDecision;
  readonly operations: readonly Operation[];
}

/** What one person's record leads to: the joiner, mover and leaver rules, in that they do not touch anybody else. */
export function decidePerson(input: PersonInput): PersonOutcome {
  const { employee, employment, linking } = input;
  if (linking.kind === 'linked') return decideLinked(input, linking.member);
  if (employment.state === 'unknown') return settled(employee, 'skipped', 'S3', { code: 'STATUS_UNKNOWN' });
  if (employment.state === 'upcoming') return settled(employee, 'upcoming', 'S2');
  if (employment.state !== 'eligible') return settled(employee, 'none', employment.rule);
  const skip = skipCodeOf(input);
  if (skip !== undefined) return settled(employee, 'skipped', 'J3', { code: skip });
  if (linking.kind === 'disputed') {
    return settled(employee, 'disputed', linking.rule, {
      reason: linking.reason,
      ...(linking.member && { memberId: linking.member.id }),
    });
  }
  return linking.kind === 'first_link' ? decideFirstLink(input, linking.member) : decideJoiner(input);
}

function decideLinked(input: PersonInput, member: Member): PersonOutcome {
  const { employee, employment, policy } = input;
  switch (employment.state) {
    case 'unknown':
      return settled(employee, 'skipped', 'S3', { code: 'STATUS_UNKNOWN', memberId: member.id });
    case 'ended':
      return decideLeaver(input, member);
    case 'ending':
    case 'upcoming':
      return settled(
        employee,
        member.status === 'revoked' || member.status === 'archived' ? 'upcoming' : 'managed',
        employment.rule,
        { memberId: member.id },
      );
    case 'eligible': {
      const operations = [...reactivation(input, member), ...changes(input, member), ...presence(input, member)];
      const disputed = emailDispute(input, member);
      if (disputed !== undefined)
        return {
          decision: { employeeId: employee.id, situation: 'disputed', rule: 'M3', reason: disputed, memberId: member.id },
          operations,
        };
      const held = policy.emailChange === 'hold' && emailDiffers(employee, member);
      const decision: PersonDecision = {
        employeeId: employee.id,
        situation: member.status === 'invited' ? 'invited' : 'managed',
        rule: 'L1',
        memberId: member.id,
      };
      return { decision: held ? { ...decision, reason: 'a changed work e-mail waits for a person' } : decision, operations };
    }
  }
}

function decideLeaver(input: PersonInput, member: Member): PersonOutcome {
  const { employee, employment, policy } = input;
  if (member.status === 'revoked' || member.status === 'archived')
    return settled(employee, 'leaver', 'V1', { memberId: member.id });
  const stated = employee.terminationDate ?? 'no date given';
  return removal({
    employeeId: employee.id,
    member,
    policy,
    rule: 'V1',
    reason: `employment ended (${stated})`,
    evidence: evidenceOf(input, employment.rule === 'S4' ? 'terminationDate' : 'status'),
  });
}

export interface RemovalInput {
  readonly employeeId: string;
  readonly member: Member;
  readonly policy: Policy;
  readonly rule: RuleId;
  readonly reason: string;
  readonly evidence: Evidence;
}

/** The one place where somebody's access ends. Protected members keep it, whatever led here (rule V4). */
export function removal({ employeeId, member, policy, rule, reason, evidence }: RemovalInput): PersonOutcome {
  if (member.protected) {
    return {
      decision: {
        employeeId,
        situation: 'protected',
        rule: 'V4',
        reason: `${reason}; protected members are never removed automatically`,
        memberId: member.id,
      },
      operations: [],
    };
  }
  const operation: Operation = {
    kind: policy.leavers,
    // By the read, not by the reason: somebody who came back and leaves again is a decision of its own.
    key: `${policy.leavers}:${employeeId}:${evidence.readId}`,
    employeeId,
    memberId: member.id,
    rule,
    reason,
    evidence,
    inverse: 'reactivate',
  };
  return { decision: { employeeId, situation: 'leaver', rule, reason, memberId: member.id }, operations: [operation] };
}

function decideFirstLink(input: PersonInput, member: Member): PersonOutcome {
  const { employee } = input;
  // Whoever has lost access does not get it back by an address alone, and rights are never taken over unseen (rules L5, L6).
  if (member.protected)
    return settled(employee, 'disputed', 'L5', { reason: 'linking a protected member needs confirmation', memberId: member.id });
  if (member.status === 'revoked' || member.status === 'archived')
    return settled(employee, 'disputed', 'L6', {
      reason: 'this address belongs to somebody whose access has ended',
      memberId: member.id,
    });
  const link: Operation = {
    kind: 'link',
    key: `link:${employee.id}:${member.id}`,
    employeeId: employee.id,
    memberId: member.id,
    rule: 'L2',
    reason: 'equal work e-mail, unique on both sides',
    evidence: evidenceOf(input, 'status'),
    inverse: 'unlink',
  };
  return {
    decision: {
      employeeId: employee.id,
      situation: member.status === 'invited' ? 'invited' : 'managed',
      rule: 'L2',
      memberId: member.id,
    },
    operations: [link, ...changes(input, member)],
  };
}

function decideJoiner(input: PersonInput): PersonOutcome {
  const { employee, policy } = input;
  if (policy.joiners === 'list' || employee.workEmail == null) return settled(employee, 'candidate', 'J1');
  const after = { email: employee.workEmail, values: managedValuesOf(employee, policy.managedFields) };
  const create: Operation = {
    kind: 'create',
    key: `create:${employee.id}`,
    employeeId: employee.id,
    after,
    rule: 'J1',
    reason: 'eligible and without a member',
    evidence: evidenceOf(input, 'status'),
    inverse: 'withdraw',
  };
  return { decision: { employeeId: employee.id, situation: 'invited', rule: 'J1' }, operations: [create] };
}

function reactivation(input: PersonInput, member: Member): Operation[] {
  if (member.status !== 'revoked' && member.status !== 'archived') return [];
  const { employee } = input;
  const inverse = member.status === 'revoked' ? 'revoke' : 'archive';
  return [
    {
      kind: 'reactivate',
      key: `reactivate:${employee.id}:${input.readId}`,
      employeeId: employee.id,
      memberId: member.id,
      rule: 'V6',
      reason: 'employed again',
      evidence: evidenceOf(input, 'status'),
      inverse,
    },
  ];
}

/** Somebody who is there again starts counting from nought (rule V2). */
function presence(input: PersonInput, member: Member): Operation[] {
  const { employee, linking } = input;
  if (linking.kind !== 'linked' || linking.link.missingReads === 0) return [];
  const base = { employeeId: employee.id, memberId: member.id, reads: 0 };
  return [
    {
      ...base,
      kind: 'count_missing',
      key: `present:${employee.id}:${input.readId}`,
      rule: 'V2',
      reason: 'in the read again',
      evidence: evidenceOf(input, 'status'),
      inverse: 'none',
    },
  ];
}

function changes(input: PersonInput, member: Member): Operation[] {
  const { employee, policy } = input;
  const operations: Operation[] = [];
  const base = { employeeId: employee.id, memberId: member.id };
  const differences = differencesOf(member.values, managedValuesOf(employee, policy.managedFields));
  if (differences !== undefined) {
    const fields = Object.keys(differences.after).join(', ');
    operations.push({
      ...base,
      ...differences,
      kind: 'update',
      key: `update:${employee.id}:${input.readId}`,
      rule: 'M1',
      reason: `changed: ${fields}`,
      evidence: evidenceOf(input, 'status'),
      inverse: 'update',
    });
  }
  if (
    input.linking.kind === 'linked' &&
    emailDiffers(employee, member) &&
    policy.emailChange !== 'hold' &&
    emailDispute(input, member) === undefined
  ) {
    const verify = policy.emailChange === 'verify';
    operations.push({
      ...base,
      kind: 'change_email',
      key: `email:${employee.id}:${input.readId}`,
      before: member.email,
      after: employee.workEmail,
      verify,
      rule: 'M3',
      reason: 'the work e-mail changed',
      evidence: evidenceOf(input, 'status'),
      inverse: 'change_email',
    });
  }
  return operations;
}

function emailDiffers(employee: Employee, member: Member): employee is Employee & { workEmail: string } {
  return employee.workEmail != null && employee.workEmail !== member.email;
}

function emailDispute({ employee, holderOf }: PersonInput, member: Member): string | undefined {
  if (!emailDiffers(employee, member)) return undefined;
  const holder = holderOf(employee.workEmail);
  return holder === undefined || holder.id === member.id ? undefined : 'the new work e-mail is in use by another member';
}

function skipCodeOf({ employee, invalidEmail, policy }: PersonInput): SkipCode | undefined {
  if (employee.workEmail == null) return invalidEmail ? 'INVALID_WORK_EMAIL' : 'MISSING_WORK_EMAIL';
  const domain = employee.workEmail.slice(employee.workEmail.lastIndexOf('@') + 1);
  return policy.allowedDomains.length > 0 && !policy.allowedDomains.includes(domain) ? 'DOMAIN_NOT_ALLOWED' : undefined;
}

function evidenceOf({ employee, readId }: PersonInput, field: 'status' | 'terminationDate'): Evidence {
  return { readId, field, value: employee[field] ?? 'none' };
}

function settled(
  employee: Employee,
  situation: PersonDecision['situation'],
  rule: RuleId,
  rest: Pick<PersonDecision, 'code' | 'reason' | 'memberId'> = {},
): PersonOutcome {
  return { decision: { employeeId: employee.id, situation, rule, ...rest }, operations: [] };
}

/** Ids of the people whose work e-mail came and was no address. */
export function invalidEmailsOf(issues: readonly Issue[]): ReadonlySet<string> {
  return new Set(
    issues.filter(({ field, kind }) => field === 'workEmail' && kind === 'invalid').map(({ employeeId }) => employeeId),
  );
}
