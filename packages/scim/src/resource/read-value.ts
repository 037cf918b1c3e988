import { isFields, type Fields } from '../fields.ts';
import { asBoolean } from '../filter/match-filter.ts';
import { attributeNamed, type Attribute } from '../schema/attribute.ts';
import { badRequest } from '../scim-error.ts';

// As many as anybody has; a group may have very many members.
const mostElements = 100_000;

/**
 * A value as it is kept: names of attributes in the schema's spelling, booleans and texts as such whatever they were sent
 * as, and a list where a list belongs. `null` says that there is none, and is kept: it is not the same as not saying anything.
 * @throws ScimError 400 `invalidValue`, naming the attribute
 */
export function readValue(attribute: Attribute, value: unknown, path = attribute.name): unknown {
  if (value === null || value === undefined) return null;
  if (attribute.multiValued !== true) return readOne(attribute, value, path);
  const elements: readonly unknown[] = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  if (elements.length > mostElements) throw invalid(path, `has more than ${String(mostElements)} elements`);
  return elements.filter((element) => element !== null).map((element) => readOne(attribute, element, path));
}

function readOne(attribute: Attribute, value: unknown, path: string): unknown {
  switch (attribute.type) {
    case 'complex':
      return readComplex(attribute, value, path);
    case 'boolean': {
      const read = asBoolean(value);
      if (typeof read === 'boolean') return read;
      throw invalid(path, 'is neither true nor false');
    }
    default:
      // Numbers of employees and of cost centres come as numbers from some.
      if (typeof value === 'number') return String(value);
      if (typeof value === 'string') return value;
      throw invalid(path, 'is no text');
  }
}

function readComplex(attribute: Attribute, value: unknown, path: string): Fields {
  // Some send the bare value: the id of a manager, an address.
  const fields = isFields(value) ? value : oneOf(value, path);
  const read: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(fields)) {
    const sub = attributeNamed(attribute.subAttributes, key);
    if (sub !== undefined) read[sub.name] = readValue(sub, inner, `${path}.${sub.name}`);
  }
  return read;
}

function oneOf(value: unknown, path: string): Fields {
  if (Array.isArray(value) && value.length === 1 && isFields(value[0])) return value[0];
  if (typeof value === 'string' || typeof value === 'number') return { value };
  throw invalid(path, 'is no object');
}

function invalid(path: string, why: string) {
  return badRequest('invalidValue', `${path} ${why}`);
}
