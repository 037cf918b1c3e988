import type { Connector } from '../contract/connector.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { EmployeeField } from '../employee/employee.ts';
import { RollcallError } from '../errors/rollcall-error.ts';
import { readEmployees, type ReadOptions } from './read-employees.ts';
import type { FieldCoverage, IssueCount, PermissionGap, QuarantinedRecord } from './read-report.ts';

/** What a live check found. Counts and places only. */
export interface AccessCheck {
  /** Null when the vendor let us read. */
  readonly error: RollcallError | null;
  /** People looked at: the first ones, or everybody of a file. */
  readonly sample: number;
  readonly coverage: Readonly<Partial<Record<EmployeeField, FieldCoverage>>>;
  /** Permissions whose fields did not come for anybody in the sample. */
  readonly permissionGaps: readonly PermissionGap[];
  /** Records that could not be read, and why. */
  readonly quarantined: readonly QuarantinedRecord[];
  /** Values that could not be used. */
  readonly issues: readonly IssueCount[];
  /** Of a file, which is read to its end: why it does not count as everybody; null where it does, and for samples. */
  readonly because: string | null;
  readonly warnings: readonly string[];
}

// Enough to tell a missing permission from a field that few people have.
const sampleSize = 200;

/** Reads the first people, or a file to its end: do the credentials work, and what comes? Never throws what a vendor says. */
export async function checkRead<M extends Manifest, VendorRecord>(
  connector: Connector<M, VendorRecord>,
  options: ReadOptions<M>,
): Promise<AccessCheck> {
  const isFile = connector.manifest.file !== undefined;
  const read = readEmployees(connector, options);
  let sample = 0;
  let error: RollcallError | null = null;
  try {
    for await (const page of read.pages()) {
      sample += page.employees.length;
      if (sample >= sampleSize && !isFile) break;
    }
  } catch (thrown) {
    if (!RollcallError.isInstance(thrown)) throw thrown;
    error = thrown;
  }
  const report = await read.report;
  const { coverage, permissionGaps, quarantined, issues, warnings } = report;
  const because = isFile && report.outcome === 'partial' ? report.because : null;
  return { error, sample, coverage, permissionGaps, quarantined, issues, because, warnings };
}
