import type { ConfigProblem } from '../errors/config-error.ts';
import type { Manifest } from './manifest.ts';

/** What each entry allows alone and the others forbid: a host of an undeclared field, an address outside the hosts. */
export function contradictionsOf(manifest: Manifest): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const say = (field: string, problem: string): number => problems.push({ field, problem });
  for (const part of ['config', 'platform'] as const)
    for (const [name, field] of Object.entries(manifest[part] ?? {})) {
      if (field.type === 'choice' && field.fallback !== undefined && !field.choices.includes(field.fallback))
        say(`${part}.${name}.fallback`, 'is none of the choices');
      // A list's example is one entry or several with commas.
      if ('pattern' in field && field.pattern !== undefined) {
        const samples = field.type === 'list' ? field.example.split(',').map((item) => item.trim()) : [field.example];
        const form = new RegExp(`^(?:${field.pattern})$`, 'u');
        if (!samples.every((sample) => form.test(sample)))
          say(`${part}.${name}.example`, 'does not have the form of its pattern');
      }
    }
  const declared = (name: string): boolean =>
    Object.hasOwn(manifest.config, name) || Object.hasOwn(manifest.platform ?? {}, name);
  const checkNames = (where: string, text: string): void => {
    for (const [, name = ''] of text.matchAll(/\{([^}]*)\}/g))
      if (!declared(name)) say(where, `names the field ${name}, which is not declared`);
  };
  manifest.hosts.forEach((host, index) => {
    checkNames(`hosts.${String(index)}`, host);
    if (/^\*\.[a-z0-9-]+$/.test(host)) say(`hosts.${String(index)}`, 'covers a whole top-level domain');
  });
  const { baseUrl } = manifest;
  if (typeof baseUrl === 'object' && !declared(baseUrl.by))
    say('baseUrl.by', `names the field ${baseUrl.by}, which is not declared`);
  const urls = baseUrl === undefined ? [] : typeof baseUrl === 'string' ? [baseUrl] : Object.values(baseUrl.urls);
  for (const url of urls) {
    checkNames('baseUrl', url);
    const host = /^https:\/\/([^/]+)/.exec(url)?.[1] ?? '';
    const covered = manifest.hosts.some((known) => known === host || (known.startsWith('*.') && host.endsWith(known.slice(1))));
    if (!covered) say('baseUrl', 'is none of the hosts');
  }
  return problems;
}
