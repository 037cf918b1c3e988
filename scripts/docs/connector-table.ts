import { employeeFields } from '@rollcall/core';
import { beyond, byName, delivered } from './catalogue-page.ts';
import { table } from './connector-page.ts';
import type { FoundConnector } from './load-connectors.ts';

/** The table of all connectors, for the README. */
export function connectorTable(connectors: readonly FoundConnector[]): string {
  const rows = byName(connectors).map(({ folder, connector: { manifest } }) => [
    `[${manifest.name}](${folder}/README.md)`,
    `\`@rollcall/connector-${manifest.slug}\``,
    delivered(manifest),
    `${manifest.api.version} (${manifest.api.checked})`,
    `${String(manifest.fields.length)} of ${String(employeeFields.length)}`,
    beyond(manifest).join(', '),
    manifest.maturity,
  ]);
  return table(['HR system', 'package', 'comes', 'API (read)', 'fields', 'also', 'maturity'], rows);
}
