import { unproven, valueAt, vendorObject, type Completeness, type HttpClient, type ReadContext } from '@rollcall/core';
import { lookUps, mapPages, nextUrlPages, orGone, rowsById, rowsByOwner } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';
import { CharlieNamed, CharlieOwned, CharlieReference } from './schema.ts';

type Context = ReadContext<typeof manifest>;
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

const One = vendorObject({ data: vendorObject({}) });

/** Everybody on the list. Whether people who left stay on it is not known: who is missing can be asked for by id. */
export async function* list(context: Context): Pages {
  let lists: Awaited<ReturnType<typeof readLists>> | undefined;
  const seen = { people: 0, emails: 0, leavingDates: 0 };
  const end = yield* mapPages(pagesOf(context.http, '/api/v1/team_members'), async (page) => {
    seen.people += page.length;
    seen.emails += page.filter((member) => delivers(member, 'workEmail')).length;
    seen.leavingDates += page.filter((member) => delivers(member, 'terminationDate')).length;
    // After the first page: keys that are refused are refused once.
    lists ??= await readLists(context);
    return page.map((member) => ({ member, ...lists, knowsLeavingDates: seen.leavingDates > 0 }));
  });
  if (seen.people === 0) return unproven('Charlie shows nobody, and every company has an admin');
  if (seen.emails === 0) context.warn('nobody has a work e-mail address under a known name: they stay absent');
  if (seen.leavingDates === 0) context.warn('nobody has a leaving date under a known name: who has left is not known');
  return end;
}

/** One team member; `null` when Charlie does not know the id. */
export async function get(context: Context, id: string): Promise<unknown> {
  const answer = await orGone(context.http.get('/api/v1/team_members/{id}', { params: { id }, schema: One }));
  return answer === null ? null : { member: answer.data, ...(await readLists(context)), knowsLeavingDates: false };
}

/** What teams, offices and the company are called, and the bank accounts. */
async function readLists(context: Context) {
  const { http } = context;
  const byId = (path: string) => () => rowsById(pagesOf(http, path), CharlieNamed, ({ id }) => id);
  // Known in words only; leave requests say whose they are by `team_member`.
  const owner = 'team_member.id | team_member_id | member.id | member_id';
  const byMember = (path: string) => () => rowsByOwner(pagesOf(http, path), CharlieOwned, (row) => valueAt(row, owner));
  const { company, ...lists } = await lookUps(context, {
    teams: { name: 'Teams', fields: ['team'], read: byId('/api/v1/teams') },
    offices: { name: 'Offices', fields: ['workLocation'], read: byId('/api/v1/offices') },
    company: { name: 'The company', fields: ['legalEntity'], read: () => http.get('/api/v1/company') },
    bankAccounts: { name: 'Bank accounts', fields: ['bankAccount'], read: byMember('/api/v1/bank_accounts') },
  });
  const memberships = Array.from(lists.teams?.values() ?? [], (team) => memberIdsOf(team).map((id) => [id, team] as const));
  // Of several teams the first counts: in a map the last one stays.
  const teamByMember = new Map(memberships.flat().reverse());
  return { ...lists, teamByMember, company: CharlieNamed.safeParse(valueAt(company, 'data')).data };
}

/** Is the field there under any of its names, be it empty? */
function delivers(member: unknown, field: 'workEmail' | 'terminationDate'): boolean {
  return valueAt({ member }, manifest.fieldPaths[field]) !== undefined;
}

/** A team lists the ids of its members, under a key that is not known: the ids say themselves whose they are. */
function memberIdsOf(team: CharlieNamed): string[] {
  const entries = Object.values(team).flatMap((value): unknown[] => (Array.isArray(value) ? value : []));
  return entries.map((entry) => String(CharlieReference.safeParse(entry).data?.id));
}

const pageSize = 25;
const Meta = vendorObject({ next_url: z.string().nullish() });
const Page = vendorObject({ data: z.array(z.unknown()), meta: Meta.nullish() });

// Integrators speak of the total number of results; under which name it comes is not known.
const totals = ['total_results', 'total_count', 'total_entries', 'total'];

/** Any list of Charlie. `next_url` is a bare query; where it is missing, a page that is full may have another behind it. */
async function* pagesOf(http: HttpClient, path: string): Pages {
  const seen = { pages: 0, isAnnounced: false, isHole: false };
  const end = yield* nextUrlPages(http, path, {
    query: { page: 1, per_page: pageSize },
    schema: Page,
    items: ({ data }) => data,
    totalItems: ({ meta }) => totals.map((name) => meta?.[name]).find((total) => typeof total === 'number'),
    next({ data, meta }) {
      seen.pages += 1;
      seen.isHole ||= seen.isAnnounced && data.length === 0;
      seen.isAnnounced = Boolean(meta?.next_url);
      if (meta?.next_url !== undefined) return meta.next_url;
      return data.length < pageSize ? null : `?page=${seen.pages + 1}&per_page=${pageSize}`;
    },
    pinPath: true,
  });
  return seen.isHole ? unproven('a page that Charlie announced came without records') : end;
}
