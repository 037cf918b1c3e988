import {
  defineSandbox,
  json,
  raw,
  stateOf,
  type SandboxAnswer,
  type SandboxAnswers,
  type SandboxCompany,
  type SandboxRequest,
  type SandboxRoute,
  type Twin,
  type TwinPerson,
} from '@rollcall/sandbox';
import { addressRows, employeeRow, employmentRows, locationRows } from './rows.ts';

const config = { username: 'sandbox.api.user', password: 'sandbox-password-of-nobody', organisationId: '4521' } as const;
const credentials = `Basic ${Buffer.from(`${config.username}:${config.password}`).toString('base64')}`;

/** Bodies of failures are not documented. */
const problem = (status: number, message: string): SandboxAnswer => json(status, { Message: message });

const answers: SandboxAnswers = {
  unauthorised: json(401, { Message: 'Unauthorized' }, { 'www-authenticate': 'Basic' }),
  forbidden: problem(403, 'Forbidden'),
  rateLimited: (seconds) => json(429, { Message: 'Too Many Requests' }, { 'retry-after': String(seconds) }),
  serverError: problem(500, 'An error has occurred.'),
  notFound: problem(404, 'Not Found'),
};

const parameters = ['start', 'duration', 'dateFrom', 'dateTo', 'delta', 'showFormer'];

type RowsOf = (person: TwinPerson, twin: Twin) => readonly object[];

/** Everything is asked for at once, and each answer is a whole list. */
const listOf = (kind: SandboxRoute['kind'], name: string, rowsOf: RowsOf): SandboxRoute => ({
  method: 'GET',
  path: `/hr/organisations/{organisationId}/${name}`,
  kind,
  handle: (request, company) => {
    const missing = parameters.filter((parameter) => !request.query.has(parameter));
    if (missing.length > 0) return problem(400, `Missing: ${missing.join(', ')}`);
    return everybody(request, company, { name, rowsOf });
  },
});

function everybody(
  { query }: SandboxRequest,
  company: SandboxCompany,
  { name, rowsOf }: { readonly name: string; readonly rowsOf: RowsOf },
): SandboxAnswer {
  const { twin } = company;
  const withFormer = query.get('showFormer')?.toLowerCase() !== 'false';
  const [from, to] = [query.get('dateFrom') ?? '', query.get('dateTo') ?? ''];
  const isAsked = (person: TwinPerson): boolean =>
    (withFormer || stateOf(person, twin.today) !== 'terminated') &&
    (query.get('delta') !== 'true' || (person.updatedAt >= from && (to === '' || person.updatedAt.slice(0, 10) <= to)));
  return company.cached(`${name}?${query.toString()}`, () => {
    const rows = twin.people.filter(isAsked).flatMap((person) => rowsOf(person, twin).map((row) => JSON.stringify(row)));
    return raw(200, `[${rows.join(',')}]`);
  });
}

const locations: SandboxRoute = {
  method: 'GET',
  path: '/hr/organisations/{organisationId}/Locations',
  kind: 'lookup',
  handle: (_, { twin }) => json(200, locationRows(twin)),
};

/** The UK Employee API of Fourth (developer.fourth.com/en-gb/docs/uk-employee-api/guide, 2026-11). It publishes no rate limit. */
export const fourthSandbox = defineSandbox({
  slug: 'fourth',
  origins: ['https://api.fourth.com'],
  credentials: { config, platform: {} },
  authenticate: ({ headers, params }) => {
    if (headers['authorization'] !== credentials) return answers.unauthorised;
    return params['organisationId'] === config.organisationId ? undefined : answers.notFound;
  },
  answers,
  routes: [
    listOf('page', 'Employees', (person, twin) => [employeeRow(person, twin)]),
    listOf('lookup', 'Employees/Employments', employmentRows),
    listOf('lookup', 'Employees/Addresses', addressRows),
    locations,
  ],
  emptyPage: () => json(200, []),
  withoutPermission: () => answers.forbidden,
  singlePage: true,
  minimumRequests: () => 3,
});

export default fourthSandbox;
