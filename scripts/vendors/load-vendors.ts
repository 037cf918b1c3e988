import type { AnyConnector } from '@rollcall/core';
import type { SandboxDefinition } from '@rollcall/sandbox';
import { connectorsFolder, findSlugs } from '../report/finished-slugs.ts';

/** A connector of this repository and the sandbox that speaks its wire format. */
export interface Vendor {
  readonly connector: AnyConnector;
  readonly sandbox: SandboxDefinition;
}

/** One connector with its sandbox. */
export async function loadVendor(slug: string): Promise<Vendor> {
  const module = async (path: string): Promise<unknown> =>
    ((await import(new URL(`${slug}/${path}/index.ts`, connectorsFolder).href)) as { default: unknown }).default;
  return { connector: (await module('src')) as AnyConnector, sandbox: (await module('sandbox')) as SandboxDefinition };
}

/** Every connector of this repository that asks a vendor, with its sandbox, by slug. */
export async function loadVendors(): Promise<readonly Vendor[]> {
  return Promise.all(findSlugs(undefined).finished.map(loadVendor));
}
