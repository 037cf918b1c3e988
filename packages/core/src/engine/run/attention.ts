import { RollcallError } from '../../errors/rollcall-error.ts';
import type { ReadReport } from '../../read/read-report.ts';
import type { AttentionCause, Connection } from '../connection.ts';
import type { Run } from '../run.ts';

export interface Attention {
  readonly attention: NonNullable<Connection['attention']>;
  /** Stop reading until somebody acts (rule C6). */
  readonly stop: boolean;
}

/** Rule C6: who has to act on a read that did not end well, and whether it may be tried again by itself. */
export function attentionFor(error: unknown): Attention {
  const known = RollcallError.isInstance(error) ? error : undefined;
  const cause = causeOf(known);
  return {
    attention: {
      cause,
      code: known?.code ?? 'unavailable',
      message: known?.message ?? 'the run ended with an error of the platform',
      ...(known?.hint !== undefined && { hint: known.hint }),
    },
    stop: cause === 'reauthenticate' || cause === 'permission',
  };
}

function causeOf(error: RollcallError | undefined): AttentionCause {
  switch (error?.name) {
    case 'AuthError':
    case 'ConfigError':
      return 'reauthenticate';
    case 'PermissionError':
      return 'permission';
    case 'RateLimitError':
    case 'UnavailableError':
      return 'vendor_unavailable';
    case 'ResponseError':
      return 'schema_drift';
    case 'IncompleteReadError':
      return 'read_doubtful';
    default:
      return 'directory';
  }
}

/** Rule V7: what a read that ended without an error still leaves in doubt. */
export function doubtsOf(read: Run['read'], hasLinks: boolean): NonNullable<Connection['attention']> | null {
  if (read?.outcome === 'partial') {
    return {
      cause: 'read_doubtful',
      code: 'not_complete',
      message: `the read is not complete: ${read.because ?? 'it broke off'}`,
    };
  }
  if (read?.employees === 0 && hasLinks) {
    return { cause: 'read_doubtful', code: 'not_complete', message: 'the HR system delivered nobody, where there were people' };
  }
  return null;
}

/** Rule S3: without a status nobody joins and nobody leaves. That nothing happens any more has to be said. */
export function statusDoubt(report: ReadReport): NonNullable<Connection['attention']> | null {
  const { employees, issues, permissionGaps } = report;
  const unknown = report.coverage.status?.absent ?? 0;
  if (unknown * 2 <= employees) return null;
  const who = `${String(unknown)} of ${String(employees)} people`;
  const words = issues.reduce((sum, { field, count }) => (field === 'status' ? sum + count : sum), 0);
  if (words * 2 > unknown) {
    const message = `the status of ${who} is not understood: they neither join nor leave`;
    return { cause: 'schema_drift', code: 'schema_mismatch', message };
  }
  const permissions = permissionGaps.filter(({ fields }) => fields.includes('status')).map(({ permission }) => permission);
  return {
    cause: 'permission',
    code: 'permission_missing',
    message: `the status of ${who} does not come: they neither join nor leave`,
    ...(permissions.length > 0 && { hint: `Grant: ${permissions.join('; ')}.` }),
  };
}
