import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { root } from './load-connectors.ts';

/** The part `## Quirks` of a connector's README, as it is written for a page in `docs`; null where there is none. */
export function quirksOf(folder: string): string | null {
  const readme = new URL(`${folder}/README.md`, root);
  if (!existsSync(readme)) return null;
  const [, part] = readFileSync(readme, 'utf8').split(/^## Quirks$/m);
  const text = part?.split(/^## /m)[0]?.trim();
  if (text === undefined || text === '') return null;
  return text.replaceAll(
    /\]\((?!#|[a-z]+:)([^)\s]+)\)/g,
    (_, path: string) => `](${posix.relative('docs', posix.join(folder, path))})`,
  );
}
