import type { Employee } from '../employee/employee.ts';
import type { ManagedValues } from '../directory/member.ts';
import type { NewMember } from '../directory/member-directory.ts';
import type { TeamsPlan } from '../teams/teams-plan.ts';
import type { RuleId } from './rule-id.ts';

/** Where in the HR system a decision comes from. */
export interface Evidence {
  readonly readId: string;
  /** The employee field that decided, `absence`, or `actor` for what somebody asked for. */
  readonly field: keyof Employee | 'absence' | 'actor';
  /** Where the vendor keeps it, such as `attributes.status.value`; the field's name where the connector does not say. */
  readonly path: string;
  /** What it said. Only status words, days and counts; never personal data. */
  readonly value: string;
}

/** @inline */
interface OperationBase {
  /** One key for one decision of one read: the directory carries it out once. */
  readonly key: string;
  readonly employeeId: string;
  readonly rule: RuleId;
  /** One line for an administrator, without personal data. */
  readonly reason: string;
  readonly evidence: Evidence;
}

/** @inline */
interface OnMember {
  readonly memberId: string;
}

interface Change<T> extends OnMember {
  readonly before: T;
  readonly after: T;
}

/** Kind, target and values of each thing that can be done; both sides of every change are kept (rule A4). */
export type OperationBody =
  /** Ties the employee to a member who exists (rule L2). */
  | ({ readonly kind: 'link' } & OnMember)
  /** The reverse of `link`; the member becomes manual and is not touched. */
  | ({ readonly kind: 'unlink' } & OnMember)
  /** The same person under another record: the tie moves, the member stays (rules L6, S8). */
  | ({ readonly kind: 'relink'; readonly from: EmployeeKey; readonly to: EmployeeKey } & OnMember)
  /** Formerly managed: unlocked and left alone (rule S7). */
  | ({ readonly kind: 'release' } & OnMember)
  /** Back in scope: managed again. */
  | ({ readonly kind: 'manage' } & OnMember)
  | { readonly kind: 'create'; readonly after: NewMember }
  /** The reverse of `create`, while the invitation has not been accepted. */
  | ({ readonly kind: 'withdraw' } & OnMember)
  | ({ readonly kind: 'update' } & Change<ManagedValues>)
  | ({ readonly kind: 'change_email'; readonly verify: boolean } & Change<string>)
  /** `memberId` is null for somebody whom the same plan creates; managers are employee ids, `before` is a member id. */
  | {
      readonly kind: 'set_manager';
      readonly memberId: string | null;
      readonly before: string | null;
      readonly after: ManagerTarget;
    }
  /** To another entity of the customer: one move (rules S8, S9). */
  | ({ readonly kind: 'move' } & Change<string | null>)
  /** Both sides are keyed fingerprints; the accounts are sealed in the store. `memberId` null as in `set_manager`. */
  | {
      readonly kind: 'set_bank_account';
      readonly memberId: string | null;
      readonly before: string | null;
      readonly after: string | null;
    }
  /** `before`: how access had been ended, so that it can be ended in the same way again. */
  | ({ readonly kind: 'reactivate'; readonly before: 'revoked' | 'archived' } & OnMember)
  /** Complete reads in a row without this person (rule V2). */
  | ({ readonly kind: 'count_missing' } & Change<number>)
  /** A leaver's delay begins (a day) or is called off (null) (rule V5). */
  | ({ readonly kind: 'schedule_removal' } & Change<string | null>)
  | ({ readonly kind: 'revoke' } & OnMember)
  | ({ readonly kind: 'archive' } & OnMember);

/** An employee of one connection. */
export interface EmployeeKey {
  readonly connectionId: string;
  readonly employeeId: string;
}

/** A manager by the employee they are in the HR system, or by the member they are here; null for nobody. */
export type ManagerTarget = { readonly employeeId: string } | { readonly memberId: string } | null;

/** One thing that will be done to one person. What takes it back is `inverseOf(operation)`. */
export type Operation = OperationBase & OperationBody;

export type OperationKind = OperationBody['kind'];

/** The change of all teams, carried out between members and removals (rule T9). */
export interface TeamsOperation {
  readonly kind: 'change_teams';
  readonly key: string;
  readonly rule: RuleId;
  readonly reason: string;
  readonly teams: TeamsPlan;
}

/** Does this operation end somebody's access? */
export function isRemoval({ kind }: { readonly kind: string }): boolean {
  return kind === 'revoke' || kind === 'archive' || kind === 'withdraw';
}
