import { json, type SandboxAnswer, type SandboxCompany, type SandboxRequest } from '@rollcall/sandbox';
import { failure } from './answers.ts';

export type Row = Readonly<Record<string, unknown>>;

const largest = 250;

/** One page of an OData set: the options that IRIS documents, as far as they are asked for here. */
export function listPage(
  request: SandboxRequest,
  company: SandboxCompany,
  name: string,
  make: () => readonly Row[],
): SandboxAnswer {
  const { query } = request;
  const top = toCount(query.get('$top'));
  if (top !== undefined && (top < 1 || top > largest))
    return failure(
      400,
      '400-004-0001',
      `Top value '${String(top)}' did not fall within acceptable range [1 - ${String(largest)}].`,
    );
  const filter = query.get('$filter') ?? '';
  const isWanted = toTest(filter);
  if (isWanted === undefined) return failure(400, '400-004-0002', 'The query specified in the URI is not valid');
  const ordered = query.get('$orderby') === 'Id';
  const rows = company.cached(`${name} ${String(ordered)} ${filter}`, () => {
    const found = make().filter(isWanted);
    return ordered ? found.toSorted((a, b) => (String(a['Id']) < String(b['Id']) ? -1 : 1)) : found;
  });
  const skip = toCount(query.get('$skip')) ?? 0;
  const page = rows.slice(skip, skip + (top ?? largest));
  const isCut = top === undefined && skip + largest < rows.length;
  return json(200, {
    '@odata.context': `https://api.iris.co.uk/hr/v2/$metadata#${name}`,
    ...(query.get('$count') === 'true' && { '@odata.count': rows.length }),
    value: selected(page, query.get('$select')),
    ...(isCut && { '@odata.nextLink': `${request.origin}${request.path}?$skip=${String(skip + largest)}` }),
  });
}

/** What one filter lets through: the two forms that a connector needs; undefined for any other. */
function toTest(filter: string): ((row: Row) => boolean) | undefined {
  if (filter === '') return () => true;
  const owner = /^EmployeeId eq '((?:[^']|'')*)'$/.exec(filter)?.[1]?.replaceAll("''", "'");
  if (owner !== undefined) return ({ EmployeeId: id }) => id === owner;
  const since = Date.parse(/^LastModifiedOn ge (\S+)$/.exec(filter)?.[1] ?? '');
  return Number.isNaN(since) ? undefined : ({ LastModifiedOn: changed }) => Date.parse(String(changed)) >= since;
}

function selected(rows: readonly Row[], select: string | null): readonly Row[] {
  if (select === null) return rows;
  const names = new Set(select.split(','));
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name))));
}

function toCount(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}
