import {
  bodyOf,
  defineSandbox,
  json,
  stateOf,
  type SandboxAnswer,
  type SandboxCompany,
  type SandboxRequest,
} from '@rollcall/sandbox';
import { answers, invalidSearch } from './answers.ts';
import { authenticate, config, tokenRoute } from './token.ts';
import { usersOf, type Wire } from './users.ts';

/** The Users API, v1, after the management specification 2026.06.3 (read 2026-11). */
export const oktaSandbox = defineSandbox({
  slug: 'okta',
  origins: [`https://${config.org}`],
  credentials: { config, platform: {} },
  authenticate,
  answers,
  limit: { requests: 600, perSeconds: 60 },
  routes: [
    tokenRoute,
    { method: 'GET', path: '/api/v1/users', kind: 'page', handle: listUsers },
    { method: 'GET', path: '/api/v1/users/{id}', kind: 'detail', handle: getUser },
  ],
  emptyPage(answer, { query, origin }) {
    // Nobody may well be deactivated: what can be told from that is a page without anybody that announces another one.
    const more = `<${origin}/api/v1/users?${query.toString()}&after=${cursorAt(200)}>; rel="next"`;
    return json(answer.status, [], query.has('filter') && !query.has('after') ? { link: more } : linksOf(answer.headers));
  },
  /** A custom role with a condition shows the names and nothing else of a profile. */
  withoutPermission: (answer, { kind }) => (kind === 'token' || answer.status !== 200 ? answer : withNamesOnly(answer)),
  minimumRequests({ people, today }) {
    const deactivated = people.filter((person) => stateOf(person, today) === 'terminated').length;
    const pages = (count: number): number => Math.max(1, Math.ceil(count / 200));
    return 1 + pages(people.length - deactivated) + pages(deactivated);
  },
});

export default oktaSandbox;

/** Deactivated users come only where a filter or a search is given. Never more than 200 come at once. */
function listUsers({ query, origin }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const asked = query.get('filter') ?? query.get('search');
  const isMeant = asked === null ? ({ status }: Wire) => status !== 'DEPROVISIONED' : conditionOf(asked);
  const after = query.get('after');
  const start = after === null ? 0 : offsetOf(after);
  if (isMeant === undefined || start === undefined) return invalidSearch;
  const limit = Math.min(Math.max(1, Number(query.get('limit') ?? 200) || 200), 200);
  return company.cached(`users ${query.toString()}`, () => {
    const users = usersOf(company).filter(isMeant);
    const address = (more: Readonly<Record<string, string>>): string =>
      `<${origin}/api/v1/users?${new URLSearchParams({ ...Object.fromEntries(query), ...more }).toString()}>`;
    const next = start + limit < users.length ? [`${address({ after: cursorAt(start + limit) })}; rel="next"`] : [];
    return json(200, users.slice(start, start + limit), { link: [`${address({})}; rel="self"`, ...next] });
  });
}

function getUser({ params }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const user = usersOf(company).find(({ id }) => id === params['id']);
  return user === undefined ? answers.notFound : json(200, user);
}

/** `status eq "X"` and `lastUpdated gt "time"`, joined by `or`: as much as is needed of the language. */
function conditionOf(text: string): ((user: Wire) => boolean) | undefined {
  const conditions = text.split(' or ').map((part) => {
    const [, field, value = ''] = /^(status eq|lastUpdated gt) "([^"]+)"$/.exec(part.trim()) ?? [];
    if (field === undefined) return undefined;
    return ({ status, lastUpdated }: Wire): boolean => (field === 'status eq' ? status === value : lastUpdated > value);
  });
  return conditions.includes(undefined) ? undefined : (user) => conditions.some((condition) => condition?.(user) === true);
}

const cursorAt = (offset: number): string => `200u${Buffer.from(`users ${String(offset)}`).toString('base64url')}`;

function offsetOf(cursor: string): number | undefined {
  const offset = Number(/^users (\d+)$/.exec(Buffer.from(cursor.slice(4), 'base64url').toString())?.[1]);
  return Number.isSafeInteger(offset) && cursorAt(offset) === cursor ? offset : undefined;
}

function linksOf({ link }: SandboxAnswer['headers']): SandboxAnswer['headers'] {
  return link === undefined ? {} : { link };
}

const shown = ['firstName', 'lastName', 'login', 'email'];

function withNamesOnly(answer: SandboxAnswer): SandboxAnswer {
  const body = bodyOf(answer) as Shown | readonly Shown[];
  return json(200, Array.isArray(body) ? body.map(withNames) : withNames(body as Shown), linksOf(answer.headers));
}

type Shown = Readonly<Record<'profile', object>>;

function withNames(user: Shown): Shown {
  return { ...user, profile: Object.fromEntries(Object.entries(user.profile).filter(([name]) => shown.includes(name))) };
}
