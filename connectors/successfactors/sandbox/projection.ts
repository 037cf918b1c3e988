import { model } from './model.ts';
import { origin } from './token.ts';

export type WireRow = Readonly<Record<string, unknown>>;

/** Paths of `$select` or `$expand` as a tree; a leaf of `$select` that is a navigation means all of its properties. */
type Tree = ReadonlyMap<string, Tree>;

export function treeOf(paths: string | null): Tree | undefined {
  if (paths === null || paths === '') return undefined;
  const root = new Map<string, Tree>();
  for (const path of paths.split(',')) {
    let node = root;
    for (const name of path.trim().split('/')) {
      const child = (node.get(name) as typeof node | undefined) ?? new Map<string, Tree>();
      node.set(name, child);
      node = child;
    }
  }
  return root;
}

/** The first name that the entity does not have, as the vendor says it. */
export function unknownName(entity: string, tree: Tree | undefined): string | undefined {
  const { properties = {}, navigations = {} } = model[entity] ?? {};
  for (const [name, below] of tree ?? []) {
    const target = navigations[name];
    if (properties[name] === undefined && target === undefined) return `${entity}/${name}`;
    const deeper = target === undefined ? undefined : unknownName(target.replace('[]', ''), below);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

interface Projection {
  readonly select: Tree | undefined;
  readonly expand: Tree | undefined;
}

/** One row with what was selected; navigations that are not expanded are links. */
export function project(entity: string, row: WireRow, { select, expand }: Projection): WireRow {
  const chosen = select === undefined || select.size === 0 ? undefined : select;
  const { properties = {}, navigations = {} } = model[entity] ?? {};
  const uri = `${origin}:443/odata/v2/${entity}('${String(Object.values(row)[0])}')`;
  const wire: Record<string, unknown> = { __metadata: { uri, type: `SFOData.${entity}` } };
  for (const name of Object.keys(properties)) if (chosen?.has(name) !== false) wire[name] = row[name] ?? null;
  for (const [name, target] of Object.entries(navigations)) {
    if (chosen?.has(name) === false) continue;
    const below = { select: chosen?.get(name), expand: expand?.get(name) };
    const type = target.replace('[]', '');
    if (below.expand === undefined) wire[name] = { __deferred: { uri: `${uri}/${name}` } };
    else if (target.endsWith('[]')) wire[name] = { results: rowsOf(row[name]).map((each) => project(type, each, below)) };
    else wire[name] = isRow(row[name]) ? project(type, row[name], below) : null;
  }
  return wire;
}

function rowsOf(value: unknown): readonly WireRow[] {
  return Array.isArray(value) ? (value as readonly WireRow[]) : [];
}

function isRow(value: unknown): value is WireRow {
  return typeof value === 'object' && value !== null;
}
