import type { Manifest } from '@rollcall/core';
import type { Body } from '../replay/exchange.ts';
import type { RawExchange } from './capture.ts';
import type { Candidate } from './meaning.ts';
import { otherAddress } from './other-address.ts';
import type { OtherDays } from './other-days.ts';
import { createOtherText } from './other-text.ts';
import type { StandIns } from './stand-ins.ts';
import { isOfTheWorld, type Vocabulary } from './vocabulary.ts';
import { isName, mapBody, type Leaf } from './walk-body.ts';
import { compactDay, isEndOfTime, isInstant, isOfDays, movedInstant } from './written-days.ts';

export interface ReplacerOptions {
  readonly manifest: Manifest;
  readonly standIns: StandIns;
  readonly days: OtherDays;
  readonly vocabulary: Vocabulary;
  /** Is this what a member is called, somewhere in the answers or in the source, and nobody's name? */
  readonly isKey: (name: string) => boolean;
  /** As `placeIn` has them. */
  readonly placesOfPeople: ReadonlySet<string>;
  /** As `placeIn` has them: where members of other answers are named. */
  readonly placesOfNames: ReadonlySet<string>;
  /** As `placeIn` has them: whatever the place is called, countries stay. */
  readonly placesOfCountries: ReadonlySet<string>;
  /** Texts that have a stand-in already, such as what was typed to connect. */
  readonly known: ReadonlyMap<string, string>;
  /** Parts of queries that the connector itself writes, as `name=value`. */
  readonly ownQueries: ReadonlySet<string>;
  /** What stays because the meaning hangs on it. */
  readonly kept: readonly Candidate[];
}

/** What a body is the answer of. */
export interface Answered {
  readonly endpoint: string;
  readonly status: number;
}

/** A place of an answer: one vendor has the same path in several answers, and something else there in each. */
export function placeIn(endpoint: string, path: string): string {
  return `${endpoint} ${path}`;
}

/** Replaces everything that is not known to be harmless. */
export interface Replacer {
  body(body: Body, answered: Answered): Body;
  text(text: string): string;
  /** @param method of the request, where it is that of one */
  address(address: string, method?: string): string;
  headers(headers: RawExchange['headers']): Record<string, string>;
  /** Words that were left as they are. */
  readonly kept: ReadonlySet<string>;
  readonly replaced: number;
}

// How pages are counted; a number there is nobody's.
const counting =
  /(?:^|[.[\]/@])(?:total|count|page|pages|limit|offset|size|per_?page|page_?size|take|skip|top|page_?number|total_?(?:count|pages|results|items|records|elements)|start_?index|items_?per_?page|expires_?in|last_?page|current_?page|result_?count|odata\.count|__count)$/i;

export function createReplacer(options: ReplacerOptions): Replacer {
  const { standIns, days, vocabulary, known } = options;
  const kept = new Set<string>();
  const counter = { replaced: 0 };
  const onKept = (text: string): void => {
    kept.add(text.trim().toLowerCase());
  };
  const { text, sentence } = createOtherText({
    standIns,
    days,
    known,
    endings: options.kept.flatMap((one) => ('ending' in one ? [one.ending] : [])),
    isInSource: (word) => vocabulary.hasInSource(word),
    address: (whole) => address(whole),
    onKept,
  });

  const address = (whole: string, method?: string): string =>
    otherAddress(whole, { ...options, text, ...(method !== undefined && { method }) });

  const stays = staysBy(options);

  const leaf = (found: Leaf, answered: Answered): Leaf['value'] => {
    const { value } = found;
    if (value === null || typeof value === 'boolean' || value === '') return value;
    if (!stays(found, answered)) {
      counter.replaced += 1;
      return typeof value === 'number' ? otherNumber(found.path, value) : otherValue(found.path, value, answered);
    }
    if (typeof value === 'string') onKept(value);
    return value;
  };

  const otherValue = (path: string, value: string, { status }: Answered): string => {
    if (status > 399) return sentence(value);
    if (/^\d{8}$/.test(value) && isOfDays(path)) return compactDay(value, days, standIns);
    return /^[/?](?!\/|Date\()/.test(value) && !/\s/.test(value) ? address(value) : text(value);
  };

  const otherNumber = (path: string, value: number): number => {
    const written = String(Number.isSafeInteger(value) || !Number.isInteger(value) ? value : Math.trunc(value / 1e6) % 1e15);
    if (!isInstant(path, written))
      return /^-?[\d.]+$/.test(written) ? Number(written.replace(/\d+/g, (digits) => standIns.digits(digits))) : value;
    if (isEndOfTime(written)) onKept(written);
    return Number(movedInstant(written, days));
  };

  const key = (name: string): string => {
    const isOwn = vocabulary.hasKey(name) || known.get(name.toLowerCase()) === name || (isName(name) && options.isKey(name));
    if (isOwn) return name;
    // What customers add is often numbered behind a word that the connector looks for: `custom_4417`.
    const [, word = '', number = ''] = /^(\p{L}+[_-]?)(\d+)$/u.exec(name) ?? [];
    return number !== '' && vocabulary.hasInSource(word.replace(/[_-]$/, '')) ? word + standIns.digits(number) : text(name);
  };

  return {
    body: (body, answered) => mapBody(body, { leaf: (found) => leaf(found, answered), key }),
    text,
    address,
    headers: (headers) => otherHeaders(headers, { text, address }),
    kept,
    get replaced() {
      return counter.replaced;
    },
  };
}

type Stays = (leaf: Leaf, answered: Answered) => boolean;

/** What is known to be nobody's, or carries meaning and singles nobody out. */
function staysBy({ vocabulary, placesOfPeople, placesOfNames, placesOfCountries, isKey, kept }: ReplacerOptions): Stays {
  const words = new Map(kept.flatMap((one) => ('place' in one ? [[one.place, one.words] as const] : [])));
  return ({ path, value }, { endpoint }) => {
    const place = placeIn(endpoint, path);
    const isMeant = words.get(place)?.has(String(value).trim().toLowerCase()) === true;
    if (isMeant || placesOfCountries.has(place)) return true;
    if (placesOfPeople.has(place)) return false;
    if (typeof value === 'number') return isSmallNumber(path, value, vocabulary);
    const text = String(value);
    if (placesOfNames.has(place) && isKey(text)) return true;
    return (/^\d+$/.test(text) && counting.test(path)) || vocabulary.has(path, text) || isOfTheWorld(path, text);
  };
}

function isSmallNumber(path: string, value: number, vocabulary: Vocabulary): boolean {
  if (counting.test(path) || (Math.abs(value) < 1_000 && vocabulary.has(path, String(value)))) return true;
  return Math.abs(value) < 100 && Number.isInteger(value * 100);
}

interface HeaderOptions {
  readonly text: (text: string) => string;
  readonly address: (address: string) => string;
}

const wantedHeaders = /^(?:content-type|retry-after|x-total.*|x-page.*|x-per-page|x-next.*|x-ratelimit-.*)$/;

/** Those that say how to go on. All others (ids of requests, addresses, dates, what servers say of themselves) are left out. */
function otherHeaders(headers: RawExchange['headers'], { text, address }: HeaderOptions): Record<string, string> {
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
