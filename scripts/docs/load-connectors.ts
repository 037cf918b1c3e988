import { readdirSync } from 'node:fs';
import type { AnyConnector } from '@rollcall/core';

export interface FoundConnector {
  /** Folder below the repository root. */
  readonly folder: string;
  readonly connector: AnyConnector;
}

export const root = new URL('../../', import.meta.url);

/** Every connector in the repository, by slug. */
export async function loadConnectors(): Promise<FoundConnector[]> {
  const folders = readdirSync(new URL('connectors/', root), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const found = folders.map(async ({ name }) => {
    const module = (await import(new URL(`connectors/${name}/src/index.ts`, root).href)) as { default: AnyConnector };
    return { folder: `connectors/${name}`, connector: module.default };
  });
  return (await Promise.all(found)).sort((a, b) => a.connector.manifest.slug.localeCompare(b.connector.manifest.slug));
}
