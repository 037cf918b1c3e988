import {
  bodyOf,
  defineSandbox,
  json,
  raw,
  stateOf,
  type SandboxAnswer,
  type SandboxAnswers,
  type SandboxCompany,
  type SandboxRequest,
} from '@rollcall/sandbox';
import { toEmployeeId, toRecord } from './record.ts';

const config = { apiKey: '0b5c0de0-0000-4000-8000-000000005a11' } as const;

/** Failures come with status 200, a code and a text. */
const failed = (status: number, message: string): SandboxAnswer =>
  json(200, { isError: true, Status: status, Message: message, Result: '' });

const answers: SandboxAnswers = {
  unauthorised: failed(2, 'Invalid API Key.'),
  forbidden: failed(5, 'No access on employee schema.'),
  rateLimited: (seconds) => json(429, { Message: 'Too Many Requests' }, { 'retry-after': String(seconds) }),
  serverError: failed(6, 'Oops! Something went wrong.'),
  notFound: json(404, { Message: 'No HTTP resource was found that matches the request URI.' }),
  errorIn200: failed(9, 'Invalid json data.'),
};

/** Access PeopleHR, version 3.1, after the vendor's OpenAPI (apidocs.peoplehr.com, 2026-11). It publishes no rate limit. */
export const peopleHrSandbox = defineSandbox({
  slug: 'people-hr',
  origins: ['https://api.peoplehr.net'],
  credentials: { config, platform: {} },
  authenticate: (request) => {
    const { APIKey: key } = toBody(request);
    if (key === undefined) return failed(1, 'API key is missing.');
    return key === config.apiKey ? undefined : answers.unauthorised;
  },
  answers,
  routes: [{ method: 'POST', path: '/Employee', kind: 'page', handle: employee }],
  emptyPage: (answer) => json(200, { ...(bodyOf(answer) as object), Result: [] }),
  withoutPermission: () => answers.forbidden,
  singlePage: true,
  minimumRequests: () => 1,
});

export default peopleHrSandbox;

function toBody(request: SandboxRequest): Readonly<Record<string, unknown>> {
  const body = request.json();
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

/** One address for all: the action stands in the body, beside the key. */
function employee(request: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const body = toBody(request);
  if (body['Action'] === 'GetAllEmployeeDetail') return everybody(body['IncludeLeavers'], company);
  if (body['Action'] === 'GetEmployeeDetailById') return onePerson(body['EmployeeId'], company);
  return failed(body['Action'] === undefined ? 3 : 4, body['Action'] === undefined ? 'Action is missing.' : 'Invalid Action.');
}

/** The member is required, as a text or a boolean; leavers are those whose last day has passed. */
function everybody(includeLeavers: unknown, company: SandboxCompany): SandboxAnswer {
  const withLeavers = includeLeavers === true || includeLeavers === 'true';
  if (!withLeavers && includeLeavers !== false && includeLeavers !== 'false') return failed(5, 'IncludeLeavers is missing.');
  const { twin } = company;
  return company.cached(`everybody ${String(withLeavers)}`, () => {
    const people = twin.people.filter((person) => withLeavers || stateOf(person, twin.today) !== 'terminated');
    const records = people.map((person) => JSON.stringify(toRecord(person, twin)));
    return raw(200, `${success.slice(0, -1)},"Result":[${records.join(',')}]}`);
  });
}

const success = JSON.stringify({ isError: false, Status: 0, Message: 'The request processed successfully.' });

function onePerson(id: unknown, { twin }: SandboxCompany): SandboxAnswer {
  if (typeof id !== 'string') return failed(5, 'EmployeeId is missing.');
  if (id.length > 15) return failed(5, 'EmployeeId contains more than 15 characters.');
  const person = twin.people.find((each) => toEmployeeId(each.id) === id);
  if (person === undefined) return failed(5, 'EmployeeId does not exists.');
  return json(200, { ...(JSON.parse(success) as object), Result: toRecord(person, twin) });
}
