import {
  AuthError,
  ConfigError,
  PermissionError,
  RateLimitError,
  ResponseError,
  UnavailableError,
  type Manifest,
  type Mismatch,
  type RollcallError,
  type VendorErrorDetail,
} from '@rollcall/core';
import type { BodyProblem } from './answer/read-body.ts';
import type { WireFault } from './wire/send-once.ts';

/** Where something failed. */
export interface Where {
  readonly manifest: Manifest;
  /** Method and path template, such as `GET /v2/persons/{id}`. */
  readonly endpoint: string;
  /** A log-in speaks of credentials, a read of records. `refresh`: the log-in trades a refresh token. */
  readonly purpose: 'read' | 'login' | 'refresh';
}

type Means = NonNullable<VendorErrorDetail['means']>;

/** A failed answer, reduced to what may be shown. */
export interface FailedStatus {
  readonly status: number;
  /** Statuses of the manifest that mean "too many requests". */
  readonly detail?: VendorErrorDetail | undefined;
  readonly requestId?: string | undefined;
  /** `error` of an OAuth answer. */
  readonly oauthError?: string | undefined;
  /** The pause that the vendor asks for, in milliseconds. */
  readonly pauseMs?: number | undefined;
}

/**
 * The only place where a failed answer becomes an error of Rollcall. Built from status, endpoint template and the
 * manifest; never from a body, a header, a query value or an exception of the transport.
 */
export function toConnectorError(failed: FailedStatus, where: Where): RollcallError {
  const means = failed.detail?.means ?? meaningOf(failed, where);
  const { name } = where.manifest;
  const code = vendorCode(failed.detail?.code);
  const answered = `${name} answered ${failed.status}${code} to ${where.endpoint}`;
  const common = { ...commonOf(where), status: failed.status, requestId: shownId(failed.detail?.requestId ?? failed.requestId) };
  switch (means) {
    case 'credentials':
      return credentialsError(failed, where, { ...common, message: `${answered}: the credentials are refused` });
    case 'permission':
      return permissionError(where, { ...common, message: `${answered}: a permission is missing` });
    case 'gone':
      return new ResponseError({ ...common, code: 'not_found', message: `${answered}: there is no such thing` });
    case 'rate-limit':
      return new RateLimitError({
        ...common,
        retryAfterMs: failed.pauseMs,
        message: `${answered}: too many requests${inTime(failed.pauseMs)}`,
      });
    case 'unavailable':
      return new UnavailableError({
        ...common,
        code: failed.status === 408 ? 'timeout' : 'vendor_down',
        message: `${answered}: it does not work at the moment, the next run tries again`,
      });
    case 'rejected':
      return rejectedError(failed.status, { ...common, message: answered });
  }
}

/** What a fault of the line means: nobody's, except for an address inside our own network. */
export function toLineError(
  fault: WireFault,
  where: Where,
  limits: { readonly timeoutMs: number; readonly maxResponseBytes: number },
): RollcallError {
  const { name } = where.manifest;
  const common = commonOf(where);
  switch (fault) {
    case 'timeout':
      return new UnavailableError({
        ...common,
        code: 'timeout',
        message: `${name} gave no whole answer to ${where.endpoint} within ${limits.timeoutMs} ms`,
      });
    case 'network':
      return new UnavailableError({
        ...common,
        code: 'network',
        message: `the connection to ${name} failed during ${where.endpoint}`,
      });
    case 'too_large':
      return new ResponseError({
        ...common,
        code: 'too_large',
        message: `${name} answered ${where.endpoint} with more than ${limits.maxResponseBytes} bytes`,
      });
    case 'private_address':
      return new ConfigError({
        ...common,
        code: 'host_not_allowed',
        message: `a host name of ${name} leads to a private address and was refused`,
      });
  }
}

/** What a good status with an unusable body means. */
export function toBodyError(problem: BodyProblem, status: number, where: Where): RollcallError {
  const { name } = where.manifest;
  const common = { ...commonOf(where), status };
  if (problem === 'html') {
    return new ResponseError({
      ...common,
      code: 'html_login_page',
      message: `${name} answered ${where.endpoint} with a web page instead of data`,
      hint: 'Vendors show a log-in or maintenance page like that: check the address and the credentials of the connection.',
    });
  }
  const what = problem === 'truncated' ? 'JSON that ends in the middle' : 'something that is not JSON';
  return new ResponseError({ ...common, code: 'not_json', message: `${name} answered ${where.endpoint} with ${what}` });
}

/** An answer that differs from the vendor's documentation. */
export function toSchemaError(mismatches: readonly Mismatch[], status: number, where: Where): ResponseError {
  const found = mismatches.map(({ path, expected, received }) => `${path} should be ${expected} and is ${received}`).join('; ');
  return new ResponseError({
    ...commonOf(where),
    status,
    code: 'schema_mismatch',
    mismatches,
    message: `the answer of ${where.manifest.name} to ${where.endpoint} is not as documented: ${found}`,
  });
}

/** An answer with a good status that the vendor marks as an error. */
export function toErrorInSuccess(failed: FailedStatus, where: Where): RollcallError {
  if (failed.detail?.means !== undefined) return toConnectorError(failed, where);
  return new ResponseError({
    ...commonOf(where),
    status: failed.status,
    requestId: shownId(failed.detail?.requestId ?? failed.requestId),
    code: 'error_in_200',
    message: `${where.manifest.name} answered ${failed.status} to ${where.endpoint} with an error in the body${vendorCode(failed.detail?.code)}`,
  });
}

/** A pause that is too long to wait for, asked for along with an error. */
export function toPauseError(pauseMs: number, { status, requestId }: RollcallError, where: Where): RateLimitError {
  return new RateLimitError({
    ...commonOf(where),
    status,
    requestId,
    retryAfterMs: pauseMs,
    message: `${where.manifest.name} asks ${where.endpoint} for a longer pause than a read waits${inTime(pauseMs)}`,
  });
}

/** A redirect that is not followed. */
export function toRedirectError(status: number, where: Where): ResponseError {
  return new ResponseError({
    ...commonOf(where),
    status,
    code: 'request_rejected',
    message: `${where.manifest.name} answered ${status} to ${where.endpoint}: only reads by GET are redirected, and at most three times`,
  });
}

interface Common {
  readonly vendor: string;
  readonly docsUrl: string;
  readonly request: string;
  readonly status?: number;
  readonly requestId?: string | undefined;
}

function commonOf({ manifest, endpoint }: Where): Common {
  return { vendor: manifest.slug, docsUrl: manifest.docsUrl, request: endpoint };
}

const oauthMeans: Readonly<Record<string, Means>> = {
  invalid_client: 'credentials',
  invalid_grant: 'credentials',
  unauthorized_client: 'credentials',
  invalid_scope: 'permission',
  access_denied: 'permission',
};

function meaningOf({ status, oauthError }: FailedStatus, { manifest, purpose }: Where): Means {
  if (status === 429 || manifest.limits.statuses?.includes(status) === true) return 'rate-limit';
  if (status >= 500 || status === 408) return 'unavailable';
  if (purpose !== 'read') {
    const known = oauthError === undefined ? undefined : oauthMeans[oauthError];
    if (known !== undefined) return known;
    // Nothing but the credentials is in question while logging in.
    if (status === 403) return 'credentials';
  }
  if (status === 401) return 'credentials';
  if (status === 403) return 'permission';
  return status === 404 || status === 410 ? 'gone' : 'rejected';
}

function credentialsError(
  { oauthError }: FailedStatus,
  { manifest, purpose }: Where,
  common: Common & { readonly message: string },
): AuthError {
  if (purpose === 'refresh' && oauthError === 'invalid_grant') {
    return new AuthError({
      ...common,
      code: 'consent_revoked',
      message: `${manifest.name} no longer honours the consent that was given`,
      hint: `An administrator of ${manifest.name} has to connect again. ${credentialsStep(manifest)}`,
    });
  }
  return new AuthError({
    ...common,
    code: 'credentials_rejected',
    hint: `Check the credentials and connect again. ${credentialsStep(manifest)}`,
  });
}

/** The step of the set-up guide to go back to; the whole guide is for the documentation. */
export function credentialsStep({ setup, credentialsStep: step, docsUrl }: Manifest): string {
  const text = step === undefined ? undefined : setup[step - 1];
  return text === undefined ? `How they are made: ${docsUrl}` : `Step ${step} of the set-up: ${text}`;
}

function permissionError({ manifest }: Where, common: Common & { readonly message: string }): PermissionError {
  const { permissions } = manifest;
  const names = permissions.map(({ name, gives }) => (gives.length === 0 ? name : `${name} (gives ${gives.join(', ')})`));
  const [only] = permissions;
  return new PermissionError({
    ...common,
    permission: permissions.length === 1 ? only?.name : undefined,
    fields: [...new Set(permissions.flatMap(({ gives }) => gives))],
    hint:
      names.length === 0
        ? `Grant the connection's user the right to read people in ${manifest.name}.`
        : `Check these permissions in ${manifest.name}: ${names.join('; ')}.`,
  });
}

function rejectedError(status: number, common: Common & { readonly message: string }): ResponseError {
  return new ResponseError({
    ...common,
    code: 'request_rejected',
    message: `${common.message}: the request is refused${status < 400 ? ' in an unexpected way' : ''}`,
  });
}

function inTime(pauseMs: number | undefined): string {
  return pauseMs === undefined ? '' : ` (again in ${Math.ceil(pauseMs / 1000)} s)`;
}

// Codes and ids come from outside: only what looks like one is shown.
function vendorCode(code: string | undefined): string {
  return code !== undefined && /^[\w.:-]{1,64}$/.test(code) ? ` (${code})` : '';
}

function shownId(id: string | undefined): string | undefined {
  return id !== undefined && /^[\w.:+/=-]{1,100}$/.test(id) ? id : undefined;
}
