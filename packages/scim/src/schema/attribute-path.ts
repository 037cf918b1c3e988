import { attributeNamed, type Attribute } from './attribute.ts';
import { coreAttribute, extensionOf, type ResourceType } from './resource-type.ts';

/** Where an attribute is in a resource as we keep it. */
export interface AttributePath {
  /** URN of the extension; undefined for the core schema. */
  readonly extension: string | undefined;
  /** In the schema's own spelling where a schema knows it. */
  readonly name: string;
  /** Undefined for what no schema describes, as in an extension of the customer's own. */
  readonly attribute: Attribute | undefined;
  readonly sub: string | undefined;
  readonly subAttribute: Attribute | undefined;
}

const plainName = /^[A-Za-z$][\w$-]*$/;

/**
 * Reads `name.givenName`, `emails`, `urn:…:User:userName`, `urn:…:enterprise:2.0:User:manager.value`. The URN holds dots
 * and colons: it ends at the last colon. Undefined for what is no path.
 */
export function attributePath(type: ResourceType, text: string): AttributePath | undefined {
  const path = text.trim();
  const colon = path.toLowerCase().startsWith('urn:') ? path.lastIndexOf(':') : -1;
  const urn = path.slice(0, Math.max(colon, 0));
  const [name = '', sub, ...more] = path.slice(colon + 1).split('.');
  if (!plainName.test(name) || more.length > 0 || (sub !== undefined && !plainName.test(sub))) return undefined;
  const isCore = urn === '' || urn.toLowerCase() === type.core.id.toLowerCase();
  const schema = isCore ? undefined : extensionOf(type, urn);
  const attribute = isCore ? coreAttribute(type, name) : attributeNamed(schema?.attributes, name);
  const subAttribute = sub === undefined ? undefined : attributeNamed(attribute?.subAttributes, sub);
  return {
    extension: isCore ? undefined : (schema?.id ?? urn),
    name: attribute?.name ?? name,
    attribute,
    sub: subAttribute?.name ?? sub,
    subAttribute,
  };
}
