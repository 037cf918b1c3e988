import { typeOf } from '../json.ts';
import type { Content, Operation } from '../documents/operations.ts';
import type { SeenAnswer } from '../traffic/exchange.ts';
import { fits } from './check-request.ts';
import type { Difference } from './finding.ts';
import { toDifferences } from './to-differences.ts';
import type { Validator } from './validator.ts';

export type AnswerOutcome =
  | { readonly kind: 'checked'; readonly differences: readonly Difference[]; readonly schema?: string }
  /** The vendor says nothing about this answer that could be checked. */
  | { readonly kind: 'undescribed' }
  | { readonly kind: 'unusable'; readonly because: string };

/** What an answer says differently from the vendor's description. Errors that it does not describe are not judged. */
export function checkAnswer(
  operation: Operation,
  { status, contentType, body }: SeenAnswer,
  validator: Validator,
): AnswerOutcome {
  const contents = contentsOf(operation, status);
  if (contents === undefined) {
    if (status >= 400) return { kind: 'undescribed' };
    const expected = `one of ${[...operation.answers.keys()].join(', ')}`;
    return { kind: 'checked', differences: [{ path: '$', differs: 'undeclared status', expected, received: String(status) }] };
  }
  const content = chosen(contents, contentType);
  if (content === undefined) {
    if (contents.length === 0 || status >= 400) return { kind: 'undescribed' };
    const expected = contents.map(({ type }) => type).join(' or ');
    const received = contentType === '' ? 'nothing' : contentType;
    return { kind: 'checked', differences: [{ path: '$', differs: 'undeclared content type', expected, received }] };
  }
  const { schema } = content;
  if (schema === undefined) return { kind: 'undescribed' };
  if (typeof body === 'string' && contentType.includes('json') && body === '')
    return { kind: 'checked', differences: [{ path: '$', differs: 'type', expected: 'JSON', received: typeOf(undefined) }] };
  const outcome = validator.check(body, schema, 'answer');
  return outcome.kind === 'unusable' ? outcome : { kind: 'checked', differences: toDifferences(outcome.errors), schema };
}

function contentsOf({ answers }: Operation, status: number): readonly Content[] | undefined {
  const range = `${String(Math.floor(status / 100))}XX`;
  return answers.get(String(status)) ?? answers.get(range) ?? answers.get(range.toLowerCase()) ?? answers.get('default');
}

/** Exactly this type, else another spelling of JSON: vendors mix `application/json`, `application/problem+json` and none. */
function chosen(contents: readonly Content[], type: string): Content | undefined {
  const isJson = (each: string): boolean => each.includes('json') || each === '*/*';
  return (
    contents.find((each) => fits(each.type, type)) ?? (isJson(type) ? contents.find((each) => isJson(each.type)) : undefined)
  );
}
