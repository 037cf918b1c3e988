import type { AnyConnector, ConfigField, Manifest } from '@rollcall/core';
import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { variableOf } from '../credentials.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnector } from '../find.ts';
import type { Output } from '../output.ts';

export function addConnectors(program: Command, action: Action): void {
  program
    .command('connectors')
    .description('list the connectors, or show one: fields, permissions, limits, set-up guide')
    .argument('[connector]', 'its slug')
    .action(action(connectors));
}

async function connectors({ config, output }: Cli, slug: string | undefined): Promise<ExitCode> {
  const { connectors: known } = await config();
  if (slug !== undefined) {
    const connector = findConnector(known, slug);
    output.document(connector.manifest);
    showOne(output, connector);
    return exitCodes.ok.code;
  }
  output.document(known.map(({ manifest }) => manifest));
  output.table(
    ['connector', 'name', 'category', 'delivery', 'API', 'checked', 'maturity'],
    known.map(({ manifest }) => [
      manifest.slug,
      manifest.name,
      manifest.category,
      manifest.delivery,
      manifest.api.version,
      manifest.api.checked,
      manifest.maturity,
    ]),
  );
  output.note(
    known.length === 0
      ? 'No connector is installed. Try: npm install @rollcall/connector-personio'
      : 'More about one: rollcall connectors <connector>',
  );
  return exitCodes.ok.code;
}

function showOne(output: Output, { manifest }: AnyConnector): void {
  const { slug, name, api, maturity, docsUrl, limits, pageSize, requests } = manifest;
  output.say(`${output.colours.bold(name)} (${slug}), API ${api.version}, checked ${api.checked}, ${maturity}`);
  output.say(docsUrl);
  output.heading('Fields to connect');
  output.table(
    ['field', 'what', 'variable', 'example'],
    Object.entries(manifest.config).map(([field, about]) => [
      field,
      describeField(about),
      variableOf(slug, field),
      about.example,
    ]),
  );
  if (manifest.file !== undefined) {
    output.heading('The file');
    const { endings, maxBytes } = manifest.file;
    output.say(`--people <file>: ${endings.join(', ')}, ${String(Math.floor(maxBytes / 1_048_576))} MiB at most.`);
  }
  output.heading('Permissions');
  output.table(
    ['permission', 'gives'],
    manifest.permissions.map((permission) => [
      permission.name + (permission.required === true ? ' (required)' : ''),
      permission.gives.join(', '),
    ]),
  );
  output.heading('Limits');
  output.say(
    `Requests for n people: ${requests}; page size ${pageSize === null ? 'none' : String(pageSize)}; ${String(limits.concurrency)} at once.`,
  );
  for (const { requests: count, perSeconds, endpoints } of limits.windows ?? []) {
    output.say(`${String(count)} requests in ${String(perSeconds)} seconds: ${endpoints?.join(', ') ?? 'all of them'}`);
  }
  if (limits.note !== undefined) output.say(limits.note);
  output.heading(`Set-up, for the administrator of ${name}`);
  for (const [index, step] of manifest.setup.entries()) output.say(`${String(index + 1)}. ${step}`);
  showPush(output, manifest);
}

/** How the vendor is made to push, where it can. */
function showPush(output: Output, { name, push, delivery }: Manifest): void {
  if (push === undefined) return;
  if (delivery !== 'push') {
    output.heading(`Set-up for pushes (SCIM), for the administrator of ${name}`);
    for (const [index, step] of push.setup.entries()) output.say(`${String(index + 1)}. ${step}`);
  }
  output.heading('Attributes to map');
  output.table(
    ['from', 'to', 'gives', 'note'],
    push.mappings.map(({ from, to, gives, note }) => [from, to, gives.join(', '), note]),
  );
}

function describeField(field: ConfigField): string {
  const traits = [
    'secret' in field && field.secret === true ? 'secret' : undefined,
    field.type === 'choice' ? field.choices.join(' | ') : field.type,
    field.optional === true || (field.type === 'choice' && field.fallback !== undefined) ? 'optional' : undefined,
  ].filter((trait) => trait !== undefined);
  return `${field.label}${traits.length > 0 ? ` (${traits.join(', ')})` : ''}: ${field.help}`;
}
