import { bodyOf, defineSandbox, json, type SandboxRoute, type Twin } from '@rollcall/sandbox';
import { answers, failure } from './answers.ts';
import { bankDetailsOf } from './bank-details.ts';
import { employeesOf } from './employees.ts';
import { nodesOf } from './hierarchy.ts';
import { jobsOf } from './jobs.ts';
import { listPage, type Row } from './list-page.ts';

const clientId = 'sandboxClientKeyOfNobody';
const clientSecret = 'sandbox-client-secret-0';
const key = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;

const lists: Readonly<Record<string, (twin: Twin) => readonly Row[]>> = {
  employees: employeesOf,
  jobs: jobsOf,
  hierarchy: nodesOf,
  bankdetails: bankDetailsOf,
};

const listRoutes = Object.entries(lists).map(([name, make]): SandboxRoute => ({
  method: 'GET',
  path: `/hr/v2/${name}`,
  kind: name === 'employees' ? 'page' : 'lookup',
  handle: (request, company) => listPage(request, company, name, () => make(company.twin)),
}));

const token: SandboxRoute = {
  method: 'POST',
  path: '/oauth2/v1/token',
  kind: 'token',
  handle(request, company) {
    if (request.headers['authorization'] !== key) return failure(401, '401-000-0004', 'The client credentials are invalid');
    if (request.form().get('grant_type') !== 'client_credentials') return failure(400, '400-000-0001', 'Unsupported grant type');
    // As documented, the life of a token is a text.
    return json(200, { access_token: company.issueToken(), expires_in: '3599', scope: 'iris.hr.read', token_type: 'Bearer' });
  },
};

const oneEmployee: SandboxRoute = {
  method: 'GET',
  path: '/hr/v2/employees/{id}',
  kind: 'detail',
  handle({ params }, { twin }) {
    const row = employeesOf(twin).find(({ Id: id }) => id === params['id']);
    return row === undefined ? answers.notFound : json(200, row);
  },
};

/** IRIS Cascade over the twin company, as documented at help.iris.co.uk/hr/cascade/api and swagger.hrapi.co.uk (2026-11). */
export const irisCascadeSandbox = defineSandbox({
  slug: 'iris-cascade',
  origins: ['https://api.iris.co.uk'],
  credentials: { config: { clientId, clientSecret }, platform: {} },
  routes: [token, ...listRoutes, oneEmployee],
  authenticate: ({ headers }, company) =>
    company.isIssued(headers['authorization']?.replace(/^Bearer /, '')) ? undefined : answers.unauthorised,
  answers,
  emptyPage: (answer) => json(answer.status, { ...(bodyOf(answer) as object), value: [] }),
  // A key has rights to resources: those beside the employees are refused.
  withoutPermission: (answer, { kind }) => (kind === 'lookup' ? answers.forbidden : answer),
  minimumRequests: (twin) =>
    [twin.people, jobsOf(twin), nodesOf(twin)].reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / 250)), 1),
});

export default irisCascadeSandbox;
