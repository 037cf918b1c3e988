import type { AnyConnector } from '@rollcall/core';
import { fieldsAt } from '../drift/compare-shapes.ts';
import type { RawExchange } from './capture.ts';
import { endpointOf } from './endpoint.ts';
import type { FictionalConfig } from './fictional-config.ts';
import { runsOf } from './leak-scan.ts';
import { candidatesIn, type Candidate } from './meaning.ts';
import { namesOf } from './needles.ts';
import { createOtherDays } from './other-days.ts';
import type { RealCase } from './record-cases.ts';
import { createReplacer, placeIn, type Replacer } from './replacer.ts';
import { createStandIns } from './stand-ins.ts';
import { placesOfCountries, placesOfNames, placesOfPeople, type Vocabulary } from './vocabulary.ts';
import { eachLeaf, isName, type Leaf } from './walk-body.ts';
import { daysIn } from './written-days.ts';

export interface Replacing {
  readonly fictional: FictionalConfig;
  readonly vocabulary: Vocabulary;
  readonly now: Date;
  readonly becomes: string;
}

export interface Replacers {
  /** What may stay, where the meaning hangs on it. */
  readonly candidates: readonly Candidate[];
  /** Replaces everything that these cases say, but for what is kept. The stand-ins are the same each time. */
  readonly create: (kept: readonly Candidate[]) => Replacer;
}

export function replacersFor(
  connector: AnyConnector,
  real: readonly RealCase[],
  { fictional, vocabulary, now, becomes }: Replacing,
): Replacers {
  const { manifest } = connector;
  const exchanges = real.flatMap((one) => one.exchanges);
  const { leaves, keys } = seenIn(connector, exchanges);
  const cursors = real.flatMap(({ scenario }) => (scenario.kind === 'changes' ? [scenario.cursor ?? ''] : []));
  const asked = exchanges.map(({ path }) => decodeURIComponent(path));
  const texts = [...leaves.map(({ value }) => String(value)), ...asked, ...cursors];
  const employees = real.flatMap(({ result }) => result.employees);
  const names = namesOf(employees);
  const isSomebodys = (text: string): boolean => runsOf(text).some((run) => names.has(run));
  const isKey = (name: string): boolean => (keys.has(name) || vocabulary.hasKey(name)) && !isSomebodys(name);
  const options = {
    manifest,
    standIns: createStandIns(new Set([...texts.flatMap(runsOf), ...texts.map(endOfNumber)])),
    days: createOtherDays(texts.flatMap(daysIn), { today: now.toISOString().slice(0, 10), becomes: becomes.slice(0, 10) }),
    vocabulary: withoutNames(withStatusWords(vocabulary, connector, exchanges), isSomebodys),
    isKey,
    placesOfPeople: placesOfPeople(employees, leaves),
    placesOfNames: placesOfNames(leaves, isKey),
    placesOfCountries: placesOfCountries(employees, leaves),
    known: fictional.known,
    ownQueries: ownQueriesOf(exchanges.map(({ path }) => path)),
  };
  const ofExchange = ({ method, path }: RawExchange): string => endpointOf(manifest, method, path);
  return {
    candidates: candidatesIn(exchanges, { ...options, employees, isSomebodys, endpointOf: ofExchange }),
    create: (kept) => createReplacer({ ...options, kept }),
  };
}

/** Every value with its place, and every name of a member. */
function seenIn(
  { manifest }: AnyConnector,
  exchanges: readonly RawExchange[],
): { readonly leaves: readonly Leaf[]; readonly keys: ReadonlySet<string> } {
  const leaves: Leaf[] = [];
  const keys = new Set<string>();
  for (const { method, path: asked, response } of exchanges) {
    const endpoint = endpointOf(manifest, method, asked);
    const onKey = (key: string): void => {
      if (isName(key)) keys.add(key);
    };
    eachLeaf(response, ({ path, value }) => leaves.push({ path: placeIn(endpoint, path), value }), onKey);
  }
  return { leaves, keys };
}

/** What is replaced of a phone number. */
function endOfNumber(text: string): string {
  return text.replace(/\D/g, '').slice(-7);
}

const mostWords = 12;

/** The words of the status as the vendor has them, of which the connector may not know each: few, short, and at the status's own place. */
function withStatusWords(vocabulary: Vocabulary, { manifest }: AnyConnector, exchanges: readonly RawExchange[]): Vocabulary {
  const names = (manifest.fieldPaths?.status ?? '')
    .split(/[|,]/)
    .map((one) => one.trim().split(/[./]/).at(-1)?.toLowerCase() ?? '');
  const words = new Map<string, Set<string>>();
  for (const { method, path, response } of exchanges) {
    const endpoint = endpointOf(manifest, method, path);
    eachLeaf(response, ({ path: place, value }) => {
      const steps = place.replaceAll('[]', '').toLowerCase().split(/[./]/).slice(-2);
      if (typeof value !== 'string' || !steps.some((step) => step !== '' && names.includes(step))) return;
      if (fieldsAt(manifest, endpoint, place).includes('status')) words.set(place, (words.get(place) ?? new Set()).add(value));
    });
  }
  const isWord = (word: string): boolean => /^\p{L}[\p{L} _-]{0,29}$/u.test(word);
  const closed = new Set([...words].filter(([, found]) => found.size <= mostWords).map(([place]) => place));
  return { ...vocabulary, has: (path, word) => vocabulary.has(path, word) || (closed.has(path) && isWord(word)) };
}

/** A word that is somebody's name is nobody's status. */
function withoutNames(vocabulary: Vocabulary, isSomebodys: (text: string) => boolean): Vocabulary {
  return {
    ...vocabulary,
    has: (path, word) => vocabulary.has(path, word) && !isSomebodys(word),
    hasInSource: (word) => vocabulary.hasInSource(word) && !isSomebodys(word),
  };
}

/** What a query says in more than one request is written by the connector: sizes of pages, names of fields. */
function ownQueriesOf(paths: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const path of new Set(paths)) {
    const { searchParams } = new URL(path, 'https://relative.invalid');
    for (const [name, value] of searchParams) counts.set(`${name}=${value}`, (counts.get(`${name}=${value}`) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([pair]) => pair));
}
