import countries from 'iso-3166-1';
import type { EmployeeField } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';

/**
 * A country as ISO 3166-1 alpha-2, from alpha-2, alpha-3, the numeric code or the name, in English or another language in which
 * companies keep their people. `null` for none; what is no country is noted and stays absent.
 */
export function country(value: unknown, report: MapReport, field: EmployeeField): string | null | undefined {
  if (value === undefined) return undefined;
  if (value === null || (typeof value === 'string' && value.trim() === '')) return null;
  const found = typeof value === 'string' ? lookUp(value.trim().normalize('NFC')) : undefined;
  if (found === undefined) report.note(field, 'unknown_value', 'a country (ISO 3166-1)', value);
  return found;
}

function lookUp(written: string): string | undefined {
  const upper = written.toUpperCase();
  if (upper === 'UK') return 'GB';
  if (upper.length === 2) return countries.whereAlpha2(upper)?.alpha2;
  if (/^\d{3}$/.test(upper)) return countries.whereNumeric(upper)?.alpha2;
  if (upper.length === 3) return countries.whereAlpha3(upper)?.alpha2;
  return byEnglishName().get(upper) ?? byOtherName().get(upper);
}

let englishNames: Map<string, string> | undefined;

// Both the official names ("Netherlands (Kingdom of the)") and the everyday ones of CLDR ("Netherlands").
function byEnglishName(): Map<string, string> {
  if (englishNames) return englishNames;
  const everyday = new Intl.DisplayNames('en', { type: 'region' });
  englishNames = new Map();
  for (const { alpha2, country: official } of countries.all()) {
    englishNames.set(official.toUpperCase(), alpha2);
    englishNames.set((everyday.of(alpha2) ?? official).toUpperCase(), alpha2);
  }
  return englishNames;
}

const languages = ['de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'ca'];

let otherNames: Map<string, string | undefined> | undefined;

/** Names of CLDR. One that means two countries in two languages means none. */
function byOtherName(): ReadonlyMap<string, string | undefined> {
  if (otherNames) return otherNames;
  otherNames = new Map();
  for (const language of languages) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const { alpha2 } of countries.all()) {
      const name = names.of(alpha2)?.toLocaleUpperCase(language);
      if (name === undefined) continue;
      const isOthers = otherNames.has(name) && otherNames.get(name) !== alpha2;
      otherNames.set(name, isOthers ? undefined : alpha2);
    }
  }
  return otherNames;
}
