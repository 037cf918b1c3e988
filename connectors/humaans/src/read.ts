import { unproven, valueAt, vendorObject } from '@rollcall/core';
import type { Change, Completeness, QueryValue, ReadContext } from '@rollcall/core';
import { inTurn, lookUps, mapPages, offsetPages, orGone, rowsById, rowsByOwner } from '@rollcall/http';
import { z } from 'zod';
import type { manifest } from './manifest.ts';
import { HumaansRow } from './schema.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

// Without a filter only active people come (github.com/mindstone/mcp-servers, connectors/humaans, 2026-11).
const everybody = { 'status[$in][]': ['active', 'newHire', 'offboarded'] };

/** Everybody, new hires and leavers included. What a token may not see is missing from the vendor's total as well. */
export async function* list(context: Context): Pages {
  let lists: Awaited<ReturnType<typeof readLists>> | undefined;
  const seen = { people: 0, privateOnes: 0 };
  const end = yield* mapPages(pagesOf(context, '/people', everybody), async (page) => {
    seen.people += page.length;
    seen.privateOnes += page.filter(isPrivate).length;
    // After the first page: a token that is refused is refused once.
    lists ??= await readLists(context);
    return page.map((person) => ({ person, ...lists }));
  });
  if (seen.people < 2) return unproven('Humaans shows the token at most one person, as it does to an ordinary user');
  if (seen.privateOnes > 0) return end;
  return unproven('the token lacks private:read: Humaans shows it no leavers and no new hires');
}

/** One person; `null` when Humaans does not know the id. */
export async function get(context: Context, id: string): Promise<unknown> {
  const person = await orGone(context.http.get('/people/{id}', { params: { id } }));
  return person === null ? null : { person, ...(await readLists(context, id)) };
}

/** Whoever's own row or job roles were written since. People who were deleted do not show: a hint. */
export async function* changes(context: Context, cursor: string | null): AsyncGenerator<readonly Change[], string, void> {
  const next = context.now.toISOString();
  if (cursor === null) return next;
  const since = { 'updatedAt[$gt]': cursor };
  const people = () => pagesOf(context, '/people', { ...everybody, ...since });
  for await (const page of inTurn(people, () => pagesOf(context, '/job-roles', since))) {
    const ids = page.map((row) => valueAt(row, 'personId | id')).filter((id) => typeof id === 'string' || typeof id === 'number');
    yield ids.map((id) => ({ id: String(id), kind: 'changed' }));
  }
  return next;
}

/** The other lists, of everybody or of one person. */
async function readLists(context: Context, personId?: string) {
  const byId = (path: string) => () => rowsById(pagesOf(context, path), HumaansRow, ({ id }) => id);
  const byPerson = (path: string) => () => rowsByOwner(pagesOf(context, path, { personId }), HumaansRow, (row) => row.personId);
  const others = lookUps(context, {
    locations: { name: 'Locations', fields: ['workLocation'], read: byId('/locations') },
    companies: { name: 'Companies', fields: ['legalEntity'], read: byId('/companies') },
    fields: { name: 'Custom fields', fields: ['customFields'], read: byId('/custom-fields') },
    values: { name: 'Custom values', fields: ['customFields'], read: byPerson('/custom-values') },
    bankAccounts: { name: 'Bank accounts', fields: ['bankAccount'], read: byPerson('/bank-accounts') },
  });
  // Not optional: without them everybody would lose the manager.
  const roles = context.wants('jobTitle', 'department', 'managerId', 'updatedAt') ? byPerson('/job-roles')() : undefined;
  const [named, ofJobs] = await Promise.all([others, roles]);
  return { ...named, roles: ofJobs };
}

const Page = vendorObject({ total: z.number().nullish(), data: z.array(z.unknown()) });

/** Any list of Humaans. A page may be shorter than asked for: without a total only an empty one is the last. */
function pagesOf({ http }: Context, path: string, query: Readonly<Record<string, QueryValue>> = {}): Pages {
  return offsetPages(http, path, {
    query,
    schema: Page,
    pageSize: 250,
    limitParam: '$limit',
    offsetParam: '$skip',
    items: ({ data }) => data,
    totalItems: ({ total }) => total,
    hasMore: ({ total, data }) => (total == null ? data.length > 0 : undefined),
  });
}

/** Is this something that a token without private:read is not shown? */
function isPrivate(row: unknown): boolean {
  const person = HumaansRow.safeParse(row).data ?? {};
  const isHidden = person.status === 'newHire' || person.status === 'offboarded';
  return isHidden || 'personalEmail' in person || 'employmentEndDate' in person;
}
