import type { Manifest } from '@rollcall/core';
import { endpointOf, isPlace, stepsOf } from './endpoint.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface AddressOptions {
  readonly manifest: Manifest;
  readonly vocabulary: Vocabulary;
  /** Texts that have a stand-in already. */
  readonly known: ReadonlyMap<string, string>;
  /** Parts of queries that the connector itself writes, as `name=value`. */
  readonly ownQueries: ReadonlySet<string>;
  readonly text: (text: string) => string;
  /** Of a request; left out for an address that stands in an answer. */
  readonly method?: string;
}

/** The vendor's own hosts and what the manifest writes of a path stay; the rest of an address is data. */
export function otherAddress(whole: string, options: AddressOptions): string {
  const { manifest, known, text } = options;
  const base = URL.parse(whole, 'https://relative.invalid');
  if (base === null) return whole.replace(/[\p{L}\p{M}\p{N}]+/gu, text);
  const isRelative = !/^https?:/i.test(whole);
  const path = otherPath(base.pathname, options);
  const query = [...base.searchParams].map(([name, value]) => {
    const isOwn = options.ownQueries.has(`${name}=${value}`) || options.vocabulary.has(`query.${name}`, value);
    return `${encodeURIComponent(name).replaceAll('%24', '$')}=${isOwn ? encodeURIComponent(value) : encodeURIComponent(text(value))}`;
  });
  const search = query.length === 0 ? '' : `?${query.join('&')}`;
  if (isRelative) return whole.startsWith('?') ? search : path + search;
  return `${base.protocol}//${otherHost(base.host, manifest, known, text)}${path}${search}`;
}

function otherHost(
  host: string,
  { hosts }: Manifest,
  known: ReadonlyMap<string, string>,
  text: (text: string) => string,
): string {
  if (hosts.includes(host)) return host;
  const found = known.get(host.toLowerCase());
  if (found !== undefined) return found;
  const endings = hosts.filter((one) => /[{*]/.test(one)).map((one) => one.replace(/^(?:\{\w+\}|\*)/, ''));
  const ending = endings.find((one) => one !== '' && host.endsWith(one));
  if (ending === undefined) return `${text(host.replace(/:\d+$/, '')).replaceAll('.', '-')}.example`;
  return text(host.slice(0, -ending.length)) + ending;
}

function otherPath(path: string, { manifest, method = '', vocabulary, text }: AddressOptions): string {
  const template = stepsOf(endpointOf(manifest, method, path));
  const given = path.split('/');
  return given
    .map((segment, index) => {
      const step = template[index - (given.length - template.length)];
      const isBefore = template.length > 0 && step === undefined;
      if (segment === '' || (step !== undefined && !isPlace(step)) || (isBefore && vocabulary.hasKey(segment))) return segment;
      return encodeURIComponent(text(decoded(segment))).replaceAll('%40', '@');
    })
    .join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
