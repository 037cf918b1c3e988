import type { Completeness, ReadContext } from '@rollcall/core';
import { lookUps, mapConcurrent, mapPages, numberedPages, orGone } from '@rollcall/http';
import type { manifest } from './manifest.ts';
import { EmploymentAnswer, Identified, PageAnswer } from './schema.ts';

type Context = ReadContext<typeof manifest>;

/**
 * Everybody but deleted records: former people, contractors and those who have yet to start are listed too. Start, end, manager
 * and the parts of a name stand in the single record only. Source: https://developer.remote.com/reference/get_index_employment (2026-11).
 */
export function list(context: Context): AsyncGenerator<readonly unknown[], Completeness, void> {
  const refused = new Set<unknown>();
  const pages = numberedPages(context.http, addressOf(context), {
    query: { page_size: 100 },
    schema: PageAnswer,
    items: ({ employments }) => employments as readonly unknown[],
    totalItems: (page) => page.total_count,
    totalPages: (page) => page.total_pages,
  });
  return mapPages(pages, (page) => mapConcurrent(page, 3, (listed) => completed(context, listed, refused), context.signal));
}

async function completed(context: Context, listed: unknown, refused: Set<unknown>): Promise<unknown> {
  const { data } = Identified.safeParse(listed);
  // Without a readable id there is nothing to ask for: it will be quarantined.
  if (data === undefined) return listed;
  const single = await get(context, String(data.id), refused);
  if (single !== null) return { ...data, ...single };
  context.warn('some listed employments cannot be read one by one: until they can, their status is unknown');
  return { ...data, status: null };
}

/** One person; `null` when Remote does not know the id. Bank details that nobody asked for go no further. */
export async function get(context: Context, id: string, refused = new Set<unknown>()): Promise<object | null> {
  const address = `${addressOf(context)}/${encodeURIComponent(id)}`;
  const employment = await orGone(context.http.get(address, { query: { exclude_files: true }, schema: EmploymentAnswer }));
  if (employment === null) return null;
  const record = context.wants('bankAccount') ? employment : { ...employment, bank_account_details: undefined };
  if (context.config.moreDetails !== true || refused.has(employment['type'])) return record;
  const extras = await extrasOf(context, address);
  // Not every type of employment has extras (OpenAPI, 2026-11): what is refused for one person is not asked for others of the type.
  if (Object.values(extras).every((rows) => rows === undefined)) refused.add(employment['type']);
  return { ...record, ...extras };
}

/** What is a request of its own for each person. Cost centers of the past and of the future are left out. */
function extrasOf(context: Context, url: string): Promise<object> {
  const rows = (path: string, key: string) => async () => (await context.http.get(`${url}/${path}`, { schema: PageAnswer }))[key];
  const fieldValues = rows('custom-fields?page_size=100', 'custom_field_values');
  const allocations = rows('cost-center-allocations?status=active', 'cost_center_allocations');
  return lookUps(context, {
    custom_field_values: { name: 'Custom fields of some employments', fields: ['customFields'], read: fieldValues },
    cost_center_allocations: { name: 'Cost centers of some employments', fields: ['costCenter'], read: allocations },
  });
}

// A token works in its own environment only, and its prefix says which (docs/authorization-for-customers, 2026-11).
function addressOf({ config }: Context): string {
  return `https://gateway.${config.token.startsWith('ra_test_') ? 'remote-sandbox' : 'remote'}.com/v1/employments`;
}
