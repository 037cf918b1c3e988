import type { Completeness, HttpClient, QueryValue } from '@rollcall/core';
import { nextUrlPages } from './next-url-pages.ts';
import { offsetPages } from './offset-pages.ts';

export interface ODataPagesOptions {
  /** System options are written as they are: `$filter`, `$orderby`. */
  readonly query?: Readonly<Record<string, QueryValue>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly params?: Readonly<Record<string, string>> | undefined;
  /** Asks for pages by `$top` and `$skip`, for services whose server does not page. Without it the server's links are followed. */
  readonly pageSize?: number | undefined;
  /** A service that writes links on another path than the one to be asked. */
  readonly pinPath?: boolean | undefined;
}

/**
 * The records of an OData set, versions 2 to 4, whatever envelope the service chooses: `value`, `d.results` or `d`. Follows
 * the server's links, relative or absolute, until there is none; with `pageSize` it counts for itself. A count that the
 * service gives (`$count=true`, `$inlinecount=allpages`) proves the end.
 * Source: OData JSON Format 4.01, 4.5 and 10; OData Version 2.0 JSON Format, 4 (docs.oasis-open.org, odata.org, 2026-11).
 * @throws IncompleteReadError `page_repeated`, `count_mismatch`; ResponseError `schema_mismatch` when there is no list.
 */
export async function* odataPages(
  http: HttpClient,
  path: string,
  { query, pageSize, pinPath, ...request }: ODataPagesOptions = {},
): AsyncGenerator<readonly unknown[], Completeness, void> {
  const page = { ...request, items, totalItems };
  if (pageSize === undefined) return yield* nextUrlPages(http, path, { ...page, query, next, pinPath });
  return yield* offsetPages(http, path, {
    ...page,
    query,
    pageSize,
    offsetParam: '$skip',
    limitParam: '$top',
    // A server may cap the page below what was asked for; then it says so by a link.
    hasMore: (body) => (next(body) === undefined ? undefined : true),
  });
}

function items(body: unknown): readonly unknown[] {
  const inner = member(body, 'd');
  // What is no list is refused by whoever asked for it; a list without an envelope is no answer of OData, and proves nothing.
  return (member(body, 'value') ?? member(inner, 'results') ?? inner) as readonly unknown[];
}

function next(body: unknown): string | undefined {
  const link =
    member(body, '@odata.nextLink') ??
    member(body, 'odata.nextLink') ??
    member(body, '@nextLink') ??
    member(member(body, 'd'), '__next');
  return typeof link === 'string' && link !== '' ? link : undefined;
}

function totalItems(body: unknown): number | undefined {
  const count =
    member(body, '@odata.count') ?? member(body, 'odata.count') ?? member(body, '@count') ?? member(member(body, 'd'), '__count');
  // Versions 2 and 3 write it as text: Edm.Int64.
  return typeof count === 'number' || (typeof count === 'string' && /^\d+$/.test(count)) ? Number(count) : undefined;
}

function member(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, name)
    ? (body as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
