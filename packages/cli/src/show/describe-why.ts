import { clean, type JournalEntry, type MemberStanding, type PersonDecision, type Situation, type Why } from '@rollcall/core';
import { words } from './wording.ts';

/** Each situation as a sentence an administrator understands. */
const meanings: Readonly<Record<Situation | 'manual', string>> = {
  managed: 'is managed: linked, in scope and kept up to date',
  candidate: 'is a candidate: may be invited and has no access',
  invited: 'is invited and has not accepted yet',
  upcoming: 'is upcoming: the access window has not begun',
  formerly_managed: 'was managed and no longer is: nothing is changed any more',
  leaver: 'is a leaver: employment has ended',
  leaving: 'is leaving: the removal is scheduled and can still be called off',
  missing: 'is missing from the HR system: not removed until that is proven',
  disputed: 'is disputed: a person has to decide',
  protected: 'is protected: never removed automatically',
  skipped: 'is skipped: cannot be processed as the HR system says it',
  out_of_scope: 'is out of scope of the filter',
  history: 'is an earlier record of somebody who has a newer one',
  none: 'needs nothing',
  manual: 'is manual: no connection manages this member, and none touches them',
};

/** Situation, rule, evidence and history of a member, in sentences. */
export function describeWhy({ member, status, decision, history }: Why): readonly string[] {
  const lines = [
    `Member ${status.memberId} ${meanings[status.situation]}.`,
    ...(member === null ? [] : [`The application says: ${words(member.status)}${member.protected ? ', protected' : ''}.`]),
    ...tieOf(status),
    ...(decision === null ? [] : [describeDecision(decision)]),
    ...locksOf(status),
    '',
    history.length === 0 ? 'Nothing has been done to this member.' : 'What was done, newest first:',
    ...history.map(describeEntry),
  ];
  return lines.map(clean);
}

/** Of somebody of the HR system who is no member. */
export function describePerson(employeeId: string, decision: PersonDecision): readonly string[] {
  return [`Employee ${employeeId} ${meanings[decision.situation]}.`, describeDecision(decision)].map(clean);
}

function describeDecision({ rule, reason, code, entity }: PersonDecision): string {
  const parts = [`Rule ${rule}`, ...(code === undefined ? [] : [code]), ...(entity === undefined ? [] : [`entity ${entity}`])];
  return `${parts.join(', ')}${reason === undefined ? '' : `: ${reason}`}.`;
}

function tieOf({ provenance, employeeId }: MemberStanding): string[] {
  return provenance === null ? [] : [`${provenance}, employee ${employeeId ?? ''}.`];
}

function locksOf({ lockedFields, teamLocked }: MemberStanding): string[] {
  const locked = lockedFields.length === 0 ? [] : [`Only the HR system changes: ${lockedFields.join(', ')}.`];
  return teamLocked ? [...locked, 'The team follows the manager in the HR system.'] : locked;
}

function describeEntry({ at, status, operation, runId, errorCode }: JournalEntry): string {
  const did =
    status === 'done'
      ? words(operation.kind)
      : `${words(operation.kind)} (${status}${errorCode === null ? '' : `: ${errorCode}`})`;
  // Somebody who asked for it is in the reason already.
  const proof = 'evidence' in operation && operation.evidence.field !== 'actor' ? operation.evidence : undefined;
  const evidence = proof === undefined ? '' : ` The evidence: ${proof.path} said ${proof.value}.`;
  return `${at}: ${did}, because ${operation.reason} (rule ${operation.rule}, run ${runId.slice(0, 12)}).${evidence}`;
}
