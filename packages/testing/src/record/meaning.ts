import type { Employee } from '@rollcall/core';
import type { RawExchange } from './capture.ts';
import { placeIn } from './replacer.ts';
import { isOfPeople, type Vocabulary } from './vocabulary.ts';
import { eachLeaf } from './walk-body.ts';

/**
 * What may stay if something else would be said without it: the words that several people share at one place (which of two
 * addresses is the one at work), or the ending of mail addresses that the source knows (`onmicrosoft.com`: no mail arrives there).
 */
export type Candidate = { readonly place: string; readonly words: ReadonlySet<string> } | { readonly ending: string };

/** For whoever looks through the recordings before they are published. */
export function inWords(candidate: Candidate): string {
  return 'ending' in candidate ? `@….${candidate.ending}` : `${candidate.place}: ${[...candidate.words].join(', ')}`;
}

export interface Looking {
  /** The endpoint of an exchange. */
  readonly endpointOf: (exchange: RawExchange) => string;
  readonly employees: readonly Employee[];
  readonly placesOfPeople: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  readonly isSomebodys: (text: string) => boolean;
}

const mostWords = 12;

/** One element of the outermost list of an answer, or all of an answer that has none: mostly a person, or a row of one. */
interface Element {
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Everything that might carry meaning and singles nobody out. */
export function candidatesIn(exchanges: readonly RawExchange[], looking: Looking): readonly Candidate[] {
  const places = new Map<string, Owners>();
  for (const [endpoint, some] of Map.groupBy(exchanges, looking.endpointOf))
    for (const [path, owners] of ownersByPath(some.flatMap(elementsOf), looking.employees)) {
      const place = placeIn(endpoint, path);
      if (owners.size <= mostWords && !isOfPeople(path) && !looking.placesOfPeople.has(place)) places.set(place, owners);
    }
  return [...sharedWords(places, looking), ...endingsIn(exchanges, looking)];
}

/** Who has a word, by the word. */
type Owners = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Words that come with two people at least at places of one name: a list has many people, and the details of one, under the same
 * names of members, one.
 */
function sharedWords(places: ReadonlyMap<string, Owners>, { isSomebodys }: Looking): readonly Candidate[] {
  const byName = new Map<string, Map<string, Set<string>>>();
  for (const [place, words] of places)
    for (const [word, owners] of words) {
      const all = byName.get(nameOf(place)) ?? new Map<string, Set<string>>();
      byName.set(nameOf(place), all.set(word, new Set([...(all.get(word) ?? []), ...owners])));
    }
  return [...places].flatMap(([place, words]) => {
    const isShared = (word: string): boolean => (byName.get(nameOf(place))?.get(word)?.size ?? 0) > 1;
    const shared = [...words.keys()].filter((word) => isShared(word) && isWord(word) && !isSomebodys(word));
    return shared.length === 0 ? [] : [{ place, words: new Set(shared) }];
  });
}

function nameOf(place: string): string {
  return place.split(/[./]/).at(-1) ?? '';
}

/** Whose each word is, by path; where elements do not say whose they are, nobody's. */
function ownersByPath(elements: readonly Element[], employees: readonly Employee[]): ReadonlyMap<string, Owners> {
  const ownerPath = ownerPathOf(elements, employees) ?? '';
  const found = new Map<string, Map<string, Set<string>>>();
  for (const { values } of elements) {
    const owners = values.get(ownerPath)?.slice(0, 1) ?? [];
    for (const [path, texts] of values) {
      const words = found.get(path) ?? new Map<string, Set<string>>();
      found.set(path, words);
      for (const text of texts) words.set(text, new Set([...(words.get(text) ?? []), ...owners]));
    }
  }
  return found;
}

/** Where these elements say whose they are: of all places with ids of people that with the most different ones. */
function ownerPathOf(elements: readonly Element[], employees: readonly Employee[]): string | undefined {
  const ids = new Set(employees.map(({ id }) => id.toLowerCase()));
  const found = new Map<string, Set<string>>();
  for (const { values } of elements)
    for (const [path, texts] of values)
      for (const text of texts) if (ids.has(text)) found.set(path, (found.get(path) ?? new Set()).add(text));
  return [...found].sort(([, one], [, other]) => other.size - one.size)[0]?.[0];
}

function elementsOf({ response }: RawExchange): readonly Element[] {
  return outermost(response).map((element) => {
    const values = new Map<string, string[]>();
    eachLeaf(element.body, ({ path, value }) => {
      if (value === null || typeof value === 'boolean') return;
      const place = path.replace('$', element.path);
      values.set(place, [...(values.get(place) ?? []), String(value).trim().toLowerCase()]);
    });
    return { values };
  });
}

type Body = RawExchange['response'];

/** XML has no lists of its own: there a whole answer is one element, and nothing is shared in it. */
function outermost(body: Body, path = '$'): readonly { readonly body: Body; readonly path: string }[] {
  if (Array.isArray(body)) return (body as readonly Body[]).map((item) => ({ body: item, path: `${path}[]` }));
  if (typeof body !== 'object' || body === null) return [];
  const lists = Object.entries(body).flatMap(([name, child]: [string, Body]) => outermost(child, `${path}.${name}`));
  return lists.some((list) => list.path.endsWith('[]')) ? lists : [{ body, path }];
}

function isWord(word: string): boolean {
  return /^\p{L}[\p{L} _-]{0,29}$/u.test(word);
}

const address = /[^\s@<>"']+@(?:[\p{L}\p{N}-]+\.)+([\p{L}\p{N}-]+\.\p{L}{2,})(?![\p{L}\p{N}.-])/gu;

/** The last two parts of longer mail domains, where the source has the first of them: what stands before is the customer's. */
function endingsIn(exchanges: readonly RawExchange[], { vocabulary }: Looking): readonly Candidate[] {
  const found = exchanges.flatMap(({ response }) =>
    [...JSON.stringify(response).matchAll(address)].map(([, ending = '']) => ending),
  );
  const known = found.filter((ending) => vocabulary.hasInSource(ending.split('.')[0] ?? ''));
  return [...new Set(known.map((ending) => ending.toLowerCase()))].map((ending) => ({ ending }));
}

/**
 * The fewest candidates with which the replaced answers say as much of the same as with all of them.
 * @param weigh how much they say otherwise, with these kept
 */
export async function fewestNeeded(
  all: readonly Candidate[],
  weigh: (kept: readonly Candidate[]) => Promise<number>,
): Promise<readonly Candidate[]> {
  if (all.length === 0) return all;
  const [least, without] = [await weigh(all), await weigh([])];
  if (least >= without) return [];
  const needed = async (kept: readonly Candidate[], some: readonly Candidate[]): Promise<readonly Candidate[]> => {
    if (some.length === 0 || (await weigh(kept)) <= least) return [];
    if (some.length === 1) return some;
    const [one, other] = [some.slice(0, some.length / 2), some.slice(some.length / 2)];
    const ofOne = await needed([...kept, ...other], one);
    return [...ofOne, ...(await needed([...kept, ...ofOne], other))];
  };
  return needed([], all);
}
