import { isFields, type Fields } from '../fields.ts';
import type { Attribute } from '../schema/attribute.ts';
import { attributeNamed } from '../schema/attribute.ts';
import { coreAttribute, extensionOf, type ResourceType } from '../schema/resource-type.ts';
import { badRequest } from '../scim-error.ts';
import { readValue } from './read-value.ts';

/**
 * A resource as it was sent, as it is kept. What is ours (`id`, `meta`, `groups`) and passwords are left out; so is what no
 * schema describes. Extensions of the customer's own are kept: their texts become custom fields.
 * @throws ScimError 400
 */
export function readResource(type: ResourceType, body: unknown): Fields {
  if (!isFields(body)) throw badRequest('invalidSyntax', 'the body is no JSON object');
  const read: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(body)) {
    if (key.includes(':')) Object.assign(read, readExtension(type, key, value));
    else Object.assign(read, readMember(coreAttribute(type, key), value));
  }
  const name = read[type.nameAttribute];
  if (typeof name !== 'string' || name.trim() === '')
    throw badRequest('invalidValue', `${type.nameAttribute} is required and must be a text`);
  return read;
}

export function isKept({ mutability }: Attribute): boolean {
  return mutability !== 'readOnly' && mutability !== 'writeOnly';
}

function readMember(attribute: Attribute | undefined, value: unknown): Fields {
  return attribute === undefined || !isKept(attribute) ? {} : { [attribute.name]: readValue(attribute, value) };
}

function readExtension(type: ResourceType, urn: string, value: unknown): Fields {
  if (urn.toLowerCase() === type.core.id.toLowerCase() || !isFields(value)) return {};
  const schema = extensionOf(type, urn);
  if (schema === undefined) return isOwnExtension(urn) ? { [urn]: readSimple(value) } : {};
  const read: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const attribute = attributeNamed(schema.attributes, key);
    if (attribute !== undefined) read[attribute.name] = readValue(attribute, inner, `${schema.id}:${attribute.name}`);
  }
  return { [schema.id]: read };
}

// Also met: a misspelt enterprise URN, and Microsoft's own of groups. Neither is anybody's own extension.
const notOwn = /^urn:ietf:params:scim:|^http:\/\/schemas\.microsoft\.com\//i;

export function isOwnExtension(urn: string): boolean {
  return urn.toLowerCase().startsWith('urn:') && !notOwn.test(urn);
}

const mostOwn = 100;

/** Of an extension that nobody describes only what is simple can be understood. */
function readSimple(value: Fields): Fields {
  const simple = Object.entries(value).filter(([, inner]) => isSimple(inner) || (Array.isArray(inner) && inner.every(isSimple)));
  return Object.fromEntries(simple.slice(0, mostOwn));
}

export function isSimple(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
