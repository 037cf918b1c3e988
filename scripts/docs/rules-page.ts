import { readdirSync, readFileSync } from 'node:fs';
import { root } from './load-connectors.ts';
import { table } from './connector-page.ts';

const folder = 'packages/core/test/plan';

/** Which tests carry which rule id, gathered from their titles. */
export function rulesPage(): string {
  const tests = readdirSync(new URL(`${folder}/`, root)).filter((name) => name.endsWith('.test.ts'));
  const byRule = new Map<string, string[]>();
  for (const name of tests.sort()) {
    for (const title of titlesIn(readFileSync(new URL(`${folder}/${name}`, root), 'utf8'))) {
      const ids = /^((?:[SLJMVTCA]\d )+)/.exec(title)?.[1]?.trim().split(' ') ?? [];
      for (const id of ids)
        byRule.set(id, [
          ...(byRule.get(id) ?? []),
          `${title.replace(/^(?:[SLJMVTCA]\d )+/, '').replaceAll('%s', '…')} (\`${name}\`)`,
        ]);
    }
  }
  const order = 'SLJMVTCA';
  const ids = [...byRule.keys()].sort((a, b) => order.indexOf(a.charAt(0)) - order.indexOf(b.charAt(0)) || a.localeCompare(b));
  return table(
    ['rule', 'tests'],
    ids.map((id) => [id, byRule.get(id)?.join('<br>') ?? '']),
  );
}

function titlesIn(source: string): string[] {
  return [...source.matchAll(/\(\s*(['"`])((?:[SLJMVTCA]\d )+[^\n]*?)\1\s*,/g)].map((match) => match[2] ?? '');
}
