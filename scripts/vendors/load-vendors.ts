import { readdirSync } from 'node:fs';
import type { AnyConnector } from '@rollcall/core';
import type { SandboxDefinition } from '@rollcall/sandbox';

/** A connector of this repository and the sandbox that speaks its wire format. */
export interface Vendor {
  readonly connector: AnyConnector;
  readonly sandbox: SandboxDefinition;
}

const folder = new URL('../../connectors/', import.meta.url);

/** One connector with its sandbox. */
export async function loadVendor(slug: string): Promise<Vendor> {
  const module = async (path: string): Promise<unknown> =>
    ((await import(new URL(`${slug}/${path}/index.ts`, folder).href)) as { default: unknown }).default;
  return { connector: (await module('src')) as AnyConnector, sandbox: (await module('sandbox')) as SandboxDefinition };
}

/** Every connector of this repository with its sandbox, by slug. */
export async function loadVendors(): Promise<readonly Vendor[]> {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Promise.all(
    entries
      .map(({ name }) => name)
      .sort()
      .map(loadVendor),
  );
}
