import {
  bodyOf,
  defineSandbox,
  json,
  stateOf,
  type SandboxAnswer,
  type SandboxCompany,
  type SandboxRequest,
} from '@rollcall/sandbox';
import { collaborator, collaboratorId, companyId, isListed, contractsOf, listedContracts, withoutScopes } from './wire.ts';

const config = { apiKey: 'sandbox-key-of-nobody' };
const bearer = `Bearer ${config.apiKey}`;

const problem = (code: number, error: string, details?: string): SandboxAnswer => json(code, { code, error, details });

const answers = {
  unauthorised: problem(401, 'Unauthorized'),
  forbidden: problem(403, 'Forbidden action', 'Missing scope "collaborators:read".'),
  notFound: problem(404, 'Ressource not found', 'The provided id is wrong'),
  serverError: problem(500, 'Internal server error'),
  rateLimited: () =>
    json(429, { message: 'API rate limit exceeded' }, { 'x-ratelimit-limit-second': '50', 'x-ratelimit-remaining-second': '0' }),
};

const scopes = [
  'collaborators:read',
  'collaborators:contracts:read',
  'collaborators:management:read',
  'collaborators:personal:read',
  'collaborators:bank-info:read',
  'contracts:read',
  'contracts:time-information:read',
];

/** Wants the key twice: as the bearer and in the body. */
function introspect(request: SandboxRequest): SandboxAnswer {
  const { authorization, 'content-type': type } = request.headers;
  if (authorization === undefined) return answers.unauthorised;
  const body = type?.startsWith('application/json') === true ? request.json() : Object.fromEntries(request.form());
  const token = (body as { readonly token?: unknown } | undefined)?.token;
  if (token === undefined) return problem(400, 'Bad request', 'Field "token" is required.');
  if (authorization !== bearer || token !== config.apiKey) return json(200, { active: false });
  return json(200, { active: true, scope: scopes.join(' '), company_id: companyId, token_type: 'bearer' });
}

/** One page of a list: 10 rows unless more are asked for, and never more than 50. */
function page(request: SandboxRequest, company: SandboxCompany, name: string, rows: () => readonly string[]): SandboxAnswer {
  if (request.params['companyId'] !== companyId) return answers.notFound;
  const all = company.cached(`${name} ${String(request.query.get('includeInProgressContracts'))}`, rows);
  const asked = Number(request.query.get('maxResults') ?? 10);
  const limit = Math.min(Number.isInteger(asked) && asked > 0 ? asked : 10, 50);
  const token = request.query.get('nextPageToken');
  const offset = token === null ? 0 : offsetOf(token);
  if (offset === undefined) return problem(400, 'Bad request', 'The pagination token is wrong');
  const part = all.slice(offset, offset + limit);
  const next = JSON.stringify({ limit, offset: offset + limit });
  const meta = { nextPageToken: offset + limit < all.length ? Buffer.from(next).toString('base64') : null, count: part.length };
  return { ...json(200, null), body: `{"${name}":[${part.join(',')}],"meta":${JSON.stringify(meta)}}` };
}

function offsetOf(token: string): number | undefined {
  const { groups } = /"offset":(?<offset>\d+)/.exec(Buffer.from(token, 'base64').toString()) ?? {};
  return groups?.['offset'] === undefined ? undefined : Number(groups['offset']);
}

/** Whoever has not started yet is shown only to those who ask for contracts in progress. */
function peopleFor({ query }: SandboxRequest, { twin }: SandboxCompany) {
  const all = query.get('includeInProgressContracts') === 'true';
  return twin.people.filter((person) => all || stateOf(person, twin.today) !== 'preboarding');
}

const contractRows = (isFrench: boolean) => (request: SandboxRequest, company: SandboxCompany) =>
  page(request, company, 'contracts', () =>
    peopleFor(request, company).flatMap((person) =>
      listedContracts(person, company.twin.today, isFrench).map((row) => JSON.stringify(row)),
    ),
  );

const api = 'https://partner-api.payfit.com';
const oauth = 'https://oauth.payfit.com';

/** PayFit over the twin company, which is one French company, as documented at developers.payfit.io (2026-11). */
export const payfitSandbox = defineSandbox({
  slug: 'payfit',
  origins: [api, oauth],
  credentials: { config, platform: {} },
  routes: [
    { method: 'POST', path: '/introspect', kind: 'token', origin: oauth, handle: introspect },
    {
      method: 'GET',
      path: '/companies/{companyId}/collaborators',
      kind: 'page',
      origin: api,
      handle: (request, company) =>
        page(request, company, 'collaborators', () =>
          peopleFor(request, company).map((person) => JSON.stringify(collaborator(person, company.twin))),
        ),
    },
    {
      method: 'GET',
      path: '/companies/{companyId}/collaborators/{collaboratorId}',
      kind: 'detail',
      origin: api,
      handle({ params }, { twin }) {
        const person = twin.people.find(({ id }) => collaboratorId(id) === params['collaboratorId']);
        return person === undefined || params['companyId'] !== companyId
          ? answers.notFound
          : json(200, collaborator(person, twin));
      },
    },
    { method: 'GET', path: '/companies/{companyId}/contracts', kind: 'lookup', origin: api, handle: contractRows(false) },
    { method: 'GET', path: '/companies/{companyId}/contracts-fr', kind: 'lookup', origin: api, handle: contractRows(true) },
    {
      method: 'GET',
      path: '/companies/{companyId}',
      kind: 'lookup',
      origin: api,
      handle: ({ params }, { twin }) =>
        params['companyId'] === companyId
          ? json(200, { id: companyId, name: twin.name, country: 'FR', nbActiveContracts: twin.people.length })
          : answers.notFound,
    },
  ],
  authenticate: ({ headers }) => (headers['authorization'] === bearer ? undefined : answers.unauthorised),
  answers,
  emptyPage: (answer) => json(200, { ...(bodyOf(answer) as object), collaborators: [] }),
  withoutPermission(answer, route) {
    if (route.path.endsWith('/contracts') || route.path.endsWith('/contracts-fr'))
      return problem(403, 'Forbidden action', 'Missing scope "contracts:read".');
    if (route.kind !== 'page') return answer;
    const body = bodyOf(answer) as { readonly collaborators: readonly object[] };
    return json(200, { ...body, collaborators: body.collaborators.map(withoutScopes) });
  },
  limit: { requests: 50, perSeconds: 1 },
  minimumRequests({ people, today }) {
    const contracts = people.flatMap((person) => contractsOf(person, today)).filter((contract) => isListed(contract, today));
    return 2 + Math.max(1, Math.ceil(people.length / 50)) + Math.max(1, Math.ceil(contracts.length / 50));
  },
});

export default payfitSandbox;
