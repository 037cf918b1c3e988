import {
  bodyOf,
  defineSandbox,
  json,
  raw,
  type SandboxAnswer,
  type SandboxAnswers,
  type SandboxCompany,
  type SandboxRequest,
  type SandboxRoute,
  type Twin,
} from '@rollcall/sandbox';
import { bankAccountOf, employeeTypes, isDeactivated, supervisors, toActive, toDeactivated, toDetail } from './people.ts';

const api = 'https://openapi.planday.com';
const identity = 'https://id.planday.com';
const config = { clientId: '0b5c0de0-0000-4000-8000-000000005a11', refreshToken: 'sandbox-refresh-token-of-nobody' } as const;
const largestPage = 50;

const problem = (status: number, title: string): SandboxAnswer =>
  json(status, { type: 'about:blank', title, status }, { 'content-type': 'application/problem+json; charset=utf-8' });
const withoutBody = (status: number): SandboxAnswer => ({ status, headers: {}, body: '' });

const answers: SandboxAnswers = {
  unauthorised: withoutBody(401),
  forbidden: withoutBody(403),
  rateLimited: (seconds) => ({
    ...withoutBody(429),
    headers: {
      'x-ratelimit-limit': '750, 20;w=1, 750;w=60, 100;w=1, 2000;w=60',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(seconds),
    },
  }),
  serverError: raw(500, '<html><body>500</body></html>', 'text/html'),
  notFound: problem(404, "Employee with given id doesn't exist"),
};

type Rows = (twin: Twin) => readonly object[];

/** All lists are paged alike. Rows are made once for a day; those of people differ with and without bank accounts. */
const lists: Readonly<Record<string, { readonly kind: SandboxRoute['kind']; readonly rows: Rows }>> = {
  '/hr/v1.0/employees': { kind: 'page', rows: (twin) => rowsOfPeople(twin, false, toActive) },
  '/hr/v1.0/employees/deactivated': { kind: 'page', rows: (twin) => rowsOfPeople(twin, true, toDeactivated) },
  '/hr/v1.0/employees/supervisors': { kind: 'lookup', rows: supervisors },
  '/hr/v1.0/departments': { kind: 'lookup', rows: ({ departments }) => departments.map((each) => ({ ...each, number: '' })) },
  '/hr/v1.0/employeegroups': { kind: 'lookup', rows: ({ teams }) => teams.map(({ id, name }) => ({ id, name })) },
  '/hr/v1.0/employeetypes': { kind: 'lookup', rows: () => employeeTypes },
};

const read = (path: string, kind: SandboxRoute['kind'], handle: SandboxRoute['handle']): SandboxRoute => {
  return { method: 'GET', path, kind, origin: api, handle };
};

/** Planday, HR API v1.0, after its guides and what others have written down of its OpenAPI (2026-11), over a twin company. */
export const plandaySandbox = defineSandbox({
  slug: 'planday',
  origins: [api, identity],
  credentials: { config, platform: {} },
  // Both headers are needed.
  authenticate: ({ headers }, company) => {
    const token = /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1];
    return company.isIssued(token) && headers['x-clientid'] === config.clientId ? undefined : answers.unauthorised;
  },
  answers,
  routes: [
    { method: 'POST', path: '/connect/token', kind: 'token', origin: identity, handle: logIn },
    ...Object.entries(lists).map(([path, { kind, rows }]) =>
      read(path, kind, (request, company) => onePage(path, rows, request, company)),
    ),
    read('/hr/v1.0/employees/{id}', 'detail', oneEmployee),
    read('/portal/v1.0/info', 'lookup', (_, { twin }) =>
      json(200, { data: { id: 1022990, name: 'sandbox', companyName: twin.name, country: 'Denmark', portals: [] } }),
    ),
  ],
  emptyPage: (answer) => json(answer.status, { ...(bodyOf(answer) as object), data: [] }),
  // Of an app without the scope.
  withoutPermission: () => answers.forbidden,
  limit: { requests: 750, perSeconds: 60 },
  minimumRequests: (twin) => {
    const pages = Object.values(lists).map(({ rows }) => Math.max(1, Math.ceil(rows(twin).length / largestPage)));
    return pages.reduce((sum, count) => sum + count, 1);
  },
});

export default plandaySandbox;

/** What a refusal says is not documented, only its status. */
function logIn(request: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  const form = request.form();
  const isKnown = form.get('client_id') === config.clientId && form.get('refresh_token') === config.refreshToken;
  if (!isForm || form.get('grant_type') !== 'refresh_token' || !isKnown) return withoutBody(400);
  return json(200, { access_token: company.issueToken('planday-'), expires_in: 3600, token_type: 'Bearer' });
}

function rowsOfPeople(twin: Twin, deactivated: boolean, toRow: (person: Twin['people'][number]) => object): readonly object[] {
  const people = twin.people.filter((person) => isDeactivated(person, twin) === deactivated);
  return people.map((person) => ({ ...toRow(person), bankAccount: bankAccountOf(person) }));
}

const specials: readonly string[] = ['BankAccount', 'BirthDate', 'Ssn'];

/** Bank accounts are there when they are asked for; a special field that does not exist is refused. */
function onePage(path: string, rows: Rows, { query }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const special = query.getAll('special').flatMap((names) => names.split(','));
  if (!special.every((name) => specials.includes(name))) return problem(400, 'Bad Request');
  const offset = Math.max(0, Number(query.get('offset') ?? 0) || 0);
  const limit = Math.min(largestPage, Math.max(1, Number(query.get('limit') ?? largestPage) || largestPage));
  const all = company.cached(path, () => rows(company.twin));
  const withBank = special.includes('BankAccount');
  return company.cached([path, offset, limit, withBank].join(' '), () => {
    const shown = all.slice(offset, offset + limit);
    const data = withBank ? shown : shown.map((row) => ({ ...row, bankAccount: undefined }));
    return json(200, { paging: { offset, limit, total: all.length }, data });
  });
}

/** Somebody who is no longer active has no valid id. */
function oneEmployee({ params, query }: SandboxRequest, { twin }: SandboxCompany): SandboxAnswer {
  const person = twin.person(Number(params['id']));
  if (person === undefined) return answers.notFound;
  if (isDeactivated(person, twin)) return problem(400, 'Employee id is invalid');
  const bankAccount = query.get('special') === 'BankAccount' ? bankAccountOf(person) : undefined;
  return json(200, { data: { ...toDetail(person, twin), bankAccount } });
}
