import { existsSync, readFileSync } from 'node:fs';
import { employeeFields, type Manifest } from '@rollcall/core';
import type { ConformanceReport } from '@rollcall/testing';
import { configTable, facts, maturity, permissionTable, table } from './connector-page.ts';
import { root, type FoundConnector } from './load-connectors.ts';
import { quirksOf } from './quirks.ts';

/** The catalogue: all connectors in one table, their fields in another, then each of them. */
export function cataloguePage(found: readonly FoundConnector[]): string {
  const connectors = byName(found);
  return [
    '## All of them',
    table(['HR system', 'kind', 'comes', 'API', 'API read on', 'fields', 'also', 'conformance'], connectors.map(row)),
    '## Fields',
    `Filled fields, of the ${String(employeeFields.length)} that an employee may have. A vendor may deliver a field and a customer may still withhold the permission: see the sections below.`,
    fieldMatrix(connectors),
    ...connectors.flatMap(section),
  ].join('\n\n');
}

function row(found: FoundConnector): readonly string[] {
  const { manifest } = found.connector;
  const report = reportOf(found);
  return [
    `[${manifest.name}](#${anchorOf(manifest)})`,
    manifest.category,
    delivered(manifest),
    manifest.api.version,
    manifest.api.checked,
    `${String(manifest.fields.length)} of ${String(employeeFields.length)}`,
    beyond(manifest).join(', '),
    report === null ? '' : `${String(report.passed)} of ${String(report.total)} (${report.suite}), ${report.maturity}`,
  ];
}

/** Do we ask, or is it given? */
export function delivered({ delivery, file }: Manifest): string {
  if (file !== undefined) return 'as a file';
  return { pull: 'read', push: 'pushed', both: 'read or pushed' }[delivery];
}

/** What there is beside a list of everybody. */
export function beyond({ capabilities: { get, changes, webhook, push } }: Manifest): readonly string[] {
  const all = [get && 'by id', changes !== 'none' && 'changes', webhook && 'webhooks', push && 'pushes'];
  return all.filter((word) => word !== false);
}

/** One line for each connector, since there are more of them than fields. */
function fieldMatrix(connectors: readonly FoundConnector[]): string {
  const rows = connectors.map(({ connector: { manifest } }) => [
    `[${manifest.name}](#${anchorOf(manifest)})`,
    ...employeeFields.map((field) => (manifest.fields.includes(field) ? '✓' : '')),
  ]);
  const counts = employeeFields.map((field) =>
    String(connectors.filter(({ connector }) => connector.manifest.fields.includes(field)).length),
  );
  return table(['', ...employeeFields.map((field) => `\`${field}\``)], [...rows, [`of ${String(connectors.length)}`, ...counts]]);
}

function section(found: FoundConnector): readonly string[] {
  const { folder, connector } = found;
  const { manifest } = connector;
  const { slug, name, config, platform, permissions, push, delivery } = manifest;
  const report = reportOf(found);
  const quirks = quirksOf(folder);
  return [
    `## ${name}`,
    `\`@rollcall/connector-${slug}\`, set-up guide in its [README](../${folder}/README.md), personal data in the [data map](data-map.md#${anchorOf(manifest)}). ${maturity(manifest)}${report === null ? '' : ` Suite: ${report.line}.`}`,
    ...(delivery === 'push' ? [] : ['**What the customer enters**', configTable(config)]),
    ...(platform === undefined ? [] : ['**What the platform holds**', configTable(platform)]),
    ...(permissions.length === 0 ? [] : ['**Permissions**', permissionTable(manifest)]),
    ...(push === undefined ? [] : [`**Pushed** attributes: ${push.mappings.map(({ from }) => from).join(', ')}.`]),
    ...(delivery === 'push' ? [] : ['**How it reads**', facts(manifest)]),
    ...(quirks === null ? [] : ['**Quirks**', quirks]),
  ];
}

/** What the suite gave, where the connector has written it down. */
function reportOf({ folder }: FoundConnector): ConformanceReport | null {
  const file = new URL(`${folder}/conformance.json`, root);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ConformanceReport) : null;
}

/** In the order in which a reader looks for them. */
export function byName(connectors: readonly FoundConnector[]): readonly FoundConnector[] {
  return connectors.toSorted((a, b) => a.connector.manifest.name.localeCompare(b.connector.manifest.name, 'en'));
}

/** As headings become anchors. */
export function anchorOf({ name }: Pick<Manifest, 'name'>): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}
