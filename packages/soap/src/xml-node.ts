/** An element as it was read: text alone, or attributes (`@name`), children and `#text`. Prefixes are gone: names are local. */
export type XmlNode = string | XmlObject;

export interface XmlObject {
  readonly [name: string]: XmlNode | readonly XmlNode[];
}

/** @inline */
type Nodes = XmlNode | readonly XmlNode[] | undefined;

/** Every element at the end of the path. What comes once and what comes often is read alike. */
export function xmlAll(node: Nodes, ...path: readonly string[]): readonly XmlNode[] {
  let found = toList(node);
  for (const name of path) found = found.flatMap((element) => childrenOf(element, name));
  return found;
}

/** The first element at the end of the path. */
export function xmlFirst(node: Nodes, ...path: readonly string[]): XmlNode | undefined {
  return xmlAll(node, ...path)[0];
}

/** The text of the first element at the end of the path: `''` when the element is empty, undefined when there is none. */
export function xmlText(node: Nodes, ...path: readonly string[]): string | undefined {
  const element = xmlFirst(node, ...path);
  if (element === undefined) return undefined;
  const text = typeof element === 'string' ? element : element['#text'];
  return typeof text === 'string' ? text.trim() : '';
}

/** An attribute of the element itself. */
export function xmlAttribute(node: XmlNode | undefined, name: string): string | undefined {
  const value = typeof node === 'object' && Object.hasOwn(node, `@${name}`) ? node[`@${name}`] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function childrenOf(element: XmlNode, name: string): readonly XmlNode[] {
  return typeof element === 'object' && Object.hasOwn(element, name) ? toList(element[name]) : [];
}

function toList(nodes: Nodes): readonly XmlNode[] {
  if (nodes === undefined) return [];
  return isList(nodes) ? nodes : [nodes];
}

function isList(nodes: XmlNode | readonly XmlNode[]): nodes is readonly XmlNode[] {
  return Array.isArray(nodes);
}
