import { toMismatches, type HttpAnswer, type RequestOptions } from '@rollcall/core';
import { readBody } from '../answer/read-body.ts';
import { toBodyError, toErrorInSuccess, toSchemaError, type Where } from '../to-connector-error.ts';
import type { WireAnswer } from '../wire/send-once.ts';
import type { Connection } from './connection.ts';
import { toFailedStatus, toVerdict, type Verdict } from './exchange.ts';

/** Judges the answer to a read that has a good status: its form, the vendor's own errors, the schema. */
export function judgeRead<T>(
  connection: Connection,
  { as = 'json', schema }: Pick<RequestOptions<T>, 'as' | 'schema'>,
  { answer, url, where }: { readonly answer: WireAnswer; readonly url: URL; readonly where: Where },
): Verdict<HttpAnswer<T>> {
  const { status, headers } = answer;
  const body = readBody(answer, as);
  if (body.problem !== undefined) {
    const retry = body.problem === 'truncated' ? 'after-backoff' : 'never';
    return { error: toBodyError(body.problem, status, where), retry };
  }
  if (connection.errors.inSuccess?.(body.value) === true) {
    const failed = toFailedStatus(connection, answer, body.value, where);
    return toVerdict(toErrorInSuccess(failed, where), failed);
  }
  const result = (value: T) => ({ result: { status, headers, body: value, url: url.href } });
  if (schema === undefined) return result(body.value as T);
  const checked = schema.safeParse(body.value);
  if (checked.success) return result(checked.data);
  return { error: toSchemaError(toMismatches(checked.error, body.value), status, where), retry: 'never' };
}
