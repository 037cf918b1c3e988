import { unproven, valueAt, type Change, type Completeness, type DiscoveredField, type ReadContext } from '@rollcall/core';
import { linkHeaderPages, orGone } from '@rollcall/http';
import { z } from 'zod';
import { hasLeft, managerFinder } from './managers.ts';
import { managerPath } from './map.ts';
import { manifest } from './manifest.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

const { pageSize } = manifest;
const members = ['id', 'status', 'lastUpdated', 'profile'];

/** Security questions and the like are nobody's business here. Okta's own words, and faster for it as well. */
const lean = 'application/json; okta-response="omitCredentials,omitCredentialsLinks, omitTransitioningToStatus"';
const headers = { 'content-type': lean } as const;

/** What a search finds lags behind what was written. */
const overlapMs = 10 * 60_000;

/**
 * Everybody who is not deactivated, then those who are: the list leaves them out unless it is asked for them. Whoever is on both
 * was deactivated meanwhile: what was read later counts. Whoever is reactivated meanwhile is on neither; the engine asks for them
 * by id. All are held until both lists are read, since a manager may be named by whatever somebody else is called: of each the
 * id, the status and the profile, about a kilobyte, so 100,000 people take some 100 megabytes.
 * Source: listUsers of github.com/okta/okta-management-openapi-spec, 2026.06.3.
 */
export async function* list(context: Context): Pages {
  const people = new Map<unknown, unknown>();
  const staff = await gather(usersPages(context, {}), people);
  const hasStaff = people.values().some((user) => !hasLeft(user));
  const leavers = await gather(usersPages(context, { filter: 'status eq "DEPROVISIONED"' }), people);
  const everybody = [...people.values(), ...staff.repeated, ...leavers.repeated];
  const toRecord = recordsOf(context, everybody);
  for (let start = 0; start < everybody.length; start += pageSize) yield everybody.slice(start, start + pageSize).map(toRecord);
  if (!hasStaff) return unproven('Okta shows nobody who has not left, although there is at least an administrator');
  // The others once more: then nobody was asked for by status.
  if (leavers.count > 0 && !everybody.some(hasLeft)) return unproven('Okta shows others when asked for deactivated people');
  return staff.end.proven ? leavers.end : staff.end;
}

/** One user, by id; `null` when there is none. Deactivated ones are there until they are deleted. */
export async function get({ http }: Context, id: string): Promise<unknown> {
  const user = await orGone(http.get('/api/v1/users/{id}', { params: { id }, headers }));
  return user === null ? null : { user };
}

/** Who was changed, deactivated people included. Whoever was deleted is not named. The cursor is the time of the last look. */
export async function* changes(context: Context, cursor: string | null): AsyncGenerator<readonly Change[], string, void> {
  if (cursor !== null) {
    const since = new Date(Date.parse(cursor) - overlapMs).toISOString();
    const pages = usersPages(context, { search: `lastUpdated gt "${since}"` });
    for await (const users of pages) yield users.map((user) => ({ id: String(valueAt(user, 'id')), kind: 'changed' as const }));
  }
  return context.now.toISOString();
}

/** The attributes that the first people have: the schema itself takes a scope of its own. */
export async function discover({ http }: Context): Promise<readonly DiscoveredField[]> {
  const users = await http.get('/api/v1/users', { query: { limit: pageSize }, headers, schema: z.array(z.unknown()) });
  const names = new Set(users.flatMap((user) => Object.keys(valueAt(user, 'profile') ?? {})));
  return [...names].sort().map((name) => ({ name }));
}

function usersPages({ http }: Context, query: Readonly<Record<string, string>>): Pages {
  return linkHeaderPages(http, '/api/v1/users', {
    query: { limit: pageSize, ...query },
    headers,
    schema: z.array(z.unknown()),
    items: (users) => users.map(slim),
  });
}

/** What a list held in all, by id; whoever came twice on it is told of, because its pages shifted then. */
async function gather(pages: Pages, people: Map<unknown, unknown>) {
  const seen = new Set<unknown>();
  const repeated: unknown[] = [];
  for (let before: number | undefined; ;) {
    const page = await pages.next();
    const isLost = page.done === true && before === 0 && seen.size > 0;
    if (isLost) return { end: unproven('a page that was announced came without people'), repeated, count: seen.size };
    if (page.done === true) return { end: page.value, repeated, count: seen.size };
    for (const user of page.value) {
      const key = valueAt(user, 'id') ?? user;
      if (seen.has(key)) repeated.push(user);
      else people.set(key, user);
      seen.add(key);
    }
    before = page.value.length;
  }
}

/** Puts each user together with the manager, where one is named. */
function recordsOf(context: Context, users: readonly unknown[]): (user: unknown) => unknown {
  const { fields = {} } = context.config;
  const isHidden = (name: string): boolean => !users.some((user) => valueAt(user, `profile.${name}`) !== undefined);
  const hidden = Object.values<string>(fields).filter(isHidden);
  for (const name of hidden)
    context.warn(`Nobody has the attribute ${name}: "rollcall fields okta" lists those that people have`);
  const hidesStart = hidden.includes(fields.startDate ?? '');
  if (!context.wants('managerId', 'managerEmail')) return (user) => ({ user, hidesStart });
  const find = managerFinder(users);
  const path = managerPath(context.config);
  return (user) => ({ user, hidesStart, manager: find(valueAt(user, path)) });
}

function slim(user: unknown): unknown {
  if (typeof user !== 'object' || user === null) return user;
  return Object.fromEntries(Object.entries(user).filter(([name]) => members.includes(name)));
}
