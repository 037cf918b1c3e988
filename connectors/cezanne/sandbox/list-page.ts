import { json, type SandboxAnswer, type SandboxCompany, type SandboxRequest } from '@rollcall/sandbox';
import { failure } from './answers.ts';
import type { EntitySet, Row } from './entity-set.ts';

/** The service decides how large a page is. */
export const pageSize = 100;

/** One page of a set: `$select`, the one filter that is asked for here, and the server's own links. */
export function listPage({ query, origin }: SandboxRequest, company: SandboxCompany, set: EntitySet): SandboxAnswer {
  const select = selected(query.get('$select'), set);
  const filter = query.get('$filter');
  const owner = filter === null ? undefined : /^PERSONID eq '((?:[^']|'')*)'$/.exec(filter)?.[1]?.replaceAll("''", "'");
  if (select === undefined || (filter !== null && owner === undefined)) return failure(400, 'Syntax error in the query.');
  const { rows: all, tokens } = sortedRows(company, set);
  const rows = owner === undefined ? all : all.filter(({ PERSONID: id }) => id === owner);
  const start = tokens.indexOf(query.get('$skiptoken') ?? '') + 1;
  const page = rows.slice(start, start + pageSize);
  const last = page.at(-1);
  const hasMore = last !== undefined && start + page.length < rows.length;
  return json(200, {
    'odata.metadata': `${origin}/cezanneondemand/v7/dataservice.svc/$metadata#${set.name}`,
    value: page.map((row) => pick(row, select)),
    // Relative to the root of the service, with the options of the request.
    ...(hasMore && { 'odata.nextLink': `${set.name}?${linkOf(query, tokenOf(last, set))}` }),
  });
}

/** One row by its key. */
export function oneEntity(request: SandboxRequest, company: SandboxCompany, set: EntitySet): SandboxAnswer {
  const select = selected(request.query.get('$select'), set);
  if (select === undefined) return failure(400, 'Syntax error in the query.');
  const id = request.params['id']?.replaceAll("''", "'");
  const row = sortedRows(company, set).rows.find(({ PERSONID: code }) => code === id);
  if (row === undefined) return failure(404, `Resource not found for the segment '${set.name}'.`);
  const metadata = `${request.origin}/cezanneondemand/v7/dataservice.svc/$metadata#${set.name}/@Element`;
  return json(200, { 'odata.metadata': metadata, ...pick(row, select) });
}

function sortedRows(company: SandboxCompany, set: EntitySet) {
  return company.cached(set.name, () => {
    const keyed = set.rowsOf(company.twin).map((row) => ({ row, token: tokenOf(row, set) }));
    keyed.sort((a, b) => (a.token < b.token ? -1 : 1));
    return { rows: keyed.map(({ row }) => row), tokens: keyed.map(({ token }) => token) };
  });
}

function tokenOf(row: Row, { keys }: EntitySet): string {
  return keys.map((key) => `'${String(row[key])}'`).join(',');
}

function linkOf(query: URLSearchParams, token: string): string {
  const kept = [...query].filter(([name]) => name !== '$skiptoken');
  return [...kept, ['$skiptoken', token]].map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`).join('&');
}

/** The properties that are asked for; undefined when there is one that does not exist. */
function selected(select: string | null, { properties }: EntitySet): readonly string[] | undefined {
  if (select === null) return properties;
  const names = select.split(',');
  return names.every((name) => properties.includes(name)) ? names : undefined;
}

function pick(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}
