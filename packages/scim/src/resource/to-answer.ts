import type { PushedResource } from '@rollcall/core';
import { isFields, type Fields } from '../fields.ts';
import { attributePath } from '../schema/attribute-path.ts';
import type { ResourceType } from '../schema/resource-type.ts';

/** Which attributes an answer holds (RFC 7644 §3.9). */
export interface Projection {
  readonly attributes: readonly string[];
  readonly excluded: readonly string[];
}

export function entityTag({ version }: Pick<PushedResource, 'version'>): string {
  return `W/"${String(version)}"`;
}

/** A resource as it is answered: nothing that is null, and a manager always as an object. */
export function toAnswer(type: ResourceType, resource: PushedResource, baseUrl: string): Fields {
  const { id, attributes, createdAt, updatedAt } = resource;
  const shown = withoutNull(attributes) as Fields;
  const extensions = Object.keys(shown).filter((key) => key.includes(':'));
  return {
    schemas: [type.core.id, ...extensions],
    id,
    ...shown,
    meta: {
      resourceType: type.name,
      created: createdAt,
      lastModified: updatedAt,
      location: `${baseUrl}${type.path}/${id}`,
      version: entityTag(resource),
    },
  };
}

function withoutNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNull);
  if (!isFields(value)) return value;
  const kept = Object.entries(value)
    .map(([key, inner]) => [key, withoutNull(inner)] as const)
    .filter(([, inner]) => inner !== null && !(isFields(inner) && Object.keys(inner).length === 0));
  return Object.fromEntries(kept);
}

/** Only what was asked for, or all but what was not wanted; `id` and `schemas` always. */
export function project(type: ResourceType, answer: Fields, { attributes, excluded }: Projection): Fields {
  if (attributes.length > 0) return pick(type, answer, attributes);
  return excluded.length > 0 ? drop(type, answer, excluded) : answer;
}

function pick(type: ResourceType, answer: Fields, paths: readonly string[]): Fields {
  const picked: Record<string, unknown> = { schemas: answer['schemas'], id: answer['id'] };
  for (const text of paths) {
    const path = attributePath(type, text);
    const holder = path?.extension === undefined ? answer : answer[path.extension];
    if (path === undefined || !isFields(holder) || !Object.hasOwn(holder, path.name)) continue;
    const value = partOf(holder[path.name], path.sub);
    if (path.extension === undefined) picked[path.name] = joinedParts(picked[path.name], value);
    else picked[path.extension] = { ...(picked[path.extension] as Fields | undefined), [path.name]: value };
  }
  return picked;
}

function partOf(value: unknown, sub: string | undefined): unknown {
  if (sub === undefined) return value;
  if (Array.isArray(value)) return value.map((element) => partOf(element, sub));
  return isFields(value) && Object.hasOwn(value, sub) ? { [sub]: value[sub] } : {};
}

/** `name.givenName,name.familyName` are two parts of one. */
function joinedParts(before: unknown, value: unknown): unknown {
  return isFields(before) && isFields(value) ? { ...before, ...value } : value;
}

function drop(type: ResourceType, answer: Fields, paths: readonly string[]): Fields {
  let kept: Fields = answer;
  for (const text of paths) {
    const path = attributePath(type, text);
    if (path === undefined || ['id', 'schemas'].includes(path.name)) continue;
    const { extension, name, sub } = path;
    if (extension === undefined) kept = without(kept, name, sub);
    else if (isFields(kept[extension])) kept = { ...kept, [extension]: without(kept[extension], name, sub) };
  }
  return kept;
}

function without(fields: Fields, name: string, sub: string | undefined): Fields {
  const { [name]: value, ...rest } = fields;
  if (sub === undefined || value === undefined) return rest;
  const cut = (element: unknown): unknown => (isFields(element) ? without(element, sub, undefined) : element);
  return { ...rest, [name]: Array.isArray(value) ? value.map(cut) : cut(value) };
}
