import { employeeFields, type ConfigField, type Manifest } from '@rollcall/core';

/** The generated part of a connector's README: everything a reader needs that the manifest knows. */
export function connectorPage(manifest: Manifest): string {
  return [
    `# @rollcall/connector-${manifest.slug}`,
    `Reads employees from [${manifest.name}](${manifest.docsUrl}) for [Rollcall](../../README.md).`,
    maturity(manifest),
    '## Install',
    `\`\`\`sh\nnpm install @rollcall/core @rollcall/http @rollcall/connector-${manifest.slug}\n\`\`\``,
    '## What the customer enters',
    configTable(manifest.config),
    ...(manifest.platform === undefined ? [] : ['## What the platform holds', configTable(manifest.platform)]),
    '## Set-up for the administrator',
    manifest.setup.map((step, index) => `${String(index + 1)}. ${step}`).join('\n'),
    '## Permissions',
    permissionTable(manifest),
    '## Employee fields',
    fieldsLine(manifest),
    '## How it reads',
    facts(manifest),
  ].join('\n\n');
}

function maturity({ maturity: grade, api }: Manifest): string {
  const meaning =
    grade === 'documented'
      ? 'built from the published documentation; not yet proven against a real account'
      : 'proven against a real account';
  return `API ${api.version}, documentation last read ${api.checked}. Maturity: **${grade}** (${meaning}).`;
}

function configTable(fields: Manifest['config']): string {
  const rows = Object.entries(fields).map(([name, field]) => [
    `\`${name}\``,
    field.label,
    need(field),
    field.help,
    `\`${field.example}\``,
  ]);
  return table(['field', 'label', 'needed', 'where to find it', 'example'], rows);
}

function need(field: ConfigField): string {
  const parts = [field.optional === true ? 'optional' : 'yes'];
  if (field.type === 'choice')
    parts[0] = field.fallback === undefined ? (parts[0] ?? '') : `optional, else \`${field.fallback}\``;
  if ('secret' in field && field.secret === true) parts.push('secret');
  return parts.join(', ');
}

function permissionTable({ permissions }: Manifest): string {
  const rows = permissions.map(({ name, gives, required }) => [
    name,
    gives.map((field) => `\`${field}\``).join(', '),
    required === true ? 'nothing can be read' : 'these fields stay unknown',
  ]);
  return table(['permission', 'gives', 'without it'], rows);
}

function fieldsLine({ fields }: Manifest): string {
  const missing = employeeFields.filter((field) => !fields.includes(field));
  const list = (names: readonly string[]): string => names.map((field) => `\`${field}\``).join(', ');
  return `Filled: ${list(fields)}.${missing.length === 0 ? '' : `\n\nNot delivered by this vendor: ${list(missing)}.`}`;
}

function facts({ limits, pageSize, requests, capabilities, hosts }: Manifest): string {
  const windows = (limits.windows ?? []).map(
    ({ requests: count, perSeconds, endpoints }) =>
      `${String(count)} requests in ${String(perSeconds)} s${endpoints === undefined ? '' : ` (${endpoints.join(', ')})`}`,
  );
  return table(
    ['', ''],
    [
      ['requests for n people', `\`${requests}\``],
      ['page size', pageSize === null ? 'one answer with everyone' : String(pageSize)],
      ['rate budget', [...windows, `${String(limits.concurrency)} at once`, limits.note].filter(Boolean).join('; ')],
      ['one person by id', capabilities.get ? 'yes' : 'no'],
      ['changes since a cursor', { none: 'no', hint: 'as a hint: it may miss some', complete: 'yes' }[capabilities.changes]],
      ['webhooks', capabilities.webhook ? 'yes: they wake a read' : 'no'],
      ['hosts', hosts.map((host) => `\`${host}\``).join(', ')],
    ],
  );
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
