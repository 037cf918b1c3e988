import type { Issue } from '../contract/map-report.ts';
import type { Link, Member } from '../directory/member.ts';
import type { DirectoryTeam } from '../directory/team-directory.ts';
import type { Employee, EmployeeField } from '../employee/employee.ts';
import type { ReadSummary } from '../guard/read-summary.ts';
import type { Policy } from '../policy/policy.ts';
import type { ReadReport } from '../read/read-report.ts';
import type { EntityMapping, Filter } from '../scope/filter.ts';
import type { Resolution } from '../store/store.ts';

/** What a connection of the same customer knows of a person, as far as planning another one needs it (rule S8). */
export interface Standing {
  readonly employeeId: string;
  readonly workEmail: string | null;
  readonly employeeNumber: string | null;
  /** Eligible and within that connection's filter, as last read. */
  readonly inScope: boolean;
  /** Where they are given, an address that has passed to somebody of another name moves nobody (rule L4). */
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
}

export interface OtherConnection {
  readonly connectionId: string;
  readonly people: readonly Standing[];
}

export interface PlanInput {
  /** Default `local`, for those who plan without the engine. */
  readonly connectionId?: string | undefined;
  /** Your id of the read, a new one for each: keys and evidence cite it. */
  readonly readId: string;
  /** Everybody the read delivered. With fewer than the report counts nobody is missing, and the plan says so. */
  readonly employees: readonly Employee[];
  /** From the pages of the read (`read.pages()`); they tell an invalid work e-mail from a missing one (rule J3). */
  readonly issues: readonly Issue[];
  readonly report: ReadReport;
  /** All members of the customer. */
  readonly members: readonly Member[];
  /** All links of the customer, those of other connections included. */
  readonly links: readonly Link[];
  readonly policy: Policy;
  readonly now: Date;
  /** Default: everybody (rule S5). */
  readonly filter?: Filter | undefined;
  /** Where the customer has several entities (rule S9). */
  readonly entities?: EntityMapping | null | undefined;
  /** The last read whose plan was applied (rule V3). */
  readonly previous?: ReadSummary | null | undefined;
  /** The customer's other connections (rule S8). */
  readonly others?: readonly OtherConnection[] | undefined;
  /**
   * The connection that this one replaces: the customer changes HR system. Members who are known by it are re-linked by an
   * equal, unambiguous work e-mail or employee number; the plan shows each of them before it is confirmed (rule L6).
   */
  readonly replaces?: string | null | undefined;
  /** What people decided about those whom the rules leave open. */
  readonly resolutions?: readonly Resolution[] | undefined;
  /** Employees whom the vendor, asked by id, stated to be gone (rule V2). */
  readonly gone?: ReadonlySet<string> | undefined;
  /** Last known records of linked people who are not in this read: a new record of theirs is recognised by them (rule L6). */
  readonly lastKnown?: readonly Employee[] | undefined;
  /** Members who are never removed beside those the directory protects: whoever gave the credentials (rule V4). */
  readonly protectedMemberIds?: readonly string[] | undefined;
  /** The platform's teams, where team sync is on. `enable`: replace them all (rule T5). */
  readonly teams?: { readonly mode: 'enable' | 'follow'; readonly current: readonly DirectoryTeam[] } | undefined;
  /** Keyed fingerprints of the bank accounts that were read, by employee id; null for none. */
  readonly bankFingerprints?: ReadonlyMap<string, string | null> | undefined;
  /** Where the vendor keeps each field, for the evidence. */
  readonly fieldPaths?: Readonly<Partial<Record<EmployeeField, string>>> | undefined;
}
