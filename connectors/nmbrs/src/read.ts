import { unproven, valueAt, type Completeness, type ReadContext, type RequestOptions } from '@rollcall/core';
import { allItems, inTurn, lookUps, mapPages, numberedPages, orGone, rowsByOwner } from '@rollcall/http';
import type { z } from 'zod';
import { entriesOfNow } from './history.ts';
import type { manifest } from './manifest.ts';
import { CompanyPage, Found, Histories, NmbrsPerson, Page, type Company } from './schema.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;
type Where = Pick<RequestOptions<unknown>, 'params' | 'query'>;

/**
 * Everybody of all companies that the consent covers, one company after the other: in memory are the histories of one company
 * at a time, and of these only what is read. Source: https://nmbrs.stoplight.io/docs/nmbrs-restapi (2026-11).
 */
export async function* list(context: Context): Pages {
  const companies = await companiesOf(context);
  if (companies.length === 0) return unproven('the consent covers no company that is to be read');
  const end = yield* inTurn(...companies.map((company) => () => employeesOf(context, company)));
  return chosenOf(context).size > companies.length ? unproven('the consent does not cover all companies that were entered') : end;
}

/** One person; `null` when Nmbrs does not know the id. */
export async function get(context: Context, id: string): Promise<unknown> {
  const request = { params: { employeeId: id }, headers: headersOf(context), schema: Found };
  const found = (await orGone(context.http.get('/employees/{employeeId}', request)))?.data[0];
  if (found === undefined) return null;
  // This answer says neither of which company somebody is, nor since when.
  for (const company of await companiesOf(context)) {
    for await (const [record] of employeesOf(context, company, id)) if (record !== undefined) return record;
  }
  return { person: { employeeId: id, info: [valueAt(found, 'personalInfo')].flat() } };
}

async function companiesOf(context: Context): Promise<readonly Company[]> {
  const companies = (await allItems(pagesOf(context, '/companies', CompanyPage))) as readonly Company[];
  const chosen = chosenOf(context);
  return companies.filter(({ companyId }) => chosen.size === 0 || chosen.has(companyId.toLowerCase()));
}

const chosenOf = ({ config }: Context) => new Set(config.companyIds?.map((id) => id.toLowerCase()));

/** The people of one company, or one of them, with their histories. */
function employeesOf(context: Context, company: Company, employeeId?: string): Pages {
  const where = { params: { companyId: company.companyId }, query: { employeeId } };
  const pages = (name: string): Pages => pagesOf(context, `/companies/{companyId}/employees/${name}`, Page, where);
  let collections: ReturnType<typeof readHistories> | undefined;
  return mapPages(pages('personalinfo'), async (page) => {
    const isMeant = (row: unknown) => (employeeId === undefined ? !isApplicant(row, context) : idOf(row) === employeeId);
    const people = page.filter(isMeant);
    if (people.length === 0) return [];
    // After the first page: where the people may not be read, nothing else is asked for.
    const read = Object.entries(await (collections ??= readHistories(context, pages)));
    return people.map((person) => {
      const histories = read.map(([key, rows]) => [key, rows && historyOf(rows.get(idOf(person)) ?? [], key)] as const);
      return { person, company, ...Object.fromEntries(histories) };
    });
  });
}

/** Whoever has no row in a collection has an empty history; one that stands in no row, or was not read, stays absent. */
function historyOf(rows: readonly z.infer<typeof Histories>[], key: string): readonly unknown[] | undefined {
  return rows.some((row) => row[key] === undefined) ? undefined : rows.flatMap((row) => row[key] ?? []);
}

/** The other collections, by the names that the histories have in their rows. */
function readHistories(context: Context, pages: (name: string) => Pages) {
  const rows = (name: string) => () => rowsByOwner(pages(name), Histories, ({ employeeId }) => employeeId);
  return lookUps(context, {
    employments: { name: 'Employments', fields: ['status', 'startDate', 'terminationDate'], read: rows('employments') },
    contracts: { name: 'Contracts', fields: ['employmentType'], read: rows('contracts') },
    functions: { name: 'Functions', fields: ['jobTitle'], read: rows('functions') },
    departments: { name: 'Departments', fields: ['department'], read: rows('departments') },
    managers: { name: 'Managers', fields: ['managerEmail'], read: rows('managers') },
    employeeCostCenters: { name: 'Cost centers', fields: ['costCenter'], read: rows('costcenters') },
    bankAccounts: { name: 'Bank accounts', fields: ['bankAccount'], read: rows('bankaccounts') },
  });
}

const idOf = (row: unknown): string => String(valueAt(row, 'employeeId'));

/** Applicants are listed among the employees, and have never been any. */
function isApplicant(row: unknown, { now }: Context): boolean {
  const info = NmbrsPerson.safeParse(row).data?.info ?? [];
  const type = valueAt(entriesOfNow(info, now.toISOString().slice(0, 10)).at(-1), 'basicInfo.employeeType');
  return /^(?:rejected)?applicant$/i.test(String(type).trim());
}

function pagesOf(context: Context, path: string, schema: typeof Page | typeof CompanyPage, { params, query }: Where = {}): Pages {
  return numberedPages(context.http, path, {
    params,
    query: { ...query, pageSize: 100 },
    headers: headersOf(context),
    schema,
    pageParam: 'pageNumber',
    items: ({ data }) => data,
    totalPages: ({ pagination }) => pagination.totalPages,
    totalItems: ({ pagination }) => pagination.totalRecords,
  });
}

/** Goes to the API only: the log-in has no use for the key. */
const headersOf = ({ config }: Context) => ({ 'x-subscription-key': config.subscriptionKey });
