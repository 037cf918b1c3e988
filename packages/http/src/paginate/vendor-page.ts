import { IncompleteReadError, ResponseError, type HttpAnswer, type HttpClient, type PostOptions } from '@rollcall/core';
import { vendorOf } from '../client/vendor-of.ts';

/** What every way of paging is told about one page. `Body` is what `schema` gives, else what you say it is. */
export interface PageOptions<Body> extends Omit<PostOptions<Body>, 'as'> {
  /** Default `POST` when there is a body, else `GET`. */
  readonly method?: 'GET' | 'POST' | undefined;
  /** The records of one page. */
  readonly items: (body: Body) => readonly unknown[];
  /** How many there are altogether, where the vendor says so. Proves the end, and a read that differs from it fails. */
  readonly totalItems?: ((body: Body, headers: Readonly<Record<string, string>>) => number | null | undefined) | undefined;
}

/** One page as it was read. */
export interface VendorPage<Body> {
  readonly answer: HttpAnswer<Body>;
  readonly items: readonly unknown[];
  readonly total: number | undefined;
}

/**
 * Reads one page.
 * @throws ResponseError `schema_mismatch` when its records are no list: an absent list is not an empty one.
 */
export async function readPage<Body>(
  http: HttpClient,
  path: string,
  options: PageOptions<Body>,
  changes: PostOptions<Body>,
): Promise<VendorPage<Body>> {
  const { items: itemsOf, totalItems, method, ...request } = options;
  const whole = { ...request, ...changes };
  const hasBody = whole.json !== undefined || whole.form !== undefined || whole.body !== undefined;
  const answer = await http.send<Body>(method ?? (hasBody ? 'POST' : 'GET'), path, whole);
  const items: unknown = itemsOf(answer.body);
  if (!Array.isArray(items)) {
    throw new ResponseError({
      code: 'schema_mismatch',
      vendor: vendorOf(http),
      message: 'the vendor sent a page without a list of records',
      mismatches: [{ path: '$', expected: 'list of records', received: typeof items }],
    });
  }
  return { answer, items, total: totalItems?.(answer.body, answer.headers) ?? undefined };
}

/** A page came twice: what follows would come twice too, and what is missing cannot be known. */
export function repeatedPage(http: HttpClient, what: string): IncompleteReadError {
  return new IncompleteReadError({
    code: 'page_repeated',
    vendor: vendorOf(http),
    message: `the vendor sent the same ${what} twice: the list was left unfinished`,
  });
}

/** The vendor's own count differs from what was read. */
export function countMismatch(http: HttpClient, read: number, said: string): IncompleteReadError {
  return new IncompleteReadError({
    code: 'count_mismatch',
    vendor: vendorOf(http),
    message: `${read} records were read and the vendor says ${said}: the list changed meanwhile or is cut`,
  });
}
