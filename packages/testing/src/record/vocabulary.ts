import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { employeeStatuses, employmentTypes, type Employee, type Manifest } from '@rollcall/core';
import type { Body, Exchange } from '../replay/exchange.ts';
import { eachLeaf, type Leaf } from './walk-body.ts';

/** Words that are known to be nobody's: they stand in the connector's own source, or in its documented recordings at the same place. */
export interface Vocabulary {
  has(path: string, word: string): boolean;
  hasKey(key: string): boolean;
}

const longest = 40;
// What stands there is somebody's, whatever word it is.
const ofPeople =
  /first|last|sur|given|family|middle|full_?name|display_?name|known|preferred|maiden|contact|spouse|partner|nick|e_?mail|street|city|town|address|post|zip|phone|mobile|iban|bic\b|bank|holder|birth|gender|national|religio|marital|photo|picture|image|comment|note/i;
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
}

export function readVocabulary({ source, fixtures, manifest, employees }: VocabularySources): Vocabulary {
  const words = new Set<string>([...employmentTypes, ...employeeStatuses, ...labelsUnderstood(employees)].map(foldWord));
  const keys = new Set<string>();
  const base = typeof manifest.baseUrl === 'string' ? manifest.baseUrl : '';
  for (const part of base.split('/').slice(3)) keys.add(part);
  for (const text of textsIn(source, '.ts')) {
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
        if (value === null || String(value).length > longest) return;
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
      if (folded.length > longest || ofPeople.test(place)) return false;
      return words.has(foldWord(word)) || (!ofTexts.test(place) && byPath.get(path)?.has(folded) === true);
    },
    hasKey: (key) => keys.has(key),
  };
}

/** The last two steps; what kind an address is says nothing of anybody, so there the last one alone. */
function placeOf(path: string): string {
  const steps = path.split(/[./]/).slice(-2);
  const last = steps.at(-1) ?? '';
  return /^@?(?:type|kind|category|usage|primary)$/i.test(last) ? last : steps.join('.');
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
  return /^[A-Z]{2,3}$/.test(word) || countries.has(word.toLowerCase());
}
