import type { Endpoint, Path, Shape } from '../answers.ts';
import { listWords, plainName } from './dictionary.ts';
import type { Document } from './document.ts';
import { guessShape } from './guess-fields.ts';
import { memberOf, objectAt, textAt, type Json } from './json.ts';

/** An endpoint that may be the list of people, and why. */
export interface ListCandidate {
  readonly endpoint: Endpoint;
  readonly score: number;
  readonly reason: string;
  readonly shape: Shape;
  readonly operation: Json;
  /** Of the path, beside the operation's own. */
  readonly pathItem: Json;
  /** The answer's own schema. */
  readonly answer: Json;
}

const mostPaths = 5_000;
const readable = /^\/[A-Za-z0-9._~{}$()/-]*$/;

/** Everything that answers with a list of what looks like people, the likeliest first. */
export function findLists(document: Document): readonly ListCandidate[] {
  const paths = Object.entries(objectAt(document.root, 'paths') ?? {}).slice(0, mostPaths);
  return paths
    .flatMap(([path, item]) => {
      const pathItem = document.resolve(item);
      if (pathItem === undefined || !readable.test(path)) return [];
      return (['GET', 'POST'] as const).flatMap((method) => candidatesOf(document, { method, path }, pathItem));
    })
    .toSorted((one, other) => other.score - one.score || one.endpoint.path.length - other.endpoint.path.length);
}

function candidatesOf(document: Document, endpoint: Endpoint, pathItem: Json): readonly ListCandidate[] {
  const operation = document.resolve(memberOf(pathItem, endpoint.method.toLowerCase()));
  // A POST that reads says so in its path; every other one writes.
  if (operation === undefined || (endpoint.method === 'POST' && !/(?:search|query|list|find)\/?$/i.test(endpoint.path)))
    return [];
  const answer = answerOf(document, operation);
  const list = answer && listIn(document, answer);
  if (answer === undefined || list === undefined) return [];
  const shape = guessShape(document, list.path, list.record);
  const isPerson = shape.fields.some(({ field }) => ['workEmail', 'firstName', 'lastName', 'personalEmail'].includes(field));
  if (!isPerson) return [];
  return [{ endpoint, ...judge(endpoint, shape), shape, operation, pathItem, answer }];
}

/** The JSON of the first answer that means success. */
function answerOf(document: Document, operation: Json): Json | undefined {
  const responses = objectAt(operation, 'responses');
  if (responses === undefined) return undefined;
  const status = ['200', '201', '2XX', '2xx', 'default'].find((code) => Object.hasOwn(responses, code));
  const content = objectAt(document.resolve(memberOf(responses, status ?? '')), 'content');
  if (content === undefined) return undefined;
  const type = Object.keys(content).find((name) => /[/+]json\b/i.test(name));
  return type === undefined ? undefined : document.plain(objectAt(content, type, 'schema'));
}

interface FoundList {
  readonly path: Path;
  readonly record: unknown;
}

/** The answer itself, one of its members, or a member of one: the list of objects with the most members. */
function listIn(document: Document, answer: Json): FoundList | undefined {
  if (document.typeOf(answer) === 'array') return { path: [], record: memberOf(answer, 'items') };
  const found = document.properties(answer).flatMap(({ name, schema }): readonly FoundList[] => {
    if (document.typeOf(schema) === 'array') return [{ path: [name], record: memberOf(schema, 'items') }];
    if (document.typeOf(schema) !== 'object') return [];
    return document
      .properties(schema)
      .filter((inner) => document.typeOf(inner.schema) === 'array')
      .map((inner) => ({ path: [name, inner.name], record: memberOf(inner.schema, 'items') }));
  });
  const sized = found.map((list) => ({ list, size: document.properties(list.record).length }));
  return sized.toSorted((one, other) => other.size - one.size).find(({ size }) => size > 0)?.list;
}

function judge({ path }: Endpoint, { fields }: Shape): { readonly score: number; readonly reason: string } {
  const segments = path.split('/').filter((part) => part !== '');
  const names = segments.filter((part) => !part.startsWith('{'));
  const last = plainName(names.at(-1) ?? '');
  const rank = listWords.findIndex((word) => last === word || last === `${word}search`);
  const parameters = segments.length - names.length;
  const nearby = rank < 0 && names.some((part) => listWords.some((word) => plainName(part).includes(word)));
  const score = fields.length * 2 + (rank < 0 ? (nearby ? 3 : 0) : 14 - rank) - parameters * 5 - names.length;
  const known = fields.map(({ field }) => field);
  const reasons = [
    ...(rank < 0 ? [] : [`the path ends in /${names.at(-1) ?? ''}`]),
    `${String(known.length)} fields are known: ${known.slice(0, 6).join(', ')}${known.length > 6 ? ', …' : ''}`,
    ...(parameters > 0 ? [`it asks for ${segments.filter((part) => part.startsWith('{')).join(', ')}`] : []),
  ];
  return { score, reason: reasons.join('; ') };
}

/** The name of a document's API, as far as it can be a name. */
export function titleOf({ root }: Document): string | undefined {
  const title = textAt(root, 'info', 'title')?.replace(/\s+/g, ' ').trim();
  return title?.replace(/\s+(?:public |rest |open ?)*api\b.*$/i, '').slice(0, 60);
}
