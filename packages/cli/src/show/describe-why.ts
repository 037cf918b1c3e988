import {
  clean,
  describeChange,
  type JournalEntry,
  type MemberStanding,
  type PersonDecision,
  type Situation,
  type Why,
  type WhyEmployee,
} from '@rollcall/core';
import { shortId, words } from './wording.ts';

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

/** Somebody of the HR system, with the connection that they come from. */
export interface EmployeeWhy extends WhyEmployee {
  readonly connection: string;
  readonly employeeId: string;
}

/** Situation, rule, evidence and history of a member, in sentences; `values` also of fields, which is personal data. */
export function describeWhy({ member, status, decision, history }: Why, values: boolean): readonly string[] {
  const lines = [
    `Member ${status.memberId} ${meanings[status.situation]}.`,
    ...(member === null ? [] : [`The application says: ${words(member.status)}${member.protected ? ', protected' : ''}.`]),
    ...tieOf(status),
    ...(decision === null ? [] : [describeDecision(decision)]),
    ...locksOf(status),
    '',
    ...historyOf(history, values),
  ];
  return lines.map(clean);
}

/** The same of somebody of the HR system, who may be no member. */
export function describeEmployee({ employeeId, decision, history }: EmployeeWhy, values: boolean): readonly string[] {
  const title = `Employee ${employeeId}`;
  const standing =
    decision === null
      ? [`${title} is nobody of the last read.`]
      : [
          `${title} ${meanings[decision.situation]}.`,
          ...(decision.memberId === undefined ? [] : [`In the application: member ${decision.memberId}.`]),
          describeDecision(decision),
        ];
  return [...standing, '', ...historyOf(history, values)].map(clean);
}

function historyOf(history: readonly JournalEntry[], values: boolean): readonly string[] {
  if (history.length === 0) return ['Nothing has been done.'];
  return ['What was done, newest first:', ...history.map((entry) => describeEntry(entry, values))];
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

function describeEntry({ at, status, operation, runId, errorCode }: JournalEntry, values: boolean): string {
  const did =
    status === 'done'
      ? words(operation.kind)
      : `${words(operation.kind)} (${status}${errorCode === null ? '' : `: ${errorCode}`})`;
  // Somebody who asked for it is in the reason already.
  const proof = 'evidence' in operation && operation.evidence.field !== 'actor' ? operation.evidence : undefined;
  const evidence = proof === undefined ? '' : ` The evidence: ${proof.path} said ${proof.value}.`;
  return `${at}: ${did}, because ${operation.reason} (rule ${operation.rule}, run ${shortId(runId)}).${changeIn(operation, values)}${evidence}`;
}

/** Of operations that write something; the others say it all by what they are. */
function changeIn(operation: JournalEntry['operation'], values: boolean): string {
  if (!('after' in operation)) return '';
  return ` The change: ${describeChange(operation, { person: (employeeId) => employeeId, values })}.`;
}
