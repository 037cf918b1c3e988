import type { Completeness, HttpClient } from '@rollcall/core';
import { nextUrlPages } from '@rollcall/http';
import { PersonioPage } from './schema.ts';

/** Follows `_meta.links.next`; examples show it on another path, so only its query is taken. */
export function personioPages(
  http: HttpClient,
  path: string,
  query: Record<string, string | number>,
  more: object = {},
): AsyncGenerator<readonly unknown[], Completeness, void> {
  return nextUrlPages(http, path, {
    ...more,
    query,
    schema: PersonioPage,
    items: (page) => page._data,
    next: (page) => page._meta?.links?.next?.href,
    pinPath: true,
    // A next link says that there are more (reference/persons-1, 2026-11).
    lastMayBeEmpty: false,
  });
}
