import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { employeeStatuses, employmentTypes, type Employee, type Manifest } from '@rollcall/core';
import type { Body, Exchange } from '../replay/exchange.ts';
import { eachLeaf, isName, type Leaf } from './walk-body.ts';

/** Words that are known to be nobody's: they stand in the connector's own source, or in its documented recordings at the same place. */
export interface Vocabulary {
  has(path: string, word: string): boolean;
  hasKey(key: string): boolean;
  /** Stands this word anywhere in the source, such as in what a refusal is looked through for? */
  hasInSource(word: string): boolean;
}

const longest = 40;
// Whole sentences, such as those of refusals.
const longestDocumented = 200;
// What stands there is somebody's, whatever word it is.
const ofPeople =
  /first|last|sur|given|family|middle|initial|full_?name|display_?name|known|preferred|maiden|contact|spouse|partner|nick|e_?mail|street|city|town|address|post|zip|phone|mobile|iban|bic\b|bank|holder|birth|gender|national|religio|marital|civil|photo|picture|image|comment|note/i;
// What ends so says what kind the value beside it is of, and nothing of whose it is.
const ofKinds = /(?:type|kind|category|usage|format)$|^@?primary$/i;
const sensitive = /birth|gender|national|religio|marital|civil/i;
// Days and numbers may well be the same by chance: somebody's stays nowhere.
const ofSomebody = /\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}|^\d{4,}$/;
// What stands there is free text, unless the connector itself knows the word.
const ofTexts = /name|title|description|label|number|reference|url|href|\bid$|_id$|[a-z]Id$/i;
const harmless = new Set(['true', 'false', 'yes', 'no', 'y', 'n', 'bearer', 'ok', 'success', 'null', 'none', 'unknown']);

export interface VocabularySources {
  /** Folder of the connector's source. */
  readonly source?: string | undefined;
  /** Folder of its recordings so far. */
  readonly fixtures: string;
  readonly manifest: Manifest;
  /** As the connector understood them. */
  readonly employees: readonly Employee[];
  /** Words of the config that stay: the customer explained them to the connector, so it looks for them. */
  readonly typed?: readonly string[];
}

export function readVocabulary({ source, fixtures, manifest, employees, typed = [] }: VocabularySources): Vocabulary {
  const words = new Set<string>(
    [...employmentTypes, ...employeeStatuses, ...labelsUnderstood(employees), ...typed].map(foldWord),
  );
  const keys = new Set<string>();
  const inSource = new Set<string>();
  const kinds = kindsIn(manifest);
  const base = typeof manifest.baseUrl === 'string' ? manifest.baseUrl : '';
  for (const part of base.split('/').slice(3)) keys.add(part);
  for (const text of textsIn(source, '.ts')) {
    for (const [word] of text.matchAll(/\p{L}{2,}/gu)) inSource.add(word.toLowerCase());
    for (const [, single, double] of text.matchAll(/'((?:[^'\\\n]|\\.){1,60})'|"((?:[^"\\\n]|\\.){1,60})"/g)) {
      const literal = single ?? double ?? '';
      keys.add(literal);
      words.add(foldWord(literal));
      for (const part of literal.split(/[.|,/ ]+/)) keys.add(part);
    }
    for (const [word] of text.matchAll(/\b[A-Za-z_]\w{0,39}(?=\??:)/g)) {
      keys.add(word);
      words.add(foldWord(word));
    }
  }
  const byPath = new Map<string, Set<string>>();
  for (const { response } of textsIn(fixtures, '.json').flatMap(exchangesIn)) {
    eachLeaf(
      response,
      ({ path, value }) => {
        if (value === null || String(value).length > longestDocumented) return;
        const known = byPath.get(path) ?? new Set();
        byPath.set(path, known.add(String(value).toLowerCase()));
      },
      (key) => keys.add(key),
    );
  }
  return {
    has: (path, word) => {
      const folded = word.trim().toLowerCase();
      const place = placeOf(path);
      if (harmless.has(folded)) return true;
      if (kinds.has(foldWord(word)) && !isOfPeople(path)) return true;
      if (ofPeople.test(place)) return false;
      const isKnown = folded.length <= longest && words.has(foldWord(word));
      return isKnown || (!ofTexts.test(place) && !ofSomebody.test(word) && byPath.get(path)?.has(folded) === true);
    },
    hasKey: (key) => keys.has(key),
    hasInSource: (word) => inSource.has(word.toLowerCase()),
  };
}

/** Does the name of a place itself, whatever it stands in, say that it is somebody's? */
export function isOfPeople(path: string): boolean {
  const last = path.split(/[./]/).at(-1) ?? '';
  return ofPeople.test(last) && !isOfKind(last);
}

function isOfKind(step: string): boolean {
  return ofKinds.test(step) && !sensitive.test(step);
}

/** What the manifest tells values apart by: of `phones.Work Mobile | phones.Home` the words, which say of what kind a value is. */
function kindsIn({ fieldPaths = {} }: Manifest): ReadonlySet<string> {
  const steps = Object.values(fieldPaths).flatMap((paths) => paths.split(/[|,./]/));
  return new Set(
    steps
      .flatMap((step) => [step, ...step.split(' ')])
      .map(foldWord)
      .filter((step) => step !== ''),
  );
}

/** The last two steps; what kind an address is says nothing of anybody, so there the last one alone. */
function placeOf(path: string): string {
  const steps = path.split(/[./]/).slice(-2);
  const last = steps.at(-1) ?? '';
  return isOfKind(last) ? (ofKinds.exec(last)?.[0] ?? '') : steps.join('.');
}

/** `Full-time`, `full_time` and `Full time` are one word. */
function foldWord(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
}

/** The vendor's words for kinds of employment, of those kinds that we have a word for. */
function labelsUnderstood(employees: readonly Employee[]): readonly string[] {
  return employees.flatMap(({ employmentType, employmentTypeLabel }) =>
    employmentType == null || employmentType === 'other' || employmentTypeLabel == null ? [] : [employmentTypeLabel],
  );
}

function textsIn(folder: string | undefined, ending: string): readonly string[] {
  if (folder === undefined || !existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** The exchanges of one file; `expected.json` has none. */
function exchangesIn(text: string): readonly { readonly response: Body }[] {
  const content: unknown = JSON.parse(text);
  return Array.isArray(content) ? (content as Exchange[]).filter((one) => (one as Partial<Exchange>).response !== undefined) : [];
}

const ofCompanies: readonly (keyof Employee)[] = [
  'id',
  'managerId',
  'status',
  'employmentType',
  'employmentTypeLabel',
  'startDate',
  'terminationDate',
  'updatedAt',
];

/** Places of answers that list what the members of other answers are called, as descriptions of an API do. */
export function placesOfNames(leaves: readonly Leaf[], isKey: (name: string) => boolean): ReadonlySet<string> {
  const values = new Map<string, Set<string>>();
  for (const { path, value } of leaves)
    if (typeof value === 'string' && !isOfPeople(path)) values.set(path, (values.get(path) ?? new Set()).add(value));
  const isList = (names: ReadonlySet<string>): boolean =>
    names.size > 2 && [...names].filter((name) => isName(name) && isKey(name)).length > names.size / 3;
  return new Set([...values].filter(([, names]) => isList(names)).map(([path]) => path));
}

/** Places of answers that hold nothing but codes of countries in which the connector found people to work. */
export function placesOfCountries(employees: readonly Employee[], leaves: readonly Leaf[]): ReadonlySet<string> {
  const known = new Set(employees.map(({ workLocation }) => workLocation?.country));
  const others = new Set<string>();
  const found = new Set<string>();
  for (const { path, value } of leaves) {
    if (value === null || value === '') continue;
    const isCountry = typeof value === 'string' && /^[a-z]{2}$/i.test(value) && known.has(value.toUpperCase());
    (isCountry ? found : others).add(path);
  }
  return new Set([...found].filter((path) => !others.has(path)));
}

/** Places of answers where values of people stand, found by what the connector made of them. */
export function placesOfPeople(employees: readonly Employee[], leaves: readonly Leaf[]): ReadonlySet<string> {
  const values = new Set(employees.flatMap(textsOfPerson).map((text) => text.toLowerCase()));
  const counts = new Map<string, { all: number; personal: number }>();
  for (const { path, value } of leaves) {
    if (typeof value !== 'string' || value.trim() === '') continue;
    const count = counts.get(path) ?? { all: 0, personal: 0 };
    count.all += 1;
    if (values.has(value.trim().toLowerCase())) count.personal += 1;
    counts.set(path, count);
  }
  return new Set([...counts].filter(([, { all, personal }]) => personal / all > 0.3).map(([path]) => path));
}

function textsOfPerson(employee: Employee): readonly string[] {
  const entries = Object.entries(employee).filter(([field]) => !ofCompanies.some((other) => other === field));
  return entries.flatMap(([, value]) => wordsIn(value)).filter((text) => text.length > 1);
}

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !['country', 'timeZone', 'currency', 'id'].includes(key))
    .flatMap(([, inner]) => wordsIn(inner));
}

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const alphabet = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
let countries: ReadonlySet<string> | undefined;

/** Countries, currencies, languages and time zones, where the name of the place says that they are meant. */
export function isOfTheWorld(path: string, word: string): boolean {
  const place = path.split(/[./]/).slice(-2).join('.');
  if (/zone/i.test(place)) return /^[A-Z][A-Za-z]+\/[A-Za-z_/-]+$|^UTC$/.test(word);
  if (/curren/i.test(place)) return /^[A-Z]{3}$/.test(word);
  if (/locale|lang/i.test(place)) return /^[a-z]{2}(?:[-_][A-Z]{2})?$/i.test(word);
  if (!/countr/i.test(place)) return false;
  countries ??= new Set(
    alphabet
      .flatMap((one) => alphabet.map((two) => countryNames.of(one + two)?.toLowerCase() ?? ''))
      .filter((name) => name !== ''),
  );
  if (/^[a-z]{2}$/.test(word)) return countryNames.of(word.toUpperCase()) !== undefined;
  return /^[A-Z]{2,3}$/.test(word) || countries.has(word.toLowerCase());
}
