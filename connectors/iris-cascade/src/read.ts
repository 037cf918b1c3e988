import { fieldNames, valueAt, vendorId } from '@rollcall/core';
import type { Change, Completeness, DiscoveredField, QueryValue, ReadContext } from '@rollcall/core';
import { lookUps, mapPages, offsetPages, orGone, rowsById, rowsByOwner } from '@rollcall/http';
import type { z } from 'zod';
import { levelFields, manifest, ofJobs } from './manifest.ts';
import { BankDetails, Job, Node, Page } from './schema.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

/** Everybody: without a filter the list holds leavers and people who have not started as well. */
export async function* list(context: Context): Pages {
  let others: ReturnType<typeof readOthers> | undefined;
  // After the first page: credentials that are refused are refused once.
  return yield* mapPages(pagesOf(context, '/employees'), async (page) => page.map(await (others ??= readOthers(context))));
}

/** One person; `null` when IRIS does not know the id. */
export async function get(context: Context, id: string): Promise<unknown> {
  const employee = await orGone(context.http.get('/employees/{id}', { params: { id } }));
  return employee === null ? null : (await readOthers(context, id))(employee);
}

/**
 * Whoever's own row or job was written since, as IRIS counts it: its platform follows Cascade with a delay. Nothing tells of
 * people who were deleted, and a job that begins on a day moves no timestamp: a hint. Source:
 * https://help.iris.co.uk/hr/cascade/api/serviceguides/filter-by-date.htm (2026-11).
 */
export async function* changes(context: Context, cursor: string | null): AsyncGenerator<readonly Change[], string, void> {
  const next = context.now.toISOString();
  if (cursor === null) return next;
  const $filter = `LastModifiedOn ge ${cursor}`;
  for await (const page of pagesOf(context, '/employees', { $filter, $select: 'Id' })) yield toChanges(page, 'Id');
  for await (const page of pagesOf(context, '/jobs', { $filter, $select: 'Id,EmployeeId' })) yield toChanges(page, 'EmployeeId');
  return next;
}

/** The levels of the customer's hierarchy, told by what stands on them: they have no names of their own. */
export async function discover(context: Context): Promise<readonly DiscoveredField[]> {
  const byLevel = Object.groupBy((await readNodes(context)).values(), ({ Level }) => String(Level));
  return Object.entries(byLevel).map(([name, nodes = []]) => {
    const titles = nodes.slice(0, 3).map(({ Title }) => String(Title));
    return { name, label: titles.join(', ') + (nodes.length > titles.length ? ', …' : ''), type: 'level of the hierarchy' };
  });
}

/**
 * Reads the lists beside the employees, of everybody or of one person, and gives what puts an employee together with them.
 * Jobs come with all that people had, or are going to have.
 */
async function readOthers(context: Context, employeeId?: string) {
  const $filter = employeeId === undefined ? undefined : `EmployeeId eq '${employeeId.replaceAll("'", "''")}'`;
  const byEmployee = <Row extends { readonly EmployeeId: unknown }>(path: string, schema: z.ZodObject & z.ZodType<Row>) =>
    rowsByOwner(pagesOf(context, path, { $filter, $select: membersOf(schema) }), schema, ({ EmployeeId }) => EmployeeId);
  const inHierarchy = levelFields.filter((field) => field === 'department' || context.config.fields?.[field] !== undefined);
  const lookedUp = lookUps(context, {
    nodes: { name: 'Hierarchy', fields: inHierarchy, read: () => readHierarchy(context) },
    bankDetails: { name: 'Bank Details', fields: ['bankAccount'], read: () => byEmployee('/bankdetails', BankDetails) },
  });
  // Not optional: without them nobody would have a manager, a department or a job title.
  const ofPeople = context.wants('updatedAt', ...ofJobs, ...inHierarchy) ? byEmployee('/jobs', Job) : undefined;
  const [{ nodes, bankDetails }, jobs] = await Promise.all([lookedUp, ofPeople]);
  // A list without any account at all may be one that the key does not see: it says of nobody that there is none.
  const accounts = bankDetails?.size === 0 ? undefined : bankDetails;
  return (employee: unknown) => {
    const id = String(valueAt(employee, 'Id'));
    return { employee, jobs: jobs?.get(id), nodes, bankDetails: accounts && (accounts.get(id) ?? []) };
  };
}

/** @throws ConfigError for a level that the hierarchy does not have; it names those that it has. */
async function readHierarchy(context: Context): Promise<ReadonlyMap<string, Node>> {
  const nodes = await readNodes(context);
  // A hierarchy without any node may be one that the key does not see: nothing is known of its levels.
  const known = nodes.size === 0 ? undefined : new Set(nodes.values().map(({ Level }) => String(Level)));
  // None has a level unless the customer names one.
  const names = { department: [], division: [], team: [], legalEntity: [], workLocation: [] };
  const hint = 'Enter levels by their numbers, counted from the top of the hierarchy.';
  const own = context.config.fields;
  fieldNames({ vendor: manifest.slug, owner: 'the hierarchy', names, own, known, needed: [], hint });
  return nodes;
}

function readNodes(context: Context): Promise<ReadonlyMap<string, Node>> {
  return rowsById(pagesOf(context, '/hierarchy', { $select: membersOf(Node) }), Node, ({ Id }) => Id);
}

function toChanges(rows: readonly unknown[], member: string): readonly Change[] {
  const ids = rows.map((row) => vendorId.safeParse(valueAt(row, member)).data).filter((id) => id !== undefined);
  return ids.map((id) => ({ id: String(id), kind: 'changed' }));
}

const membersOf = ({ shape }: z.ZodObject): string => Object.keys(shape).join(',');

/**
 * Any list of IRIS, 250 rows at a time: more are refused by some endpoints, and without $top the size of a page is nobody's
 * promise. Employees come with all members: a selection does not take Emails and Phones by their names. Source:
 * https://help.iris.co.uk/hr/cascade/api/API/pagination.htm and odata.htm (2026-11).
 */
function pagesOf({ http }: Context, path: string, query: Readonly<Record<string, QueryValue>> = {}): Pages {
  return offsetPages(http, path, {
    query: { $count: true, $orderby: 'Id', ...query },
    schema: Page,
    pageSize: 250,
    limitParam: '$top',
    offsetParam: '$skip',
    // What is no list is refused by whoever asked for it.
    items: (page) => valueAt(page, 'value | Value') as readonly unknown[],
    totalItems: (page) => page['@odata.count'] ?? page.ODataCount,
    // A page may be cut below what was asked for; then a link says that there is more.
    hasMore: (page) => ((page['@odata.nextLink'] ?? page.ODataNextLink ?? '') === '' ? undefined : true),
  });
}
