import {
  bodyOf,
  defineSandbox,
  json,
  raw,
  stateOf,
  type SandboxAnswer,
  type SandboxCompany,
  type SandboxRequest,
  type SandboxRoute,
} from '@rollcall/sandbox';
import { departmentTree, listed, sheet, structureTree } from './wire.ts';

const config = { token: 'sandbox-token-of-nobody' };
const pageSize = 50;

// Bodies of errors are not documented: here they are a web server's page.
const problem = (status: number, text: string): SandboxAnswer =>
  raw(status, `<html><body><h1>HTTP Status ${String(status)} - ${text}</h1></body></html>`, 'text/html;charset=utf-8');

const answers = {
  unauthorised: problem(401, 'Unauthorized'),
  forbidden: problem(403, 'Forbidden'),
  notFound: problem(404, 'Not Found'),
  serverError: problem(500, 'Internal Server Error'),
  rateLimited: (seconds: number) => ({
    ...problem(429, 'Too Many Requests'),
    headers: { 'content-type': 'text/html;charset=utf-8', 'retry-after': String(seconds) },
  }),
};

/** XML as JSON: a refused token has no text under `$`, and the status is good. */
function logIn({ headers }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  if (headers['accept'] !== 'application/json') return raw(200, '<eureciaResponse/>', 'application/xml');
  const token = headers['authtoken'] === config.token ? { $: company.issueToken('eurecia-') } : {};
  return json(200, { eureciaResponse: { startPadding: { $: '0' }, temporaryToken: { token } } });
}

/** A page as Spring writes it, counted from 0 and never of more than 50. */
function page({ query }: SandboxRequest, rows: readonly string[]): SandboxAnswer {
  const number = Number(query.get('page') ?? 0);
  if (!Number.isInteger(number) || number < 0) return problem(400, 'Bad Request');
  const part = rows.slice(number * pageSize, (number + 1) * pageSize);
  const totalPages = Math.ceil(rows.length / pageSize);
  const sort = { empty: true, sorted: false, unsorted: true };
  const rest = JSON.stringify({
    pageable: { sort, offset: number * pageSize, pageNumber: number, pageSize, paged: true, unpaged: false },
    totalElements: rows.length,
    totalPages,
    last: number + 1 >= totalPages,
    number,
    sort,
    size: pageSize,
    numberOfElements: part.length,
    first: number === 0,
    empty: part.length === 0,
  });
  return raw(200, `{"content":[${part.join(',')}],${rest.slice(1)}`);
}

const users = (isWanted: (state: string) => boolean) => (request: SandboxRequest, company: SandboxCompany) => {
  const { people, today } = company.twin;
  const rows = (): string[] =>
    people.filter((person) => isWanted(stateOf(person, today))).map((person) => JSON.stringify(listed(person)));
  return page(request, company.cached(request.path, rows));
};

const rest = '/eurecia/rest';
const routes: readonly SandboxRoute[] = [
  { method: 'GET', path: `${rest}/v1/Auth`, kind: 'token', handle: logIn },
  { method: 'GET', path: `${rest}/v4/users`, kind: 'page', handle: users(() => true) },
  { method: 'GET', path: `${rest}/v4/users/active`, kind: 'page', handle: users((state) => state !== 'terminated') },
  {
    method: 'GET',
    path: `${rest}/v4/users/{id}`,
    kind: 'detail',
    handle({ params }, { twin }) {
      const person = twin.person(Number(/^USR (\d+)$/.exec(params['id'] ?? '')?.[1]));
      return person === undefined ? answers.notFound : json(200, sheet(person, twin));
    },
  },
  { method: 'GET', path: `${rest}/v4/departments`, kind: 'lookup', handle: (_, { twin }) => json(200, departmentTree(twin)) },
  { method: 'GET', path: `${rest}/v4/structures`, kind: 'lookup', handle: (_, { twin }) => json(200, structureTree(twin)) },
  {
    method: 'GET',
    path: `${rest}/v4/companies`,
    kind: 'lookup',
    handle: (request, { twin }) =>
      page(request, [JSON.stringify({ id: 'company-1', descr: twin.name, dateCreate: 1_684_338_245_000 })]),
  },
];

/** Eurécia over the twin company, after the one public client of its REST 4 (github.com/Epitech-ops/eurecia, 2024-07). */
export const eureciaSandbox = defineSandbox({
  slug: 'eurecia',
  origins: ['https://api.eurecia.com'],
  credentials: { config, platform: {} },
  routes,
  authenticate: ({ headers }, company) => (company.isIssued(headers['token']) ? undefined : answers.unauthorised),
  answers,
  emptyPage: (answer) => json(200, { ...(bodyOf(answer) as object), content: [], numberOfElements: 0, empty: true }),
  // Fields out of reach are missing from the sheet without a word.
  withoutPermission(answer, route) {
    if (route.kind !== 'detail') return answer;
    const { id, email, firstName, lastName, jobTitle, department, structure } = bodyOf(answer) as Readonly<
      Record<string, unknown>
    >;
    return json(200, { id, email, firstName, lastName, jobTitle, department, structure });
  },
  minimumRequests: ({ people }) => 4 + Math.max(1, Math.ceil(people.length / pageSize)) + people.length,
});

export default eureciaSandbox;
