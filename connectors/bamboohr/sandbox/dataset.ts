import { bodyOf, json, raw, type SandboxAnswer, type SandboxCompany, type SandboxRequest } from '@rollcall/sandbox';
import { problem } from './answers.ts';
import { columns, companyOf } from './employee.ts';

const origin = 'https://larkmoor.bamboohr.com';
const names = Object.keys(columns);

/** `GET /api/v1_2/datasets/employee/fields`: a page number out of range is the nearest page there is. */
export function fieldList({ query }: SandboxRequest): SandboxAnswer {
  const size = Math.min(1000, Math.max(1, Number(query.get('page_size') ?? 500)));
  const pages = Math.max(1, Math.ceil(names.length / size));
  const page = Math.min(pages, Math.max(1, Number(query.get('page') ?? 1)));
  const link = (to: number): string | null =>
    to < 1 || to > pages ? null : `${origin}/api/v1_2/datasets/employee/fields?page=${String(to)}&page_size=${String(size)}`;
  const shown = names.slice((page - 1) * size, page * size);
  const pagination = {
    total_records: names.length,
    current_page: page,
    total_pages: pages,
    next_page: link(page + 1),
    prev_page: link(page - 1),
  };
  const fields = shown.map((name) => {
    const { label, entity } = columns[name] ?? {};
    return { name, label, parentType: 'page', parentName: entity, entityName: entity };
  });
  return json(200, { pagination, name: 'employee', label: 'Employee', fields });
}

interface Query {
  readonly fields: readonly string[];
  readonly orderBy: string | undefined;
  readonly page: number;
  readonly pageSize: number;
}

/** `POST /api/v2/datasets/employee/data`: all pages of a query are written once and handed out as they are. */
export function data(request: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const query = checkedQuery(request);
  if ('status' in query) return query;
  const { fields, orderBy, page, pageSize } = query;
  const pages = company.cached(`data ${JSON.stringify([fields, orderBy, pageSize])}`, () => writePages(query, company));
  const shown = pages[Math.min(page, pages.length) - 1];
  return shown ?? problem(500, 'Internal Server Error', 'no page was written');
}

/** The same page with nobody on it. */
export function emptyPage(answer: SandboxAnswer): SandboxAnswer {
  return json(answer.status, { ...(bodyOf(answer) as object), data: [] });
}

function checkedQuery(request: SandboxRequest): Query | SandboxAnswer {
  // With a charset the body is taken for XML.
  if (request.headers['content-type'] !== 'application/json')
    return problem(400, 'Bad Request', 'The request body is malformed.');
  const body = request.json() as Partial<Query & { filter: string | null }> | undefined;
  const { fields, filter, orderBy, page = 1, pageSize = 100 } = body ?? {};
  if (!Array.isArray(fields) || fields.length === 0) return problem(400, 'Bad Request', 'fields is required.');
  if (filter != null) return problem(422, 'Unprocessable Entity', 'The sandbox does not filter.', 'INVALID_FILTER');
  const strings = fields.map(String);
  const unknown = strings.filter((name) => !Object.hasOwn(columns, name));
  if (unknown.length > 0) return problem(422, 'Unprocessable Entity', `Unknown fields: ${unknown.join(', ')}.`, 'INVALID_FIELD');
  const [orderedBy] = orderBy?.split(' ') ?? [];
  if (orderedBy !== undefined && !strings.includes(orderedBy))
    return problem(422, 'Unprocessable Entity', 'Sorted fields must also appear in fields.', 'INVALID_ORDER_BY');
  if (!Number.isInteger(page) || page < 1 || !Number.isInteger(pageSize) || pageSize < 1 || pageSize > 1000)
    return problem(422, 'Unprocessable Entity', 'Invalid pagination value.', 'INVALID_PAGINATION');
  return { fields: strings, orderBy, page, pageSize };
}

function writePages({ fields, orderBy, pageSize }: Query, { twin }: SandboxCompany): readonly SandboxAnswer[] {
  const company = companyOf(twin);
  const chosen = fields.map((name) => [name, columns[name]] as const);
  // People are kept by ascending id. Without an order nothing is promised: then they come the other way round.
  const people = orderBy === 'eeid asc' ? twin.people : twin.people.toReversed();
  const totalPages = Math.max(1, Math.ceil(people.length / pageSize));
  return Array.from({ length: totalPages }, (_, index) => {
    const rows = people.slice(index * pageSize, (index + 1) * pageSize).map((person) => ({
      fields: Object.fromEntries(chosen.map(([name, column]) => [name, column?.value(person, company) ?? null])),
    }));
    const meta = { page: index + 1, pageSize, totalPages, totalItems: people.length };
    return raw(200, Buffer.from(JSON.stringify({ data: rows, links: linksOf(index + 1, totalPages), meta })), 'application/json');
  });
}

/** A list in place of an object when there is nothing in it. */
function linksOf(page: number, pages: number): unknown {
  const address = (to: number): string => `${origin}/api/v2/datasets/employee/data?page=${String(to)}`;
  if (pages === 1) return [];
  return { next: page < pages ? address(page + 1) : null, prev: page > 1 ? address(page - 1) : null };
}
