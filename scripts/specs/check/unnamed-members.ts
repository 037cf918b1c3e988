import type { VendorDocument } from '../documents/vendor-document.ts';
import { atPointer, isObject, listOf, textOf, type JsonObject } from '../json.ts';

/** A member of an answer that the document does not name. */
export interface UnnamedMember {
  readonly operation: string;
  readonly path: string;
}

/** Collects members that a schema with named members does not name. A schema that names none lets anything in. */
export class UnnamedMembers {
  readonly #found = new Map<string, UnnamedMember>();

  add(operation: string, body: unknown, { content }: VendorDocument, pointer: string): void {
    const visit = (value: unknown, schemas: readonly JsonObject[], path: string): void => {
      const all = schemas.flatMap((schema) => branchesOf(content, schema));
      if (Array.isArray(value)) {
        const items = all.map(({ items: each }) => each).filter(isObject);
        if (items.length > 0) for (const item of value as readonly unknown[]) visit(item, items, `${path}[]`);
      } else if (isObject(value)) {
        for (const [name, member] of Object.entries(value)) {
          const named = all.map(({ properties }) => (isObject(properties) ? properties[name] : undefined)).filter(isObject);
          const open = all.map(({ additionalProperties }) => additionalProperties).filter(isObject);
          const next = `${path}.${/\d{3,}|@/.test(name) ? '*' : name}`;
          if (named.length > 0) visit(member, named, next);
          else if (open.length > 0) visit(member, open, `${path}.*`);
          else if (all.some(({ properties }) => isObject(properties) && Object.keys(properties).length > 0))
            this.#found.set(`${operation} ${next}`, { operation, path: next });
        }
      }
    };
    const schema = atPointer(content, pointer);
    if (isObject(schema)) visit(body, [schema], '$');
  }

  list(): readonly UnnamedMember[] {
    return [...this.#found.values()];
  }
}

/** A schema and all that its references and alternatives may say. */
function branchesOf(content: JsonObject, schema: JsonObject, seen = new Set<JsonObject>()): readonly JsonObject[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const reference = textOf(schema['$ref']);
  const target = reference?.startsWith('#/') === true ? atPointer(content, reference) : undefined;
  const parts = [target, ...listOf(schema['allOf']), ...listOf(schema['anyOf']), ...listOf(schema['oneOf'])].filter(isObject);
  return [schema, ...parts.flatMap((part) => branchesOf(content, part, seen))];
}
