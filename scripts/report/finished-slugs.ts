import { existsSync, readdirSync } from 'node:fs';

/** Folder of all connectors. */
export const connectorsFolder = new URL('../../connectors/', import.meta.url);

export interface Slugs {
  /** Connectors that ask a vendor, with a sandbox of it, by slug. */
  readonly finished: readonly string[];
  /** Connectors that ask nobody: people are pushed there, or come as a file. */
  readonly unasked: readonly string[];
  /** Folders without a connector. */
  readonly unfinished: readonly string[];
}

/** Which connectors there are, or which of `only`. */
export function findSlugs(only: readonly string[] | undefined): Slugs {
  const folders = readdirSync(connectorsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const slugs = folders
    .map(({ name }) => name)
    .filter((slug) => only === undefined || only.includes(slug))
    .sort();
  const has = (slug: string, path: string): boolean => existsSync(new URL(`${slug}/${path}`, connectorsFolder));
  const written = slugs.filter((slug) => has(slug, 'src/index.ts'));
  return {
    finished: written.filter((slug) => has(slug, 'sandbox/index.ts')),
    unasked: written.filter((slug) => !has(slug, 'sandbox/index.ts')),
    unfinished: slugs.filter((slug) => !written.includes(slug)),
  };
}
