import { isIP } from 'node:net';
import { ConfigError, type Manifest } from '@rollcall/core';

/** What a customer may type into a host name: labels, nothing that ends it. */
const hostPart = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/i;

/** Judges the vendor's own addresses. */
export interface HostWall {
  /** @throws ConfigError `host_not_allowed` unless the address is https, on the default port, without user, and on a host of the manifest. */
  check(url: URL): void;
}

/** The wall of one connection: the manifest's host patterns with `{field}` filled from the config. */
export function createHostWall(manifest: Manifest, config: Readonly<Record<string, unknown>>): HostWall {
  const patterns = manifest.hosts.flatMap((pattern) => toRegExp(pattern, config));
  const allowed = (url: URL) =>
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0 &&
    patterns.some((pattern) => pattern.test(url.hostname));
  return {
    check(url) {
      if (allowed(url)) return;
      throw new ConfigError({
        code: 'host_not_allowed',
        vendor: manifest.slug,
        message: `an address outside the hosts of ${manifest.name} was refused (allowed: https on ${manifest.hosts.join(', ')})`,
        hint: 'If the vendor really moved, its new host has to be added to the manifest of the connector.',
      });
    },
  };
}

/**
 * Fills one `{field}` of a host name.
 * @throws ConfigError `config_invalid` when the value could end the host name. The value is not repeated.
 */
export function fillHostPart(field: string, config: Readonly<Record<string, unknown>>, vendor: string): string {
  const value = config[field];
  if (typeof value === 'string' && hostPart.test(value)) return value.toLowerCase();
  throw new ConfigError({ vendor, problems: [{ field: `config.${field}`, problem: 'cannot be part of a host name' }] });
}

// A pattern whose field was left out allows nothing.
function toRegExp(pattern: string, config: Readonly<Record<string, unknown>>): RegExp[] {
  const parts = pattern.split(/(\*\.|\{[a-zA-Z0-9]+\})/).map((part) => {
    if (part === '*.') return '(?:[a-z0-9_-]+\\.)+';
    if (!part.startsWith('{')) return part.replaceAll('.', '\\.');
    const value = config[part.slice(1, -1)];
    return typeof value === 'string' && hostPart.test(value) ? value.toLowerCase().replaceAll('.', '\\.') : undefined;
  });
  return parts.includes(undefined) ? [] : [new RegExp(`^${parts.join('')}$`)];
}
