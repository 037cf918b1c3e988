import { existsSync, readdirSync } from 'node:fs';

/** Folder of all connectors. */
export const connectorsFolder = new URL('../../connectors/', import.meta.url);

export interface Slugs {
  /** Connectors that can be read with, by slug. */
  readonly finished: readonly string[];
  /** Folders without a connector or without its sandbox. */
  readonly unfinished: readonly string[];
}

/** Which connectors there are, or which of `only`. */
export function findSlugs(only: readonly string[] | undefined): Slugs {
  const folders = readdirSync(connectorsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const slugs = folders
    .map(({ name }) => name)
    .filter((slug) => only === undefined || only.includes(slug))
    .sort();
  const has = (slug: string): boolean =>
    ['src/index.ts', 'sandbox/index.ts'].every((path) => existsSync(new URL(`${slug}/${path}`, connectorsFolder)));
  return { finished: slugs.filter(has), unfinished: slugs.filter((slug) => !has(slug)) };
}
