import { bodyOf, defineSandbox, json, stateOf, type SandboxAnswer, type SandboxRequest } from '@rollcall/sandbox';
import { answers, problem } from './answers.ts';
import { listPeople, readBanks, readPerson, readPersonal } from './people.ts';

const config = { token: 'sandbox-organization-token-of-nobody' };
const versions = new Set([undefined, '2026-01-01']);
const pageSize = 100;

interface Page {
  readonly page?: object;
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Deel's people directory over the twin company, as documented at developer.deel.com (2026-11): the whole directory by
 * offset, one person, dated versions.
 */
export const deelSandbox = defineSandbox({
  slug: 'deel',
  origins: ['https://api.letsdeel.com', 'https://api-sandbox.demo.deel.com'],
  credentials: { config, platform: {} },
  routes: [
    { method: 'GET', path: '/rest/v2/people', kind: 'page', handle: listPeople },
    { method: 'GET', path: '/rest/v2/people/{id}', kind: 'detail', handle: readPerson },
    { method: 'GET', path: '/rest/v2/people/{id}/personal', kind: 'detail', handle: readPersonal },
    { method: 'GET', path: '/rest/v2/gp/workers/{id}/banks', kind: 'detail', handle: readBanks },
  ],
  authenticate,
  answers,
  emptyPage: (answer) => json(200, { ...(bodyOf(answer) as Page), data: [] }),
  withoutPermission,
  limit: { requests: 5, perSeconds: 1 },
  minimumRequests: ({ people, today }) =>
    // Of a list without anybody who left, theirs is asked for too.
    Math.ceil(people.length / pageSize) + (people.some((person) => stateOf(person, today) === 'terminated') ? 0 : 1),
});

function authenticate({ headers }: SandboxRequest): SandboxAnswer | undefined {
  if (headers.authorization !== `Bearer ${config.token}`) return answers.unauthorised;
  return versions.has(headers['x-version']) ? undefined : problem(400, 'Invalid API version');
}

/** A token made without the boxes for sensitive data: the fields are left out, with status 200. */
function withoutPermission(answer: SandboxAnswer): SandboxAnswer {
  if (answer.status !== 200) return answer;
  const { data, page } = bodyOf(answer) as Page;
  // An answer about one person has no page.
  if (page === undefined) return answer;
  const hidden = new Set(['first_name', 'last_name', 'full_name', 'preferred_first_name', 'preferred_last_name', 'emails']);
  const people = data.map((person) => Object.fromEntries(Object.entries(person).filter(([member]) => !hidden.has(member))));
  return json(200, { data: people, page });
}

export default deelSandbox;
