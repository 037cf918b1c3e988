import { RollcallError } from '../../errors/rollcall-error.ts';
import type { ReadReport } from '../../read/read-report.ts';
import type { AttentionCause, Connection } from '../connection.ts';

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
export function doubtsOf(report: ReadReport, hasLinks: boolean): NonNullable<Connection['attention']> | null {
  if (report.outcome === 'partial') {
    return {
      cause: 'read_doubtful',
      code: report.error?.code ?? 'not_complete',
      message: `the read is not complete: ${report.because}`,
    };
  }
  if (report.employees === 0 && hasLinks) {
    return { cause: 'read_doubtful', code: 'not_complete', message: 'the HR system delivered nobody, where there were people' };
  }
  return null;
}
