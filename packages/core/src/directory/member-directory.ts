import type { BankAccount } from '../employee/employee.ts';
import type { ManagedValues, Member } from './member.ts';
import type { DirectoryTeam, TeamsChange } from './team-directory.ts';

/** What `create` is told of a new member. */
export interface NewMember {
  readonly email: string;
  readonly values: ManagedValues;
  /** The entity of the customer, where entities are mapped or somebody chose one (rules S9, J1). */
  readonly entity?: string | undefined;
  /** What whoever invites chose, in the platform's own words: `card`, `reimbursement` … (rule J1). */
  readonly access?: string | undefined;
}

/**
 * What a platform implements over the users and teams of one of its customers.
 *
 * Every change carries a key: a second call with the same key must change nothing and give the same answer, so that a run
 * may be repeated after a crash (rule A1). Throw a `DirectoryError` for what cannot be done; one person's failure stops
 * nobody else (rule A3).
 */
export interface MemberDirectory {
  /** All members of the customer, whatever their status. */
  members(): Promise<readonly Member[]>;
  /** Creates somebody and invites them; gives the new member's id. The member is `invited` until they accept (rule J2). */
  create(member: NewMember, key: string): Promise<string>;
  /** Writes the given values and leaves all others alone. */
  update(memberId: string, values: ManagedValues, key: string): Promise<void>;
  /** With `verify` the address counts once its owner has confirmed it. */
  changeEmail(memberId: string, email: string, options: { readonly verify: boolean }, key: string): Promise<void>;
  /** Gives access back; somebody who had never accepted is invited again. */
  reactivate(memberId: string, key: string): Promise<void>;
  /**
   * Ends access at once; a pending invitation is withdrawn. Refuses a protected member with a DirectoryError `conflict`, whatever
   * the plan says (rule V4); changes nothing for who has no access.
   */
  revoke(memberId: string, key: string): Promise<void>;
  /** Ends access and puts the member away; history stays. Refuses like `revoke`. */
  archive(memberId: string, key: string): Promise<void>;
  /** Needed when `manager` is a managed field. Null clears. */
  setManager?(memberId: string, managerId: string | null, key: string): Promise<void>;
  /** Needed when entities are mapped (rule S9). */
  setEntity?(memberId: string, entity: string | null, key: string): Promise<void>;
  /** Needed when `bankAccount` is a managed field. Null clears. */
  setBankAccount?(memberId: string, bankAccount: BankAccount | null, key: string): Promise<void>;
  /** Needed for team sync. */
  readonly teams?: TeamDirectory;
  /**
   * Runs a batch of changes as one, such as in a transaction: only for speed. When it rejects, none of them may have
   * happened; a change that is refused within it, and caught, takes nothing else with it.
   */
  inBatch?(work: () => Promise<void>): Promise<void>;
}

/** The customer's teams, for team sync (rules T1 to T9). */
export interface TeamDirectory {
  list(): Promise<readonly DirectoryTeam[]>;
  /** All of the change or nothing of it (rule T5). Hand-overs happen together: two teams may swap their keys. */
  change(change: TeamsChange, key: string): Promise<void>;
}
