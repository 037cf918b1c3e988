import { parseXml } from './parse-xml.ts';
import { xmlAll, xmlAttribute, type XmlNode } from './xml-node.ts';

/** What an OData service says of one of its sets. */
export interface EntitySet {
  readonly name: string;
  /** Property to type, such as `Edm.String`. */
  readonly properties: ReadonlyMap<string, string>;
  readonly navigations: readonly string[];
  readonly keys: readonly string[];
}

interface EntityType {
  readonly element: XmlNode;
  readonly base: string | undefined;
}

/**
 * The sets of an OData service, versions 2 to 4, from its `$metadata` (CSDL). Properties of base types are included.
 * @throws ResponseError `not_xml`.
 */
export function entitySets(metadata: string, vendor: string): ReadonlyMap<string, EntitySet> {
  const schemas = xmlAll(parseXml(metadata, vendor), 'Edmx', 'DataServices', 'Schema');
  const types = new Map<string, EntityType>();
  for (const schema of schemas) {
    for (const element of xmlAll(schema, 'EntityType')) {
      const name = xmlAttribute(element, 'Name');
      if (name === undefined) continue;
      const type = { element, base: xmlAttribute(element, 'BaseType') };
      for (const space of [xmlAttribute(schema, 'Namespace'), xmlAttribute(schema, 'Alias')])
        if (space !== undefined) types.set(`${space}.${name}`, type);
    }
  }
  const sets = new Map<string, EntitySet>();
  for (const element of xmlAll(schemas, 'EntityContainer', 'EntitySet')) {
    const name = xmlAttribute(element, 'Name');
    if (name !== undefined) sets.set(name, { name, ...describe(lineage(types, xmlAttribute(element, 'EntityType'))) });
  }
  return sets;
}

/** A type and what it is derived from, the base first; a circle ends where it closes. */
function lineage(types: ReadonlyMap<string, EntityType>, name: string | undefined): readonly XmlNode[] {
  const line: XmlNode[] = [];
  let type = types.get(name ?? '');
  while (type !== undefined && !line.includes(type.element)) {
    line.unshift(type.element);
    type = types.get(type.base ?? '');
  }
  return line;
}

function describe(line: readonly XmlNode[]): Omit<EntitySet, 'name'> {
  const named = (...path: readonly string[]): string[] =>
    xmlAll(line, ...path).flatMap((element) => xmlAttribute(element, 'Name') ?? []);
  const properties = xmlAll(line, 'Property').flatMap((element) => {
    const name = xmlAttribute(element, 'Name');
    return name === undefined ? [] : [[name, xmlAttribute(element, 'Type') ?? ''] as const];
  });
  return { properties: new Map(properties), navigations: named('NavigationProperty'), keys: named('Key', 'PropertyRef') };
}
