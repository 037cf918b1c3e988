import { allCultures, cultureOf, type CultureName } from '../names/cultures.ts';
import type { Culture, Name } from '../names/culture.ts';
import { countries } from '../structure/countries.ts';
import type { Random } from '../random/random.ts';

const local = 0.6;
const shortened = 0.06;
const romanised = 0.4;
const cultureNames = new Map<string, CultureName>(countries.map(({ code, culture }) => [code, culture]));

const givenRoman = romanForms(allCultures.flatMap(({ given }) => given));
const familyRoman = romanForms(allCultures.flatMap(({ family }) => family));

export interface FullName {
  readonly given: Name;
  readonly family: Name;
  readonly preferred: string | null;
}

/** A name, more often than not one of the country. */
export function makeName(random: Random, country: string): FullName {
  const culture = random.chance(local) ? cultureOf(cultureNames.get(country) ?? 'english') : random.pick(allCultures);
  const given = random.pick(culture.given);
  return { given, family: random.pick(culture.family), preferred: preferredName(random, culture, given) };
}

/** Another family name written like the present one. */
export function marriedName(random: Random, lastName: string): Name {
  const culture =
    allCultures.find(({ family }) => family.some(({ written }) => written === lastName)) ?? random.pick(allCultures);
  const name = random.pick(culture.family);
  const next = culture.family[(culture.family.indexOf(name) + 1) % culture.family.length] ?? name;
  return name.written === lastName ? next : name;
}

/** The local part of somebody's address. */
export function localPartOf({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string {
  return `${givenRoman.get(firstName) ?? ''}.${familyRoman.get(lastName) ?? ''}`;
}

/** The same from names that were just picked. */
export function toLocalPart(given: Name, family: Name): string {
  return `${given.roman}.${family.roman}`;
}

/** Who is written in another script is often called by the Latin form. */
function preferredName(random: Random, culture: Culture, given: Name): string | null {
  if (!culture.latin && random.chance(romanised)) return given.roman.charAt(0).toUpperCase() + given.roman.slice(1);
  return random.chance(shortened) ? random.pick(culture.given).written : null;
}

function romanForms(names: readonly Name[]): ReadonlyMap<string, string> {
  return new Map(names.map(({ written, roman }) => [written, roman]));
}
