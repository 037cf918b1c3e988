import { isObject, objectOf, textOf, type JsonObject } from '../json.ts';

/** A Google discovery document as OpenAPI 3. */
export function fromDiscovery(content: JsonObject): JsonObject {
  const common = toParameters(objectOf(content['parameters']));
  const paths: Record<string, Record<string, unknown>> = {};
  for (const method of methodsOf(content)) {
    const path = `/${textOf(content['servicePath']) ?? ''}${textOf(method['path']) ?? ''}`;
    const operation = {
      parameters: [...toParameters(objectOf(method['parameters'])), ...common],
      ...(method['request'] !== undefined && {
        requestBody: { required: true, content: { 'application/json': { schema: toSchema(method['request']) } } },
      }),
      responses: {
        200:
          method['response'] === undefined ? {} : { content: { 'application/json': { schema: toSchema(method['response']) } } },
      },
    };
    const item = (paths[path] ??= {});
    item[(textOf(method['httpMethod']) ?? 'GET').toLowerCase()] = operation;
  }
  const schemas = Object.entries(objectOf(content['schemas'])).map(([name, schema]) => [name, toSchema(schema)]);
  return {
    openapi: '3.0.0',
    servers: [{ url: textOf(content['rootUrl'])?.replace(/\/$/, '') }],
    paths,
    components: { schemas: Object.fromEntries(schemas) as JsonObject },
  };
}

function methodsOf(resource: JsonObject): readonly JsonObject[] {
  const own = Object.values(objectOf(resource['methods'])).map(objectOf);
  return [...own, ...Object.values(objectOf(resource['resources'])).flatMap((each) => methodsOf(objectOf(each)))];
}

function toParameters(parameters: JsonObject): readonly JsonObject[] {
  return Object.entries(parameters).map(([name, value]) => {
    const { location, required, repeated, ...rest } = objectOf(value);
    const schema = toSchema(rest);
    return {
      name,
      in: location,
      required: required === true,
      schema: repeated === true ? { type: 'array', items: schema } : schema,
    };
  });
}

/** References are bare names there, `id` names the schema and `any` is a type. */
function toSchema(value: unknown): unknown {
  if (!isObject(value)) return value;
  const reference = textOf(value['$ref']);
  if (reference !== undefined) return { $ref: `#/components/schemas/${reference}` };
  const { type, format, enum: choices, items, properties, additionalProperties } = value;
  return {
    ...(type !== 'any' && type !== undefined && { type }),
    ...(format !== undefined && { format }),
    ...(choices !== undefined && { enum: choices }),
    ...(items !== undefined && { items: toSchema(items) }),
    ...(additionalProperties !== undefined && { additionalProperties: toSchema(additionalProperties) }),
    ...(isObject(properties) && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, toSchema(schema)])),
    }),
  };
}
