import type { Employee } from '../employee/employee.ts';
import type { ManagedValues } from '../directory/member.ts';
import type { RuleId } from '../reconcile/rule-id.ts';
import type { Teams } from '../reconcile/teams-from-managers.ts';

/** Where in the HR system a decision comes from. */
export interface Evidence {
  readonly readId: string;
  /** The employee field that decided, or `absence`. */
  readonly field: keyof Employee | 'absence';
  /** What it said. Only status words, days and counts; never personal data. */
  readonly value: string;
}

interface OperationBase {
  /** The same for the same decision, however often it is planned: the key under which it is carried out once. */
  readonly key: string;
  readonly employeeId: string;
  readonly rule: RuleId;
  /** One line for an administrator. */
  readonly reason: string;
  readonly evidence: Evidence;
}

/** What `create` needs to know of a new member. */
export interface NewMember {
  readonly email: string;
  readonly values: ManagedValues;
}

/** One thing that will be done. What it takes to undo it follows from `before`. */
export type Operation =
  | (OperationBase & { readonly kind: 'link'; readonly memberId: string; readonly inverse: 'unlink' })
  | (OperationBase & { readonly kind: 'create'; readonly after: NewMember; readonly inverse: 'withdraw' })
  | (OperationBase & {
      readonly kind: 'update';
      readonly memberId: string;
      readonly before: ManagedValues;
      readonly after: ManagedValues;
      readonly inverse: 'update';
    })
  | (OperationBase & {
      readonly kind: 'change_email';
      readonly memberId: string;
      readonly before: string;
      readonly after: string;
      readonly verify: boolean;
      readonly inverse: 'change_email';
    })
  | (OperationBase & { readonly kind: 'reactivate'; readonly memberId: string; readonly inverse: 'revoke' | 'archive' })
  | (OperationBase & { readonly kind: 'revoke' | 'archive'; readonly memberId: string; readonly inverse: 'reactivate' })
  | (OperationBase & {
      readonly kind: 'count_missing';
      readonly memberId: string;
      readonly reads: number;
      readonly inverse: 'none';
    });

export type OperationKind = Operation['kind'];

/** Does this operation end somebody's access? */
export function isRemoval({ kind }: Operation): boolean {
  return kind === 'revoke' || kind === 'archive';
}

/** Situations as administrators see them, with the code for those who cannot be processed. */
export type Situation =
  'managed' | 'candidate' | 'invited' | 'upcoming' | 'leaver' | 'missing' | 'disputed' | 'protected' | 'skipped' | 'none';

export type SkipCode = 'MISSING_WORK_EMAIL' | 'INVALID_WORK_EMAIL' | 'STATUS_UNKNOWN' | 'DOMAIN_NOT_ALLOWED';

export interface PersonDecision {
  readonly employeeId: string;
  readonly situation: Situation;
  readonly rule: RuleId;
  readonly code?: SkipCode;
  readonly reason?: string;
  readonly memberId?: string;
}

/** What will happen, why, and what waits for a person. Preview and apply are this same object (rule C3). */
export interface Plan {
  readonly version: 1;
  readonly readId: string;
  /** Instant for which the plan was made. */
  readonly now: string;
  /** In the order in which they are carried out (rule T9): members first, removals last. */
  readonly operations: readonly Operation[];
  /** Removals that wait for approval, and why (rule V3). */
  readonly held: { readonly reason: string; readonly rule: RuleId; readonly operations: readonly Operation[] } | null;
  /** Everybody the read showed or a link names, by employee id. */
  readonly people: readonly PersonDecision[];
  readonly teams: Teams | null;
  /** Said about the read as a whole, such as why nobody is missing. */
  readonly notes: readonly string[];
  /** SHA-256 over everything above in canonical JSON: the same world gives the same hash (rule A5). */
  readonly hash: string;
}
