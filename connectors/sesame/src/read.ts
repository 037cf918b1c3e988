import type { Completeness, HttpClient, ReadContext, RequestOptions } from '@rollcall/core';
import { unproven, valueAt, vendorObject } from '@rollcall/core';
import { allItems, inTurn, lookUps, mapConcurrent, mapPages, numberedPages, orGone, rowsByOwner } from '@rollcall/http';
import { z } from 'zod';
import type { manifest } from './manifest.ts';
import { Assignation } from './schema.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

const Person = vendorObject({ id: z.union([z.string().min(1), z.number()]) });

/** Of a record without a readable id the record itself, which is like no other. */
const idOf = (person: unknown): unknown => Person.safeParse(person).data?.id ?? person;

/** Everybody: who comes without a status in the question is not documented, so each status is asked for by name. */
export async function* list(context: Context): Pages {
  let lists: ReturnType<typeof readLists> | undefined;
  const active = new Set<unknown>();
  let twice = 0;
  const listed = (listedAs: 'active' | 'inactive') => () => {
    const query = { status: listedAs, orderBy: 'createdAt asc' };
    return mapPages(pagesOf(context.http, '/core/v3/employees', { query }), async (page) => {
      // After the first page: a token that is refused is refused once.
      lists ??= readLists(context);
      const others = await lists;
      const people = page.filter((person) => listedAs === 'active' || !active.has(idOf(person)));
      if (listedAs === 'active') for (const person of people) active.add(idOf(person));
      twice += page.length - people.length;
      // Contracts have no list of everybody that a directory may read (2026-11): one request a person.
      return mapConcurrent(people, 5, (employee) => toRecord(context, { employee, listedAs, ...others }), context.signal);
    });
  };
  const end = yield* inTurn(listed('active'), listed('inactive'));
  // Whoever was deactivated meanwhile left a gap, through which somebody else may have moved to a page that was read already.
  return twice > 0 ? unproven('people came as active and as inactive: pages may have shifted, or the filter was not kept') : end;
}

const OnePerson = vendorObject({ data: Person });

/** One person; `null` when Sesame does not know the id. */
export async function get(context: Context, id: string): Promise<unknown> {
  const answer = await orGone(context.http.get('/core/v3/employees/{id}', { params: { id }, schema: OnePerson }));
  return answer === null ? null : toRecord(context, { employee: answer.data, ...(await readLists(context, id)) });
}

async function toRecord(context: Context, person: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { data } = Person.safeParse(person.employee);
  // Without a readable id there is nothing to ask for, and the person will be quarantined.
  if (data === undefined) return person;
  const employeeId = String(data.id);
  const [contracts, chartManager] = await Promise.all([contractsOf(context, employeeId), aboveInChart(context, employeeId)]);
  return { ...person, contracts, chartManager };
}

async function contractsOf(context: Context, employeeId: string): Promise<readonly unknown[] | null | undefined> {
  if (context.config.contracts === 'skip') return undefined;
  const contracts = await orGone(
    allItems(pagesOf(context.http, '/contract/v1/contracts/{employeeId}', { params: { employeeId } })),
  );
  if (contracts === null) context.warn('contracts of some people could not be found: their status is unknown until they are');
  return contracts;
}

const Chart = vendorObject({ data: z.union([vendorObject({}), z.array(z.unknown())]).nullish() });

/** What somebody without a manager is answered is not documented: a 404, no data and nobody in it are all the same. */
async function aboveInChart(context: Context, employeeId: string): Promise<unknown> {
  if (context.config.managers !== 'org-chart' || !context.wants('managerId')) return undefined;
  const path = '/core/v3/employee-profiles/organization-chart-managers/{employeeId}';
  const read = async (): Promise<unknown> => {
    const chart = await orGone(context.http.get(path, { params: { employeeId }, schema: Chart }));
    const id = valueAt(chart, 'data.organizationChartManager.id');
    return id == null ? null : { id };
  };
  return context.optional('Organization chart', ['managerId'], read, undefined);
}

/** Managers, departments and offices of everybody, or of one person. */
async function readLists(context: Context, employeeId?: string) {
  const read = (name: string) => () =>
    rowsByOwner(pagesOf(context.http, `/core/v3/${name}`, { query: { employeeId } }), Assignation, (row) => row.employee.id);
  const approves = context.config.managers === 'approvers';
  // Apart and first, as these cost a name only when they are refused: removals wait when managers or departments are lost.
  const places = await lookUps(context, {
    offices: { name: 'Offices', fields: ['workLocation'], read: read('employee-office-assignations') },
  });
  const others = await lookUps(context, {
    departments: { name: 'Departments', fields: ['department'], read: read('employee-department-assignations') },
    approvers: { name: 'Employee managers', fields: approves ? ['managerId'] : [], read: read('employee-managers') },
  });
  return { ...places, ...others };
}

const count = z.number().nullish();
const Page = vendorObject({ data: z.array(z.unknown()), meta: vendorObject({ lastPage: count, total: count }) });

/** All lists page by number from 1, and say which page is the last (vendor OpenAPI 3.0.0; the most per page is not published). */
function pagesOf(http: HttpClient, path: string, { query, params }: Pick<RequestOptions<unknown>, 'query' | 'params'>): Pages {
  return numberedPages(http, path, {
    params,
    query: { ...query, limit: 100 },
    schema: Page,
    items: ({ data }) => data,
    totalItems: ({ meta }) => meta.total,
    totalPages: ({ meta }) => meta.lastPage,
  });
}
