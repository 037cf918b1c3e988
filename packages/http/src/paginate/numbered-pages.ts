import type { Completeness, HttpClient, PostOptions } from '@rollcall/core';
import { pageFingerprint } from './page-fingerprint.ts';
import { proveEnd } from './prove-end.ts';
import { countMismatch, readPage, repeatedPage, type PageOptions, type VendorPage } from './vendor-page.ts';

export interface NumberedPagesOptions<Body> extends PageOptions<Body> {
  /** Number of the first page. Default 1. */
  readonly firstPage?: number | undefined;
  /** Name of the page number in the query. Default `page`. */
  readonly pageParam?: string | undefined;
  /** Puts the page number where it belongs instead, such as into a JSON body. */
  readonly request?: ((page: number) => PostOptions<Body>) | undefined;
  /** Records of a full page, as asked for; needed where the vendor gives no number of pages. */
  readonly pageSize?: number | undefined;
  readonly totalPages?: ((body: Body, headers: Readonly<Record<string, string>>) => number | null | undefined) | undefined;
}

/**
 * Pages by number. Ends at the vendor's number of pages, at its total, or else at a page that is empty or not full.
 * @throws IncompleteReadError `page_repeated`, `count_mismatch`.
 */
export async function* numberedPages<Body = unknown>(
  http: HttpClient,
  path: string,
  options: NumberedPagesOptions<Body>,
): AsyncGenerator<readonly unknown[], Completeness, void> {
  const { firstPage = 1, pageParam = 'page', request, pageSize, totalPages, ...page } = options;
  const seen = new Set<string>();
  let read = 0;
  for (let number = firstPage; ; number += 1) {
    const changes = request?.(number) ?? { query: { ...page.query, [pageParam]: number } };
    const vendorPage = await readPage(http, path, page, changes);
    const { items, total, answer } = vendorPage;
    const fingerprint = pageFingerprint(items);
    if (fingerprint !== undefined && seen.has(fingerprint)) throw repeatedPage(http, 'page');
    if (fingerprint !== undefined) seen.add(fingerprint);
    read += items.length;
    yield items;
    const pages = totalPages?.(answer.body, answer.headers) ?? undefined;
    const end = endOf(vendorPage, { read, pagesRead: number - firstPage + 1, pages, pageSize });
    if (end !== undefined) return proveEnd(http, read, total, end);
    if (items.length === 0)
      throw countMismatch(http, read, pages === undefined ? `there are ${total ?? 0}` : `there are ${pages} pages`);
  }
}

interface Progress {
  readonly read: number;
  readonly pagesRead: number;
  readonly pages: number | undefined;
  readonly pageSize: number | undefined;
}

// Why this page is the last one; undefined while it is not.
function endOf({ items, total }: VendorPage<unknown>, { read, pagesRead, pages, pageSize }: Progress): string | undefined {
  if (pages !== undefined) return pagesRead >= pages ? `page ${pagesRead} of ${pages}` : undefined;
  if (total !== undefined) return read >= total ? 'all records of the total' : undefined;
  if (items.length === 0) return 'an empty page';
  return pageSize !== undefined && items.length < pageSize ? 'a page that is not full' : undefined;
}
