import { employmentTypes, type EmploymentType } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';
import { oneOf } from './one-of.ts';
import { text } from './text.ts';

/** The type of employment and the vendor's own word for it. */
export interface EmploymentTypeAndLabel {
  readonly employmentType: EmploymentType | null | undefined;
  readonly employmentTypeLabel: string | null | undefined;
}

type Words = Readonly<Record<string, EmploymentType | null>>;

const ownWords: Readonly<Record<string, EmploymentType>> = Object.fromEntries(employmentTypes.map((type) => [type, type]));
const noWords: Words = {};

interface Tables {
  /** The vendor's words in small letters; of two that differ in their letters' size alone the first counts. */
  readonly documented: ReadonlyMap<string, EmploymentType | null>;
  readonly known: Readonly<Record<string, EmploymentType>>;
}

// Of each connector once: everybody's word is looked up in the same tables.
const tables = new WeakMap<Words, Tables>();

function tablesOf(words: Words): Tables {
  const made = tables.get(words);
  if (made !== undefined) return made;
  const entries = Object.entries(words);
  const types = entries.flatMap(([word, type]) => (type === null ? [] : [[word, type] as const]));
  const fresh: Tables = {
    documented: new Map(entries.toReversed().map(([word, type]) => [word.toLowerCase(), type])),
    known: { ...ownWords, ...Object.fromEntries(types) },
  };
  tables.set(words, fresh);
  return fresh;
}

/**
 * The type from a word that companies edit, kept as label beside it. Our own words count in any spelling ("Full-time",
 * "FIXED TERM"); `words` are the vendor's documented ones, null for one that says nothing of the type ("Employee"). Any other
 * is noted and stays a label.
 */
export function employmentTypeOf(
  value: unknown,
  report: MapReport,
  words: Readonly<Record<string, EmploymentType | null>> = noWords,
): EmploymentTypeAndLabel {
  const label = text(value, report, 'employmentTypeLabel');
  const { documented, known } = tablesOf(words);
  const folded = label?.toLowerCase();
  const type = folded === undefined ? undefined : documented.get(folded);
  if (type !== undefined) return { employmentType: type ?? undefined, employmentTypeLabel: label };
  const employmentType = oneOf(folded?.replaceAll(/[\s_-]+/g, '_') ?? label, known, report, 'employmentType');
  return { employmentType, employmentTypeLabel: label };
}
