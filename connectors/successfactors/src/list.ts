import { ResponseError, unproven, valueAt } from '@rollcall/core';
import type { Change, Completeness, QueryValue, ReadContext } from '@rollcall/core';
import { allItems, lookUps, mapPages, odataPages, rowsByOwner } from '@rollcall/http';
import type { manifest } from './manifest.ts';
import { Payment, type SuccessFactorsRecord } from './schema.ts';
import { readSchema, selectionOf } from './selection.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;
type Query = Readonly<Record<string, QueryValue>>;
type Owners = Map<string, string>;

interface Waiting {
  readonly person: unknown;
  readonly managers: readonly string[];
}

/** People who wait until the owner of their manager's userId comes by. Beyond that many, all userIds are read at once. */
const mostWaiting = 2_000;

/**
 * Everybody, leavers and future hires included. Instances that let the manager's employment be expanded name the manager's
 * id themselves; for others, userIds are remembered as they come by. Nothing else is kept, so memory stays bounded.
 */
export async function* list(context: Context): Pages {
  const owners: Owners = new Map();
  const payments = await readPayments(context);
  const toRecord = ({ person }: Waiting): unknown => ({ person, owners, payments });
  let waiting: readonly Waiting[] = [];
  let found = 0;
  let areAllRead = !context.wants('managerId');
  const isWaiting = ({ managers }: Waiting): boolean => !areAllRead && managers.some((userId) => !owners.has(userId));
  const end = yield* mapPages(personPages(context), async (rows) => {
    found = rows.length;
    const open = [...waiting, ...rows.map((person) => ({ person, managers: addOwners(owners, person) }))];
    if (open.filter(isWaiting).length > mostWaiting) {
      await readOwners(context, owners);
      areAllRead = true;
    }
    waiting = open.filter(isWaiting);
    return open.filter((person) => !isWaiting(person)).map(toRecord);
  });
  if (waiting.length > 0) {
    context.warn('Some managers are not among the people: the target population of the permission role may leave somebody out');
    yield waiting.map(toRecord);
  }
  // Of a snapshot no page is empty, but for the only one of a user who is shown nobody.
  return found > 0 ? end : unproven('the last page came without anybody: the permission role may have no target population');
}

/** One person, by a filter: the key is another id, and with it users who are inactive stay hidden (KBA 3436023). */
export async function get(context: Context, id: string): Promise<unknown> {
  const found = await allItems(personPages(context, { $filter: anyOf('perPersonUuid', [id]) }));
  const person = found.find((row) => keyAt(row, 'perPersonUuid') === id);
  if (person === undefined) return null;
  const owners: Owners = new Map();
  const unknown = addOwners(owners, person).filter((userId) => !owners.has(userId));
  if (unknown.length > 0 && context.wants('managerId')) await readOwners(context, owners, anyOf('employmentNav/userId', unknown));
  const userIds = rowsAt(person, 'employmentNav').map((employment) => keyAt(employment, 'userId'));
  return { person, owners, payments: userIds.length > 0 ? await readPayments(context, userIds) : undefined };
}

const stamped = ['', 'employmentNav/', 'employmentNav/jobInfoNav/', 'personalInfoNav/', 'emailNav/', 'phoneNav/'];
const dated = ['employmentNav/jobInfoNav/startDate', 'employmentNav/startDate', 'employmentNav/endDate'];

/**
 * Who was written since, and whose job or employment began or ended meanwhile, which writes nothing. A person's own stamp
 * does not move with what belongs to the person. People who were deleted do not show: a hint.
 */
export async function* changes(context: Context, cursor: string | null): AsyncGenerator<readonly Change[], string, void> {
  const next = `${context.now.toISOString().slice(0, 19)}Z`;
  if (cursor === null) return next;
  const [from, until] = [cursor, next].map((at) => `datetime'${at.slice(0, 10)}T00:00:00'`);
  const written = stamped.map((part) => `${part}lastModifiedDateTime ge datetimeoffset'${cursor}'`);
  const begunOrEnded = dated.map((path) => `(${path} ge ${from} and ${path} le ${until})`);
  const query = { customPageSize: 1_000, $select: 'perPersonUuid', $filter: [...written, ...begunOrEnded].join(' or ') };
  for await (const page of snapshotOf(context, query)) {
    const ids = page.map((row) => keyAt(row, 'perPersonUuid')).filter((id) => id !== '');
    yield ids.map((id) => ({ id, kind: 'changed' }));
  }
  return next;
}

/** People with what is wanted of them. Without dates only what is effective today would come, and of future hires nothing. */
async function* personPages(context: Context, filter: Query = {}): Pages {
  const period = { fromDate: context.now.toISOString().slice(0, 10), toDate: '9999-12-31' };
  const paging = { customPageSize: 200, $orderby: 'personIdExternal' };
  const pagesOf = (selection: Query): Pages => snapshotOf(context, { ...paging, ...period, ...filter, ...selection });
  const all = selectionOf(context);
  let pages = pagesOf(all);
  const first = await pages.next().catch(async (error: unknown) => {
    if (!ResponseError.isInstance(error) || error.status !== 400) throw error;
    const schema = await context.optional('$metadata', [], () => readSchema(context), new Map());
    const offered = selectionOf(context, schema);
    if (offered.$select === all.$select) throw error;
    context.warn('This instance does not have all fields that were asked for: it is read without them');
    pages = pagesOf(offered);
    return pages.next();
  });
  if (first.done === true) return first.value;
  yield first.value;
  return yield* pages;
}

/** With a snapshot no row is lost or doubled between pages, as happens with the server's own offsets (KBA 2723468). */
function snapshotOf({ http }: Context, query: Query): Pages {
  return odataPages(http, '/odata/v2/PerPerson', { query: { $format: 'json', paging: 'snapshot', ...query } });
}

/** Reads whose userIds there are: of everybody, or of some. */
async function readOwners(context: Context, owners: Owners, $filter?: string): Promise<void> {
  const selection = { $select: 'perPersonUuid,employmentNav/userId', $expand: 'employmentNav' };
  for await (const page of snapshotOf(context, { ...selection, customPageSize: 1_000, $filter }))
    for (const row of page) addOwners(owners, row);
}

const details = ['payType', 'iban', 'accountNumber', 'routingNumber', 'businessIdentifierCode', 'accountOwner', 'currency'];

/** Payment informations, only when bank accounts are asked for: of everybody, or of these userIds. */
async function readPayments(context: Context, userIds?: readonly string[]): Promise<SuccessFactorsRecord['payments']> {
  const $select = ['worker', 'effectiveStartDate', ...details.map((name) => `toPaymentInformationDetailV3/${name}`)].join(',');
  const selection = { $select, $expand: 'toPaymentInformationDetailV3', $filter: userIds && anyOf('worker', userIds) };
  // An MDF entity: it pages by cursor and knows no snapshot.
  const query = { $format: 'json', paging: 'cursor', customPageSize: 1_000, ...selection };
  const pages = () => odataPages(context.http, '/odata/v2/PaymentInformationV3', { query });
  const read = () => rowsByOwner(pages(), Payment, ({ worker }) => worker);
  return (await lookUps(context, { payments: { name: 'Payment Information', fields: ['bankAccount'], read } })).payments;
}

/** Remembers whose a person's userIds are, and the managers' where the instance says it. Gives the managers' userIds. */
function addOwners(owners: Owners, person: unknown): readonly string[] {
  const id = keyAt(person, 'perPersonUuid');
  const managers: string[] = [];
  for (const employment of rowsAt(person, 'employmentNav')) {
    if (id !== '') owners.set(keyAt(employment, 'userId'), id);
    for (const job of rowsAt(employment, 'jobInfoNav')) {
      const manager = keyAt(job, 'managerId');
      const owner = keyAt(job, 'managerEmploymentNav.personNav.perPersonUuid');
      if (owner !== '') owners.set(manager, owner);
      if (manager !== '' && manager !== 'NO_MANAGER') managers.push(manager);
    }
  }
  return managers;
}

/** The rows of a navigation to many, whatever else is wrong with them. */
function rowsAt(row: unknown, navigation: string): readonly unknown[] {
  const rows = valueAt(row, `${navigation}.results`);
  return Array.isArray(rows) ? rows : [];
}

/** An id as text; empty where there is none. */
function keyAt(row: unknown, path: string): string {
  const id = valueAt(row, path);
  return typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
}

function anyOf(path: string, values: readonly string[]): string {
  return values.map((value) => `${path} eq '${value.replaceAll("'", "''")}'`).join(' or ');
}
