import { bodyOf, defineSandbox, json, raw, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';
import { companyWire } from './company-wire.ts';
import { detailWire, listWriter } from './employee-wire.ts';

const tokens: Readonly<Record<string, string>> = {
  'https://api.haileyhr.app': 'sandbox-token-of-nobody',
  'https://api.demo.haileyhr.app': 'sandbox-token-of-the-demo-system',
};

/** ProblemDetails. */
const problem = (status: number, title: string, headers: Readonly<Record<string, string>> = {}): SandboxAnswer =>
  raw(
    status,
    JSON.stringify({ type: `https://httpstatuses.example/${String(status)}`, title, status, traceId: '00-sandbox-00' }),
    'application/problem+json; charset=utf-8',
    headers,
  );

/** 429 is not documented. */
const answers: SandboxAnswers = {
  unauthorised: problem(401, 'Unauthorized'),
  forbidden: problem(403, 'Forbidden'),
  notFound: problem(404, 'Not Found'),
  serverError: problem(500, 'An error occurred while processing your request.'),
  rateLimited: (seconds) => problem(429, 'Too Many Requests', { 'retry-after': String(seconds) }),
};

/** What somebody who is no administrator sees of the others. */
const visible = new Set(['employeeId', 'accountStatus', 'lastUpdated', 'companyEmail', 'workPhone', 'firstName', 'lastName']);

/** Hailey HR over the twin company, as its OpenAPI document has it (https://api.haileyhr.app/docs/, types generated from it, 2026-01). */
export const haileyHrSandbox = defineSandbox({
  slug: 'hailey-hr',
  origins: Object.keys(tokens),
  credentials: { config: { token: 'sandbox-token-of-nobody' }, platform: {} },
  // A token of the other system is refused like any wrong one; only the list says so in words.
  authenticate({ headers, origin, path }) {
    if (headers.authorization === `Bearer ${tokens[origin] ?? ''}`) return undefined;
    return path === '/Employees' ? answers.unauthorised : { status: 401, headers: {}, body: '' };
  },
  routes: [
    {
      method: 'GET',
      path: '/Employees',
      kind: 'page',
      handle: (_, company) => company.cached('employees', () => json(200, company.twin.people.map(listWriter(company.twin)))),
    },
    {
      method: 'GET',
      path: '/Employees/{employeeId}',
      kind: 'detail',
      handle({ params }, { twin }) {
        const person = twin.people.find(({ uuid }) => uuid === params.employeeId);
        return person === undefined ? answers.notFound : json(200, detailWire(person, twin));
      },
    },
    {
      method: 'GET',
      path: '/Company',
      kind: 'lookup',
      handle: (_, company) => company.cached('company', () => json(200, companyWire(company.twin))),
    },
  ],
  answers,
  emptyPage: () => json(200, []),
  withoutPermission: (answer, { kind }) => (kind === 'page' ? withoutRights(answer) : answer),
  singlePage: true,
  minimumRequests: () => 2,
});

export default haileyHrSandbox;

/** What the token's user may not see is null, with status 200. */
function withoutRights(answer: SandboxAnswer): SandboxAnswer {
  const people = bodyOf(answer) as readonly object[];
  const hide = (person: object) =>
    Object.fromEntries(
      Object.entries(person).map(([member, value]) => [member, visible.has(member) ? (value as unknown) : null]),
    );
  return json(answer.status, people.map(hide));
}
