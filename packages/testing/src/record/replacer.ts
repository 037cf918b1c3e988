import type { Manifest } from '@rollcall/core';
import type { Body } from '../replay/exchange.ts';
import type { RawExchange } from './capture.ts';
import { isIban, otherIban } from './iban.ts';
import type { OtherDays } from './other-days.ts';
import type { StandIns } from './stand-ins.ts';
import { isOfTheWorld, type Vocabulary } from './vocabulary.ts';
import { isName, mapBody, type Leaf } from './walk-body.ts';

export interface ReplacerOptions {
  readonly manifest: Manifest;
  readonly standIns: StandIns;
  readonly days: OtherDays;
  readonly vocabulary: Vocabulary;
  readonly placesOfPeople: ReadonlySet<string>;
  /** Texts that have a stand-in already, such as what was typed to connect. */
  readonly known: ReadonlyMap<string, string>;
  /** Parts of queries that the connector itself writes, as `name=value`. */
  readonly ownQueries: ReadonlySet<string>;
}

/** Replaces everything that is not known to be harmless. */
export interface Replacer {
  body(body: Body): Body;
  text(text: string): string;
  address(address: string): string;
  headers(headers: RawExchange['headers']): Record<string, string>;
  /** Words that were left as they are. */
  readonly kept: ReadonlySet<string>;
  readonly replaced: number;
}

// How pages are counted; a number there is nobody's.
const counting =
  /(?:^|[.[\]/@])(?:total|count|page|pages|limit|offset|size|per_?page|page_?size|page_?number|total_?(?:count|pages|results|items|records|elements)|start_?index|items_?per_?page|expires_?in|last_?page|current_?page|result_?count|odata\.count|__count)$/i;
const ofDays = /date|day|time|since|until|begin|birth|start|end|expire|modif|creat|updat|valid|from$|to$|on$|at$/i;

export function createReplacer(options: ReplacerOptions): Replacer {
  const { standIns, days, vocabulary, placesOfPeople, known } = options;
  const kept = new Set<string>();
  const counter = { replaced: 0 };
  const pattern = shapes(known);

  const text = (value: string): string =>
    value.replace(pattern, (...found) => {
      const groups = found.at(-1) as Readonly<Record<string, string | undefined>>;
      return shaped(found[0], groups);
    });

  const shaped = (whole: string, groups: Readonly<Record<string, string | undefined>>): string => {
    if (groups['known'] !== undefined) return known.get(whole.toLowerCase()) ?? whole;
    if (groups['url'] !== undefined) return address(whole);
    if (groups['email'] !== undefined) return email(whole);
    if (groups['uuid'] !== undefined) return standIns.uuid(whole);
    if (groups['day'] !== undefined) return days.day(groups['day']) + (groups['time'] ?? '');
    if (groups['ticks'] !== undefined) return whole.replace(groups['ticks'], movedInstant(groups['ticks'], days));
    if (groups['written'] !== undefined) return writtenDay(whole, days);
    if (groups['iban'] !== undefined && isIban(whole.toUpperCase())) return otherIban(whole.toUpperCase(), standIns);
    if (groups['phone'] !== undefined && /\D/.test(whole)) return otherPhone(whole, standIns);
    return whole.replace(/[\p{L}\p{M}\p{N}]+/gu, run);
  };

  const run = (part: string): string => {
    if (/^\d+$/.test(part)) return standIns.digits(part);
    return /^\D+$/.test(part) ? standIns.word(part) : standIns.mixed(part);
  };

  const email = (whole: string): string => {
    const at = whole.lastIndexOf('@');
    const domain = whole.slice(at + 1).replace(/\.[^.]+$/, '');
    return `${whole.slice(0, at).replace(/[\p{L}\p{M}\p{N}]+/gu, run)}@${domain.replace(/[\p{L}\p{M}\p{N}]+/gu, run).replaceAll('.', '-')}.example`;
  };

  const address = (whole: string): string => replacedAddress(whole, { ...options, text });

  const leaf = ({ path, value }: Leaf): Leaf['value'] => {
    const replaced = leafValue(path, value);
    if (replaced === value) {
      if (typeof value === 'string') kept.add(value.trim().toLowerCase());
    } else counter.replaced += 1;
    return replaced;
  };

  const leafValue = (path: string, value: Leaf['value']): Leaf['value'] => {
    if (value === null || typeof value === 'boolean' || value === '') return value;
    const isPersonal = placesOfPeople.has(path);
    if (typeof value === 'number')
      return isPersonal ? otherNumber(path, value) : keepsNumber(path, value) ? value : otherNumber(path, value);
    if (!isPersonal && keepsText(path, value)) return value;
    if (/^\d{8}$/.test(value) && ofDays.test(path.split(/[./]/).at(-1) ?? '')) return compactDay(value, days, standIns);
    return /^[/?](?:[^/]|$)/.test(value) && !/\s/.test(value) ? address(value) : text(value);
  };

  const keepsText = (path: string, value: string): boolean => {
    if (/^\d+$/.test(value) && counting.test(path)) return true;
    return vocabulary.has(path, value) || isOfTheWorld(path, value);
  };

  const keepsNumber = (path: string, value: number): boolean => {
    if (counting.test(path) || (Math.abs(value) < 1_000 && vocabulary.has(path, String(value)))) return true;
    return Math.abs(value) < 100 && Number.isInteger(value * 100);
  };

  const otherNumber = (path: string, value: number): number => {
    const written = String(Number.isSafeInteger(value) || !Number.isInteger(value) ? value : Math.trunc(value / 1e6) % 1e15);
    const isInstant = /^(?:\d{10}|\d{12,13})$/.test(written) && ofDays.test(path.split(/[./]/).at(-1) ?? '');
    if (isInstant) return Number(movedInstant(written, days));
    return /^-?[\d.]+$/.test(written) ? Number(written.replace(/\d+/g, (digits) => standIns.digits(digits))) : value;
  };

  const key = (name: string): string =>
    vocabulary.hasKey(name) || known.get(name.toLowerCase()) === name || isName(name) ? name : text(name);

  return {
    body: (body) => mapBody(body, { leaf, key }),
    text,
    address,
    headers: (headers) => replacedHeaders(headers, { vocabulary, text, address, run }),
    kept,
    get replaced() {
      return counter.replaced;
    },
  };
}

/** What can be told from a text by its form, in the order in which it is looked for. */
function shapes(known: ReadonlyMap<string, string>): RegExp {
  const literals = [...known.keys()]
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const parts = [
    ...(literals.length === 0 ? [] : [`(?<known>(?<![\\p{L}\\p{N}])(?:${literals.join('|')})(?![\\p{L}\\p{N}]))`]),
    String.raw`(?<url>https?:\/\/[^\s"'<>]+)`,
    String.raw`(?<email>[\p{L}\p{M}\p{N}._%+'\-]+@[\p{L}\p{M}\p{N}\-]+(?:\.[\p{L}\p{M}\p{N}\-]+)+)`,
    String.raw`(?<uuid>(?<![0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f]))`,
    String.raw`(?<date>\/Date\((?<ticks>-?\d+))`,
    String.raw`(?<!\d)(?<day>\d{4}-\d{2}-\d{2})(?!\d)(?<time>(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+\-]\d{2}:?\d{2})?)`,
    String.raw`(?<written>(?<!\d)\d{1,2}(?<sep>[.\/\-])\d{1,2}\k<sep>\d{4}(?!\d))`,
    String.raw`(?<iban>(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?: ?[a-z0-9]{1,4}){3,8}(?![\p{L}\p{N}]))`,
    String.raw`(?<phone>(?<![\p{L}\p{N}])(?:\+ ?)?\(?\d[\d ().\/\-]{4,}\d(?![\p{L}\p{N}]))`,
    String.raw`(?<run>[\p{L}\p{M}\p{N}]+)`,
  ];
  return new RegExp(parts.join('|'), 'giu');
}

/** The last seven digits are the subscriber's, however the rest is written. */
function otherPhone(whole: string, standIns: StandIns): string {
  const digits = whole.replace(/\D/g, '');
  const rest = Math.max(0, digits.length - 7);
  const others = Array.from(digits.slice(0, rest) + standIns.digits(digits.slice(rest)));
  return whole.replace(/\d/g, () => others.shift() ?? '0');
}

/** Seconds or milliseconds since 1970, on another day at the same time. */
function movedInstant(ticks: string, days: OtherDays): string {
  const [perDay, unit] = ticks.length > 11 ? [86_400_000, 1] : [86_400, 1_000];
  const day = new Date(Number(ticks) * unit).toISOString().slice(0, 10);
  const moved = (Date.parse(`${days.day(day)}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000;
  return String(Number(ticks) + moved * perDay);
}

/** Days first, unless the second number can be no month. */
function writtenDay(whole: string, days: OtherDays): string {
  const [, one = '', separator = '', two = '', year = ''] = /^(\d+)(\D)(\d+)\D(\d+)$/.exec(whole) ?? [];
  const monthFirst = Number(two) > 12;
  const [day, month] = monthFirst ? [two, one] : [one, two];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const [otherYear = year, otherMonth = month, otherDay = day] = days.day(iso).split('-');
  const like = (text: string, model: string): string => (model.length === 2 ? text : String(Number(text)));
  return monthFirst
    ? [like(otherMonth, one), like(otherDay, two), otherYear].join(separator)
    : [like(otherDay, one), like(otherMonth, two), otherYear].join(separator);
}

function compactDay(digits: string, days: OtherDays, standIns: StandIns): string {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const other = days.day(iso);
  return other === iso ? standIns.digits(digits) : other.replaceAll('-', '');
}

/** All days that stand in an answer, in whatever way they are written. */
export function daysIn(text: string): readonly string[] {
  const found: string[] = [];
  const days = { day: (day: string) => (found.push(day), day) };
  for (const [, day = ''] of text.matchAll(/(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/g)) found.push(day);
  for (const [whole] of text.matchAll(/(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{4}(?!\d)/g)) writtenDay(whole, days);
  for (const [, ticks = ''] of text.matchAll(/(?:\/Date\(|(?<![\d.]))(-?\d{12,13}|\d{10})(?!\d)/g)) {
    const date = new Date(Number(ticks) * (ticks.length > 11 ? 1 : 1_000));
    found.push(date.toISOString().slice(0, 10));
  }
  for (const [, year = '', month = '', day = ''] of text.matchAll(/(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)/g))
    found.push(`${year}-${month}-${day}`);
  return found;
}

interface AddressOptions extends Pick<ReplacerOptions, 'manifest' | 'known' | 'ownQueries' | 'vocabulary'> {
  readonly text: (text: string) => string;
}

/** The vendor's own hosts and what the manifest writes of a path stay; the rest of an address is data. */
function replacedAddress(whole: string, options: AddressOptions): string {
  const { manifest, known, text } = options;
  const base = URL.parse(whole, 'https://relative.invalid');
  if (base === null) return whole.replace(/[\p{L}\p{M}\p{N}]+/gu, text);
  const isRelative = !/^https?:/i.test(whole);
  const path = replacedPath(base.pathname, options);
  const query = [...base.searchParams].map(([name, value]) => {
    const isOwn = options.ownQueries.has(`${name}=${value}`) || options.vocabulary.has(`query.${name}`, value);
    return `${encodeURIComponent(name).replaceAll('%24', '$')}=${isOwn ? encodeURIComponent(value) : encodeURIComponent(text(value))}`;
  });
  const search = query.length === 0 ? '' : `?${query.join('&')}`;
  if (isRelative) return whole.startsWith('?') ? search : path + search;
  return `${base.protocol}//${replacedHost(base.host, manifest, known, text)}${path}${search}`;
}

function replacedHost(
  host: string,
  { hosts }: Manifest,
  known: ReadonlyMap<string, string>,
  text: (text: string) => string,
): string {
  if (hosts.includes(host)) return host;
  const found = known.get(host.toLowerCase());
  if (found !== undefined) return found;
  const pattern = hosts.find((one) => /[{*]/.test(one) && host.endsWith(one.replace(/^(?:\{\w+\}|\*)/, '')));
  if (pattern === undefined) return `${text(host.replace(/:\d+$/, '')).replaceAll('.', '-')}.example`;
  const ending = pattern.replace(/^(?:\{\w+\}|\*)/, '');
  return text(host.slice(0, -ending.length)) + ending;
}

function replacedPath(path: string, { manifest: { endpoints }, vocabulary, text }: AddressOptions): string {
  const templates = [...endpoints.reads, ...(endpoints.tokens ?? [])].map((one) => (one.split(' ')[1] ?? '').split('?')[0] ?? '');
  const given = path.split('/');
  const template = templates
    .map((one) => one.split('/').slice(1))
    .sort((one, other) => other.length - one.length || placesIn(one) - placesIn(other))
    .find((parts) => parts.every((part, index) => isPlace(part) || part === given.at(index - parts.length)));
  return given
    .map((segment, index) => {
      const part = template?.[index - (given.length - template.length)];
      const isBefore = template !== undefined && part === undefined;
      if (segment === '' || (part !== undefined && !isPlace(part)) || (isBefore && vocabulary.hasKey(segment))) return segment;
      return encodeURIComponent(text(decoded(segment))).replaceAll('%40', '@');
    })
    .join('/');
}

function isPlace(part: string): boolean {
  return part.includes('{');
}

function placesIn(parts: readonly string[]): number {
  return parts.filter(isPlace).length;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

interface HeaderOptions {
  readonly vocabulary: Vocabulary;
  readonly text: (text: string) => string;
  readonly address: (address: string) => string;
  readonly run: (text: string) => string;
}

const wantedHeaders = /^(?:content-type|retry-after|x-total.*|x-page.*|x-per-page|x-next.*|x-ratelimit-.*)$/;

/** Those that say how to go on. All others (ids of requests, addresses, dates, what servers say of themselves) are left out. */
function replacedHeaders(headers: RawExchange['headers'], { text, address }: HeaderOptions): Record<string, string> {
  const replaced = Object.entries(headers).flatMap(([name, given]): [string, string][] => {
    const value = typeof given === 'string' ? given : given.join(', ');
    if (name === 'link') return [[name, value.replace(/<([^>]*)>/g, (_, url: string) => `<${address(url)}>`)]];
    if (name === 'location') return [[name, address(value)]];
    if (name === 'set-cookie') return [[name, value.replace(/=([^;,]+)[^,]*/g, (_, cookie: string) => `=${text(cookie)}`)]];
    if (!wantedHeaders.test(name)) return [];
    return [[name, name === 'content-type' || /^[\d.]{1,9}$/.test(value) ? value : text(value)]];
  });
  return Object.fromEntries(replaced);
}
