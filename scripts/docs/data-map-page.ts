import { employeeFields, type EmployeeField, type Manifest } from '@rollcall/core';
import { byName } from './catalogue-page.ts';
import { table } from './connector-page.ts';
import type { FoundConnector } from './load-connectors.ts';

/** What of people each connector reads, by whose permission, from where. */
export function dataMap(connectors: readonly FoundConnector[]): string {
  return byName(connectors)
    .flatMap(({ connector: { manifest } }) => section(manifest))
    .join('\n\n');
}

function section(manifest: Manifest): readonly string[] {
  return [
    `## ${manifest.name}`,
    spokenTo(manifest),
    ...entered(manifest),
    table(
      ['field', `at ${manifest.name}`, 'given by', 'kept'],
      employeeFields.flatMap((field) => fieldRow(manifest, field)),
    ),
  ];
}

function spokenTo({ hosts, file, delivery, authorization, config }: Manifest): string {
  if (file !== undefined) return 'Speaks to nobody: the customer gives a file, which is kept **sealed** until a newer one comes.';
  const consent =
    authorization === undefined ? '' : `, consent at \`${new URL(authorization.authorizeUrl.replaceAll(/[{}]/g, '')).host}\``;
  const asked = `Speaks to ${hosts.map((host) => `\`${host}\``).join(', ')}${consent}.${hosts.map((host) => bounds(host, config)).join('')}`;
  const pushed = 'what is pushed is kept readable until the connection ends';
  if (delivery === 'push') return `Speaks to nobody; ${pushed}. Tokens are kept as hashes.`;
  return delivery === 'both' ? `${asked} Where it is pushed, nobody is spoken to, and ${pushed}.` : asked;
}

/** Where the customer's own entry is the whole host: what it has to look like. */
function bounds(host: string, config: Manifest['config']): string {
  const name = /^\{(\w+)\}$/.exec(host)?.[1];
  const field = name === undefined ? undefined : config[name];
  if (name === undefined || field === undefined || !('pattern' in field) || field.pattern === undefined) return '';
  return ` What is entered as \`${name}\` has to match \`${field.pattern}\`.`;
}

/** Everything that the customer enters is sealed as one, whether it is a secret or not. */
function entered({ config, platform, authorization }: Manifest): readonly string[] {
  const names = (fields: Manifest['config']): string =>
    Object.entries(fields)
      .map(([name, field]) => `\`${name}\`${'secret' in field && field.secret === true ? ' (secret)' : ''}`)
      .join(', ');
  const tokens = authorization === undefined ? '' : ', and the tokens of the consent';
  const parts = [
    Object.keys(config).length === 0 ? '' : `The customer enters ${names(config)}${tokens}: kept **sealed**.`,
    Object.keys(config).length === 0 && tokens !== '' ? 'The tokens of the consent are kept **sealed**.' : '',
    platform === undefined ? '' : `The platform holds ${names(platform)}: handed to the engine, never stored.`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? [] : [parts.join(' ')];
}

function fieldRow(manifest: Manifest, field: EmployeeField): readonly (readonly string[])[] {
  if (!manifest.fields.includes(field)) return [];
  return [[`\`${field}\``, sourceOf(manifest, field), permissionOf(manifest, field), keptAs(field)]];
}

function sourceOf({ fieldPaths = {}, push, delivery }: Manifest, field: EmployeeField): string {
  const path = fieldPaths[field]?.replace(/^[\s,]+/, '');
  const read = path === undefined || delivery === 'push' ? [] : [`\`${short(path)}\``];
  const mappings = push?.mappings.filter(({ gives }) => gives.includes(field)) ?? [];
  const pushed = [...new Set(mappings.map(({ to }) => `\`${short(to)}\``))];
  if (pushed.length === 0) return read.length > 0 || path === undefined ? read.join('') : `\`${short(path)}\``;
  return [...read, `${delivery === 'push' ? '' : 'pushed: '}${pushed.join(', ')}`].join('; ');
}

/** Attributes of SCIM's enterprise extension have very long names. */
function short(path: string): string {
  return path.replaceAll('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:', 'enterprise:');
}

function permissionOf({ permissions, delivery, file }: Manifest, field: EmployeeField): string {
  const names = permissions.filter(({ gives }) => gives.includes(field)).map(({ name }) => name);
  if (names.length > 0) return names.join(', ');
  if (file !== undefined) return 'the file';
  return delivery === 'push' ? 'whoever sends it' : 'the credentials';
}

function keptAs(field: EmployeeField): string {
  return field === 'bankAccount' ? 'roster, **sealed**; only when asked for' : 'roster, readable';
}
