import { unproven, valueAt, vendorId, type Completeness, type ReadContext } from '@rollcall/core';
import { mapPages, odataPages, orGone, rowsByOwner } from '@rollcall/http';
import { manifest } from './manifest.ts';
import { namedSets, versionOf, type NamedSet } from './names.ts';
import { CezanneRow } from './schema.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;
type Sets = Awaited<ReturnType<typeof namedSets>>;
type Rows = ReadonlyMap<string, readonly CezanneRow[]>;

const otherSets = ['Communications', 'Employments', 'Deployments'] as const;

const pathsByField = Object.entries(manifest.fieldPaths) as [keyof typeof manifest.fieldPaths, string][];

/** What is lost without a set. */
const fieldsOf = (set: string) => pathsByField.flatMap(([field, path]) => (path.startsWith(`${set}.`) ? [field] : []));

/** What the sets beside People hold, by person. One that nobody asked for is not there, one that was refused is undefined. */
type Lists = Partial<Record<(typeof otherSets)[number], Rows | undefined>>;

/**
 * Everybody, leavers and future starters included. The other sets are held while people pass by, each row reduced to the few
 * properties that were asked for.
 */
export async function* list(context: Context): Pages {
  const sets = await namedSets(context);
  const seen = new Set<string>();
  let lists: Lists | undefined;
  const end = yield* mapPages(rowsOf(context, sets.People), async (page) => {
    // After the first page: a user who is refused is refused once.
    const known = (lists ??= await readLists(context, sets));
    for (const person of page) seen.add(ownerOf(person));
    return page.map((person) => toRecord(person, known));
  });
  const doubt = doubtOf(seen, lists ?? {});
  return doubt === undefined ? end : unproven(doubt);
}

/** One person; `null` when Cezanne does not know the id, or does not show the person to the user. */
export async function get(context: Context, id: string): Promise<unknown> {
  const sets = await namedSets(context);
  const key = id.replaceAll("'", "''");
  const params = { version: versionOf(context), set: sets.People.name, id: key };
  const options = { params, query: { $select: selectionOf(sets.People) }, schema: CezanneRow };
  const entity = await orGone(context.http.get("/{version}/dataservice.svc/{set}('{id}')", options));
  if (entity === null) return null;
  return toRecord(toPaths(sets.People, entity['d'] ?? entity), await readLists(context, sets, key));
}

/** The rows of the other sets, of everybody or of one person. */
async function readLists(context: Context, sets: Sets, key?: string): Promise<Lists> {
  const lists: Lists = {};
  for (const name of otherSets) {
    const [set, fields] = [sets[name], fieldsOf(name)];
    if (set === undefined || !context.wants(...fields)) continue;
    const $filter = key === undefined ? undefined : `${set.properties['PERSONID'] ?? set.properties['personId']} eq '${key}'`;
    const read = () => rowsByOwner(rowsOf(context, set, $filter), CezanneRow, ownerOf);
    lists[name] = await context.optional<Rows | undefined>(`The entity set ${set.name}`, fields, read, undefined);
  }
  return lists;
}

function toRecord(People: unknown, lists: Lists): unknown {
  const rows = Object.entries(lists).map(([name, byOwner]) => [name, byOwner?.get(ownerOf(People))]);
  return { People, ...Object.fromEntries(rows) };
}

/** Why this was perhaps not everybody: rows follow the user's security role, and whom that hides is missing without a word. */
function doubtOf(seen: ReadonlySet<string>, lists: Lists): string | undefined {
  const refused = otherSets.filter((name) => name in lists && lists[name] === undefined);
  if (refused.length > 0) return `Cezanne refuses the user ${refused.join(' and ')}`;
  if (seen.size < 2) return 'Cezanne shows the user at most one person, as it does with the role Self Service';
  if (lists.Employments?.size === 0) return 'Cezanne shows the user no employments';
  const isHidden = lists.Employments?.keys().some((id) => !seen.has(id)) === true;
  return isHidden ? 'there are employments of people whom Cezanne does not show' : undefined;
}

function rowsOf(context: Context, set: NamedSet, $filter?: string): Pages {
  const params = { version: versionOf(context), set: set.name };
  const query = { $select: selectionOf(set), $filter };
  // Links are taken for their query alone: their path may be written in another case.
  const pages = odataPages(context.http, '/{version}/dataservice.svc/{set}', { params, query, pinPath: true });
  return mapPages(pages, (page) => page.map((row) => toPaths(set, row)));
}

/** Leaves out photographs, dates of birth and whatever else is not read. */
const selectionOf = ({ properties }: NamedSet): string => [...new Set(Object.values(properties))].join(',');

/** A row by the names of our paths, and with nothing else. */
function toPaths({ properties }: NamedSet, row: unknown): unknown {
  return Object.fromEntries(Object.entries(properties).map(([path, name]) => [path, valueAt(row, name)]));
}

/** Whose row this is. A column of fixed width may pad the code. */
function ownerOf(row: unknown): string {
  return String(vendorId.safeParse(valueAt(row, 'PERSONID | personId')).data ?? '').trim();
}
