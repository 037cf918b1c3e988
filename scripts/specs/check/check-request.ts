import { isObject } from '../json.ts';
import type { Content, Parameter } from '../documents/operations.ts';
import { toMediaType, type SeenRequest } from '../traffic/exchange.ts';
import type { Difference } from './finding.ts';
import type { FoundOperation } from './find-operation.ts';
import { toDifferences } from './to-differences.ts';
import type { Validator } from './validator.ts';

/** What a request says that the vendor does not declare, and what it lacks. */
export function checkRequest(
  { operation, params }: FoundOperation,
  request: SeenRequest,
  validator: Validator,
): readonly Difference[] {
  const { parameters } = operation;
  return [
    ...parameters.flatMap((parameter) => checkParameter(parameter, valueOf(parameter, request, params), validator)),
    ...undeclaredOf(parameters, request.query),
    ...checkBody(operation.body, request, validator),
  ];
}

function valueOf(parameter: Parameter, { query }: SeenRequest, params: ReadonlyMap<string, string>): unknown {
  const { name, in: place, many } = parameter;
  if (place === 'path') return params.get(name);
  const values = namesOf(parameter)
    .flatMap((each) => query.getAll(each))
    .flatMap((value) => (many === 'commas' ? value.split(',') : [value]));
  if (values.length === 0) return undefined;
  return many === undefined ? values[0] : values;
}

/** PHP and Rails want lists as `name[]`. */
function namesOf({ name, many }: Parameter): readonly string[] {
  return many === undefined ? [name] : [name, `${name}[]`];
}

function checkParameter(parameter: Parameter, value: unknown, validator: Validator): readonly Difference[] {
  const { name, in: place, required, schema, deep } = parameter;
  const path = `${place} ${name}`;
  if (value === undefined)
    return required && !deep ? [{ path, differs: 'missing', expected: 'a parameter', received: 'nothing' }] : [];
  if (schema === '' || deep) return [];
  const outcome = validator.check(value, schema, 'request', true);
  return outcome.kind === 'checked'
    ? toDifferences(outcome.errors).map((difference) => ({ ...difference, path: path + difference.path.slice(1) }))
    : [];
}

function undeclaredOf(parameters: readonly Parameter[], query: URLSearchParams): readonly Difference[] {
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  const isDeclared = (sent: string): boolean =>
    inQuery.some((parameter) => namesOf(parameter).includes(sent) || (parameter.deep && sent.startsWith(`${parameter.name}[`)));
  return [...new Set(query.keys())]
    .filter((sent) => !isDeclared(sent))
    .map((sent) => ({
      path: `query ${sent}`,
      differs: 'undeclared query parameter',
      expected: 'nothing',
      received: 'a parameter',
    }));
}

function checkBody(
  declared: FoundOperation['operation']['body'],
  request: SeenRequest,
  validator: Validator,
): readonly Difference[] {
  const { body } = request;
  if (body === undefined)
    return declared?.required === true ? [{ path: '$', differs: 'missing', expected: 'a body', received: 'nothing' }] : [];
  if (declared === undefined) return [{ path: '$', differs: 'undeclared body', expected: 'nothing', received: 'a body' }];
  const type = typeOfBody(request, declared.contents);
  const content = declared.contents.find((each) => fits(each.type, type));
  if (content === undefined) {
    const expected = declared.contents.map((each) => each.type).join(' or ');
    return [{ path: '$', differs: 'undeclared content type', expected, received: type }];
  }
  if (content.schema === undefined) return [];
  const isForm = type.includes('form');
  const outcome = validator.check(isForm ? toForm(body) : toJson(body), content.schema, 'request', isForm);
  return outcome.kind === 'checked' ? toDifferences(outcome.errors) : [];
}

/** Recordings keep a content type only where it matters. */
function typeOfBody({ headers, body }: SeenRequest, contents: readonly Content[]): string {
  const told = toMediaType(headers?.['content-type']);
  if (told !== '') return told;
  const isJson = typeof body !== 'string' || /^\s*[[{]/.test(body);
  const likely = isJson ? contents.find(({ type }) => type.includes('json')) : contents.find(({ type }) => type.includes('form'));
  return (likely ?? contents[0])?.type ?? 'application/json';
}

export function fits(declared: string, type: string): boolean {
  const [kind, rest] = declared.split('/');
  return declared === type || declared === '*/*' || (rest === '*' && type.startsWith(`${kind ?? ''}/`));
}

function toForm(body: unknown): unknown {
  return typeof body === 'string' ? Object.fromEntries(new URLSearchParams(body)) : isObject(body) ? body : {};
}

function toJson(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
