import type { Completeness, ReadContext } from '@rollcall/core';
import { offsetPages, orGone } from '@rollcall/http';
import type { manifest } from './manifest.ts';
import { One, Page } from './schema.ts';

type Context = ReadContext<typeof manifest>;

/**
 * Everybody, former employees included. Of the links only the word that there is a next one is taken: they are absolute, and
 * nothing says what they keep of a query. Source: https://developer.breathehr.com/documentation/pagination (2026-11).
 */
export function list(context: Context): AsyncGenerator<readonly unknown[], Completeness, void> {
  let page = 0;
  return offsetPages(context.http, addressOf(context), {
    pageSize: 100,
    request: (_, limit) => ({ query: { page: (page += 1), per_page: limit } }),
    schema: Page,
    items: ({ employees }) => employees.map((employee) => withoutBank(context, employee)),
    totalItems: (_, { total }) => (total === undefined ? undefined : Number(total)),
    hasMore: (_, { link }) => (link === undefined ? undefined : /;\s*rel="?next"?/i.test(link)),
  });
}

/** One person, in a list of one; `null` when Breathe does not know the id. */
export async function get(context: Context, id: string): Promise<unknown> {
  const answer = await orGone(context.http.get(`${addressOf(context)}/${encodeURIComponent(id)}`, { schema: One }));
  return answer === null ? null : withoutBank(context, answer.employees[0]);
}

// A key works in its own environment only, and its prefix says which (documentation/environments, 2026-11).
function addressOf({ config }: Context): string {
  const host = config.apiKey.startsWith('sandbox-') ? 'api.sandbox.breathehr.info' : 'api.breathehr.com';
  return `https://${host}/v1/employees`;
}

/** The account number comes with everybody, and goes no further unless somebody asked for it. */
function withoutBank(context: Context, employee: unknown): unknown {
  if (context.wants('bankAccount') || typeof employee !== 'object') return employee;
  return { ...employee, sort_code: undefined, account_number: undefined };
}
