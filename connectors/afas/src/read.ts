import { AuthError, unproven, valueAt, type Change, type Completeness, type ReadContext } from '@rollcall/core';
import { lookUps, mapPages, rowsById, rowsByOwner } from '@rollcall/http';
import { fieldIds, type manifest } from './manifest.ts';
import { checkConnector, connectorIdOf, namesIn, refused, type Names } from './names.ts';
import { disordered, rowsOf, type Filter, type Pages } from './rows.ts';
import { Employer, isPrivate, Unit } from './schema.ts';

type Context = ReadContext<typeof manifest>;
type LookedUp = Awaited<ReturnType<typeof readLookUps>>;

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'medium' });

/** Everybody whom the GetConnector shows, leavers and future starters included. */
export async function* list(context: Context): Pages {
  const isAccepted = await checkConnector(context);
  const people = new Set<string>();
  try {
    return yield* everybody(context, people);
  } catch (error) {
    // The OpenAPI document of AFAS has 401 for a GetConnector that a good token may not read, and metainfo has just taken this one.
    const isRight = isAccepted && people.size === 0 && AuthError.isInstance(error);
    throw isRight ? refused(context, 'the app connector or its user may not read it') : error;
  }
}

async function* everybody(context: Context, people: Set<string>): Pages {
  const names = await namesIn(context);
  const toOurs = toOurIds(context, names);
  let lookedUp: LookedUp | undefined;
  const end = yield* mapPages(byPerson(employmentRows(context, names), names, people), async (groups) => {
    const known = (lookedUp ??= await readLookUps(context));
    return groups.map((rows) => ({ rows: (rows as readonly unknown[]).map(toOurs), ...known }));
  });
  if (people.size === 0) return unproven('AFAS showed nobody: a filter of the GetConnector or of its user hides everybody');
  const heads = [...(lookedUp?.units?.values() ?? [])].flat().map(({ Manager }) => String(Manager ?? '').trim());
  if (heads.some((head) => head !== '' && !people.has(head)))
    context.warn('Some heads of the organisation chart are not among the people: a filter may hide them, or they have other ids');
  return end;
}

/** One person, by a filter. No row is `null`: AFAS knows no such employee, or shows none. */
export async function get(context: Context, id: string): Promise<unknown> {
  const names = await namesIn(context);
  const pages = await Array.fromAsync(employmentRows(context, names, filterOf(names.id, '1', id)));
  // A percent sign in an id is a wildcard to AFAS.
  const rows = pages.flat().filter((row) => idOf(row, names) === id);
  return rows.length === 0 ? null : { rows: rows.map(toOurIds(context, names)), ...(await readLookUps(context)) };
}

/** People whose record was changed, where the connector has a field that says so. The cursor is a time in Amsterdam. */
export async function* changes(context: Context, cursor: string | null): AsyncGenerator<readonly Change[], string, void> {
  const names = await namesIn(context);
  const changed = names.isTold ? names.updatedAt : undefined;
  if (changed === undefined)
    context.warn(`The GetConnector has no field ${fieldIds.updatedAt}: changes are found when everybody is read`);
  else if (cursor !== null)
    for await (const page of employmentRows(context, names, filterOf(changed, '2', cursor))) {
      const ids = new Set(page.map((row) => idOf(row, names)));
      yield [...ids].flatMap((id) => (id === undefined ? [] : [{ id, kind: 'changed' }]));
    }
  return clock.format(context.now).replace(' ', 'T');
}

/** Sorted by employee, so that the rows of a person come together; what else is sorted by must exist. */
function employmentRows(context: Context, { id, startDate, functionStart, isTold }: Names, filter: Filter = {}): Pages {
  const orderBy = isTold && functionStart !== undefined ? [id, startDate, functionStart] : [id, startDate];
  return rowsOf(context, connectorIdOf(context), orderBy, filter);
}

/** A comma or a semicolon would make several values of one, so those take the form with JSON. */
function filterOf(field: string, operator: string, value: string): Filter {
  if (!/[,;]/.test(value)) return { filterfieldids: field, filtervalues: value, operatortypes: operator };
  const condition = { '@FieldId': field, '@OperatorType': operator, '#text': value };
  return { filterjson: JSON.stringify({ Filters: { Filter: [{ '@FilterId': 'Filter 1', Field: [condition] }] } }) };
}

/**
 * The rows of each person, which are neighbours: one for each employment and function. Only those of the last person of a
 * page are kept until the next one. An employment that comes later might be the one that counts: nobody may be judged by some
 * of their rows.
 * @throws IncompleteReadError `page_repeated` when the rows of a person came apart.
 */
async function* byPerson(pages: Pages, names: Names, people: Set<string>): AsyncGenerator<unknown[][], Completeness, void> {
  let groups: unknown[][] = [];
  for (;;) {
    const page = await pages.next();
    for (const row of page.done === true ? [] : page.value) {
      const id = idOf(row, names);
      const group = groups.at(-1);
      if (id !== undefined && group !== undefined && idOf(group[0], names) === id) group.push(row);
      else if (id !== undefined && people.has(id)) throw disordered('the rows of one employee came apart');
      else groups.push([row]);
      if (id !== undefined) people.add(id);
    }
    const held = page.done === true ? [] : groups.splice(-1);
    yield groups;
    if (page.done === true) return page.value;
    groups = held;
  }
}

/** What people refer to. Source: Profit_OrganizationChart and Profit_Employers in the vendor's OpenAPI (2026-11). */
function readLookUps(context: Context) {
  const [chart, list] = ['Profit_OrganizationChart', 'Profit_Employers'];
  const units = () => rowsByOwner(rowsOf(context, chart, ['Unitd']), Unit, ({ Unitd }) => Unitd);
  const employers = () => rowsById(rowsOf(context, list, ['EmployerId']), Employer, ({ EmployerId }) => EmployerId);
  return lookUps(context, {
    units: { name: chart, fields: ['managerId'], read: units },
    employers: { name: list, fields: ['legalEntity'], read: employers },
  });
}

/** A row by our ids. AFAS always sends whole rows: what is private, or a bank account that nobody asked for, goes no further. */
function toOurIds(context: Context, names: Names): (row: unknown) => unknown {
  const ids = Object.entries(fieldIds) as [keyof typeof fieldIds, string][];
  const pairs = ids.map(([field, ours]) => ({ field, ours, theirs: names[field] }));
  const wanted = pairs.filter(({ field }) => field !== 'bankAccount' || context.wants(field));
  // Both names of a field are done with: our own stands for nothing where the customer has another.
  const done = new Set(pairs.flatMap(({ ours, theirs = ours }) => [ours, theirs]));
  return (row) => {
    if (typeof row !== 'object' || row === null) return row;
    const further = Object.entries(row).filter(([id]) => !done.has(id) && !isPrivate(id));
    const known = wanted.flatMap(({ ours, theirs }) => (theirs === undefined ? [] : [[ours, valueAt(row, theirs)] as const]));
    return Object.fromEntries<unknown>([...further, ...known]);
  };
}

/** Whose row this is. */
function idOf(row: unknown, { id }: Names): string | undefined {
  const value = valueAt(row, id);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;
}
