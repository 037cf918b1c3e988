import { IncompleteReadError, proven, unproven, type Completeness, type ReadContext } from '@rollcall/core';
import { allItems, cursorPages, detailsOf, mapConcurrent, mapPages, orGone } from '@rollcall/http';
import { manifest } from './manifest.ts';
import { CustomFields, OneEmployee, Page } from './schema.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;
/** A record before it is checked. */
type Row = { readonly id?: unknown; readonly termination_date?: unknown } | null;

/** The same text for a number and a text: the two lists need not agree. */
const idOf = (row: Row | undefined): string => String(row?.id);

// The lists differ in nothing but the fields of their records: the one in place of the other would rehire everybody on it.
const message = 'Sage HR sent terminated employees in the list of active ones: the read was left unfinished';
const otherList = () => new IncompleteReadError({ code: 'page_repeated', vendor: manifest.slug, message });

/**
 * Everybody: there is a list of active and one of terminated employees, and whoever is to leave is on both. Terminated ones
 * are read first, because their last day is needed beside the active ones. Who is terminated within these seconds may be on
 * neither list: nobody is a leaver for that, and `get` finds them.
 * Source: https://developer.sage.com/hr, support.sage.hr/en/articles/4351540 (2026-11).
 */
export async function* list(context: Context): Pages {
  const rows = (await allItems(pagesOf(context, '/terminated-employees'))) as readonly Row[];
  const terminated = new Map(rows.map((row) => [idOf(row), row]));
  const toRecord = recordsOf(context);
  const active = new Set<string>();
  const end = yield* mapPages(pagesOf(context, '/employees'), async (page) => {
    const people = page as readonly Row[];
    if (people.some((row) => JSON.stringify(row) === JSON.stringify(terminated.get(idOf(row))))) throw otherList();
    for (const row of people) active.add(idOf(row));
    return mapConcurrent(people, 2, (row) => toRecord(row, terminated.get(idOf(row))), context.signal);
  });
  // Whoever was hired again is on both lists: with an active list that is cut, people on the other one may work there.
  if (!end.proven) return end;
  // At least the owner of the key works there.
  if (active.size === 0) return unproven('Sage HR lists nobody who is active, not even the owner of the key');
  const former = rows.filter((row) => !active.has(idOf(row)));
  yield await Promise.all(former.map((row) => toRecord(undefined, row)));
  return proven({ by: 'last_page_signal', detail: 'both lists were read to their last page' });
}

/** One person, from whichever list has them; `null` when neither has. */
export async function get(context: Context, id: string): Promise<unknown> {
  const find = async (path: string): Promise<Row | undefined> =>
    (await orGone(context.http.get(path, { params: { id }, schema: OneEmployee })))?.data;
  const terminated = await find('/terminated-employees/{id}');
  const active = await find('/employees/{id}');
  return active === undefined && terminated === undefined ? null : recordsOf(context)(active, terminated);
}

/** Active employees only have custom fields, and each takes a request: they are read when some are named. */
function recordsOf(context: Context): (active: Row | undefined, terminated: Row | undefined) => Promise<object> {
  const read = async (id: string): Promise<unknown> =>
    (await context.http.get('/employees/{id}/custom-fields', { params: { id }, schema: CustomFields })).data;
  const customFields = { name: 'Custom fields', fields: ['customFields'], read } as const;
  const details = detailsOf(context, context.config.customFields === undefined ? {} : { customFields });
  return async (active, terminated) => {
    const lastDay = terminated === undefined ? null : terminated?.termination_date;
    if (active === undefined) return { person: terminated, isActive: false, lastDay };
    return { person: active, isActive: true, lastDay, ...(await details(idOf(active))) };
  };
}

/** The size of a page is the vendor's own, and differs between accounts. */
function pagesOf({ http }: Context, path: string): Pages {
  return cursorPages(http, path, {
    query: { page: 1 },
    pageParam: 'page',
    schema: Page,
    items: ({ data }) => data,
    next: ({ meta }) => meta.next_page?.toString(),
    totalItems: ({ meta }) => meta.total_entries,
  });
}
