import type { TokenStore } from '../contract/authentication.ts';
import type { EmployeeField } from '../employee/employee.ts';
import { RollcallError } from '../errors/rollcall-error.ts';
import { readEmployees } from '../read/read-employees.ts';
import type { FieldCoverage, PermissionGap } from '../read/read-report.ts';
import type { Connection } from './connection.ts';
import type { EngineContext } from './engine-context.ts';
import { readOptionsOf } from './run/read-company.ts';

/** What a live check found. Counts only. */
export interface AccessCheck {
  /** Null when the vendor let us read. */
  readonly error: RollcallError | null;
  /** People looked at: the first ones, not everybody. */
  readonly sample: number;
  readonly coverage: Readonly<Partial<Record<EmployeeField, FieldCoverage>>>;
  /** Permissions whose fields did not come for anybody in the sample. */
  readonly permissionGaps: readonly PermissionGap[];
  readonly warnings: readonly string[];
}

// Enough to tell a missing permission from a field that few people have.
const sampleSize = 200;

export interface CheckInput {
  /** New credentials; default: those of the connection. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Where what new credentials obtain is held. */
  readonly tokens?: TokenStore | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Reads the first people with the credentials given, or with those of the connection (rule C2). Changes nothing. */
export async function checkAccess(
  context: EngineContext,
  connection: Connection,
  { config, tokens, signal }: CheckInput,
): Promise<AccessCheck> {
  const connector = context.connectorFor(connection);
  const stored = await readOptionsOf(context, connection, connector);
  const read = readEmployees(connector, { ...stored, ...(config !== undefined && { config, tokens }), signal });
  let sample = 0;
  let error: RollcallError | null = null;
  try {
    for await (const page of read.pages()) {
      sample += page.employees.length;
      if (sample >= sampleSize) break;
    }
  } catch (thrown) {
    if (!RollcallError.isInstance(thrown)) throw thrown;
    error = thrown;
  }
  const { coverage, permissionGaps, warnings } = await read.report;
  return { error, sample, coverage, permissionGaps, warnings };
}
