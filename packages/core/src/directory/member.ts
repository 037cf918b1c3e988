import type { Employee } from '../employee/employee.ts';

/** What a connection may manage on a member; everything else on a member is never touched (rule M1). */
export const managedFields = [
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

export type ManagedField = (typeof managedFields)[number];

/** Managed values as text, the form in which a platform stores and compares them; groups and locations by name. */
export type ManagedValues = { readonly [Field in ManagedField]?: string | null };

/** `invited` has no access yet; `revoked` and `archived` have none any more. */
export type MemberStatus = 'invited' | 'active' | 'revoked' | 'archived';

/** A user of the platform's own application, as the platform shows them to the engine. */
export interface Member {
  readonly id: string;
  readonly email: string;
  readonly status: MemberStatus;
  /** Owner, last administrator, or the one whose credentials the connection uses: never removed automatically (rule V4). */
  readonly protected: boolean;
  readonly values: ManagedValues;
}

/** The stored tie between one employee and one member. */
export interface Link {
  readonly employeeId: string;
  readonly memberId: string;
  /** Complete reads in a row in which this employee did not appear (rule V2). */
  readonly missingReads: number;
}
