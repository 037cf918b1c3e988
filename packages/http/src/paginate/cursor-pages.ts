import type { Completeness, HttpClient, PostOptions } from '@rollcall/core';
import { proveEnd, watchEmptyPages, type EmptyPageOptions } from './prove-end.ts';
import { readPage, repeatedPage, type PageOptions } from './vendor-page.ts';

export interface CursorPagesOptions<Body> extends PageOptions<Body>, EmptyPageOptions {
  /** Name of the cursor in the request. Default `cursor`. */
  readonly pageParam?: string | undefined;
  /** Where the cursor goes. Default: the JSON body when there is one, else the query. */
  readonly cursorIn?: 'query' | 'json' | undefined;
  /** The cursor of the next page; null, undefined or '' on the last one. */
  readonly next: (body: Body) => string | null | undefined;
}

/**
 * Pages that name the next one by a cursor. A page is fetched when it is asked for.
 * @throws IncompleteReadError `page_repeated`, `count_mismatch`.
 */
export async function* cursorPages<Body = unknown>(
  http: HttpClient,
  path: string,
  options: CursorPagesOptions<Body>,
): AsyncGenerator<readonly unknown[], Completeness, void> {
  const { pageParam = 'cursor', cursorIn, next, lastMayBeEmpty, ...page } = options;
  const inJson = cursorIn === undefined ? page.json !== undefined : cursorIn === 'json';
  const seen = new Set<string>();
  let changes: PostOptions<Body> = {};
  const empty = watchEmptyPages({ lastMayBeEmpty });
  let read = 0;
  for (;;) {
    const { answer, items, total } = await readPage(http, path, page, changes);
    read += items.length;
    empty.see(items.length);
    yield items;
    const cursor = next(answer.body);
    if (cursor === null || cursor === undefined || cursor === '')
      return empty.judge(proveEnd(http, read, total, 'no cursor to a next page'));
    if (seen.has(cursor)) throw repeatedPage(http, 'cursor');
    seen.add(cursor);
    const added = { [pageParam]: cursor };
    changes = inJson ? { json: { ...toObject(page.json), ...added } } : { query: { ...page.query, ...added } };
  }
}

function toObject(json: unknown): object {
  return typeof json === 'object' && json !== null ? json : {};
}
