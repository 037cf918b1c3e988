import { fieldNames, vendorObject, type ReadContext } from '@rollcall/core';
import { z } from 'zod';
import { aliases, manifest, ourFields, type OurField } from './manifest.ts';
import { discover } from './metadata.ts';

type Context = ReadContext<typeof manifest>;
export type Row = Readonly<Record<string, unknown>>;

/** Our fields, and where this interface has them, the first choice first: `Field`, or `Table.Field`. */
type Places = ReadonlyMap<string, readonly string[]>;

/** One person as Sympa has them, whatever the customer calls the fields. */
export const SympaRecord = z.object({
  person: vendorObject({}),
  places: z.custom<Places>((places) => places instanceof Map),
  /** Fields of the person that are none of ours. */
  further: z.array(z.string()),
});
export type SympaRecord = z.infer<typeof SympaRecord>;
export type Layout = Omit<SympaRecord, 'person'>;

/** Of `Table.Field`; '' for a field of the person itself. */
export const tableOf = (path: string): string => path.slice(0, Math.max(0, path.indexOf('.')));
export const columnOf = (path: string): string => path.slice(path.indexOf('.') + 1);

/** The rows of a table; none for anything else. */
export const rowsIn = (value: unknown): readonly Row[] =>
  [value].flat().filter((row): row is Row => typeof row === 'object' && row !== null);

const hint = 'Add the field to the interface in Sympa under this alias, or enter under Field names what it is called there.';

/** National identity codes go no further, whoever left them in an interface. */
const identityCode = /henkil[öo]tunnus|^hetu$|personnummer|f[øo]dselsnummer|cpr|social_?security|^ssn$/i;

/** The fields by Sympa's own list; none where it may not be read. */
export async function describedFields(context: Context): Promise<readonly string[]> {
  const fields = await context.optional('$metadata', [], () => discover(context), []);
  return fields.map(({ name }) => name);
}

/**
 * Where our fields are, by what these people and those `seen` before have. Rows may leave out what is empty: Sympa's own list is
 * asked before anybody is told that a field is missing, and only then.
 * @throws ConfigError for a field that is needed or was named and does not exist, listing those that do.
 */
export async function layoutFor(context: Context, people: readonly Row[], seen: Set<string>): Promise<Layout> {
  for (const [name, value] of people.values().flatMap((person) => Object.entries(person))) {
    // What holds an @ is a note of OData.
    if (!name.includes('@')) seen.add(name);
    for (const column of rowsIn(value).flatMap(Object.keys)) seen.add(`${name}.${column}`);
  }
  try {
    return layoutOf(context, seen);
  } catch {
    for (const name of await describedFields(context)) seen.add(name);
    // A table without a row shows no fields: where Sympa does not list them either, names are taken as they stand.
    const tables = new Set([...seen].map(tableOf));
    const own = Object.values<string>(context.config.fields ?? {});
    for (const name of own) if (seen.has(tableOf(name)) && !tables.has(tableOf(name))) seen.add(name);
    return layoutOf(context, seen);
  }
}

function layoutOf(context: Context, seen: ReadonlySet<string>): Layout {
  const { interfaceName, fields: own = {} } = context.config;
  const tables = new Set([...seen].map(tableOf));
  const known = [...seen].filter((path) => !tables.has(path));
  const told = seen.size === 0 ? undefined : [...known, ...known.map(columnOf)];
  const owner = `the interface ${interfaceName}`;
  fieldNames({ vendor: manifest.slug, owner, names: aliases, own, known: told, needed: ['id'], hint });
  const placesOf = (field: OurField): readonly string[] => {
    const names = own[field] === undefined ? aliases[field] : [own[field]];
    // Each table has a validity of its own.
    return field.startsWith('rowValid') ? names : names.flatMap((name) => pathsOf(name, known));
  };
  const places = new Map<string, readonly string[]>(ourFields.map((field) => [field, placesOf(field)]));
  // An end in another table than the start may be that of an absence: it ends nobody's employment.
  const trusted = ['', 'employment', ...placesOf('startDate').map(tableOf)];
  const ends = placesOf('terminationDate').filter((path) => trusted.includes(tableOf(path)));
  if (own.terminationDate === undefined) places.set('terminationDate', ends);
  const used = new Set([...Object.values(aliases), ...places.values()].flat());
  const further = known.filter((path) => tableOf(path) === '' && !used.has(path) && !identityCode.test(path));
  // Whole persons always come: what nobody asked for is not looked at.
  if (!context.wants('bankAccount')) for (const field of ['bankAccount', 'bic']) places.delete(field);
  return { places, further };
}

/** Where a field is: the name of its table may be left out. Of several tables that have it nobody knows which is meant. */
function pathsOf(name: string, known: readonly string[]): readonly string[] {
  const sure = [name, `employment.${name}`].filter((path) => known.includes(path));
  const others = known.filter((path) => columnOf(path) === name);
  return sure.length > 0 || others.length > 1 ? sure : others;
}
