import type { EmployeeField } from '../employee/employee.ts';
import type { Mismatch } from '../errors/response-error.ts';
import type { RollcallError } from '../errors/rollcall-error.ts';
import type { Evidence } from '../contract/completeness.ts';
import type { IssueKind } from '../contract/map-report.ts';

/** How often a field came filled, came empty (`null`), or did not come at all (for the status: `unknown`). They add up to the employees. */
export interface FieldCoverage {
  readonly filled: number;
  readonly empty: number;
  readonly absent: number;
}

/** A record that could not become an employee. */
export interface QuarantinedRecord {
  /** Position in the read, from 0. */
  readonly index: number;
  /** The person's id, where the record shows one: that person is present, not missing. */
  readonly employeeId: string | undefined;
  /** Where it stands, such as `row 17`, for those who must mend it. */
  readonly where?: string;
  /** What differs, by JSON path and type, never by value. */
  readonly mismatches: readonly Mismatch[];
}

/** Values of one field that could not be used, counted over the read. */
export interface IssueCount {
  readonly field: EmployeeField;
  readonly kind: IssueKind;
  readonly expected: string;
  readonly received: string;
  readonly count: number;
  /** The first people concerned, at most ten. */
  readonly employeeIds: readonly string[];
  /** Where their records stand, such as `row 17`, where the connector can say it. */
  readonly where?: readonly string[];
}

/** A permission whose fields never came: what the administrator should grant. */
export interface PermissionGap {
  readonly permission: string;
  readonly fields: readonly EmployeeField[];
}

interface ReadFigures {
  readonly vendor: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly pages: number;
  /** Everything that was sent: log-ins, look-ups, retries. */
  readonly requests: number;
  readonly records: number;
  readonly employees: number;
  /** For every field that was asked for. */
  readonly coverage: Readonly<Partial<Record<EmployeeField, FieldCoverage>>>;
  readonly permissionGaps: readonly PermissionGap[];
  /** At most one hundred; `quarantinedCount` counts all. */
  readonly quarantined: readonly QuarantinedRecord[];
  readonly quarantinedCount: number;
  /** Ids of all quarantined people whose id could be read. */
  readonly quarantinedIds: readonly string[];
  readonly issues: readonly IssueCount[];
  /** Ids that came more than once; the first record stands. */
  readonly duplicateIds: readonly string[];
  readonly warnings: readonly string[];
}

/** Not exported by the package: a report that was stored and read back is no proof any more. */
export const completeRead: unique symbol = Symbol('rollcall.complete-read');

/**
 * The report of a read that has seen everyone, with its evidence. Only the reader makes one: what decides on absence
 * takes this type and does not compile on anything else (rule V2).
 */
export interface CompleteReadReport extends ReadFigures {
  readonly outcome: 'complete';
  readonly evidence: Evidence;
  readonly [completeRead]: true;
}

/** The report of a read that may not have seen everyone. Nobody is missing by it. */
export interface PartialReadReport extends ReadFigures {
  readonly outcome: 'partial';
  /** In one line, without personal data. */
  readonly because: string;
  /** What ended the read, if it did not end by itself. */
  readonly error: RollcallError | undefined;
}

export type ReadReport = CompleteReadReport | PartialReadReport;

export function isCompleteRead(report: ReadReport): report is CompleteReadReport {
  return report.outcome === 'complete' && completeRead in report;
}
