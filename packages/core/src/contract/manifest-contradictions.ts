import type { ConfigProblem } from '../errors/config-error.ts';
import type { ConfigField } from './config-field.ts';
import type { Manifest } from './manifest.ts';

type Say = (field: string, problem: string) => void;

/** What each entry allows alone and the others forbid: a host of an undeclared field, an address outside the hosts. */
export function contradictionsOf(manifest: Manifest): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const say: Say = (field, problem) => {
    problems.push({ field, problem });
  };
  checkFields(manifest, say);
  checkAddresses(manifest, say);
  for (const endpoint of Object.keys(manifest.endpoints.operations ?? {})) {
    const isRead = manifest.endpoints.reads.some((read) => read === endpoint);
    if (!isRead) say(`endpoints.operations.${endpoint}`, 'is none of the reads');
  }
  if (manifest.file !== undefined && manifest.endpoints.reads.length > 0)
    say('file', 'is read, and so are endpoints: one or the other');
  if (manifest.capabilities.push !== (manifest.push !== undefined))
    say(
      'push',
      manifest.capabilities.push ? 'is missing: how is the vendor made to push?' : 'is given, and capabilities.push is false',
    );
  if (manifest.capabilities.push !== (manifest.delivery !== 'pull')) say('delivery', 'does not go with capabilities.push');
  if ((manifest.credentialsStep ?? 1) > manifest.setup.length) say('credentialsStep', 'is behind the last step of the set-up');
  return problems;
}

function checkFields(manifest: Manifest, say: Say): void {
  for (const part of ['config', 'platform'] as const) {
    for (const [name, field] of Object.entries(manifest[part] ?? {})) {
      if (field.type === 'choice' && field.fallback !== undefined && !field.choices.includes(field.fallback)) {
        say(`${part}.${name}.fallback`, 'is none of the choices');
      }
      if (!hasGoodExample(field)) say(`${part}.${name}.example`, 'does not have the form of its pattern');
    }
  }
}

function hasGoodExample(field: ConfigField): boolean {
  if (!('pattern' in field) || field.pattern === undefined) return true;
  // A list's example is one entry or several with commas.
  const samples = field.type === 'list' ? field.example.split(',').map((item) => item.trim()) : [field.example];
  const form = new RegExp(`^(?:${field.pattern})$`, 'u');
  return samples.every((sample) => form.test(sample));
}

function checkAddresses(manifest: Manifest, say: Say): void {
  const { config, platform = {}, hosts, baseUrl } = manifest;
  const declared = (name: string): boolean => Object.hasOwn(config, name) || Object.hasOwn(platform, name);
  const checkNames = (where: string, text: string): void => {
    for (const [, name = ''] of text.matchAll(/\{([^}]*)\}/g)) {
      if (!declared(name)) say(where, `names the field ${name}, which is not declared`);
    }
  };
  for (const [index, host] of hosts.entries()) {
    checkNames(`hosts.${String(index)}`, host);
    if (/^\*\.[a-z0-9-]+$/.test(host)) say(`hosts.${String(index)}`, 'covers a whole top-level domain');
  }
  if (typeof baseUrl === 'object' && !declared(baseUrl.by))
    say('baseUrl.by', `names the field ${baseUrl.by}, which is not declared`);
  const urls = baseUrl === undefined ? [] : typeof baseUrl === 'string' ? [baseUrl] : Object.values(baseUrl.urls);
  for (const url of urls) {
    checkNames('baseUrl', url);
    const host = /^https:\/\/([^/]+)/.exec(url)?.[1] ?? '';
    const covered = hosts.some((known) => known === host || (known.startsWith('*.') && host.endsWith(known.slice(1))));
    if (!covered) say('baseUrl', 'is none of the hosts');
  }
}
