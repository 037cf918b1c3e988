import { raw, type SandboxAnswer, type SandboxCompany, type SandboxRequest, type SandboxRoute } from '@rollcall/sandbox';
import { answers, badRequest } from './answers.ts';
import type { Row } from './employee-wire.ts';
import { rowsBy, rowsOf, type ListName } from './lists.ts';
import { relationsFor } from './relations.ts';

const usual = 50;
const largest = 500;

const unselectable = ['bankAccount', 'homeAddress', 'tax', 'custom', 'avatarUrl'];

const operators: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  $eq: (value, wanted) => value === wanted,
  $gte: (value, wanted) => value >= wanted,
  $lte: (value, wanted) => value <= wanted,
};

export const routes: readonly SandboxRoute[] = [
  { method: 'GET', path: '/v1/employee', kind: 'page', handle: (request, company) => listOf('employee', request, company) },
  { method: 'GET', path: '/v1/employee/{id}', kind: 'detail', handle: oneEmployee },
  ...(['company', 'team', 'employment'] as const).map((name): SandboxRoute => ({
    method: 'GET',
    path: `/v1/${name}`,
    kind: 'lookup',
    handle: (request, company) => listOf(name, request, company),
  })),
];

function oneEmployee({ params, query }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const found = rowsBy('employee', 'id', company).get(params.id) ?? [];
  const relations = relationsFor(query.get('relations'), found, company);
  const [data] = selected(found, query) ?? [];
  if (relations === undefined) return badRequest;
  return data === undefined ? answers.notFound : raw(200, JSON.stringify({ status: 'ok', data, relations }));
}

/** One page by `limit` and `offset`; a larger limit than allowed counts as the largest. */
function listOf(name: ListName, { query }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const all = filtered(rowsOf(name, company), query);
  const limit = Math.min(toCount(query.get('limit'), usual), largest);
  const offset = toCount(query.get('offset'), 0);
  const rows = all.slice(offset, offset + limit);
  const data = selected(rows, query);
  const relations = relationsFor(query.get('relations'), rows, company);
  if (data === undefined || relations === undefined) return badRequest;
  return raw(200, JSON.stringify({ status: 'ok', data, total: all.length, count: data.length, offset, relations }));
}

/** `filters[updated][$gte]=…`, or `filters[active]=…` for equality. */
function filtered(rows: readonly Row[], query: URLSearchParams): readonly Row[] {
  return [...query].reduce((left, [name, wanted]) => {
    const [, field, operator = '$eq'] = /^filters\[(\w+)\](?:\[(\$\w+)\])?$/.exec(name) ?? [];
    const holds = operators[operator];
    if (field === undefined || holds === undefined) return left;
    return left.filter((row) => holds(JSON.stringify(row[field] ?? '').replaceAll('"', ''), wanted));
  }, rows);
}

/** The members that `select` names; undefined where it names one that cannot be selected. */
function selected(rows: readonly Row[], query: URLSearchParams): readonly Row[] | undefined {
  const names = query.get('select')?.split(',');
  if (names === undefined) return rows;
  if (names.some((name) => unselectable.includes(name))) return undefined;
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name))));
}

function toCount(text: string | null, otherwise: number): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : otherwise;
}
