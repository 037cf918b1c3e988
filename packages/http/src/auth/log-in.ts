import { readBody } from '../answer/read-body.ts';
import type { Connection } from '../client/connection.ts';
import { toBody } from '../client/create-client.ts';
import { exchange, toFailedStatus, toVerdict, type Line, type Verdict } from '../client/exchange.ts';
import { mergeHeaders } from '../client/merge-headers.ts';
import { toBodyError, toConnectorError, toErrorInSuccess, type Where } from '../to-connector-error.ts';
import type { WireAnswer } from '../wire/send-once.ts';
import type { TokenAnswer } from './token-answer.ts';

/** A request that gets a token. */
export interface LogIn {
  /** `POST /path` of the manifest's token endpoints, or an absolute address with such a path. */
  readonly endpoint: string;
  readonly purpose: 'login' | 'refresh';
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly form?: Readonly<Record<string, string>> | undefined;
  readonly json?: unknown;
  /** Finds the token in body and cookies; undefined when there is none. */
  read(body: unknown, cookies: readonly string[]): TokenAnswer | undefined;
}

/**
 * Logs in. A good answer without a token counts as refused credentials: that is how some vendors say it.
 * @throws AuthError, and what every request may throw.
 */
export function logIn(connection: Connection, request: LogIn, line: Line = connection): Promise<TokenAnswer> {
  const { body, contentType } = toBody(request);
  return exchange<TokenAnswer>(
    connection,
    {
      target: connection.gate.token(request.endpoint),
      purpose: request.purpose,
      accept: 'application/json',
      headers: mergeHeaders(connection.manifest.slug, contentType, request.headers),
      body,
      judge: (answer, _url, where) => judgeLogIn(connection, request, answer, where),
    },
    line,
  );
}

function judgeLogIn(connection: Connection, request: LogIn, answer: WireAnswer, where: Where): Verdict<TokenAnswer> {
  const body = readBody(answer, 'json');
  if (body.problem !== undefined) {
    return {
      error: toBodyError(body.problem, answer.status, where),
      retry: body.problem === 'truncated' ? 'after-backoff' : 'never',
    };
  }
  const token = request.read(body.value, answer.cookies);
  if (token !== undefined) return { result: token };
  const failed = toFailedStatus(connection, answer, body.value, where);
  if (failed.detail?.means !== undefined) return toVerdict(toErrorInSuccess(failed, where), failed);
  return { error: toConnectorError({ ...failed, detail: { ...failed.detail, means: 'credentials' } }, where), retry: 'never' };
}
