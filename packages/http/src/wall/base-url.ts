import { ConfigError, type Manifest } from '@rollcall/core';
import { fillHostPart } from './host-wall.ts';

type Config = Readonly<Record<string, unknown>>;

/**
 * Where the paths of a manifest start, with `{field}` filled from the config.
 * @throws ConfigError `manifest_invalid` without a base URL, `config_invalid` when the config does not select one.
 */
export function baseUrlOf(manifest: Manifest, config: Config): URL {
  const { baseUrl, slug } = manifest;
  if (baseUrl === undefined)
    throw new ConfigError({ code: 'manifest_invalid', vendor: slug, message: `the manifest of ${slug} has no baseUrl` });
  if (typeof baseUrl === 'string') return fillAddress(baseUrl, config, slug);
  const choice = config[baseUrl.by];
  const selected = typeof choice === 'string' && Object.hasOwn(baseUrl.urls, choice) ? baseUrl.urls[choice] : undefined;
  if (selected === undefined) {
    throw new ConfigError({
      vendor: slug,
      problems: [{ field: `config.${baseUrl.by}`, problem: `must be one of ${Object.keys(baseUrl.urls).join(', ')}` }],
    });
  }
  return fillAddress(selected, config, slug);
}

/** Fills `{field}` of an address: in the host name with labels only, behind it percent-encoded. */
export function fillAddress(template: string, config: Config, vendor: string): URL {
  const hostEnd = template.indexOf('/', 'https://'.length);
  const [head, tail] = hostEnd === -1 ? [template, ''] : [template.slice(0, hostEnd), template.slice(hostEnd)];
  const host = head.replace(/\{(\w+)\}/g, (_, field: string) => fillHostPart(field, config, vendor));
  return new URL(host + fillConfigPath(tail, config, vendor));
}

/** Fills `{field}` of a path from the config, percent-encoded. */
export function fillConfigPath(template: string, config: Config, vendor: string): string {
  return template.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = config[field];
    if (typeof value === 'string' && !/^\.{0,2}$/.test(value)) return encodeURIComponent(value);
    throw new ConfigError({ vendor, problems: [{ field: `config.${field}`, problem: 'cannot be part of a path' }] });
  });
}
