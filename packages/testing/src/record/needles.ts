import type { Employee } from '@rollcall/core';
import type { RawExchange } from './capture.ts';
import { runsOf, type Needles } from './leak-scan.ts';
import { eachLeaf } from './walk-body.ts';

interface NeedleOptions {
  readonly exchanges: readonly RawExchange[];
  readonly employees: readonly Employee[];
  readonly secrets: readonly string[];
  /** Words that stay on purpose, and those of the fictional config. */
  readonly harmless: ReadonlySet<string>;
  /** Paths of the log-in: what is said there opens doors. */
  readonly isLogIn: (exchange: RawExchange) => boolean;
}

/** Names, in lower case and in single words: they are replaced and looked for wherever they stand. */
export function namesOf(employees: readonly Employee[]): ReadonlySet<string> {
  const texts = employees.flatMap(({ firstName, lastName, preferredName, workEmail, personalEmail }) => [
    firstName,
    lastName,
    preferredName,
    workEmail?.split('@')[0],
    personalEmail?.split('@')[0],
  ]);
  return new Set(texts.flatMap((text) => runsOf(text ?? '')).filter((run) => run.length > 3 && /\D/.test(run)));
}

/** Everything real that is long enough to be somebody's. */
export function needlesOf({ exchanges, employees, secrets, harmless, isLogIn }: NeedleOptions): Needles {
  const strong = new Set<string>(secrets);
  const words = new Set<string>();
  for (const exchange of exchanges) {
    const keysOpen = isLogIn(exchange);
    eachLeaf(exchange.response, ({ value }) => {
      if (value === null || typeof value === 'boolean') return;
      const text = String(value).trim();
      if (harmless.has(text.toLowerCase())) return;
      // When a token ends opens nothing, and days are found by chance.
      if (keysOpen && text.length > 7 && !instant.test(text)) strong.add(text);
      for (const one of tellingIn(text)) strong.add(one);
      if (!/^\d{4}-\d{2}-\d{2}/.test(text))
        for (const run of runsOf(text.replace(uuids, ' '))) if (isTelling(run)) words.add(run);
    });
    for (const cookie of [exchange.headers['set-cookie'] ?? []].flat()) strong.add(cookie.replace(/^[^=]*=([^;]*).*$/s, '$1'));
  }
  for (const { firstName, lastName } of employees) {
    if (firstName == null || lastName == null) continue;
    for (const name of [
      `${firstName} ${lastName}`,
      `${lastName} ${firstName}`,
      `${lastName}, ${firstName}`,
      `${firstName}.${lastName}`,
    ])
      strong.add(name);
  }
  const wanted = (text: string): boolean => text.length > 3 && !harmless.has(text.toLowerCase());
  return {
    strong: new Set([...strong].filter(wanted)),
    words: new Set([...words].filter((word) => !harmless.has(word))),
    names: new Set([...namesOf(employees)].filter((name) => !harmless.has(name))),
  };
}

function isTelling(run: string): boolean {
  // Zeros alone are what stands where there is no number.
  if (/^0+$/.test(run)) return false;
  return /\d/.test(run) ? run.length > 5 : run.length > 3;
}

const instant = /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/;

// Looked for as a whole: four of its digits are anybody's.
const uuids = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

const telling =
  /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|\+?\d[\d ()/-]{6,}\d|[A-Z]{2}\d{2}[A-Z0-9]{11,30}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/giu;

/** Addresses, phone numbers, accounts and unique ids. */
function tellingIn(text: string): readonly string[] {
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return [];
  const isDay = (one: string): boolean => /^\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2}/.test(one);
  const found = [...text.matchAll(telling)].map(([one]) => one.trim()).filter((one) => !isDay(one));
  return [...found, ...found.filter((one) => /^[+\d]/.test(one)).map((one) => one.replace(/\D/g, ''))].filter(
    (one) => one.length > 6,
  );
}
