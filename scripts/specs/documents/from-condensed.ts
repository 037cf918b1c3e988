import { isObject, listOf, objectOf, textOf, type JsonObject } from '../json.ts';

// A hand-written summary: `"GET /v2/persons": { "query": { "limit": "1..50" }, "200": "Person[]" }` and types by name,
// whose members are told in words that begin with the type: `"string (a person id)"`.
const operationKey = /^(GET|POST|PUT|PATCH|DELETE) (\/\S*)$/;

export function isCondensed(content: JsonObject): boolean {
  return textOf(content['server']) !== undefined && Object.keys(content).some((key) => operationKey.test(key));
}

/** A condensed summary as OpenAPI 3. It names members and types; what it does not say stays open. */
export function fromCondensed(content: JsonObject): JsonObject {
  const types = Object.keys(content).filter((key) => /^[A-Z]\w*$/.test(key) && isObject(content[key]));
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [key, described] of Object.entries(content)) {
    const [, method, path] = operationKey.exec(key) ?? [];
    if (method === undefined || path === undefined) continue;
    const item = (paths[path] ??= {});
    item[method.toLowerCase()] = toOperation(path, objectOf(described), types);
  }
  return {
    openapi: '3.0.0',
    servers: [{ url: content['server'] }],
    paths,
    components: { schemas: Object.fromEntries(types.map((name) => [name, toSchema(content[name], types)])) },
  };
}

function toOperation(path: string, described: JsonObject, types: readonly string[]): JsonObject {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: {} }));
  const inQuery = Object.entries(objectOf(described['query'])).map(([name, hint]) => ({
    name,
    in: 'query',
    schema: toSchema(hint, types),
  }));
  const type = textOf(described['contentType']) ?? 'application/json';
  const request = described['request'];
  const answers = Object.entries(described).filter(([status]) => /^\d{3}$/.test(status));
  return {
    parameters: [...inPath, ...inQuery],
    ...(request !== undefined && { requestBody: { content: { [type]: { schema: toSchema(request, types) } } } }),
    responses: Object.fromEntries(
      answers.map(([status, answer]) => [status, { content: { 'application/json': { schema: toSchema(answer, types) } } }]),
    ),
  };
}

function toSchema(hint: unknown, types: readonly string[]): JsonObject {
  if (typeof hint === 'string') return fromWords(hint, types);
  if (Array.isArray(hint)) return fromList(hint, types);
  if (!isObject(hint)) return {};
  const { contentType: _contentType, ...members } = hint;
  const required = Object.keys(members).filter((name) => textOf(members[name])?.includes('required') === true);
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(members).map(([name, member]) => [name, toSchema(member, types)])),
    ...(required.length > 0 && { required }),
  };
}

/** Texts are the values that may come, objects the form of the items. */
function fromList(hint: readonly unknown[], types: readonly string[]): JsonObject {
  const values = listOf(hint);
  return values.every((value) => typeof value === 'string')
    ? { enum: values }
    : { type: 'array', items: toSchema(values[0], types) };
}

const words: readonly (readonly [RegExp, JsonObject])[] = [
  [/^(?:string|comma list|uuid|uri)\b/, { type: 'string' }],
  [/^(?:date-time)\b/, { type: 'string', format: 'date-time' }],
  [/^(?:YYYY-MM-DD|date)\b/, { type: 'string', format: 'date' }],
  [/^integer\b/, { type: 'integer' }],
  [/^number\b/, { type: 'number' }],
  [/^boolean\b/, { type: 'boolean' }],
  [/^object\b/, { type: 'object' }],
];

function fromWords(hint: string, types: readonly string[]): JsonObject {
  const range = /^(\d+)\.\.(\d+)/.exec(hint);
  if (range !== null) return { type: 'integer', minimum: Number(range[1]), maximum: Number(range[2]) };
  // Several types at once are told for readers.
  if (/^\S+(?: \| \S+)+/.test(hint)) return {};
  const [, name = '', many] = /^(\w+)(\[\])?/.exec(hint) ?? [];
  const schema = types.includes(name)
    ? { $ref: `#/components/schemas/${name}` }
    : (words.find(([expression]) => expression.test(hint))?.[1] ?? {});
  return {
    ...(many === undefined ? schema : { type: 'array', items: schema }),
    ...(/\bnull\b/.test(hint) && { nullable: true }),
  };
}
