import { employeeFields } from '@rollcall/core';
import { table } from './connector-page.ts';
import type { FoundConnector } from './load-connectors.ts';

/** The table of all connectors, for the README. */
export function connectorTable(connectors: readonly FoundConnector[]): string {
  const rows = connectors.map(({ folder, connector: { manifest } }) => [
    `[${manifest.name}](${folder}/README.md)`,
    `\`@rollcall/connector-${manifest.slug}\``,
    `${manifest.api.version} (${manifest.api.checked})`,
    `${String(manifest.fields.length)} of ${String(employeeFields.length)}`,
    `\`${manifest.requests}\``,
    [
      manifest.capabilities.get && 'by id',
      manifest.capabilities.changes !== 'none' && 'changes',
      manifest.capabilities.webhook && 'webhooks',
    ]
      .filter(Boolean)
      .join(', '),
    manifest.maturity,
  ]);
  return table(['HR system', 'package', 'API (read)', 'fields', 'requests for n people', 'also', 'maturity'], rows);
}
