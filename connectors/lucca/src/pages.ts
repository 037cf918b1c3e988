import type { QueryValue, ReadContext } from '@rollcall/core';
import { cursorPages } from '@rollcall/http';
import { LuccaPage } from './schema.ts';

export type Query = Readonly<Record<string, QueryValue>>;

const ending = 'Lucca announces the end of version 2024-11-01 of its API: this connector needs an update';

/**
 * Pages of a list, 100 at most. The next link comes with `include=links` only. Its cursor is taken and the query repeated,
 * because the documented links leave `include` out. Source: https://developers.lucca.fr/documentation/using-api/paging (2026-11).
 */
export function luccaPages(
  { http, warn }: Pick<ReadContext, 'http' | 'warn'>,
  path: string,
  query: Query = {},
  items: (page: LuccaPage) => readonly unknown[] = (page) => page.items,
): ReturnType<typeof cursorPages> {
  return cursorPages(http, path, {
    query: { include: 'links', limit: 100, ...query },
    pageParam: 'page',
    schema: LuccaPage,
    items,
    totalItems({ totalCount }, { deprecation, sunset }) {
      if (deprecation !== undefined || sunset !== undefined) warn(ending);
      return totalCount;
    },
    next: ({ links }) => cursorOf(links?.next?.href),
  });
}

// A plus in a cursor is meant as one. A link without a cursor is no end of the list: sent as it is, Lucca refuses it.
function cursorOf(href: string | undefined): string | undefined {
  return new URLSearchParams(href?.split('?')[1]?.replaceAll('+', '%2B')).get('page') ?? href;
}
