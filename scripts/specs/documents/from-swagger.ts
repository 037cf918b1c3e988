import { atPointer, isObject, listOf, objectOf, textOf, type JsonObject } from '../json.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Swagger 2.0 as OpenAPI 3. Definitions stay where they are, so that references keep leading to them. */
export function fromSwagger(content: JsonObject): JsonObject {
  const paths = Object.entries(objectOf(content['paths'])).map(([path, item]) => [path, toPathItem(content, objectOf(item))]);
  const host = textOf(content['host']) ?? '{host}';
  return {
    ...content,
    openapi: '3.0.0',
    servers: [{ url: `https://${host}${textOf(content['basePath'])?.replace(/\/$/, '') ?? ''}` }],
    paths: Object.fromEntries(paths) as JsonObject,
    components: { securitySchemes: content['securityDefinitions'] },
  };
}

function toPathItem(content: JsonObject, item: JsonObject): JsonObject {
  const shared = listOf(item['parameters']);
  const operations = Object.entries(item)
    .filter(([method]) => methods.includes(method))
    .map(([method, operation]) => [method, toOperation(content, objectOf(operation), shared)]);
  return Object.fromEntries(operations) as JsonObject;
}

function toOperation(content: JsonObject, operation: JsonObject, shared: readonly unknown[]): JsonObject {
  const own = listOf(operation['parameters']).map((each) => resolve(content, each));
  const all = [...shared.map((each) => resolve(content, each)), ...own];
  const body = all.find((each) => each['in'] === 'body');
  const fields = all.filter((each) => each['in'] === 'formData');
  const consumes = textsOf(operation['consumes'] ?? content['consumes'], ['application/json']);
  const formTypes = consumes.filter((type) => type.includes('form'));
  return {
    parameters: all.filter((each) => each['in'] !== 'body' && each['in'] !== 'formData').map(toParameter),
    ...(body !== undefined && {
      requestBody: { required: body['required'] === true, content: contentOf(consumes, body['schema']) },
    }),
    ...(fields.length > 0 && {
      requestBody: {
        required: fields.some((each) => each['required'] === true),
        content: contentOf(formTypes.length > 0 ? formTypes : ['application/x-www-form-urlencoded'], toForm(fields)),
      },
    }),
    responses: toResponses(content, operation),
  };
}

function toParameter({ name, in: place, required, collectionFormat, ...schema }: JsonObject): JsonObject {
  return { name, in: place, required, schema, explode: collectionFormat === 'multi' };
}

function toForm(fields: readonly JsonObject[]): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ name, in: _place, required: _required, ...schema }) => [String(name), schema])),
    required: fields.filter(({ required }) => required === true).map(({ name }) => name),
  };
}

function toResponses(content: JsonObject, operation: JsonObject): JsonObject {
  const produces = textsOf(operation['produces'] ?? content['produces'], ['application/json']);
  return Object.fromEntries(
    Object.entries(objectOf(operation['responses'])).map(([status, response]) => {
      const { schema } = resolve(content, response);
      return [status, schema === undefined ? {} : { content: contentOf(produces, schema) }];
    }),
  );
}

function contentOf(types: readonly string[], schema: unknown): JsonObject {
  return Object.fromEntries(types.map((type) => [type, { schema }]));
}

function textsOf(value: unknown, otherwise: readonly string[]): readonly string[] {
  const texts = listOf(value).filter((each) => typeof each === 'string');
  return texts.length > 0 ? texts : otherwise;
}

function resolve(content: JsonObject, value: unknown): JsonObject {
  const reference = isObject(value) ? textOf(value['$ref']) : undefined;
  return reference === undefined ? objectOf(value) : resolve(content, atPointer(content, reference));
}
