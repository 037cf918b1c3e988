import { ConfigError, IncompleteReadError, RollcallError, unproven, valueAt } from '@rollcall/core';
import type { Change, Completeness, QueryValue, ReadContext } from '@rollcall/core';
import { allItems, detailsOf, inTurn, lookUps, mapConcurrent, mapPages, offsetPages, orGone, rowsById } from '@rollcall/http';
import { manifest } from './manifest.ts';
import { OneEmployee, Page, PortalInfo, Row } from './schema.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;
type Query = Readonly<Record<string, QueryValue>>;

const { slug: vendor } = manifest;
const active = '/hr/v1.0/employees';
const deactivated = '/hr/v1.0/employees/deactivated';

const counted = { items: ({ data }: Page) => data, totalItems: ({ paging }: Page) => paging?.total };
const paged = { pageSize: 50, schema: Page, ...counted };

// Rows of the two lists hardly differ: a page of the one in place of the other would go unnoticed.
const samePage = 'Planday sent the same page of employees twice: the read was left unfinished';

const idOf = (row: unknown): string => String(valueAt(row, 'id'));

/**
 * Everybody: active employees, then deactivated ones who are not active as well. In this order whoever is deactivated in
 * between is read once more as active, and nobody is lost. Of all people no more than the ids is held.
 * Source: https://openapi.planday.com/guides/hr-guide (2026-11).
 */
export async function* list(context: Context): Pages {
  await checkPortal(context);
  const special = await specialOf(context);
  const fields = context.config.details === true ? (['jobTitle', 'customFields'] as const) : [];
  const details = detailsOf(context, { detail: { name: 'Employee details', fields, read: (id) => readDetail(context, id) } });
  const listed = new Map<string, boolean>();
  let lists: Awaited<ReturnType<typeof readLists>> | undefined;
  let lastPage = '';
  const pages = (path: string, isActive: boolean) => () =>
    mapPages(peoplePages(context, path, { special }), async (page) => {
      if (page.length === 0) return [];
      const written = JSON.stringify(page);
      if (written === lastPage) throw new IncompleteReadError({ code: 'page_repeated', vendor, message: samePage });
      lastPage = written;
      // After the first page: a token that is refused is refused once.
      lists ??= await readLists(context);
      const people = page.filter((row) => isActive || listed.get(idOf(row)) !== true);
      for (const row of people) listed.set(idOf(row), isActive);
      const detailed = async (person: unknown) => (isActive && valueAt(person, 'id') != null ? details(idOf(person)) : {});
      const toRecord = async (person: unknown) => ({ person, isActive, ...lists, ...(await detailed(person)) });
      return mapConcurrent(people, 4, toRecord, context.signal);
    });
  const end = yield* inTurn(pages(active, true), pages(deactivated, false));
  // At least the administrator who authorized the app is active.
  if (!listed.values().some(Boolean)) return unproven('Planday lists nobody who is active');
  const isHidden = ({ employeeId }: Row): boolean => employeeId != null && !listed.has(String(employeeId));
  if (lists?.supervisors?.values().some(isHidden) === true)
    context.warn('Some supervisors are not among the people: the administrator of the app may not see all departments');
  return end;
}

/** One person; `null` when Planday knows no such employee. */
export async function get(context: Context, id: string): Promise<unknown> {
  await checkPortal(context);
  const detail = await orGone(readDetail(context, id, { special: await specialOf(context) }));
  if (detail === null) return null;
  if (detail !== undefined) {
    const isActive = detail.isDeactivated == null ? undefined : !detail.isDeactivated;
    return { person: detail, isActive, detail, ...(await readLists(context)) };
  }
  // Not an active employee, or none at all: the lists tell which.
  const everybody = list({ ...context, config: { ...context.config, details: false } });
  const isAsked = (record: unknown): boolean => idOf(valueAt(record, 'person')) === id;
  const [record] = await allItems(mapPages(everybody, (records) => records.filter(isAsked)));
  return record ?? null;
}

/** Who was written or deactivated since. A dismissal that was entered ahead may take effect unnoticed: a hint. */
export async function* changes(context: Context, cursor: string | null): AsyncGenerator<readonly Change[], string, void> {
  const next = `${context.now.toISOString().slice(0, 19)}Z`;
  if (cursor === null) return next;
  await checkPortal(context);
  const modified = (path: string) => () => peoplePages(context, path, { modifiedFrom: cursor });
  const left = () => peoplePages(context, deactivated, { deactivatedFrom: cursor });
  for await (const page of inTurn(modified(active), modified(deactivated), left))
    yield page.filter((row) => valueAt(row, 'id') != null).map((row) => ({ id: idOf(row), kind: 'changed' }));
  return next;
}

/** Ids are unique inside one portal only: those of another one would be other people. */
async function checkPortal({ config, http }: Context): Promise<void> {
  if (config.portalId === undefined) return;
  const { data } = await http.get('/portal/v1.0/info', { schema: PortalInfo });
  const problem = `is not the portal of the token, which is ${String(data.id)}`;
  if (String(data.id) !== config.portalId) throw new ConfigError({ vendor, problems: [{ field: 'config.portalId', problem }] });
}

/** What bank accounts are asked for with, once it is known that they may be: without the scope a list may be refused whole. */
async function specialOf(context: Context): Promise<string | undefined> {
  if (!context.wants('bankAccount')) return undefined;
  const special = 'BankAccount';
  const ask = () => context.http.get(active, { query: { limit: 1, special } }).then(() => special);
  return context.optional<string | undefined>('Bank account: READ', ['bankAccount'], ask, undefined);
}

async function readDetail({ http }: Context, id: string, query: Query = {}) {
  try {
    return (await http.get(`${active}/{id}`, { params: { id }, query, schema: OneEmployee })).data;
  } catch (error) {
    // An id of nobody, or of somebody who is no longer active (https://openapi.planday.com/guides/errors, 2026-11).
    if (RollcallError.isInstance(error) && error.status === 400) return undefined;
    throw error;
  }
}

function readLists(context: Context) {
  const rows = (path: string) => () => rowsById(offsetPages(context.http, `/hr/v1.0/${path}`, paged), Row, ({ id }) => id);
  return lookUps(context, {
    departments: { name: 'Department: READ', fields: ['department', 'workLocation'], read: rows('departments') },
    groups: { name: 'Employee group: READ', fields: ['team'], read: rows('employeegroups') },
    types: { name: 'Employee type: READ', fields: ['employmentType', 'employmentTypeLabel'], read: rows('employeetypes') },
    supervisors: { name: 'Supervisors', fields: ['managerId'], read: rows('employees/supervisors') },
  });
}

/** A page may be shorter than asked for: of people, without a total, only an empty one is the last. */
function peoplePages({ http }: Context, path: string, query: Query): Pages {
  const hasMore = ({ paging, data }: Page) => (paging?.total == null ? data.length > 0 : undefined);
  return offsetPages(http, path, { ...paged, query, hasMore });
}
