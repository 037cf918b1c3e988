import { employeeFields, type ConfigField, type Manifest } from '@rollcall/core';

/** The generated part of a connector's README: everything a reader needs that the manifest knows. */
export function connectorPage(manifest: Manifest): string {
  return [
    `# @rollcall/connector-${manifest.slug}`,
    `${what(manifest)} for [Rollcall](../../README.md).`,
    maturity(manifest),
    '## Install',
    `\`\`\`sh\nnpm install ${packagesFor(manifest).join(' ')}\n\`\`\``,
    ...(manifest.delivery === 'push' ? pushPart(manifest) : [...readPart(manifest), ...pushPart(manifest)]),
  ].join('\n\n');
}

function what({ name, docsUrl, delivery, file }: Manifest): string {
  const vendor = `[${name}](${docsUrl})`;
  if (file !== undefined) return `Reads employees from a file (${file.endings.map((ending) => `\`${ending}\``).join(', ')})`;
  if (delivery === 'push') return `Employees that are pushed by ${vendor}`;
  return delivery === 'both' ? `Employees from ${vendor}, read or pushed (SCIM 2.0),` : `Reads employees from ${vendor}`;
}

function packagesFor({ slug, delivery, file }: Manifest): readonly string[] {
  const asks = delivery !== 'push' && file === undefined;
  const parts = ['@rollcall/core', ...(asks ? ['@rollcall/http'] : []), ...(delivery === 'pull' ? [] : ['@rollcall/scim'])];
  return [...parts, `@rollcall/connector-${slug}`];
}

function readPart(manifest: Manifest): readonly string[] {
  const { config, platform, setup, permissions } = manifest;
  return [
    '## What the customer enters',
    configTable(config),
    ...(platform === undefined ? [] : ['## What the platform holds', configTable(platform)]),
    '## Set-up for the administrator',
    steps(setup),
    ...(permissions.length === 0 ? [] : ['## Permissions', permissionTable(manifest)]),
    '## Employee fields',
    fieldsLine(manifest),
    '## How it reads',
    facts(manifest),
  ];
}

function pushPart({ push, name, delivery }: Manifest): readonly string[] {
  if (push === undefined) return [];
  return [
    delivery === 'push' ? '## Set-up for the administrator' : `## Set-up for the administrator, where ${name} pushes`,
    "Connect with `delivery: 'push'`, hand out the address of [`@rollcall/scim`](../../packages/scim/README.md) and a token.",
    steps(push.setup),
    '## Attributes to map',
    table(
      ['from', 'to', 'fills', 'note'],
      push.mappings.map(({ from, to, gives, note }) => [
        from,
        `\`${to}\``,
        gives.map((field) => `\`${field}\``).join(', '),
        note ?? '',
      ]),
    ),
  ];
}

function steps(setup: readonly string[]): string {
  return setup.map((step, index) => `${String(index + 1)}. ${step}`).join('\n');
}

/** API, the day its documentation was read, and what the connector has proven. */
export function maturity({ maturity: grade, api }: Manifest): string {
  const meaning =
    grade === 'documented'
      ? 'built from the published documentation; not yet proven against a real account'
      : 'proven against a real account';
  return `API ${api.version}, documentation last read ${api.checked}. Maturity: **${grade}** (${meaning}).`;
}

/** What somebody types to connect. */
export function configTable(fields: Manifest['config']): string {
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

/** What each permission gives. */
export function permissionTable({ permissions }: Manifest): string {
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

/** How it reads: requests, limits, what it can beyond a list. */
export function facts({ limits, pageSize, requests, capabilities, hosts, file }: Manifest): string {
  if (file !== undefined) {
    const size = `${String(Math.floor(file.maxBytes / 1_048_576))} MiB`;
    return `It asks nobody. The file may hold ${size}; it is kept sealed until a newer one is uploaded, or is read where the platform says.`;
  }
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
      ['one person by id', getOf(capabilities.get)],
      ['changes since a cursor', { none: 'no', hint: 'as a hint: it may miss some', complete: 'yes' }[capabilities.changes]],
      ['webhooks', capabilities.webhook ? 'yes: they wake a read' : 'no'],
      ['hosts', hosts.map((host) => `\`${host}\``).join(', ')],
    ],
  );
}

function getOf(get: Manifest['capabilities']['get']): string {
  if (get === 'hint') return 'yes; who is not found may be gone, or may not be seen';
  return get ? 'yes' : 'no';
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
