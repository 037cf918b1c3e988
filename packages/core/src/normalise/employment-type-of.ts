import { employmentTypes, type EmploymentType } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';
import { oneOf } from './one-of.ts';
import { text } from './text.ts';

/** The type of employment and the vendor's own word for it. */
export interface EmploymentTypeAndLabel {
  readonly employmentType: EmploymentType | null | undefined;
  readonly employmentTypeLabel: string | null | undefined;
}

const ownWords: Readonly<Record<string, EmploymentType>> = Object.fromEntries(employmentTypes.map((type) => [type, type]));

/**
 * The type from a word that companies edit, kept as label beside it. Our own words count in any spelling ("Full-time",
 * "FIXED TERM"); `words` are the vendor's documented ones, null for one that says nothing of the type ("Employee"). Any other
 * is noted and stays a label.
 */
export function employmentTypeOf(
  value: unknown,
  report: MapReport,
  words: Readonly<Record<string, EmploymentType | null>> = {},
): EmploymentTypeAndLabel {
  const label = text(value, report, 'employmentTypeLabel');
  const entry = Object.entries(words).find(([word]) => word.toLowerCase() === label?.toLowerCase());
  if (entry !== undefined) return { employmentType: entry[1] ?? undefined, employmentTypeLabel: label };
  const word = label?.toLowerCase().replaceAll(/[\s_-]+/g, '_');
  const known = Object.fromEntries(Object.entries(words).flatMap(([name, type]) => (type === null ? [] : [[name, type]])));
  const employmentType = oneOf(word ?? label, { ...ownWords, ...known }, report, 'employmentType');
  return { employmentType, employmentTypeLabel: label };
}
