import type { Completeness, ReadContext } from '@rollcall/core';
import { allItems, mapConcurrent, mapPages, orGone } from '@rollcall/http';
import { readOrganisation } from './organisation.ts';
import type { manifest } from './manifest.ts';
import { personioPages } from './pages.ts';
import { PersonioPerson, type Organisation } from './schema.ts';

type Context = ReadContext<typeof manifest>;

const pageSize = 50;
// Persons carry only the ids of their employments and there is no bulk endpoint: one request a person (2026-11).
const detailsAtOnce = 6;

/** Everybody, left ones included: without a status filter the list is not narrowed (community.personio.com, 2026-11). */
export async function* list(context: Context): AsyncGenerator<readonly unknown[], Completeness, void> {
  const { http, signal } = context;
  const organisation = await readOrganisation(context);
  return yield* mapPages(personioPages(http, '/v2/persons', { limit: pageSize }), (people) =>
    mapConcurrent(people, detailsAtOnce, (person) => withEmployments(context, person, organisation), signal),
  );
}

/** One person; `null` when Personio does not know the id. */
export async function get(context: Context, id: string): Promise<unknown> {
  const person = await orGone(context.http.get('/v2/persons/{id}', { params: { id } }));
  return person === null ? null : withEmployments(context, person, await readOrganisation(context));
}

async function withEmployments(context: Context, person: unknown, organisation: Organisation): Promise<unknown> {
  const { data } = PersonioPerson.safeParse(person);
  // A person without a readable id has no employments to ask for and will be quarantined.
  if (data === undefined) return { person, employments: null, organisation };
  const more = { params: { id: String(data.id) }, transient: [404] };
  const employments = await orGone(
    allItems(personioPages(context.http, '/v2/persons/{id}/employments', { limit: pageSize }, more)),
  );
  if (employments === null) context.warn('employments of some people could not be found: their status is unknown until they are');
  return { person, employments, organisation };
}
