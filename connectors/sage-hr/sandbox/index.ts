import {
  bodyOf,
  defineSandbox,
  json,
  type SandboxAnswer,
  type SandboxAnswers,
  type SandboxCompany,
  type SandboxRequest,
  type SandboxRoute,
  type Twin,
  type TwinPerson,
} from '@rollcall/sandbox';
import { activePeople, terminatedPeople, toActive, toCustomFields, toTerminated } from './people.ts';

const config = { subdomain: 'sandbox', apiKey: 'sandbox-key-of-nobody' } as const;
const perPage = 50;

function problem(status: number, code: string, headers: SandboxAnswer['headers'] = {}): SandboxAnswer {
  return json(status, { error_code: code, errors: [] }, headers);
}

const answers: SandboxAnswers = {
  unauthorised: problem(401, 'unauthorized'),
  forbidden: problem(403, 'forbidden'),
  rateLimited: (seconds) => problem(429, 'too_many_requests', { 'retry-after': String(seconds) }),
  serverError: problem(500, 'internal_server_error'),
  notFound: problem(404, 'not_found'),
};

/** The two lists and what one person is on each. */
const lists = {
  '/api/employees': { people: activePeople, toRecord: toActive },
  '/api/terminated-employees': { people: terminatedPeople, toRecord: toTerminated },
} as const;

type ListPath = keyof typeof lists;

const read = (path: string, kind: SandboxRoute['kind'], handle: SandboxRoute['handle']): SandboxRoute => {
  return { method: 'GET', path, kind, handle };
};

/** Sage HR, version 1.0, after the vendor's OpenAPI (developer.sage.com/hr, 2026-11). It publishes no rate limit. */
export const sageHrSandbox = defineSandbox({
  slug: 'sage-hr',
  origins: [`https://${config.subdomain}.sage.hr`],
  credentials: { config, platform: {} },
  authenticate: ({ headers }) => (headers['x-auth-token'] === config.apiKey ? undefined : answers.unauthorised),
  answers,
  routes: [
    ...(Object.keys(lists) as ListPath[]).flatMap((path) => [
      read(path, 'page', (request, company) => onePage(path, request, company)),
      read(`${path}/{id}`, 'detail', (request, { twin }) => onePerson(path, request, twin)),
    ]),
    read('/api/employees/{id}/custom-fields', 'detail', (request, { twin }) => {
      const person = find('/api/employees', request, twin);
      return person === undefined ? answers.notFound : json(200, { data: toCustomFields(person) });
    }),
  ],
  emptyPage: (answer) => json(answer.status, { ...(bodyOf(answer) as object), data: [] }),
  // The key cannot be narrowed: whose user has not the right has no access at all.
  withoutPermission: () => answers.forbidden,
  minimumRequests: (twin) => pagesOf(activePeople(twin)) + pagesOf(terminatedPeople(twin)),
});

export default sageHrSandbox;

const pagesOf = (people: readonly TwinPerson[]): number => Math.max(1, Math.ceil(people.length / perPage));

/** The size of a page cannot be chosen. */
function onePage(path: ListPath, { query }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const { people, toRecord } = lists[path];
  const number = Math.max(1, Number(query.get('page') ?? 1) || 1);
  const all = company.cached(path, () => people(company.twin));
  const pages = pagesOf(all);
  const meta = {
    current_page: number,
    next_page: number < pages ? number + 1 : null,
    previous_page: number > 1 ? number - 1 : null,
    total_pages: pages,
    per_page: perPage,
    total_entries: all.length,
  };
  const shown = all.slice((number - 1) * perPage, number * perPage);
  return company.cached(`${path} ${String(number)}`, () => {
    return json(200, { data: shown.map((person) => toRecord(person, company.twin)), meta });
  });
}

function onePerson(path: ListPath, request: SandboxRequest, twin: Twin): SandboxAnswer {
  const person = find(path, request, twin);
  if (person === undefined) return answers.notFound;
  const record = lists[path].toRecord(person, twin);
  if (path === '/api/employees') return json(200, { data: record });
  // The single record has no number, and says why somebody left.
  return json(200, {
    data: { ...record, employee_number: undefined, termination: { reason: 'Moving location', comments: 'To the coast' } },
  });
}

function find(path: ListPath, { params }: SandboxRequest, twin: Twin): TwinPerson | undefined {
  return lists[path].people(twin).find(({ id }) => String(id) === params['id']);
}
