import type { TeamsPlan } from '../teams/teams-plan.ts';
import type { Operation, OperationKind } from './operation.ts';
import type { RuleId } from './rule-id.ts';

/** Where a person of the HR system stands, as administrators see it. */
export type Situation =
  | 'managed'
  | 'candidate'
  | 'invited'
  | 'upcoming'
  | 'formerly_managed'
  | 'leaver'
  | 'leaving'
  | 'missing'
  | 'disputed'
  | 'protected'
  | 'skipped'
  | 'out_of_scope'
  | 'history'
  | 'none';

export const skipCodes = [
  'MISSING_WORK_EMAIL',
  'INVALID_WORK_EMAIL',
  'STATUS_UNKNOWN',
  'DOMAIN_NOT_ALLOWED',
  'DUPLICATE_EMPLOYEE_ID',
  'ENTITY_UNASSIGNED',
] as const;

export type SkipCode = (typeof skipCodes)[number];

/** What the plan says of one person. */
export interface PersonDecision {
  readonly employeeId: string;
  readonly situation: Situation;
  readonly rule: RuleId;
  readonly code?: SkipCode;
  /** One line for an administrator, without personal data. */
  readonly reason?: string;
  readonly memberId?: string;
  /** The entity chosen by the mapping (rule S9). */
  readonly entity?: string;
  /** For a proposal to re-link: the record under which the member is known now (rule L6). */
  readonly knownAs?: { readonly connectionId: string; readonly employeeId: string };
}

/** What waits for a person, and why. */
export interface HeldOperations {
  readonly reason: string;
  /** V3: the removals wait, everything else went ahead. S6: the whole plan waits. */
  readonly rule: Extract<RuleId, 'V3' | 'S6'>;
  readonly operations: readonly Operation[];
}

export interface PlanSummary {
  readonly operations: Readonly<Partial<Record<OperationKind, number>>>;
  readonly held: number;
  readonly people: Readonly<Partial<Record<Situation, number>>>;
  /** Members whom no connection manages (rule M4). */
  readonly manual: number;
}

/** What will happen, why, and what waits for a person. Preview and apply are this same object (rule C3). */
export interface Plan {
  readonly version: 1;
  readonly connectionId: string;
  readonly readId: string;
  /** Instant for which the plan was made. */
  readonly now: string;
  /** In the order in which they are carried out (rule T9): members, managers, then (after the teams) removals. */
  readonly operations: readonly Operation[];
  readonly held: HeldOperations | null;
  /** Everybody the read showed or a link names, by employee id. */
  readonly people: readonly PersonDecision[];
  /** Null where team sync is off or the read brought no managers. */
  readonly teams: TeamsPlan | null;
  /** Said about the read as a whole, such as why nobody is missing. */
  readonly notes: readonly string[];
  readonly summary: PlanSummary;
  /** SHA-256 over everything above in canonical form: the same world gives the same hash (rule A5). */
  readonly hash: string;
}
