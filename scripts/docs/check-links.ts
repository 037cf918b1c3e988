import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './load-connectors.ts';
import { anchorsOf, linksOf, type MarkdownLink } from './markdown-links.ts';

// Every relative link of the markdown pages leads to something that is there, and every #anchor to a heading.
const folder = fileURLToPath(root);
const groups = ['*.md', 'docs/**/*.md', '{packages,connectors,examples}/*/*.md', '{connectors,packages}/*/test/**/SOURCE.md'];
const exclude = (path: string): boolean => /node_modules|^docs\/(?:api|public-api)(?:\/|$)/.test(path.replaceAll('\\', '/'));
const pages = globSync(groups, { cwd: folder, exclude }).sort();
const anchors = new Map<string, ReadonlySet<string>>();
const broken = pages.flatMap((page) =>
  linksOf(readFileSync(join(folder, page), 'utf8')).flatMap((link) => problemOf(page, link)),
);

for (const problem of broken) process.stderr.write(`${problem}\n`);
if (broken.length > 0) process.exitCode = 1;
else process.stdout.write(`the links of ${String(pages.length)} pages lead somewhere\n`);

function problemOf(page: string, { target, line }: MarkdownLink): readonly string[] {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return [];
  const [path = '', anchor] = decodeURI(target).split('#');
  const file = path === '' ? join(folder, page) : join(folder, dirname(page), path);
  const where = `${page}:${String(line)}: ${target}`;
  if (!existsSync(file)) return [`${where} is not there`];
  if (anchor === undefined || !file.endsWith('.md')) return [];
  return anchorsIn(file).has(anchor) ? [] : [`${where}: ${relative(folder, file)} has no such heading`];
}

function anchorsIn(file: string): ReadonlySet<string> {
  const known = anchors.get(file) ?? anchorsOf(readFileSync(file, 'utf8'));
  anchors.set(file, known);
  return known;
}
