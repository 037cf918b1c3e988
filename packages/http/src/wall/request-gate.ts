import { ConfigError, type Manifest, type QueryValue } from '@rollcall/core';
import { baseUrlOf, fillAddress, fillConfigPath } from './base-url.ts';
import { createHostWall } from './host-wall.ts';
import { fillPath, matchesTemplate } from './path-template.ts';
import { withQuery } from './with-query.ts';

export type Method = 'GET' | 'POST';

/** A request that may be made: the vendor's address, and the endpoint of the manifest it belongs to. */
export interface Target {
  readonly method: Method;
  readonly url: URL;
  /** Method and path template, such as `GET /v2/persons/{id}`: all that errors may show. */
  readonly endpoint: string;
}

/** The only way to a `Target`: everything that leaves this process has passed here. */
export interface RequestGate {
  /**
   * A read: a path template of the manifest, or an address that the vendor returned.
   * @throws ConfigError `request_not_allowed`, `host_not_allowed`.
   */
  read(
    method: Method,
    path: string,
    params?: Readonly<Record<string, string>>,
    query?: Readonly<Record<string, QueryValue>>,
  ): Target;
  /** An address that the vendor redirects a read to. */
  redirect(location: string, from: Target): Target;
  /** A log-in: `POST /path` or an absolute address, `{field}` filled from the config. */
  token(login: string): Target;
}

export function createRequestGate(manifest: Manifest, config: Readonly<Record<string, unknown>>): RequestGate {
  const { slug, endpoints } = manifest;
  const wall = createHostWall(manifest, config);
  const base = baseUrlOrNull(manifest, config);
  const reads = new Map(endpoints.reads.map((endpoint) => [splitQuery(endpoint)[0], endpoint]));
  const tokens = endpoints.tokens ?? [];

  const prefix = base === null || base.pathname === '/' ? '' : base.pathname.replace(/\/$/, '');
  const atBase = (path: string) => new URL((base ?? baseUrlOf(manifest, config)).origin + prefix + path);
  const checked = (url: URL): URL => {
    wall.check(url);
    url.hash = '';
    return url;
  };

  // Below the base URL the templates count from its path on; on other hosts from the root.
  const pathOf = (url: URL) =>
    url.origin === base?.origin && url.pathname.startsWith(`${prefix}/`) ? url.pathname.slice(prefix.length) : url.pathname;

  // On the base's own host, what lies beside its path is another tenant's or another API.
  const refuseBesideBase = (url: URL): void => {
    if (prefix === '' || url.origin !== base?.origin || url.pathname.startsWith(`${prefix}/`)) return;
    throw notAllowed(slug, 'an address beside the base address', endpoints.reads);
  };

  const findEndpoint = (named: readonly string[], method: Method, url: URL): string => {
    const path = pathOf(url);
    const found = named.find(
      (endpoint) => endpoint.startsWith(`${method} `) && matchesTemplate(path, splitQuery(endpoint.slice(method.length + 1))[0]),
    );
    if (found === undefined) throw notAllowed(slug, `${method} to an address`, named);
    return found;
  };

  return {
    read(method, path, params = {}, query = {}) {
      const [template, search] = splitQuery(path);
      const declared = reads.get(`${method} ${template}`);
      if (declared === undefined && template.includes('{')) throw notAllowed(slug, `${method} ${template}`, endpoints.reads);
      const url = checked(declared === undefined ? toUrl(path, base, slug) : atBase(fillPath(template, params, slug) + search));
      refuseBesideBase(url);
      const endpoint = findEndpoint(declared === undefined ? endpoints.reads : [declared], method, url);
      withQuery(url, query);
      return { method, url, endpoint };
    },
    redirect(location, from) {
      const url = checked(toUrl(location, from.url, slug));
      refuseBesideBase(url);
      return { method: 'GET', url, endpoint: findEndpoint(endpoints.reads, 'GET', url) };
    },
    token(login) {
      const [, method = 'POST', address = login] = /^(GET|POST) (.*)$/.exec(login) ?? [];
      const url = checked(
        address.startsWith('/') ? atBase(fillConfigPath(address, config, slug)) : fillAddress(address, config, slug),
      );
      // An authorization-code vendor's token address is named by the manifest itself.
      const endpoint =
        login === manifest.authorization?.tokenUrl ? 'POST token' : findEndpoint(tokens, method === 'GET' ? 'GET' : 'POST', url);
      return { method: method === 'GET' ? 'GET' : 'POST', url, endpoint };
    },
  };
}

function baseUrlOrNull(manifest: Manifest, config: Readonly<Record<string, unknown>>): URL | null {
  return manifest.baseUrl === undefined ? null : baseUrlOf(manifest, config);
}

function splitQuery(path: string): [template: string, search: string] {
  const at = path.indexOf('?');
  return at === -1 ? [path, ''] : [path.slice(0, at), path.slice(at)];
}

function toUrl(address: string, base: URL | null, vendor: string): URL {
  const url = URL.parse(address, base?.href);
  if (url !== null) return url;
  throw new ConfigError({ code: 'request_not_allowed', vendor, message: 'an address that cannot be read was refused' });
}

// The address itself is left out: a filled path names a person.
function notAllowed(vendor: string, what: string, named: readonly string[]): ConfigError {
  return new ConfigError({
    code: 'request_not_allowed',
    vendor,
    message: `${what} that the manifest does not name was refused (named: ${named.join(', ') || 'none'})`,
    hint: 'A connector makes no request that its manifest does not list under endpoints.',
  });
}
