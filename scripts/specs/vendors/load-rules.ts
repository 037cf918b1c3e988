import { existsSync } from 'node:fs';
import type { VendorRules } from './vendor-rules.ts';

/** The rules of one vendor; none where there is no file of its slug. */
export async function loadRules(slug: string): Promise<VendorRules> {
  const file = new URL(`${slug}.ts`, import.meta.url);
  if (!existsSync(file)) return { allowed: [] };
  return ((await import(file.href)) as { default: VendorRules }).default;
}
