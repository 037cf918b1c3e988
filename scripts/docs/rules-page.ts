import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './load-connectors.ts';

/** Every rule there is: a letter, and how many of them it has. */
const ruleCounts = { S: 9, L: 7, J: 3, M: 4, V: 7, T: 9, C: 9, A: 5 } as const;

// The suites of packages/testing are tests too: whoever implements a store or a directory runs them.
const places = ['{packages,connectors,examples}/*/test/**/*.test.ts', 'packages/testing/src/**/*.ts', 'scripts/**/*.test.ts'];

/** Which tests carry which rule's id, and the rules that no test carries. */
export interface RulesPage {
  readonly page: string;
  readonly untested: readonly string[];
}

/** Gathered from the titles of all tests: `test('S5 L2 …')` proves S5 and L2. */
export function rulesPage(): RulesPage {
  const byRule = new Map(allRules().map((rule) => [rule, new Map<string, number>()]));
  for (const file of testFiles()) {
    for (const rule of rulesIn(readFileSync(new URL(file, root), 'utf8'))) {
      const files = byRule.get(rule);
      if (files === undefined) throw new TypeError(`${file} names ${rule}, and there is no such rule`);
      files.set(file, (files.get(file) ?? 0) + 1);
    }
  }
  return {
    page: [...byRule].map(([rule, files]) => line(rule, files)).join('\n'),
    untested: [...byRule].flatMap(([rule, { size }]) => (size === 0 ? [rule] : [])),
  };
}

function allRules(): string[] {
  return Object.entries(ruleCounts).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, index) => `${letter}${String(index + 1)}`),
  );
}

function testFiles(): string[] {
  const exclude = (path: string): boolean => path.includes('node_modules');
  return globSync(places, { cwd: fileURLToPath(root), exclude })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** One entry for each test and rule. */
function rulesIn(source: string): string[] {
  const titles = source.matchAll(/\(\s*['"`]((?:[SLJMVTCA]\d )+)/g);
  return [...titles].flatMap(([, ids]) => [...new Set(ids?.trim().split(' '))]);
}

function line(rule: string, files: ReadonlyMap<string, number>): string {
  if (files.size === 0) return `- **${rule}**: no test yet`;
  const count = files.values().reduce((sum, more) => sum + more, 0);
  const links = [...files.keys()].map((file) => `[${label(file)}](../${file})`);
  return `- **${rule}** (${String(count)}): ${links.join(', ')}`;
}

/** The package and the file, without what all of them have: `core/scope`. */
function label(file: string): string {
  const name = basename(file).replace(/(?:\.test)?\.ts$/, '');
  return `${file.split('/')[1] ?? ''}/${name}`;
}
