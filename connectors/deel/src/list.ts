import { PermissionError, proven, valueAt, type Completeness, type HttpClient, type ReadContext } from '@rollcall/core';
import { mapPages, offsetPages, orGone } from '@rollcall/http';
import { detailsReader } from './details.ts';
import { manifest } from './manifest.ts';
import { DeelPerson, PeoplePage, PersonAnswer } from './schema.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

/**
 * Everybody. No filter is said to apply by default, but the vendor's guide shows people who left only where they are asked
 * for: theirs follows a list without any of them. Source: https://developer.deel.com/api/endpoints/people/get-people (2026-11).
 */
export async function* list(context: Context): Pages {
  const complete = detailsReader(context);
  const listed = new Set<unknown>();
  let leavers = 0;
  const end = yield* mapPages(peoplePages(context.http), (rows) => {
    if (listed.size === 0) refuseHiddenData(context, rows);
    for (const row of rows) listed.add(valueAt(row, 'id'));
    leavers += rows.filter(hasLeft).length;
    return complete(rows);
  });
  if (leavers > 0) return end;
  context.warn('nobody in the list of Deel is inactive: inactive people were asked for once more');
  yield* mapPages(peoplePages(context.http, { hiring_statuses: 'inactive' }), (rows) =>
    complete(rows.filter((row) => !listed.has(valueAt(row, 'id')))),
  );
  return proven({ by: 'last_page_signal', detail: 'all records of the list, and of the list of inactive people' });
}

/** One person; `null` when Deel does not know the id. */
export async function get(context: Context, id: string): Promise<unknown> {
  const answer = await orGone(context.http.get('/rest/v2/people/{id}', { params: { id }, schema: PersonAnswer }));
  return answer === null ? null : (await detailsReader(context)([answer.data]))[0];
}

function peoplePages(http: HttpClient, filter: Readonly<Record<string, string>> = {}): Pages {
  return offsetPages(http, '/rest/v2/people', {
    // Some pages of the documentation allow 200, others 100.
    pageSize: 100,
    query: { sort_by: 'id', sort_order: 'asc', ...filter },
    schema: PeoplePage,
    items: ({ data }) => data,
    totalItems: ({ page }) => page?.total_rows ?? undefined,
    // Deel may give fewer people than asked for: without a total, only nobody is the end.
    hasMore: ({ data, page }) => (page?.total_rows == null ? data.length > 0 : undefined),
  });
}

function hasLeft(row: unknown): boolean {
  return /^inactive$/i.test(String(valueAt(row, 'person_status | new_hiring_status | hiring_status')));
}

/** A token made without the boxes for sensitive data gets everybody without names or addresses, and nothing says so. */
function refuseHiddenData(context: Context, rows: readonly unknown[]): void {
  const { slug: vendor, name, setup, permissions } = manifest;
  const { name: permission, gives: fields } = permissions[2];
  const people = rows.flatMap((row) => DeelPerson.safeParse(row).data ?? []);
  const seesNames = people.some((person) => [person.first_name, person.last_name].some(Boolean));
  const seesAddresses = people.some(({ emails }) => emails?.some(({ value }) => value));
  const isRefused =
    (!seesNames && context.wants('firstName', 'lastName')) || (!seesAddresses && context.wants('workEmail', 'personalEmail'));
  if (people.length === 0 || !isRefused) return;
  const message = `${name} sends everybody without names or without e-mail addresses`;
  throw new PermissionError({ vendor, message, hint: `Make a new token: ${setup[4]}`, permission, fields });
}
