import type { Completeness, HttpClient, PostOptions } from '@rollcall/core';
import { pageFingerprint } from './page-fingerprint.ts';
import { proveEnd } from './prove-end.ts';
import { countMismatch, readPage, repeatedPage, type PageOptions } from './vendor-page.ts';

export interface OffsetPagesOptions<Body> extends PageOptions<Body> {
  /** Records of a full page; sent along. */
  readonly pageSize: number;
  /** Default `offset`. */
  readonly offsetParam?: string | undefined;
  /** Default `limit`. */
  readonly limitParam?: string | undefined;
  /** Puts offset and limit where they belong instead, such as into a JSON body. */
  readonly request?: ((offset: number, limit: number) => PostOptions<Body>) | undefined;
  /** Does the vendor say that there is more? */
  readonly hasMore?: ((body: Body, headers: Readonly<Record<string, string>>) => boolean | null | undefined) | undefined;
}

/**
 * Pages by the number of records to leave out, from 0. Ends at the vendor's word, at its total, or else at a page that
 * is empty or not full.
 * @throws IncompleteReadError `page_repeated`, `count_mismatch`.
 */
export async function* offsetPages<Body = unknown>(
  http: HttpClient,
  path: string,
  options: OffsetPagesOptions<Body>,
): AsyncGenerator<readonly unknown[], Completeness, void> {
  const { pageSize, offsetParam = 'offset', limitParam = 'limit', request, hasMore, ...page } = options;
  const seen = new Set<string>();
  for (let read = 0; ;) {
    const changes = request?.(read, pageSize) ?? { query: { ...page.query, [offsetParam]: read, [limitParam]: pageSize } };
    const { items, total, answer } = await readPage(http, path, page, changes);
    const fingerprint = pageFingerprint(items);
    if (fingerprint !== undefined && seen.has(fingerprint)) throw repeatedPage(http, 'page');
    if (fingerprint !== undefined) seen.add(fingerprint);
    read += items.length;
    yield items;
    const more = hasMore?.(answer.body, answer.headers) ?? undefined;
    const end = endOf({ count: items.length, pageSize, read, total, more });
    if (end !== undefined) return proveEnd(http, read, total, end);
    if (items.length === 0) throw countMismatch(http, read, total === undefined ? 'there are more' : `there are ${total}`);
  }
}

interface Progress {
  readonly count: number;
  readonly pageSize: number;
  readonly read: number;
  readonly total: number | undefined;
  readonly more: boolean | undefined;
}

// Why this page is the last one; undefined while it is not.
function endOf({ count, pageSize, read, total, more }: Progress): string | undefined {
  if (more !== undefined) return more ? undefined : 'the vendor says that there is no more';
  if (total !== undefined) return read >= total ? 'all records of the total' : undefined;
  return count < pageSize ? 'a page that is not full' : undefined;
}
