import { createHash } from 'node:crypto';
import type { Manifest } from '@rollcall/core';

/**
 * Names the budget that a connection draws on: vendor, tenant and the place that is really asked. Connections with equal
 * tenant fields (all fields, where the manifest marks none) share one. A hash: credentials are no keys.
 */
export function budgetKey(
  manifest: Manifest,
  config: Readonly<Record<string, unknown>>,
  origins: Readonly<Record<string, string>> = {},
): string {
  const fields = Object.entries(manifest.config);
  const marked = fields.filter(([, field]) => 'tenant' in field && field.tenant === true);
  const names = (marked.length > 0 ? marked : fields).map(([name]) => name).sort();
  const tenant = JSON.stringify([names.map((name) => [name, config[name]]), origins]);
  return `${manifest.slug}:${createHash('sha256').update(tenant).digest('base64url')}`;
}
