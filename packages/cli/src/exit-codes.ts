import { ConfigError, RollcallError, type ErrorCode, type Run } from '@rollcall/core';
import { Interrupted } from './io.ts';

/** What the process says when it ends, with the meaning that help and README give it. */
export const exitCodes = {
  ok: { code: 0, meaning: 'done' },
  failed: { code: 1, meaning: 'failed: the HR system, the store or the application did not do their part; try again later' },
  usage: { code: 2, meaning: 'wrong usage or configuration: the message names the argument, field or variable' },
  attention: { code: 3, meaning: 'needs attention: credentials or a permission; the message names the set-up step' },
  review: { code: 4, meaning: 'a person has to look: something is held, a read is incomplete, or a plan is outdated' },
  busy: { code: 5, meaning: 'busy: another run of the connection is under way' },
  interrupted: { code: 130, meaning: 'interrupted with Ctrl-C or SIGTERM' },
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]['code'];

const byErrorCode: Readonly<Record<ErrorCode, ExitCode>> = {
  config_invalid: 2,
  host_not_allowed: 2,
  request_not_allowed: 2,
  contract_version_unsupported: 2,
  manifest_invalid: 2,
  capability_missing: 2,
  secret_unreadable: 2,
  credentials_rejected: 3,
  token_expired: 3,
  consent_revoked: 3,
  authorization_refused: 3,
  authorization_state_invalid: 3,
  permission_missing: 3,
  not_found: 1,
  rate_limited: 1,
  vendor_down: 1,
  timeout: 1,
  network: 1,
  not_json: 1,
  not_xml: 1,
  html_login_page: 1,
  schema_mismatch: 1,
  error_in_200: 1,
  too_large: 1,
  request_rejected: 1,
  webhook_refused: 1,
  page_repeated: 4,
  count_mismatch: 4,
  cursor_lost: 4,
  not_complete: 4,
  plan_outdated: 4,
  plan_unknown: 2,
  connection_unknown: 2,
  state_invalid: 2,
  not_allowed: 3,
  run_in_progress: 5,
  conflict: 1,
  unavailable: 1,
};

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof Interrupted) return exitCodes.interrupted.code;
  if (ConfigError.isInstance(error)) return exitCodes.usage.code;
  // A connector may bring a newer core with codes that this one does not know.
  return RollcallError.isInstance(error) ? exitCodeOfError(error.code) : exitCodes.failed.code;
}

function exitCodeOfError(code: ErrorCode): ExitCode {
  return Object.hasOwn(byErrorCode, code) ? byErrorCode[code] : exitCodes.failed.code;
}

/** Of a run that ended without throwing: a failed read, failed operations and what is held are told, not thrown. */
export function exitCodeOfRun({ error, failed, held, read }: Pick<Run, 'error' | 'failed' | 'held' | 'read'>): ExitCode {
  if (error !== null) return exitCodeOfError(error.code);
  if (failed > 0) return exitCodes.failed.code;
  return held !== null || read?.outcome === 'partial' ? exitCodes.review.code : exitCodes.ok.code;
}

/** One line for each code, as help shows them. */
export function describeExitCodes(): string {
  return Object.values(exitCodes)
    .map(({ code, meaning }) => `  ${String(code).padEnd(5)}${meaning}`)
    .join('\n');
}
