import { bodyOf, defineSandbox, json, raw, type SandboxAnswer } from '../src/index.ts';

const pageSize = 20;

interface Page {
  readonly people: readonly { readonly id: number }[];
  readonly next: string | null;
}

/** An invented vendor with a token, pages, details and a look-up. */
export const acmeSandbox = defineSandbox({
  slug: 'acme',
  origins: ['https://api.acme.example', 'https://login.acme.example'],
  credentials: { config: { apiKey: 'sandbox-key' }, platform: { partner: 'ROLLCALL' } },
  routes: [
    {
      method: 'POST',
      path: '/token',
      kind: 'token',
      origin: 'https://login.acme.example',
      handle: (request, company) => {
        return request.form().get('key') === 'sandbox-key'
          ? json(200, { token: company.issueToken('acme-') })
          : json(400, { problem: 'key' });
      },
    },
    {
      method: 'GET',
      path: '/people',
      kind: 'page',
      handle: (request, company) => {
        const page = Number(request.query.get('page') ?? '1');
        return company.cached(`page ${page}`, () => {
          const people = company.twin.people
            .slice((page - 1) * pageSize, page * pageSize)
            .map(({ id, email }) => ({ id, email }));
          const next = page * pageSize < company.twin.people.length ? `${request.origin}/people?page=${page + 1}` : null;
          return raw(200, Buffer.from(JSON.stringify({ people, next })));
        });
      },
    },
    {
      method: 'GET',
      path: "/odata/Person('{id}')",
      kind: 'detail',
      handle: (request, company) => json(200, company.twin.person(Number(request.params['id'])) ?? null),
    },
    {
      method: 'POST',
      path: '/echo/{what}/{more}',
      kind: 'lookup',
      handle: (request) => json(200, { params: request.params, body: request.json() ?? null }),
    },
    {
      method: 'GET',
      path: '/broken',
      kind: 'lookup',
      handle: () => {
        throw new TypeError('a handler is wrong');
      },
    },
  ],
  authenticate: ({ headers }, company) =>
    company.isIssued(headers['authorization']?.replace('Bearer ', '')) ? undefined : json(401, { problem: 'token' }),
  answers: {
    unauthorised: json(401, { problem: 'unauthorised' }),
    forbidden: json(403, { problem: 'forbidden' }),
    rateLimited: (seconds) => json(429, { problem: 'slow down' }, { 'retry-after': String(seconds) }),
    serverError: json(500, { problem: 'server' }),
    notFound: json(404, { problem: 'not found' }),
    errorIn200: json(200, { success: false }),
  },
  minimumRequests: ({ people }) => 1 + Math.ceil(people.length / pageSize),
  emptyPage: (answer) => json(200, { ...pageOf(answer), people: [] }),
  withoutPermission: (answer, route) =>
    route.kind === 'page'
      ? json(200, { ...pageOf(answer), people: pageOf(answer).people.map(({ id }) => ({ id })) })
      : json(403, {}),
});

export function pageOf(answer: SandboxAnswer): Page {
  return bodyOf(answer) as Page;
}
