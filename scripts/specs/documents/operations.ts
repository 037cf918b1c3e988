import { atPointer, isObject, listOf, objectOf, pointerTo, textOf, type JsonObject } from '../json.ts';
import type { VendorDocument } from './vendor-document.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly required: boolean;
  /** Pointer to its schema in the document. */
  readonly schema: string;
  /** How several values are written: each with the name, or one text with commas. */
  readonly many: 'repeated' | 'commas' | undefined;
  /** `filter[name]=…`: the members of an object. */
  readonly deep: boolean;
}

export interface Content {
  /** Media type in lower case without parameters; `application/*` and the like stay. */
  readonly type: string;
  /** Undefined where the vendor says nothing about the body. */
  readonly schema: string | undefined;
}

/** One method of one path, below one of the document's servers. */
export interface Operation {
  readonly document: VendorDocument;
  /** Such as `GET /v2/persons/{id}`. */
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  /** Names of the `{…}` parts, in the order of their groups. */
  readonly pathNames: readonly string[];
  readonly hosts: readonly RegExp[];
  readonly parameters: readonly Parameter[];
  readonly body: { readonly required: boolean; readonly contents: readonly Content[] } | undefined;
  /** By status: `200`, `2XX`, `default`. */
  readonly answers: ReadonlyMap<string, readonly Content[]>;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation of a document, once for every path prefix under which its servers have it. */
export function operationsOf(document: VendorDocument): readonly Operation[] {
  const { content } = document;
  const operations: Operation[] = [];
  for (const path of Object.keys(objectOf(content['paths']))) {
    const item = follow(content, pointerTo('#/paths', path));
    for (const method of methods) {
      if (!isObject(item.value[method])) continue;
      const own = follow(content, pointerTo(item.pointer, method));
      const servers = [own.value['servers'], item.value['servers'], content['servers']].find((each) => listOf(each).length > 0);
      for (const { prefix, hosts } of toServers(servers)) {
        operations.push({
          document,
          hosts,
          method: method.toUpperCase(),
          ...toPath(prefix, path, method),
          ...toParts(content, item, own),
        });
      }
    }
  }
  return operations;
}

interface Located {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** The object at a pointer, behind any references. */
function follow(content: JsonObject, pointer: string): Located {
  const value = objectOf(atPointer(content, pointer));
  const reference = textOf(value['$ref']);
  return reference?.startsWith('#/') === true && reference !== pointer ? follow(content, reference) : { value, pointer };
}

function toServers(servers: unknown): readonly { readonly prefix: string; readonly hosts: readonly RegExp[] }[] {
  const byPrefix = new Map<string, RegExp[]>();
  for (const server of listOf(servers)) {
    const [, host, path = ''] = /^(?:https?:)?\/\/([^/]+)(\/.*)?$/.exec(textOf(objectOf(server)['url']) ?? '') ?? [];
    const prefix = (path === '' && host === undefined ? (textOf(objectOf(server)['url']) ?? '') : path).replace(/\/$/, '');
    const hosts = byPrefix.get(prefix) ?? [];
    if (host !== undefined) hosts.push(toExpression(host, '[^.]+').expression);
    byPrefix.set(prefix, hosts);
  }
  if (byPrefix.size === 0) byPrefix.set('', []);
  return [...byPrefix].map(([prefix, hosts]) => ({ prefix, hosts }));
}

function toPath(prefix: string, template: string, method: string): Pick<Operation, 'name' | 'path' | 'pathNames'> {
  // Some documents tell variants of one path apart by a query or a fragment.
  const path = prefix + (/^[^?#]*/.exec(template)?.[0] ?? template);
  const { expression, names } = toExpression(path, '[^/]+');
  return { name: `${method.toUpperCase()} ${path}`, path: expression, pathNames: names };
}

function toExpression(template: string, part: string): { readonly expression: RegExp; readonly names: readonly string[] } {
  const names: string[] = [];
  const source = template
    .split(/(\{[^}]*\})/)
    .map((piece) => {
      if (!piece.startsWith('{')) return piece.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      names.push(piece.slice(1, -1));
      return `(${part})`;
    })
    .join('');
  return { expression: new RegExp(`^${source}/?$`, 'i'), names };
}

function toParts(content: JsonObject, item: Located, own: Located): Pick<Operation, 'parameters' | 'body' | 'answers'> {
  const parameters = new Map<string, Parameter>();
  for (const { value, pointer } of [item, own]) {
    for (const index of listOf(value['parameters']).keys()) {
      const parameter = toParameter(follow(content, pointerTo(pointer, 'parameters', String(index))));
      if (parameter !== undefined) parameters.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  for (const scheme of Object.values(objectOf(objectOf(content['components'])['securitySchemes']))) {
    const { type, in: place, name } = objectOf(scheme);
    if (type === 'apiKey' && place === 'query' && typeof name === 'string')
      parameters.set(`query ${name}`, { name, in: 'query', required: false, schema: '', many: undefined, deep: false });
  }
  const body = own.value['requestBody'] === undefined ? undefined : follow(content, pointerTo(own.pointer, 'requestBody'));
  return {
    parameters: [...parameters.values()],
    body: body && { required: body.value['required'] === true, contents: contentsOf(body) },
    answers: new Map(
      Object.keys(objectOf(own.value['responses'])).map((status) => [
        status,
        contentsOf(follow(content, pointerTo(own.pointer, 'responses', status))),
      ]),
    ),
  };
}

function toParameter({ value, pointer }: Located): Parameter | undefined {
  const { name, in: place, required, style, explode } = value;
  if (typeof name !== 'string' || (place !== 'query' && place !== 'path')) return undefined;
  const isList = objectOf(value['schema'])['type'] === 'array';
  return {
    name,
    in: place,
    required: required === true,
    schema: value['schema'] === undefined ? '' : pointerTo(pointer, 'schema'),
    many: isList ? (explode === false ? 'commas' : 'repeated') : undefined,
    deep: style === 'deepObject' || objectOf(value['schema'])['type'] === 'object',
  };
}

function contentsOf({ value, pointer }: Located): readonly Content[] {
  return Object.entries(objectOf(value['content'])).map(([type, content]) => ({
    type: type.split(';')[0]?.trim().toLowerCase() ?? type,
    schema: objectOf(content)['schema'] === undefined ? undefined : pointerTo(pointer, 'content', type, 'schema'),
  }));
}
