import type { Completeness, HttpClient } from '@rollcall/core';
import { linkedPages } from './next-url-pages.ts';
import { nextLink } from './next-link.ts';
import type { PageOptions } from './vendor-page.ts';

export interface LinkHeaderPagesOptions<Body> extends PageOptions<Body> {
  /** Keeps the path and takes only the query from the vendor's link, where its path is not the one to be asked. */
  readonly pinPath?: boolean | undefined;
}

/**
 * Pages that name the next one in a `Link` header with `rel="next"` (RFC 8288).
 * @throws IncompleteReadError `page_repeated`, `count_mismatch`; ConfigError for an address outside the wall.
 */
export function linkHeaderPages<Body = unknown>(
  http: HttpClient,
  path: string,
  { pinPath, ...page }: LinkHeaderPagesOptions<Body>,
): AsyncGenerator<readonly unknown[], Completeness, void> {
  return linkedPages(http, path, page, { pinPath: pinPath ?? false, next: ({ answer }) => nextLink(answer.headers['link']) });
}
