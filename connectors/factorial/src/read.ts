import { vendorCell, vendorId, vendorObject, type Change, type Completeness, type HttpClient } from '@rollcall/core';
import type { QueryValue, ReadContext } from '@rollcall/core';
import { cursorPages, lookUps, mapPages, orGone, rowsById, rowsByOwner } from '@rollcall/http';
import { z } from 'zod';
import { resources, type manifest } from './manifest.ts';
import { Row } from './schema.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;
type Query = Readonly<Record<string, QueryValue>>;

// Both are required; only without the first one do people who left come as well.
const everybody = { only_active: false, only_managers: false };

/** Everybody, people who left and people who are to come included. */
export function list(context: Context): Pages {
  let lists: ReturnType<typeof readLists> | undefined;
  return mapPages(pagesOf(context.http, 'employees/employees', everybody), async (page) => {
    // After the first page: a key that is refused is refused once.
    lists ??= readLists(context);
    const others = await lists;
    return page.map((employee) => ({ employee, ...others }));
  });
}

const Person = vendorObject({ id: vendorId, updated_at: z.string().nullish() });
// A single read is documented as the bare person, unlike everything else.
const OnePerson = z.union([vendorObject({ data: Person }).transform(({ data }) => data), Person]);

/** One person; `null` when Factorial does not know the id. */
export async function get(context: Context, id: string): Promise<unknown> {
  const path = `${resources}/employees/employees/{id}`;
  const employee = await orGone(context.http.get(path, { params: { id }, schema: OnePerson }));
  return employee === null ? null : { employee, ...(await readLists(context, id)) };
}

const dayMs = 86_400_000;

/**
 * People who were written since; their contracts and teams move no timestamp of theirs, deleted people do not show: a hint.
 * Only the date counts in the filter, in a zone that is not documented, so that it is asked from the day before.
 */
export async function* changes({ http, now }: Context, cursor: string | null): AsyncGenerator<readonly Change[], string, void> {
  const since = Date.parse(cursor ?? '');
  if (Number.isNaN(since)) return now.toISOString();
  const query = { ...everybody, updated_at_gteq: new Date(since - dayMs).toISOString().slice(0, 10) };
  for await (const page of pagesOf(http, 'employees/employees', query)) {
    const people = page.flatMap((person) => Person.safeParse(person).data ?? []);
    const written = people.filter(({ updated_at: at }) => !(Date.parse(at ?? '') < since));
    yield written.map(({ id }) => ({ id: String(id), kind: 'changed' }));
  }
  return now.toISOString();
}

/** What the other lists say of everybody, or of one person, where they can be asked for one. */
async function readLists(context: Context, id?: string) {
  const byId = (path: string) => () => rowsById(pagesOf(context.http, path), Row, (row) => row.id);
  const byPerson = (path: string, query: Query) => () => rowsByOwner(pagesOf(context.http, path, query), Row, ownerOf);
  const ofPerson = { 'employee_ids[]': id };
  // Shares that have ended or are to come are hidden by default.
  const shares = byPerson('finance/cost_center_memberships', { only_active: false, employee_id: id });
  const [contracts, others] = await Promise.all([
    // Not optional: without the first days nobody's status is known.
    byPerson('contracts/contract_versions', ofPerson)(),
    lookUps(context, {
      shares: { name: 'Cost center shares', fields: ['costCenter'], read: shares },
      costCenters: { name: 'Cost centers', fields: ['costCenter'], read: byId('finance/cost_centers') },
      values: { name: 'Custom values', fields: ['customFields'], read: byPerson('custom_fields/values', ofPerson) },
      fields: { name: 'Custom fields', fields: ['customFields'], read: byId('custom_fields/fields') },
      teams: { name: 'Teams', fields: ['team'], read: async () => byMember(await byId('teams/teams')()) },
      locations: { name: 'Locations', fields: ['workLocation'], read: byId('locations/locations') },
      legalEntities: { name: 'Legal entities', fields: ['legalEntity'], read: byId('companies/legal_entities') },
    }),
  ]);
  return { contracts, ...others };
}

// Candidates and other things have custom values too.
function ownerOf({ employee_id: employee, valuable_id: valuable, valuable_type: type }: Row): unknown {
  return employee ?? (type == null || /employee/i.test(type) ? valuable : undefined);
}

/** The first team of each person, in the order of the list. Leads belong to it; people who left stay in. */
function byMember(teams: ReadonlyMap<string, Row>): ReadonlyMap<string, Row> {
  const members = [...teams.values()].flatMap((team) =>
    [team.employee_ids, team.lead_ids].flat().map((id) => [String(id), team] as const),
  );
  return new Map(members.toReversed());
}

const Meta = vendorObject({ has_next_page: z.boolean(), end_cursor: vendorCell, total: z.number().nullish() });

// Only the last page has no cursor.
const Page = vendorObject({
  data: z.array(z.unknown()),
  meta: Meta.refine((meta) => !meta.has_next_page || Boolean(meta.end_cursor), 'end_cursor'),
});

/** All lists page alike, by ascending id; 100 is the default and the most (https://apidoc.factorialhr.com/docs/pagination, 2026-11). */
function pagesOf(http: HttpClient, path: string, query: Query = {}): Pages {
  return cursorPages(http, `${resources}/${path}`, {
    query: { ...query, limit: 100 },
    schema: Page,
    items: ({ data }) => data,
    totalItems: ({ meta }) => meta.total,
    pageParam: 'after_id',
    next: ({ meta }) => (meta.has_next_page ? String(meta.end_cursor) : null),
  });
}
