import { isObject, listOf, objectOf, textOf, type JsonObject } from '../json.ts';
import type { VendorDocument } from './vendor-document.ts';

/** Who wrote the body: members that are `readOnly` come only in answers, `writeOnly` ones only in requests. */
export type Side = 'request' | 'answer';

const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
/** Keys whose members are schemas by name: a member called `nullable` or `required` is a schema there, no keyword. */
const nameMaps = ['properties', 'patternProperties', 'definitions', '$defs', 'schemas'];
/** Sample values, in which nothing is a keyword. */
const samples = ['example', 'examples', 'default', 'enum', 'const'];

/**
 * The document with every schema said as JSON Schema says it: `nullable`, boolean bounds, siblings of `$ref` and types
 * that there are not. Nothing moves, so that pointers into the document stay good.
 */
export function prepareSchemas({ content, version }: VendorDocument, side: Side): JsonObject {
  const toSchema = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(toSchema);
    if (!isObject(value)) return value;
    const walked = Object.entries(value).map(([key, child]) => {
      if (samples.includes(key)) return [key, child];
      if (!nameMaps.includes(key) || !isObject(child)) return [key, toSchema(child)];
      return [key, Object.fromEntries(Object.entries(child).map(([name, schema]) => [name, toSchema(schema)]))];
    });
    return toKeywords(Object.fromEntries(walked) as JsonObject, version, side);
  };
  return toSchema(content) as JsonObject;
}

function toKeywords(schema: JsonObject, version: VendorDocument['version'], side: Side): JsonObject {
  const result: Record<string, unknown> = { ...schema };
  const reference = textOf(schema['$ref']);
  if (reference !== undefined && version === '3.0') {
    // Beside a reference nothing counted in the older dialect, yet `nullable` is meant wherever it stands there.
    return schema['nullable'] === true ? { anyOf: [{ type: 'null' }, { $ref: reference }] } : { $ref: reference };
  }
  onlyKnownTypes(result);
  numericLimits(result);
  numericBounds(result);
  onlyGoodPattern(result);
  requiredOnSide(result, side);
  // Vendors write oneOf where they mean "one of these forms"; that a value fits two of them is no fault of the value.
  if (Array.isArray(result['oneOf']) && result['anyOf'] === undefined) {
    result['anyOf'] = result['oneOf'];
    delete result['oneOf'];
  }
  if (schema['nullable'] === true) allowNull(result);
  delete result['nullable'];
  return result;
}

function onlyKnownTypes(schema: Record<string, unknown>): void {
  const { type } = schema;
  if (type === undefined || isObject(type)) return;
  const known = (Array.isArray(type) ? (type as readonly unknown[]) : [type]).filter((each) => types.includes(String(each)));
  if (known.length === 0) delete schema['type'];
  else schema['type'] = known.length === 1 ? known[0] : known;
}

const limits = [
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'multipleOf',
];

/** Hand-written documents have limits as texts. */
function numericLimits(schema: Record<string, unknown>): void {
  for (const limit of limits) {
    const value = schema[limit];
    if (typeof value === 'string') schema[limit] = value.trim() === '' || Number.isNaN(Number(value)) ? undefined : Number(value);
  }
}

function numericBounds(schema: Record<string, unknown>): void {
  for (const [bound, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (typeof schema[exclusive] !== 'boolean') continue;
    // Keywords that are undefined count as absent.
    Object.assign(schema, schema[exclusive] ? { [exclusive]: schema[bound], [bound]: undefined } : { [exclusive]: undefined });
  }
}

function onlyGoodPattern(schema: Record<string, unknown>): void {
  if (typeof schema['pattern'] !== 'string') return;
  try {
    new RegExp(schema['pattern']);
  } catch {
    delete schema['pattern'];
  }
}

function requiredOnSide(schema: Record<string, unknown>, side: Side): void {
  const { required } = schema;
  if (required === undefined || isObject(required)) return;
  const elsewhere = side === 'request' ? 'readOnly' : 'writeOnly';
  const properties = objectOf(schema['properties']);
  const names = listOf(required).filter((name) => objectOf(properties[String(name)])[elsewhere] !== true);
  if (names.length > 0) schema['required'] = [...new Set(names)];
  else delete schema['required'];
}

function allowNull(schema: Record<string, unknown>): void {
  const { type, enum: choices, allOf, anyOf } = schema;
  if (type !== undefined) schema['type'] = [...new Set([...(Array.isArray(type) ? (type as unknown[]) : [type]), 'null'])];
  if (Array.isArray(choices) && !choices.includes(null)) schema['enum'] = [...(choices as unknown[]), null];
  if (Array.isArray(anyOf)) schema['anyOf'] = [{ type: 'null' }, ...(anyOf as unknown[])];
  if (Array.isArray(allOf)) {
    delete schema['allOf'];
    const either = { anyOf: [{ type: 'null' }, { allOf: allOf as unknown[] }] };
    if (schema['anyOf'] === undefined) schema['anyOf'] = either.anyOf;
    else schema['allOf'] = [either];
  }
}
