import type { Completeness, HttpClient, PostOptions } from '@rollcall/core';
import { proveEnd, watchEmptyPages, type EmptyPageOptions } from './prove-end.ts';
import { readPage, repeatedPage, type PageOptions, type VendorPage } from './vendor-page.ts';

export interface NextUrlPagesOptions<Body> extends PageOptions<Body>, EmptyPageOptions {
  /** The address of the next page, absolute or relative to this one; null, undefined or '' on the last one. */
  readonly next: (body: Body) => string | null | undefined;
  /** Keeps the path and takes only the query from the vendor's link, where its path is not the one to be asked. */
  readonly pinPath?: boolean | undefined;
}

/**
 * Pages that name the address of the next one. The client judges each address as any other: host, path, https.
 * @throws IncompleteReadError `page_repeated`, `count_mismatch`; ConfigError for an address outside the wall.
 */
export function nextUrlPages<Body = unknown>(
  http: HttpClient,
  path: string,
  { next, pinPath, lastMayBeEmpty, ...page }: NextUrlPagesOptions<Body>,
): AsyncGenerator<readonly unknown[], Completeness, void> {
  return linkedPages(http, path, page, { pinPath: pinPath ?? false, lastMayBeEmpty, next: ({ answer }) => next(answer.body) });
}

interface Following<Body> extends EmptyPageOptions {
  readonly pinPath: boolean;
  readonly next: (page: VendorPage<Body>) => string | null | undefined;
}

/** What next links in the body and in the `Link` header have in common. */
export async function* linkedPages<Body>(
  http: HttpClient,
  path: string,
  page: PageOptions<Body>,
  { pinPath, next, lastMayBeEmpty }: Following<Body>,
): AsyncGenerator<readonly unknown[], Completeness, void> {
  const seen = new Set<string>();
  let current = path;
  let changes: PostOptions<Body> = {};
  const empty = watchEmptyPages({ lastMayBeEmpty });
  let read = 0;
  for (;;) {
    const vendorPage = await readPage(http, current, page, changes);
    const { answer, items, total } = vendorPage;
    read += items.length;
    empty.see(items.length);
    yield items;
    const link = next(vendorPage);
    if (link === null || link === undefined || link === '')
      return empty.judge(proveEnd(http, read, total, 'no link to a next page'));
    seen.add(answer.url);
    const address = pinPath ? pinned(link, answer.url) : URL.parse(link, answer.url);
    if (address !== null) {
      // Never sent, and a redirect may answer under another address: the link itself counts as seen too.
      address.hash = '';
      if (seen.has(address.href)) throw repeatedPage(http, 'link');
      seen.add(address.href);
    }
    // A link that cannot be read goes on as it is: the client refuses it by its own rule.
    current = address?.href ?? link;
    // The link carries the whole query of the first request.
    changes = { query: undefined, params: undefined };
  }
}

/** The link's query on the path that was asked. A link to another host stays what it is, to be refused. */
function pinned(link: string, asked: string): URL | null {
  const address = URL.parse(link, asked);
  const own = new URL(asked);
  if (address?.origin === own.origin) address.pathname = own.pathname;
  return address;
}
