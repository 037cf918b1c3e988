import type { Answers, Path, ValueKind } from '../answers.ts';
import { marked, member, recordOf } from './code.ts';
import { pagingCode } from './paging.ts';
import { shapeOf } from './shape.ts';

/** Values at their paths, as one nested object; leaves are code. */
type Tree = Map<string, Tree | string>;

const zodOf: Readonly<Record<ValueKind, string>> = {
  id: 'vendorId',
  text: 'vendorText',
  cell: 'vendorCell',
  reference: 'vendorReference',
};

/** `src/schema.ts`: the shape of one record, and of the page around it. */
export function schemaFile(answers: Answers): string {
  const { name, slug, paging, document } = answers;
  const { fields, items } = shapeOf(answers);
  const record = recordOf(slug);
  const kinds = [...new Set([...fields.map(({ kind }) => zodOf[kind]), 'vendorObject'])].toSorted();
  const note =
    document === undefined ? 'the members as the documentation has them' : `looked through once more: read from ${document}`;
  return [
    `import { ${kinds.join(', ')} } from '@rollcall/core';`,
    `import { z } from 'zod';`,
    '',
    `/** What is read of one person of ${name}, and nothing else. */`,
    `//${marked(note).slice(3)}`,
    `export const ${record} = ${objectOf(treeOf(fields.map(({ path, kind }) => [path, zodOf[kind]])), '', [])};`,
    `export type ${record} = z.infer<typeof ${record}>;`,
    ...(paging === 'odata'
      ? []
      : ['', '/** One page: records are judged one by one, by their own shape. */', ...pageLines(answers, items)]),
    '',
  ].join('\n');
}

function pageLines(answers: Answers, items: Path): readonly string[] {
  if (items.length === 0) return ['export const Page = z.array(z.unknown());'];
  const members = pagingCode(answers).members.map(([path, kind]) => {
    return [path, kind === 'text' ? 'z.string().nullish()' : 'z.number().nullish()'] as const;
  });
  return [`export const Page = ${objectOf(treeOf([[items, 'z.array(z.unknown())'], ...members]), '', items)};`];
}

function treeOf(leaves: readonly (readonly [Path, string])[]): Tree {
  const tree: Tree = new Map();
  for (const [path, code] of leaves) {
    let node = tree;
    for (const name of path.slice(0, -1)) {
      const child = node.get(name);
      const next: Tree = child instanceof Map ? child : new Map<string, Tree | string>();
      node.set(name, next);
      node = next;
    }
    const last = path.at(-1);
    if (last !== undefined && !(node.get(last) instanceof Map)) node.set(last, code);
  }
  return tree;
}

const widest = 100;

/** A part that leads to `needed` has to be there; any other may be missing. */
function objectOf(tree: Tree, indent: string, needed: Path): string {
  const members = [...tree].map(
    ([name, child]) => `${member(name)}: ${typeof child === 'string' ? child : partOf(name, child, indent, needed)}`,
  );
  const line = `vendorObject({ ${members.join(', ')} })`;
  if (indent !== '' && line.length + indent.length <= widest && !line.includes('\n')) return line;
  return `vendorObject({\n${members.map((text) => `${indent}  ${text},\n`).join('')}${indent}})`;
}

function partOf(name: string, child: Tree, indent: string, needed: Path): string {
  if (needed[0] === name) return objectOf(child, `${indent}  `, needed.slice(1));
  return `${objectOf(child, `${indent}  `, [])}.nullish()`;
}
