import type { Fields } from '../fields.ts';
import type { Attribute, Schema } from '../schema/attribute.ts';
import { resourceTypes, type ResourceType } from '../schema/resource-type.ts';
import { ScimError } from '../scim-error.ts';
import { answer, listAnswer } from './answers.ts';
import { mostAtOnce } from './list-query.ts';

/** RFC 7643 §5. */
export function serviceProviderConfig(baseUrl: string): Response {
  return answer({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: mostAtOnce },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: true },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: 'The token that was made for this connection.',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` },
  });
}

/** RFC 7643 §6. */
export function resourceTypeAnswer(baseUrl: string, name: string | undefined): Response {
  const all = resourceTypes.map((type) => describeType(type, baseUrl));
  return oneOrAll(all, name, ({ id }) => id);
}

/** RFC 7643 §7. */
export function schemaAnswer(baseUrl: string, id: string | undefined): Response {
  const schemas = resourceTypes.flatMap(({ core, extensions }) => [core, ...extensions]);
  return oneOrAll(
    schemas.map((schema) => describeSchema(schema, baseUrl)),
    id,
    (schema) => schema.id,
  );
}

function oneOrAll<Item extends Fields>(all: readonly Item[], id: string | undefined, idOf: (item: Item) => unknown): Response {
  if (id === undefined) return listAnswer({ total: all.length, startIndex: 1, resources: all });
  const one = all.find((item) => idOf(item) === id);
  if (one === undefined) throw new ScimError(404, 'there is no such description');
  return answer(one);
}

function describeType({ name, path, core, extensions }: ResourceType, baseUrl: string) {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: name,
    name,
    endpoint: path,
    description: core.description,
    schema: core.id,
    schemaExtensions: extensions.map(({ id }) => ({ schema: id, required: false })),
    meta: { resourceType: 'ResourceType', location: `${baseUrl}/ResourceTypes/${name}` },
  };
}

function describeSchema({ id, name, description, attributes }: Schema, baseUrl: string) {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    id,
    name,
    description,
    attributes: attributes.map(describeAttribute),
    meta: { resourceType: 'Schema', location: `${baseUrl}/Schemas/${id}` },
  };
}

function describeAttribute(attribute: Attribute): Fields {
  const { name, type, description, multiValued = false, required = false, caseExact = false } = attribute;
  const { mutability = 'readWrite', returned = 'default', uniqueness = 'none', canonicalValues = [], subAttributes } = attribute;
  return {
    name,
    type,
    description,
    multiValued,
    required,
    caseExact,
    mutability,
    returned,
    uniqueness,
    ...(canonicalValues.length > 0 && { canonicalValues }),
    ...(subAttributes !== undefined && { subAttributes: subAttributes.map(describeAttribute) }),
  };
}
