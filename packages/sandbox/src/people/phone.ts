import type { Random } from '../random/random.ts';

/**
 * Ranges that regulators keep free for fiction. Elsewhere people have a British number that rings nowhere either.
 * Sources, from memory and unverified here: Ofcom "numbers for drama", Bundesnetzagentur "Rufnummern für Medienproduktionen",
 * Arcep "numéros pour les œuvres audiovisuelles", NANPA 555-0100 to 555-0199.
 */
const ranges: Readonly<Record<string, readonly [prefix: string, digits: number]>> = {
  DE: ['+49 30 23125 ', 3],
  FR: ['+33 1 99 00 ', 4],
  US: ['+1 503 555 01', 2],
};
const elsewhere = ['+44 7700 900', 3] as const;

export function makePhone(random: Random, country: string): string {
  const [prefix, digits] = ranges[country] ?? elsewhere;
  return [prefix, random.digits(digits)].join('');
}
