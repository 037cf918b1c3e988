import type { Employee } from '../employee/employee.ts';

/** Fields a connection may manage as text; groups and locations are written by name. */
export const managedTextFields = [
  'firstName',
  'lastName',
  'preferredName',
  'jobTitle',
  'department',
  'team',
  'division',
  'legalEntity',
  'costCenter',
  'workLocation',
  'employeeNumber',
  'phone',
  'startDate',
  'terminationDate',
] as const satisfies readonly (keyof Employee)[];

/** What a connection may manage on a member; everything else on a member is never touched (rule M1). */
export const managedFields = [...managedTextFields, 'manager', 'bankAccount'] as const;

export type ManagedTextField = (typeof managedTextFields)[number];
export type ManagedField = (typeof managedFields)[number];

/** Managed values as text, the form in which a platform stores and compares them. */
export type ManagedValues = { readonly [Field in ManagedTextField]?: string | null };

/** `invited` has no access yet; `revoked` and `archived` have none any more. */
export type MemberStatus = 'invited' | 'active' | 'revoked' | 'archived';

/** A user of the platform's own application, as the platform shows them to the engine. */
export interface Member {
  readonly id: string;
  readonly email: string;
  readonly status: MemberStatus;
  /** Owner or last administrator: never removed automatically (rule V4). */
  readonly protected: boolean;
  readonly values: ManagedValues;
  /** Member id of the manager; leave it out where the application knows no managers. */
  readonly managerId?: string | null;
  /** The entity of the customer that this member belongs to; leave it out where there is only one. */
  readonly entity?: string | null;
}

/** The stored tie between one employee and one member. */
export interface Link {
  readonly connectionId: string;
  readonly employeeId: string;
  readonly memberId: string;
  /** `released`: no longer managed (out of scope), kept so that the person is known when they come back (rule S7). */
  readonly state: 'managed' | 'released';
  /** Complete reads in a row in which this employee did not appear (rule V2). */
  readonly missingReads: number;
  /** The day on which a delayed removal is due, `YYYY-MM-DD` (rule V5). */
  readonly removalDue: string | null;
  /** Instant at which this connection ended the member's access; null while it has not. Only such access is ever given back (rule V6). */
  readonly removedAt: string | null;
  /** The work e-mail that was last acted upon: a change is asked for once, and linking keeps the member's own address (rules M3, L5). */
  readonly workEmail?: string | null;
  /** Keyed fingerprint of the bank account that was written last; the account itself is never in a link. */
  readonly bankAccount?: string | null;
}

/** Whether somebody can still get in: an invitation counts, it can be accepted. */
export function hasAccess({ status }: Pick<Member, 'status'>): boolean {
  return status === 'active' || status === 'invited';
}
