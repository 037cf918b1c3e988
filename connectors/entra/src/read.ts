import { IncompleteReadError, proven, RollcallError, unproven, valueAt } from '@rollcall/core';
import { vendorId, vendorObject, vendorText } from '@rollcall/core';
import type { Change, Completeness, QueryValue, ReadContext } from '@rollcall/core';
import { allItems, mapPages, nextUrlPages, orGone, type NextUrlPagesOptions } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';
import { isGuest } from './map.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;
type Query = Readonly<Record<string, QueryValue>>;

const Page = vendorObject({ value: z.array(z.unknown()), '@odata.nextLink': vendorText, '@odata.deltaLink': vendorText });
type Page = z.infer<typeof Page>;
const Group = vendorObject({ displayName: z.string() });

// Without a choice eleven properties come, and not whether an account is enabled.
const person = 'id,userPrincipalName,mail,otherMails,givenName,surname,displayName,accountEnabled,userType,employeeId';
const work = 'employeeType,employeeHireDate,jobTitle,department,companyName,officeLocation,city,country,usageLocation';
const basics = `${person},${work},employeeOrgData,businessPhones,mobilePhone`;
const $expand = 'manager($select=id)';

const idOf = (user: unknown): string => String(valueAt(user, 'id'));
const hasAny = (page: readonly unknown[], path: string): boolean => page.some((user) => valueAt(user, path) != null);

/**
 * Everybody with an account, disabled ones included, then those whose account was deleted within the last 30 days: in this
 * order, so that somebody who is restored meanwhile is on neither list, which ends nobody, and not among the deleted. Whoever
 * is on both is left alone. Held are the ids of the first list, and who is in the groups that were asked for.
 */
export async function* list(context: Context): Pages {
  const live = new Set<string>();
  const seen = { states: false, leaveDates: context.config.leaveDates !== true, lastPage: 0 };
  const $select = selectOf(context);
  const groupsOf = await readGroups(context);
  const end = yield* mapPages(pagesOf(context, '/users', { $select, $expand, $top: manifest.pageSize }), (page) => {
    for (const user of page) live.add(idOf(user));
    seen.lastPage = page.length;
    seen.states ||= hasAny(page, 'accountEnabled');
    seen.leaveDates ||= hasAny(page, 'employeeLeaveDateTime');
    return page.filter((user) => isWanted(user, context)).map((user) => ({ user, isDeleted: false, groups: groupsOf(user) }));
  });
  // Graph may cut people with their managers at 100, and does not document that it says so.
  const isDoubtful = !end.proven || seen.lastPage >= manifest.pageSize;
  const whole = isDoubtful ? await counted(context, end, live.size) : end;
  const deleted = yield* mapPages(deletedPages(context, { $select: `${$select},deletedDateTime`, $top: 999 }), (page) =>
    page
      .filter((user) => isWanted(user, context) && !live.has(idOf(user)))
      .map((user) => ({ user, isDeleted: valueAt(user, 'deletedDateTime') !== null })),
  );
  if (!seen.leaveDates) context.warn('Nobody has a leave date: they are empty for apps without User-LifeCycleInfo.Read.All');
  if (live.size === 0) return unproven('Graph shows nobody, although there is at least an administrator');
  if (!seen.states) return unproven('Graph shows of nobody whether the account is enabled');
  return deleted.proven ? whole : deleted;
}

/** One account, disabled or a guest's as well; `null` when there is none, or none any more. */
export async function get(context: Context, id: string): Promise<unknown> {
  const request = { params: { id }, query: { $select: selectOf(context), $expand } };
  const user = await orGone(context.http.get('/users/{id}', request));
  return user === null ? null : { user, isDeleted: false, groups: (await readGroups(context))(user) };
}

/**
 * Whoever was changed or deleted since; the cursor is Graph's own link. One that is too old (7 days) is refused: then everybody
 * is to be read, and changes are to be followed from then on.
 * Source: https://learn.microsoft.com/graph/api/user-delta, https://learn.microsoft.com/graph/delta-query-overview (2026-11).
 * @throws IncompleteReadError `cursor_lost`
 */
export async function* changes(context: Context, cursor: string | null): AsyncGenerator<readonly Change[], string, void> {
  const query: Query = cursor === null ? { $select: `${basics},manager`, $deltatoken: 'latest' } : {};
  let next: string | null | undefined;
  const items = (body: Page) => {
    next = body['@odata.deltaLink'];
    return body.value;
  };
  try {
    for await (const page of pagesOf(context, cursor ?? '/users/delta', query, { items })) yield page.flatMap(toChange);
  } catch (error) {
    if (!RollcallError.isInstance(error) || error.code !== 'not_found') throw error;
  }
  if (next != null && next !== '') return next;
  const message = 'Graph no longer knows from where changes were followed: read everybody, and follow them anew';
  throw new IncompleteReadError({ code: 'cursor_lost', vendor: manifest.slug, message });
}

function toChange(row: unknown): Change[] {
  const id = vendorId.safeParse(valueAt(row, 'id')).data;
  return id === undefined ? [] : [{ id: String(id), kind: hasAny([row], '@removed') ? 'deleted' : 'changed' }];
}

function selectOf(context: Context): string {
  const { customFields = [], leaveDates } = context.config;
  const own = context.wants('customFields') ? ['onPremisesExtensionAttributes', ...customFields] : [];
  return [basics, ...own, ...(leaveDates === true ? ['employeeLeaveDateTime'] : [])].join();
}

/** The names of the groups that somebody is in directly. One that may not be read ends the read: nobody may leave a filter by it. */
async function readGroups(context: Context): Promise<(user: unknown) => readonly string[] | undefined> {
  const { groups } = context.config;
  if (groups === undefined || !context.wants('customFields', 'team')) return () => undefined;
  const names = new Map<string, string[]>();
  for (const id of new Set(groups)) {
    const request = { params: { id }, query: { $select: 'id,displayName' }, schema: Group };
    const { displayName } = await context.http.get('/groups/{id}', request);
    const members = pagesOf(context, '/groups/{id}/members', { $select: 'id', $top: 999 }, { params: { id } });
    for (const member of await allItems(members)) names.set(idOf(member), [...(names.get(idOf(member)) ?? []), displayName]);
  }
  return (user) => names.get(idOf(user))?.toSorted() ?? [];
}

type More = Partial<Pick<NextUrlPagesOptions<Page>, 'items' | 'params' | 'pinPath'>>;

/** A page is announced by a link; one that comes empty is doubtful. */
function pagesOf({ http }: Context, path: string, query: Query, more: More = {}): Pages {
  const next = (body: Page) => body['@odata.nextLink'];
  return nextUrlPages(http, path, { query, schema: Page, items: ({ value }) => value, next, lastMayBeEmpty: false, ...more });
}

/**
 * Where it may not be read, people who are there are read all the same, and nobody is missing by it.
 * Source: https://learn.microsoft.com/graph/api/directory-deleteditems-list (2026-11).
 */
async function* deletedPages(context: Context, query: Query): Pages {
  try {
    // Links to more come in another spelling.
    return yield* pagesOf(context, '/directory/deletedItems/microsoft.graph.user', query, { pinPath: true });
  } catch (error) {
    if (!isRefused(error)) throw error;
    return unproven('Graph does not show the deleted accounts: check the permission User.Read.All');
  }
}

const isRefused = (error: unknown): boolean => RollcallError.isInstance(error) && [400, 403, 404].includes(error.status ?? 0);

/** Not by a filter of Graph's: that would leave out accounts without a type as well. */
function isWanted(user: unknown, { config }: Context): boolean {
  return config.guests === 'include' || !isGuest(valueAt(user, 'userType'));
}

/** Asks how many there are, where Graph tells: a number that is kept apart and may lag behind. */
async function counted({ http }: Context, end: Completeness, read: number): Promise<Completeness> {
  const request = { headers: { ConsistencyLevel: 'eventual' }, as: 'text' } as const;
  const answer = await http.get<string>('/users/$count', request).catch((error: unknown) => {
    if (isRefused(error)) return '';
    throw error;
  });
  const total = Number(/^\D?(\d+)\s*$/.exec(answer)?.[1]);
  if (total > read) return unproven(`Graph gave ${String(read)} of ${String(total)} accounts`);
  // Guests are counted and left out: the number itself is no number of records.
  return total === read
    ? proven({ by: 'last_page_signal', detail: 'no link to a next page, and /users/$count is reached' })
    : end;
}
