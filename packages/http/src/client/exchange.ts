import {
  AuthError,
  RateLimitError,
  type FailedAnswer,
  type Manifest,
  type RollcallError,
  type VendorErrorDetail,
  type VendorErrors,
} from '@rollcall/core';
import { orAborted } from '../or-aborted.ts';
import { pause } from '../pause.ts';
import { askedPauseMs, backoffMs } from '../retry-delay.ts';
import {
  toConnectorError,
  toLineError,
  toPauseError,
  toRedirectError,
  type FailedStatus,
  type Where,
} from '../to-connector-error.ts';
import { readFailedBody } from '../answer/read-body.ts';
import type { Target } from '../wall/request-gate.ts';
import { withQuery } from '../wall/with-query.ts';
import { sendOnce, type WireAnswer, type WireOutcome, type WireRequest } from '../wire/send-once.ts';
import type { Connection } from './connection.ts';
import type { Applied, Credentials } from './credentials.ts';
import { mergeHeaders } from './merge-headers.ts';
import { userAgent } from './user-agent.ts';

const maxRedirects = 3;

const neverAborted = new AbortController().signal;

/** What became of one attempt: a result, or an error and how to go on from it. */
export type Verdict<T> =
  | { readonly result: T }
  | {
      readonly error: RollcallError;
      /** `once-paused`: the vendor is asked again after a pause in which nobody of the tenant asks. */
      readonly retry: 'never' | 'after-backoff' | 'once-paused';
      readonly pauseMs?: number | undefined;
    };

/** One request to be made, with everything that stays the same between attempts. */
export interface Call<T> {
  readonly target: Target;
  readonly purpose: Where['purpose'];
  readonly accept: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
  readonly credentials?: Credentials | undefined;
  /** Statuses that this endpoint gives in passing. */
  readonly transient?: readonly number[] | undefined;
  /** Judges an answer with a good status. `url` is the vendor's address, after redirects. */
  judge(answer: WireAnswer, url: URL, where: Where): Verdict<T>;
}

/** Whose sockets are used, and what ends the exchange. */
export interface Line {
  readonly agent: WireRequest['agent'];
  readonly signal: AbortSignal;
  /** Once sent, a request runs to its end whatever the signal says. */
  readonly uninterrupted?: boolean;
}

/**
 * Makes a request and repeats it as long as that makes sense: everything that is sent is a read or a log-in, so nothing
 * can happen twice.
 * @throws the signal's reason, and the errors of `toConnectorError`.
 */
export async function exchange<T>(connection: Connection, call: Call<T>, line: Line = connection): Promise<T> {
  const { settings, manifest } = connection;
  const where: Where = { manifest, endpoint: call.target.endpoint, purpose: call.purpose };
  let rejectedBefore = false;
  for (let attempts = 1; ; attempts += 1) {
    const attempt = await attemptOnce(connection, call, line, where);
    const { verdict } = attempt;
    if ('result' in verdict) return verdict.result;
    if (isRefusal(verdict.error) && call.credentials?.reject !== undefined && !rejectedBefore) {
      rejectedBefore = true;
      call.credentials.reject(attempt.applied);
      continue;
    }
    const inPassing = call.transient?.includes(verdict.error.status ?? 0) === true;
    if ((verdict.retry === 'never' && !inPassing) || attempts > settings.retries) throw verdict.error;
    if (verdict.pauseMs !== undefined && verdict.pauseMs > settings.maxPauseMs)
      throw toPauseError(verdict.pauseMs, verdict.error, where);
    // A pause of nothing (`Retry-After: 0`, a date that has passed) must not use up all attempts within milliseconds.
    const unsaidMs = verdict.retry === 'once-paused' && verdict.pauseMs === undefined ? windowMs(manifest, where, attempts) : 0;
    const backoff = backoffMs(attempts, settings.retryBaseMs, Math.random());
    const leastMs = Math.min(settings.maxPauseMs, Math.max(unsaidMs, backoff));
    const pauseMs = Math.max(verdict.pauseMs ?? 0, leastMs);
    if (verdict.retry === 'once-paused') connection.budget().pause(pauseMs);
    else await pause(pauseMs, line.signal);
  }
}

/** A vendor that says "too many requests" twice and not when to come back means the rest of its window. */
function windowMs({ limits }: Manifest, { endpoint }: Where, attempts: number): number {
  const windows = limits.windows?.filter(({ endpoints }) => endpoints?.some((each) => each === endpoint) ?? true) ?? [];
  return attempts < 2 ? 0 : Math.max(0, ...windows.map(({ perSeconds }) => perSeconds * 1000));
}

// Some vendors answer 401 for a missing right too; whether it was the token, only a new one can tell.
function isRefusal(error: RollcallError): boolean {
  return error instanceof AuthError || error.status === 401;
}

interface Attempt<T> {
  readonly verdict: Verdict<T>;
  readonly applied: Applied;
}

async function attemptOnce<T>(connection: Connection, call: Call<T>, line: Line, where: Where): Promise<Attempt<T>> {
  let { target } = call;
  for (let redirects = 0; ; redirects += 1) {
    const { outcome, applied } = await sendInTurn(connection, call, target, line);
    if (outcome.fault !== undefined) return { verdict: judgeFault(connection, outcome.fault, where), applied };
    const { answer } = outcome;
    const location = locationOf(answer);
    if (location === undefined) {
      const verdict = isWhole(answer.status) ? call.judge(answer, target.url, where) : judgeFailure<T>(connection, answer, where);
      return { verdict, applied };
    }
    if (redirects === maxRedirects || target.method !== 'GET' || call.purpose !== 'read') {
      return { verdict: { error: toRedirectError(answer.status, where), retry: 'never' }, applied };
    }
    target = connection.gate.redirect(location, target);
  }
}

async function sendInTurn<T>(
  connection: Connection,
  call: Call<T>,
  target: Target,
  line: Line,
): Promise<{ outcome: WireOutcome; applied: Applied }> {
  const { endpoint } = target;
  const leave = await connection.budget().enter({ endpoint, signal: line.signal, withinAnother: call.purpose !== 'read' });
  try {
    const applied = call.credentials === undefined ? { headers: {} } : await orAborted(call.credentials.apply(), line.signal);
    const request = toWireRequest(connection, call, target, applied, line);
    connection.onRequest();
    return { outcome: await sendOnce(request, line.uninterrupted === true ? neverAborted : line.signal), applied };
  } finally {
    leave();
  }
}

function toWireRequest<T>(connection: Connection, call: Call<T>, target: Target, applied: Applied, line: Line): WireRequest {
  const { manifest, origins, settings } = connection;
  // Whatever proves who we are stays with the host it was meant for.
  const sameHost = target.url.host === call.target.url.host || namesBoth(manifest.hosts, target.url, call.target.url);
  const own = { accept: call.accept, 'user-agent': userAgent(manifest.slug) };
  const headers = mergeHeaders(manifest.slug, own, sameHost ? applied.headers : undefined, sameHost ? call.headers : undefined);
  const address = new URL(target.url);
  if (sameHost && applied.query !== undefined) withQuery(address, applied.query);
  const mapped = origins[address.origin];
  return {
    method: target.method,
    url: mapped === undefined ? address : new URL(address.pathname + address.search, mapped),
    headers,
    body: call.body,
    timeoutMs: settings.timeoutMs,
    maxResponseBytes: settings.maxResponseBytes,
    agent: line.agent,
    publicOnly: mapped === undefined,
  };
}

/** Two hosts that the manifest names letter for letter are one vendor: a redirect from the bare name to `www` may carry the key. */
function namesBoth(hosts: readonly string[], ...urls: readonly URL[]): boolean {
  return urls.every(({ host }) => hosts.includes(host));
}

// No range is ever asked for: what comes as a part (206) is not the whole.
function isWhole(status: number): boolean {
  return status >= 200 && status < 300 && status !== 206;
}

function locationOf({ status, headers }: WireAnswer): string | undefined {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308 ? headers['location'] : undefined;
}

function judgeFault<T>({ settings }: Connection, fault: NonNullable<WireOutcome['fault']>, where: Where): Verdict<T> {
  const error = toLineError(fault, where, settings);
  return { error, retry: error.retryable ? 'after-backoff' : 'never' };
}

function judgeFailure<T>(connection: Connection, answer: WireAnswer, where: Where): Verdict<T> {
  const failed = toFailedStatus(connection, answer, readFailedBody(answer), where);
  return toVerdict(toConnectorError(failed, where), failed);
}

/** How to go on from an error that an answer was made into. */
export function toVerdict<T>(error: RollcallError, { status, pauseMs }: FailedStatus): Verdict<T> {
  if (error instanceof RateLimitError) return { error, retry: 'once-paused', pauseMs };
  const passing = status < 500 || status === 500 || status === 502 || status === 503 || status === 504;
  if (!error.retryable || !passing) return { error, retry: 'never' };
  return { error, retry: pauseMs === undefined ? 'after-backoff' : 'once-paused', pauseMs };
}

const requestIdHeaders = ['x-request-id', 'request-id', 'x-correlation-id', 'x-amzn-requestid'];

/** What may be known about a failed answer: status, the vendor's code for it, its request id, the pause it asks for. */
export function toFailedStatus(
  { errors, manifest, now }: Connection,
  answer: WireAnswer,
  body: unknown,
  where: Where,
): FailedStatus {
  const { status, headers } = answer;
  const request = where.purpose === 'read' ? where.endpoint.slice(where.endpoint.indexOf(' ') + 1) : 'token';
  const idHeader = requestIdHeaders.find((name) => headers[name] !== undefined);
  const detail = described(errors, { status, headers, body, request });
  // Vendors send the reset header with every answer; it only asks for a pause where the limit was reached.
  const limited = detail?.means === 'rate-limit' || status === 429 || manifest.limits.statuses?.includes(status) === true;
  return {
    status,
    detail,
    requestId: idHeader === undefined ? undefined : headers[idHeader],
    oauthError: where.purpose === 'read' ? undefined : oauthErrorOf(body),
    pauseMs: askedPauseMs(headers, limited ? manifest.limits.resetHeader : undefined, now()),
  };
}

// A connector that stumbles over an unforeseen body must not hide the status.
function described(errors: VendorErrors, answer: FailedAnswer): VendorErrorDetail | undefined {
  try {
    return errors.describe?.(answer);
  } catch {
    return undefined;
  }
}

function oauthErrorOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
  return typeof body.error === 'string' ? body.error : undefined;
}
