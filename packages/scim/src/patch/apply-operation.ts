import { isFields, ownMember, type Fields } from '../fields.ts';
import { matchesElement } from '../filter/match-filter.ts';
import type { Filter } from '../filter/parse-filter.ts';
import { isKept, isOwnExtension, isSimple } from '../resource/read-resource.ts';
import { readValue } from '../resource/read-value.ts';
import type { ResourceType } from '../schema/resource-type.ts';
import { badRequest } from '../scim-error.ts';
import { patchPath, type PatchPath } from './patch-path.ts';
import type { PatchOperation } from './read-operations.ts';

/**
 * A resource after one operation (RFC 7644 §3.5.2). What is ours, and what no schema describes, is passed over: Okta repeats
 * the id of a group, Entra maps attributes that nobody has.
 * @throws ScimError 400
 */
export function applyOperation(type: ResourceType, resource: Fields, { op, path, value }: PatchOperation): Fields {
  const at = patchPath(type, path);
  const { extension, attribute } = at;
  if (attribute === undefined) return extension === undefined ? resource : ownExtension(resource, at, { op, value });
  if (!isKept(attribute)) return resource;
  const isRequired = at.attribute?.required === true && at.sub === undefined;
  const holder = extension === undefined ? resource : ownMember(resource, extension);
  const next =
    op === 'remove' ? removed(at, ownMember(holder, at.name), value) : written(at, ownMember(holder, at.name), { op, value });
  if (isRequired && isNothing(next)) throw badRequest('mutability', `${at.name} is required and cannot be taken away`);
  return extension === undefined ? { ...resource, [at.name]: next } : withExtension(resource, extension, at.name, next);
}

interface Change {
  readonly op: PatchOperation['op'];
  readonly value: unknown;
}

function withExtension(resource: Fields, extension: string, name: string, value: unknown): Fields {
  const holder = ownMember(resource, extension);
  return { ...resource, [extension]: { ...(isFields(holder) ? holder : {}), [name]: value } };
}

/** An extension of the customer's own: what is simple is taken as it comes. */
function ownExtension(resource: Fields, { extension = '', name, filter, sub }: PatchPath, { op, value }: Change): Fields {
  const isUnderstood = isSimple(value) || (Array.isArray(value) && value.every(isSimple)) || op === 'remove';
  if (!isOwnExtension(extension) || filter !== undefined || sub !== undefined || !isUnderstood) return resource;
  return withExtension(resource, extension, name, op === 'remove' ? null : value);
}

function written(at: PatchPath, before: unknown, { op, value }: Change): unknown {
  const { attribute, filter, sub } = at;
  if (attribute === undefined) return before;
  if (attribute.multiValued === true) {
    const elements = Array.isArray(before) ? (before as readonly unknown[]) : [];
    if (filter !== undefined) return inElements(at, elements, { filter, value });
    if (sub !== undefined) return elements.map((element) => withSub(at, element, sub, value));
    const read = readValue(attribute, value);
    if (op === 'replace' || read === null) return read;
    return joined(elements, read as readonly unknown[]);
  }
  if (filter !== undefined) throw badRequest('invalidPath', `${at.name} is no list`);
  if (sub !== undefined) return withSub(at, before, sub, value);
  const read = readValue(attribute, value);
  // A manager who is set to nothing is nobody, not a manager without an id.
  if (attribute.name === 'manager' && isFields(read) && isNothing(read['value'])) return null;
  // Of a complex attribute those parts are replaced that were sent.
  return isFields(read) && isFields(before) && attribute.name !== 'manager' ? { ...before, ...read } : read;
}

/** Adds what is not there yet; a new preferred element takes the place of the old one (RFC 7644 §3.5.2). */
function joined(elements: readonly unknown[], more: readonly unknown[]): readonly unknown[] {
  const known = new Set(elements.map(keyOf));
  const fresh = more.filter((element) => !known.has(keyOf(element)));
  const hasPrimary = fresh.some((element) => ownMember(element, 'primary') === true);
  const kept = hasPrimary ? elements.map(withoutPrimary) : elements;
  return [...kept, ...fresh];
}

function withoutPrimary(element: unknown): unknown {
  return ownMember(element, 'primary') === true ? { ...(element as Fields), primary: false } : element;
}

function keyOf(element: unknown): string {
  return isFields(element) ? JSON.stringify([element['value'] ?? element, element['type']]) : JSON.stringify(element);
}

/** Of those that match. Where none does one is made as the filter says: Entra sets a work address that is not there yet. */
function inElements(
  at: PatchPath,
  elements: readonly unknown[],
  { filter, value }: { readonly filter: Filter; readonly value: unknown },
): readonly unknown[] {
  const { attribute, sub } = at;
  if (attribute === undefined) return elements;
  const change = (element: unknown): unknown => {
    if (sub !== undefined) return withSub(at, element, sub, value);
    const [read] = [readValue(attribute, value)].flat();
    return isFields(read) && isFields(element) ? { ...element, ...read } : (read ?? element);
  };
  const isMeant = elements.map((element) => matchesElement(attribute, filter, element));
  if (isMeant.includes(true)) return elements.map((element, index) => (isMeant[index] === true ? change(element) : element));
  const made = elementLike(filter);
  if (made === undefined) throw badRequest('noTarget', `no element of ${at.name} matches`);
  return value === null || value === '' ? elements : [...elements, readValue({ ...attribute, multiValued: false }, change(made))];
}

/** What an element must be to match; undefined where the filter says more than what something equals. */
function elementLike(filter: Filter): Fields | undefined {
  if (filter.op === 'eq') return filter.attrPath.includes('.') ? undefined : { [filter.attrPath]: filter.compValue };
  if (filter.op !== 'and') return undefined;
  const parts = filter.filters.map(elementLike);
  return parts.includes(undefined) ? undefined : (Object.assign({}, ...parts) as Fields);
}

function withSub({ attribute, subAttribute, name }: PatchPath, element: unknown, sub: string, value: unknown): unknown {
  if (attribute?.type !== 'complex') throw badRequest('invalidPath', `${name} has no parts`);
  if (subAttribute === undefined) return element ?? null;
  return { ...(isFields(element) ? element : {}), [sub]: readValue(subAttribute, value, `${name}.${sub}`) };
}

function removed(at: PatchPath, before: unknown, value: unknown): unknown {
  const { attribute, filter, sub } = at;
  if (attribute?.multiValued !== true) return sub === undefined ? null : withSub(at, before, sub, null);
  const elements = Array.isArray(before) ? (before as readonly unknown[]) : [];
  if (filter !== undefined) {
    const isMeant = (element: unknown): boolean => matchesElement(attribute, filter, element);
    if (sub === undefined) return elements.filter((element) => !isMeant(element));
    return elements.map((element) => (isMeant(element) ? withSub(at, element, sub, null) : element));
  }
  // Entra names those to be taken out in the value; then the others stay.
  const named = value == null ? [] : (readValue(attribute, value) as readonly unknown[]);
  if (named.length === 0) return [];
  const values = new Set(named.map((element) => ownMember(element, 'value')));
  return elements.filter((element) => !values.has(ownMember(element, 'value')));
}

function isNothing(value: unknown): boolean {
  return value == null || (typeof value === 'string' && value.trim() === '');
}
