import { valueAt, type Change, type Completeness, type ReadContext } from '@rollcall/core';
import { allItems, lookUps, mapPages, offsetPages, orGone } from '@rollcall/http';
import type { manifest } from './manifest.ts';
import { joinerOf } from './map.ts';
import { OneEmployee, SimployerPage, type Relations } from './schema.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

/** What is asked for beside employees, and the fields that it serves. */
const place = { office: ['workLocation'], department: ['department', 'costCenter'], teamReference: ['team'] } as const;
const costs = { costCenter: ['costCenter'], effectiveCostCenter: ['costCenter'] } as const;
const job = { employment: ['status', 'startDate'], employmentType: ['employmentType', 'employmentTypeLabel'] } as const;

const ids = 'id,companyId,officeId,departmentId,costCenterId,employmentId,employmentTypeId,managerEmployeeId,userId';
const work = 'active,hireDate,endDate,employmentCountry,title,division,employeeNumber,workEmail,workPhone,workPhoneSanitized';
const own = 'firstName,lastName,privateEmail,updated';

/** Everybody: without a filter on `active` former people and future starters are on the list, too. */
export async function* list(context: Context): Pages {
  let relations: Relations;
  let names: Awaited<ReturnType<typeof readNames>> | undefined;
  const items = (page: SimployerPage) => {
    relations = page.relations;
    return page.data;
  };
  return yield* mapPages(pagesOf(context, '/employee', queryOf(context), items), async (page) => {
    // After the first page: a token that is refused is refused once.
    names ??= await readNames(context);
    return recordsOf(context, page, { ...relations, ...names });
  });
}

/** One person; `null` when Simployer does not know the id. */
export async function get(context: Context, id: string): Promise<unknown> {
  const request = { params: { id }, query: queryOf(context), schema: OneEmployee };
  const answer = await orGone(context.http.get('/employee/{id}', request));
  return answer && recordsOf(context, [answer.data], { ...answer.relations, ...(await readNames(context)) })[0];
}

/** Whoever's own record or employments were written since. Deleted people do not show: a hint. */
export async function* changes(context: Context, cursor: string | null): AsyncGenerator<readonly Change[], string, void> {
  const next = context.now.toISOString();
  if (cursor === null) return next;
  for (const [path, select] of Object.entries({ '/employee': 'id', '/employment': 'employeeId' })) {
    const pages = pagesOf(context, path, { 'filters[updated][$gte]': cursor, select });
    for await (const page of pages) yield page.map((row) => ({ id: String(valueAt(row, select)), kind: 'changed' }));
  }
  return next;
}

/** `select` keeps back what is sensitive and not used. It cannot name bank accounts and custom fields: these come with all. */
function queryOf(context: Context) {
  const wanted = Object.entries({ ...place, ...costs, ...job }).filter(([, fields]) => context.wants(...fields));
  const select = context.wants('bankAccount', 'customFields') ? undefined : [ids, work, own].join();
  return { select, relations: wanted.map(([name]) => name).join() };
}

function recordsOf(context: Context, employees: readonly unknown[], relations: Relations): readonly object[] {
  // An Owner is shown bank accounts unasked: nothing of them is kept that nobody asked for.
  const hidden = context.wants('bankAccount') ? {} : { bankAccount: undefined };
  const join = joinerOf(relations, context.now.toISOString().slice(0, 10));
  return employees.map((employee) => join({ ...(employee as object), ...hidden }));
}

/** Names that no relation of an employee gives. */
const readNames = (context: Context) =>
  lookUps(context, {
    company: { name: 'Companies', fields: ['legalEntity'], read: () => allItems(pagesOf(context, '/company')) },
    team: { name: 'Teams', fields: ['team'], read: () => allItems(pagesOf(context, '/team')) },
  });

/** Any list, in an order that stays. A page may be shorter than asked for: without a total only an empty one is the last. */
function pagesOf({ http }: Context, path: string, filter: object = {}, items = ({ data }: SimployerPage) => data): Pages {
  const query = { ...filter, 'sort[id]': 'asc' };
  const totalItems = ({ total }: SimployerPage) => total;
  const hasMore = ({ total, data }: SimployerPage) => (total == null ? data.length > 0 : undefined);
  return offsetPages(http, path, { query, schema: SimployerPage, pageSize: 100, items, totalItems, hasMore });
}
