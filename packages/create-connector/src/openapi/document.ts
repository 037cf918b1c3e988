import { isObject, listAt, memberOf, objectAt, type Json } from './json.ts';

// Documents of real vendors stay far below; a hostile one must come to an end.
const mostSteps = 200_000;
const deepest = 12;

/** A member of an object as its schema describes it. */
export interface Property {
  readonly name: string;
  readonly schema: Json;
}

/** Looks things up in one document: `$ref` within it, `allOf` taken together, of alternatives the first. */
export class Document {
  readonly root: Json;
  #steps = 0;

  constructor(root: Json) {
    this.root = root;
  }

  /** Follows references; undefined for one that leads out of the document, nowhere, or round in a circle. */
  resolve(value: unknown): Json | undefined {
    const seen = new Set<string>();
    let found: unknown = value;
    for (;;) {
      this.#steps += 1;
      if (this.#steps > mostSteps || !isObject(found)) return undefined;
      const reference = memberOf(found, '$ref');
      if (typeof reference !== 'string') return found;
      if (seen.has(reference) || !reference.startsWith('#/')) return undefined;
      seen.add(reference);
      found = this.#at(reference);
    }
  }

  #at(reference: string): unknown {
    const parts = reference.slice(2).split('/').map(unescaped);
    let found: unknown = this.root;
    for (const part of parts) found = Array.isArray(found) ? (found as readonly unknown[])[Number(part)] : memberOf(found, part);
    return found;
  }

  /** `array`, `object`, `string`, … ; of several (3.1) the first that is not `null`. */
  typeOf(schema: Json): string | undefined {
    const type = memberOf(schema, 'type');
    const types = Array.isArray(type) ? (type as readonly unknown[]) : [type];
    const found = types.find((entry) => typeof entry === 'string' && entry !== 'null');
    if (typeof found === 'string') return found;
    if (objectAt(schema, 'properties') !== undefined || listAt(schema, 'allOf').length > 0) return 'object';
    return objectAt(schema, 'items') === undefined ? undefined : 'array';
  }

  /** What a schema comes down to: a reference followed, the one part or alternative that is no `null` taken. */
  plain(value: unknown, depth = 0): Json | undefined {
    const schema = this.resolve(value);
    if (schema === undefined || depth > deepest) return schema;
    if (this.typeOf(schema) !== undefined && listAt(schema, 'allOf').length === 0) return schema;
    // Versions before 3.1 write a reference with a description so.
    const [only, ...others] = listAt(schema, 'allOf');
    if (only !== undefined && others.length === 0 && objectAt(schema, 'properties') === undefined)
      return this.plain(only, depth + 1);
    for (const word of ['allOf', 'oneOf', 'anyOf']) {
      const parts = listAt(schema, word).map((part) => this.plain(part, depth + 1));
      const known = parts.filter(
        (part) => part !== undefined && this.typeOf(part) !== undefined && memberOf(part, 'type') !== 'null',
      );
      if (known[0] !== undefined) return word === 'allOf' ? schema : known[0];
    }
    return schema;
  }

  /** All members of an object, those of its parts (`allOf`) included. */
  properties(value: unknown, depth = 0): readonly Property[] {
    const schema = this.plain(value);
    if (schema === undefined || depth > deepest) return [];
    const own = Object.entries(objectAt(schema, 'properties') ?? {}).flatMap(([name, property]) => {
      const found = name === '__proto__' ? undefined : this.plain(property);
      return found === undefined ? [] : [{ name, schema: found }];
    });
    const parts = listAt(schema, 'allOf').flatMap((part) => this.properties(part, depth + 1));
    return [...new Map([...parts, ...own].map((property) => [property.name, property])).values()];
  }
}

function unescaped(part: string): string {
  const plain = part.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
