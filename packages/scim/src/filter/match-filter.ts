import { isFields, ownMember, type Fields } from '../fields.ts';
import { attributeNamed, type Attribute } from '../schema/attribute.ts';
import { attributePath, type AttributePath } from '../schema/attribute-path.ts';
import type { ResourceType } from '../schema/resource-type.ts';
import { badRequest } from '../scim-error.ts';
import type { Filter } from './parse-filter.ts';

/** Does a resource, as it is answered, match (RFC 7644 §3.4.2.2)? */
export function matchesFilter(type: ResourceType, filter: Filter, resource: Fields): boolean {
  return matches(filter, (path) => {
    const found = attributePath(type, path);
    if (found === undefined) throw badRequest('invalidFilter', 'the filter names something that is no attribute');
    const { extension, name, attribute, sub, subAttribute } = found;
    const holder = extension === undefined ? resource : resource[extension];
    return read(holder, { name, attribute, sub, subAttribute });
  });
}

/** Does one element of a list match what stands in brackets? */
export function matchesElement(attribute: Attribute | undefined, filter: Filter, element: unknown): boolean {
  return matches(filter, (path) => {
    const [name = '', sub] = path.split('.');
    const found = attributeNamed(attribute?.subAttributes, name);
    return read(element, { name: found?.name ?? name, attribute: found, sub, subAttribute: undefined });
  });
}

/** The values at a path, all of a list, and how they compare. */
interface Found {
  readonly values: readonly unknown[];
  /** Of the values. */
  readonly compared: Attribute | undefined;
  /** The elements themselves, for what stands in brackets. */
  readonly elements: readonly unknown[];
  readonly attribute: Attribute | undefined;
}

type Wanted = Pick<AttributePath, 'name' | 'attribute' | 'sub' | 'subAttribute'>;

function read(holder: unknown, { name, attribute, sub, subAttribute }: Wanted): Found {
  const value = ownMember(holder, name);
  const elements = Array.isArray(value) ? (value as readonly unknown[]) : value == null ? [] : [value];
  // Of a complex attribute its value is meant (RFC 7644 §3.4.2.2: `emails co "example.com"`).
  const key = sub ?? 'value';
  const values = elements.flatMap((element): readonly unknown[] => {
    if (isFields(element)) return Object.hasOwn(element, key) ? [element[key]] : [];
    return sub === undefined ? [element] : [];
  });
  const own = attribute?.type === 'complex' ? attributeNamed(attribute.subAttributes, key) : attribute;
  return { values, compared: sub === undefined ? own : subAttribute, elements, attribute };
}

function matches(filter: Filter, find: (path: string) => Found): boolean {
  switch (filter.op) {
    case 'and':
      return filter.filters.every((inner) => matches(inner, find));
    case 'or':
      return filter.filters.some((inner) => matches(inner, find));
    case 'not':
      return !matches(filter.filter, find);
    case '[]': {
      const { elements, attribute } = find(filter.attrPath);
      return elements.some((element) => matchesElement(attribute, filter.valFilter, element));
    }
    case 'pr': {
      const { values, elements } = find(filter.attrPath);
      return [...values, ...elements].some(isPresent);
    }
    default:
      return compare(filter, find(filter.attrPath));
  }
}

type Comparison = Extract<Filter, { readonly compValue: unknown }>;

function compare({ op, compValue }: Comparison, { values, compared }: Found): boolean {
  const fold = foldOf(compared);
  const wanted = fold(compValue);
  // Nothing is there: it equals null and differs from everything else.
  const present = values.filter((value) => value != null).map(fold);
  if (op === 'eq') return wanted === null ? present.length === 0 : present.includes(wanted);
  if (op === 'ne') return wanted === null ? present.length > 0 : !present.includes(wanted);
  return present.some((value) => holds(op, value, wanted));
}

function holds(op: Comparison['op'], value: unknown, wanted: unknown): boolean {
  if (typeof value === 'string' && typeof wanted === 'string') {
    if (op === 'co') return value.includes(wanted);
    if (op === 'sw') return value.startsWith(wanted);
    if (op === 'ew') return value.endsWith(wanted);
    return inOrder(op, value, wanted);
  }
  if (typeof value === 'number' && typeof wanted === 'number') return inOrder(op, value, wanted);
  throw badRequest('invalidFilter', `the filter compares by ${op} what has no order`);
}

function inOrder<Value extends string | number>(op: Comparison['op'], value: Value, wanted: Value): boolean {
  if (op === 'gt') return value > wanted;
  if (op === 'ge') return value >= wanted;
  if (op === 'lt') return value < wanted;
  return op === 'le' && value <= wanted;
}

/** How values of an attribute compare: by their instant, exactly, or the same in any case. */
function foldOf(attribute: Attribute | undefined): (value: unknown) => unknown {
  return (value) => {
    if (attribute?.type === 'boolean') return asBoolean(value);
    if (typeof value !== 'string') return value;
    if (attribute?.type === 'dateTime') return new Date(value).getTime();
    return attribute?.caseExact === true ? value : value.normalize('NFC').toLowerCase();
  };
}

/** Some senders quote them. */
export function asBoolean(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const word = value.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : value;
}

function isPresent(value: unknown): boolean {
  if (value == null || value === '') return false;
  if (Array.isArray(value)) return value.some(isPresent);
  return !isFields(value) || Object.values(value).some(isPresent);
}
