import { unproven, valueAt, type Completeness, type ReadContext } from '@rollcall/core';
import { allItems, lookUps, mapConcurrent, mapPages, numberedPages, orGone } from '@rollcall/http';
import { restOf } from './auth.ts';
import { manifest, ofSheets } from './manifest.ts';
import { Page, Tree } from './schema.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

/**
 * Everybody whom the user of the token may see, people who left included: `/users/active` would leave them out. The list
 * has no dates, so the sheet of each is read. Source: github.com/Epitech-ops/eurecia (2024-07).
 */
export async function* list(context: Context): Pages {
  const names = await readNames(context);
  const readRecord = async (item: unknown) => ({ user: await sheetOf(context, item), ...names });
  const seen = { people: 0 };
  const end = yield* mapPages(pagesOf(context, 'users'), (page) => {
    seen.people += page.length;
    return mapConcurrent(page, manifest.limits.concurrency, readRecord, context.signal);
  });
  return seen.people < 2 ? unproven('Eurécia shows nobody beside the user of the token, as it does to an ordinary user') : end;
}

/** One person; `null` when Eurécia does not know the id. */
export async function get(context: Context, id: string): Promise<unknown> {
  const user = await orGone(readSheet(context, id));
  return user === null ? null : { user, ...(await readNames(context)) };
}

const readSheet = ({ http, config }: Context, id: string): Promise<unknown> =>
  http.get(`${restOf(config)}/v4/users/${encodeURIComponent(id)}`);

/** The sheet, or the entry of the list where the sheet may not be read or has gone meanwhile. */
async function sheetOf(context: Context, item: unknown): Promise<unknown> {
  const id = valueAt(item, 'id');
  if (typeof id !== 'string' && typeof id !== 'number') return item;
  return context.optional('The sheets of some people', ofSheets, () => readSheet(context, String(id)), item);
}

/** Names of departments and structures by id. Users do not say which company they are of: it is known where there is one only. */
async function readNames(context: Context): Promise<object> {
  const readTree = (tree: string) => () => context.http.get(`${restOf(context.config)}/v4/${tree}`, { schema: Tree });
  const { departments, structures, companies } = await lookUps(context, {
    departments: { name: 'departments', fields: ['department'], read: readTree('departments') },
    structures: { name: 'structures', fields: ['workLocation'], read: readTree('structures') },
    companies: { name: 'companies', fields: ['legalEntity'], read: () => allItems(pagesOf(context, 'companies')) },
  });
  return { departments, structures, company: companies?.length === 1 ? companies[0] : undefined };
}

/** Pages count from 0. `last` and `number` contradict the totals in the only examples there are, and are not read. */
function pagesOf({ http, config }: Context, name: 'users' | 'companies'): Pages {
  return numberedPages(http, `${restOf(config)}/v4/${name}`, {
    firstPage: 0,
    schema: Page,
    items: ({ content }) => content,
    totalPages: ({ totalPages }) => totalPages,
    // Companies only give a name: their total need not hold.
    totalItems: ({ totalElements }) => (name === 'users' ? totalElements : undefined),
  });
}
