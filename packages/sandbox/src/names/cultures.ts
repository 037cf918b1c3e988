import { toCulture, type Culture } from './culture.ts';
import { latinNames } from './latin-names.ts';
import { otherNames } from './other-names.ts';

const lists = { ...latinNames, ...otherNames };

export type CultureName = keyof typeof lists;

const made = Object.entries(lists).map(([name, list]) => [name, toCulture(list)] as const);
const byName = new Map<string, Culture>(made);
const fallback = toCulture(lists.english);

/** Every culture, in the order of the lists: the order is part of what a seed means. */
export const allCultures: readonly [Culture, ...Culture[]] = [
  fallback,
  ...made.filter(([name]) => name !== 'english').map(([, culture]) => culture),
];

export function cultureOf(name: CultureName): Culture {
  return byName.get(name) ?? fallback;
}
