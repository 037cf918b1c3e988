import { json, raw, type SandboxAnswer, type SandboxCompany, type SandboxRequest, type SandboxRoute } from '@rollcall/sandbox';
import type { TwinPerson } from '@rollcall/sandbox';
import { failure } from './answers.ts';
import { metadata } from './model.ts';
import { paymentRow, personRow, userIdOf, uuidOf } from './people.ts';
import { project, treeOf, unknownName, type WireRow } from './projection.ts';
import { origin } from './token.ts';

/** A list under way, as its `$skiptoken` knows it: of a snapshot the keys stay whoever joins meanwhile. */
interface Cursor {
  readonly ids: readonly number[];
  readonly from: number;
}

type ToRow = (person: TwinPerson) => WireRow;

function pageOf(request: SandboxRequest, company: SandboxCompany, entity: string, toRow: ToRow): SandboxAnswer {
  return company.cached(`${entity}?${request.query.toString()}`, () => makePage(request, company, entity, toRow));
}

function makePage(request: SandboxRequest, company: SandboxCompany, entity: string, toRow: ToRow): SandboxAnswer {
  const { query } = request;
  const projection = { select: treeOf(query.get('$select')), expand: treeOf(query.get('$expand')) };
  const unknown = unknownName(entity, projection.select) ?? unknownName(entity, projection.expand);
  if (unknown !== undefined)
    return failure(400, 'COE_PROPERTY_NOT_FOUND', `[COE0021]Invalid property names: ${unknown}. Please check the property name.`);
  const token = query.get('$skiptoken');
  const cursor = token === null ? firstCursor(request, company) : (company.memory.get(token) as Cursor | undefined);
  if (cursor === undefined) return failure(400, 'COE_INVALID_SKIPTOKEN', 'The skip token is not valid.');
  // A larger page than allowed is cut to the largest one.
  const size = Math.min(Number(query.get('customPageSize') ?? 1_000), 1_000);
  const until = cursor.from + size;
  const people = cursor.ids.slice(cursor.from, until).flatMap((id) => company.twin.person(id) ?? []);
  const results = people.map((person) => project(entity, toRow(person), projection));
  const next = until < cursor.ids.length ? nextLink(request, company, { ids: cursor.ids, from: until }) : undefined;
  return json(200, { d: { results, ...(next !== undefined && { __next: next }) } });
}

function firstCursor({ query }: SandboxRequest, { twin }: SandboxCompany): Cursor {
  const isMeant = filterOf(query.get('$filter') ?? '');
  return { ids: twin.people.filter(isMeant).map(({ id }) => id), from: 0 };
}

/** The filters that the connector's reads and changes are made of. */
function filterOf(filter: string): (person: TwinPerson) => boolean {
  const equals = [...filter.matchAll(/(\S+) eq '([^']*)'/g)];
  const since = /lastModifiedDateTime ge datetimeoffset'([^']+)'/.exec(filter)?.[1];
  return (person) => {
    if (since !== undefined) return Date.parse(person.updatedAt) >= Date.parse(since);
    const values: Readonly<Record<string, string>> = { perPersonUuid: uuidOf(person) };
    return equals.length === 0 || equals.some(([, path = '', value]) => (values[path] ?? userIdOf(person)) === value);
  };
}

function nextLink({ path, query }: SandboxRequest, { memory }: SandboxCompany, cursor: Cursor): string {
  // The same page asked for again gives the same link.
  const token = Buffer.from(`${query.get('$filter') ?? ''} ${String(cursor.ids.length)} ${String(cursor.from)}`).toString(
    'base64url',
  );
  memory.set(token, cursor);
  const others = [...query]
    .filter(([name]) => name !== '$skiptoken')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${origin}:443${path}?${[...others, `$skiptoken=${token}`].join('&')}`;
}

export const setRoutes: readonly SandboxRoute[] = [
  {
    method: 'GET',
    path: '/odata/v2/PerPerson',
    kind: 'page',
    handle(request, company) {
      const { twin } = company;
      // Without dates only what is effective today is shown.
      const from = request.query.get('fromDate') ?? twin.today;
      const to = request.query.get('toDate') ?? (request.query.has('fromDate') ? '9999-12-31' : twin.today);
      return pageOf(request, company, 'PerPerson', (person) => personRow(person, twin, { from, to }));
    },
  },
  {
    method: 'GET',
    path: '/odata/v2/PaymentInformationV3',
    kind: 'lookup',
    handle: (request, company) => pageOf(request, company, 'PaymentInformationV3', paymentRow),
  },
  {
    method: 'GET',
    path: '/odata/v2/$metadata',
    kind: 'lookup',
    handle: () => raw(200, metadata(), 'application/xml'),
  },
];
