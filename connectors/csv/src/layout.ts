import { ConfigError, type ConfigProblem, type ReadContext } from '@rollcall/core';
import { columnsAt, fileError, settingError } from './file-error.ts';
import type { manifest } from './manifest.ts';
import { columns, halves, type Column } from './words/column-words.ts';
import { fold } from './words/fold.ts';
import { columnByWord } from './words/word-tables.ts';

type Context = ReadContext<typeof manifest>;

export interface Place {
  readonly name: string;
  readonly index: number;
}

/** Where a file has what we read. */
export interface Layout {
  readonly places: ReadonlyMap<Column, Place>;
  readonly custom: readonly Place[];
  /** Columns with a name that is not known and was not chosen. */
  readonly unread: readonly number[];
}

const hint = 'Say under Columns which column is meant, by the name in the first row of the file.';

/** What each column is by its name; undefined where the name is not known. */
export function proposed(header: readonly string[]): readonly (Column | undefined)[] {
  const words = header.map(fold);
  const named = words.map((word) => columnByWord.get(word));
  return words.map((word, index) => {
    const half = halves.find(([whole, beside]) => whole === word && beside.some((other) => words.includes(other)));
    return half === undefined || named.includes(half[2]) ? named[index] : half[2];
  });
}

/**
 * Which column is which: as the customer says, else by its name.
 * @throws ConfigError where that is not certain, or not enough to know anybody by
 */
export function layoutOf(header: readonly string[], context: Context): Layout {
  const { columns: own = {}, customColumns = [] } = context.config;
  const guesses = proposed(header);
  const ownNames = Object.values(own).map(fold);
  if (!header.some((name, index) => guesses[index] !== undefined || ownNames.includes(fold(name))))
    throw fileError(
      'holds no known name of a column in its first row; the names of the columns belong there, with nothing above them',
      hint,
    );
  const chosen = ownPlaces(header, own);
  const places = new Map([...placesByName(header, guesses, chosen), ...chosen]);
  const custom = customColumns.map((name) => placeOf(header, name, 'customColumns'));
  requireSomebody(places, header);
  const chosenAt = new Set([...chosen.values(), ...custom].map(({ index }) => index));
  const unread = header.flatMap((name, index) =>
    name === '' || guesses[index] !== undefined || chosenAt.has(index) ? [] : [index],
  );
  if (!context.wants('bankAccount')) for (const column of ['iban', 'bic'] as const) places.delete(column);
  return { places, custom, unread };
}

/** What the customer did not choose, by its name. */
function placesByName(
  header: readonly string[],
  guesses: readonly (Column | undefined)[],
  chosen: ReadonlyMap<Column, Place>,
): Map<Column, Place> {
  // The column of the id may be something else as well.
  const taken = new Set([...chosen].flatMap(([column, { index }]) => (column === 'id' ? [] : [index])));
  const hasBothNames = guesses.includes('firstName') && guesses.includes('lastName');
  const places = new Map<Column, Place>();
  const problems: ConfigProblem[] = [];
  for (const column of columns) {
    if (chosen.has(column) || (column === 'fullName' && hasBothNames)) continue;
    const found = header.flatMap((name, index) => (guesses[index] === column && !taken.has(index) ? [{ name, index }] : []));
    if (found[0] !== undefined) places.set(column, found[0]);
    // Managers by name are not read anyway.
    if (found.length > 1 && column !== 'managerName')
      problems.push({ field: `config.columns.${column}`, problem: `may be ${listOf(found)}` });
  }
  if (problems.length > 0) throw new ConfigError({ vendor: 'csv', problems, hint });
  return places;
}

function ownPlaces(header: readonly string[], own: Readonly<Partial<Record<Column, string>>>): Map<Column, Place> {
  const entries = Object.entries(own) as [Column, string][];
  const places = new Map(entries.map(([column, name]) => [column, placeOf(header, name, `columns.${column}`)]));
  for (const [column, { name, index }] of places) {
    // An id may well be the number, or the address, that people have anyway.
    const other = [...places].find(([each, place]) => each !== column && ![column, each].includes('id') && place.index === index);
    if (other !== undefined) throw settingError(`columns.${column}`, `and columns.${other[0]} are both "${name}"`, hint);
  }
  return places;
}

/** A column by its name, in any spelling of it. */
function placeOf(header: readonly string[], name: string, setting: string): Place {
  const all = header.map((each, index) => ({ name: each, index })).filter((each) => each.name !== '');
  const exact = all.filter((each) => each.name === name);
  const found = exact.length > 0 ? exact : all.filter((each) => fold(each.name) === fold(name));
  if (found.length === 1 && found[0] !== undefined) return found[0];
  const problem = found.length > 1 ? `may be ${listOf(found)}` : `names ${name}, which the file does not have ${told(header)}`;
  throw settingError(setting, problem, hint);
}

function requireSomebody(places: Map<Column, Place>, header: readonly string[]): void {
  const id = places.get('id') ?? places.get('employeeNumber');
  if (id === undefined)
    throw settingError('columns.id', `is missing: no column is known to hold ids or personnel numbers ${told(header)}`, hint);
  places.set('id', id);
  const isKnown = (['workEmail', 'firstName', 'lastName', 'fullName'] as const).some((column) => places.has(column));
  if (!isKnown)
    throw settingError(
      'columns.workEmail',
      `is missing: no column is known to hold e-mail addresses or names ${told(header)}`,
      hint,
    );
}

/** What the file has. Only names that are known are repeated: others may be of people, or a row of one in their place. */
function told(header: readonly string[]): string {
  const guesses = proposed(header);
  const all = header.map((name, index) => ({ name, index })).filter(({ name }) => name !== '');
  const known = all.filter(({ index }) => guesses[index] !== undefined);
  const others = all.filter(({ index }) => guesses[index] === undefined).map(({ index }) => index);
  return `(known: ${listOf(known, ', ') || 'none'}; not known: ${columnsAt(others)})`;
}

const listOf = (found: readonly Place[], between = ' or '): string =>
  found.map(({ name, index }) => `"${name}" (${columnsAt([index])})`).join(between);
