import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { IncompleteReadError, ResponseError, type Completeness } from '@rollcall/core';
import { allItems, cursorPages, linkHeaderPages, nextUrlPages, numberedPages, offsetPages, rowsById } from '../src/index.ts';
import { nextLink } from '../src/paginate/next-link.ts';
import { acmeClient, failure } from './acme.ts';
import { json, withServer, type Seen } from './with-server.ts';

interface Page {
  readonly data: readonly number[];
  readonly next?: string | null;
  readonly total?: number;
  readonly pages?: number;
  readonly more?: boolean;
}

/** Serves pages by what a request asks for. */
async function vendor(
  answer: (request: Seen, query: URLSearchParams) => Page,
  headers: (query: URLSearchParams) => Record<string, string> = () => ({}),
) {
  const server = await withServer((response, request) => {
    const query = new URL(request.url, 'http://x').searchParams;
    json(response, answer(request, query), 200, headers(query));
  });
  return { server, http: acmeClient(server.origin) };
}

async function readAll(list: AsyncGenerator<readonly unknown[], Completeness, void>) {
  const pages: (readonly unknown[])[] = [];
  for (;;) {
    const step = await list.next();
    if (step.done === true) return { pages, end: step.value };
    pages.push(step.value);
  }
}

const items = (page: Page) => page.data;
const next = (page: Page) => page.next;
const total = (page: Page) => page.total;

describe('cursorPages', () => {
  const chain: Record<string, Page> = {
    '': { data: [1, 2], next: 'b' },
    b: { data: [3], next: 'c' },
    c: { data: [], next: null },
  };

  it('follows the cursor, page by page, when asked', async () => {
    const { server, http } = await vendor((_, query) => chain[query.get('after') ?? '']!);
    const list = cursorPages(http, '/people', { query: { size: 2 }, pageParam: 'after', items, next });
    await list.next();
    expect(server.seen).toHaveLength(1);
    const { pages, end } = await readAll(list);
    expect(pages).toEqual([[3], []]);
    expect(end).toEqual({ proven: true, evidence: { by: 'last_page_signal', detail: 'no cursor to a next page' } });
    expect(server.seen.map(({ url }) => url)).toEqual(['/people?size=2', '/people?size=2&after=b', '/people?size=2&after=c']);
  });

  it('puts the cursor into a JSON body, or where it is told to', async () => {
    const { server, http } = await vendor(
      ({ body, url }) =>
        chain[(JSON.parse(body) as { cursor?: string }).cursor ?? new URL(url, 'http://x').searchParams.get('cursor') ?? '']!,
    );
    await readAll(cursorPages(http, '/search', { json: { limit: 2 }, items, next }));
    await readAll(cursorPages(http, '/search', { json: { limit: 2 }, cursorIn: 'query', items, next }));
    expect(server.seen.map(({ method, body }) => `${method} ${body}`)).toEqual([
      'POST {"limit":2}',
      'POST {"limit":2,"cursor":"b"}',
      'POST {"limit":2,"cursor":"c"}',
      'POST {"limit":2}',
      'POST {"limit":2}',
      'POST {"limit":2}',
    ]);
  });

  it('makes a JSON body for the cursor when there is none', async () => {
    const { server, http } = await vendor(
      ({ body }) => chain[body === '' ? '' : ((JSON.parse(body) as { cursor?: string }).cursor ?? '')]!,
    );
    await readAll(cursorPages(http, '/search', { method: 'POST', cursorIn: 'json', items, next }));
    expect(server.seen.map(({ body }) => body)).toEqual(['', '{"cursor":"b"}', '{"cursor":"c"}']);
  });

  it('stops at a cursor that comes again', async () => {
    const { http } = await vendor(() => ({ data: [1], next: 'b' }));
    const error = await failure(readAll(cursorPages(http, '/people', { items, next })));
    expect(error).toBeInstanceOf(IncompleteReadError);
    expect(error).toMatchObject({ code: 'page_repeated', vendor: 'acme' });
  });

  it('holds the vendor to its total', async () => {
    const { http } = await vendor((_, query) => ({ ...chain[query.get('cursor') ?? '']!, total: 3 }));
    const { end } = await readAll(cursorPages(http, '/people', { items, next, totalItems: total }));
    expect(end).toMatchObject({ proven: true, evidence: { by: 'vendor_total', total: 3 } });
    const other = await vendor((_, query) => ({ ...chain[query.get('cursor') ?? '']!, total: 4 }));
    expect(await failure(readAll(cursorPages(other.http, '/people', { items, next, totalItems: total })))).toMatchObject({
      code: 'count_mismatch',
    });
  });

  it('checks pages against a schema, and a list that is none is no empty page', async () => {
    const { http } = await vendor(() => ({ data: [1] }));
    const schema = z.object({ data: z.array(z.string()) });
    expect(
      await failure(readAll(cursorPages(http, '/people', { schema, items: (page) => page.data, next: () => null }))),
    ).toMatchObject({ code: 'schema_mismatch' });
    const error = await failure(readAll(cursorPages(http, '/people', { items: () => undefined as never, next: () => null })));
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ code: 'schema_mismatch', vendor: 'acme' });
  });
});

describe('a page without records in the midst', () => {
  const chain: readonly Page[] = [{ data: [1], next: '1' }, { data: [], next: '2' }, { data: [3] }];
  const unproven = { proven: false, because: 'a page came without records although others followed it' };

  it('makes nobody missing: cursors', async () => {
    const { http } = await vendor((_, query) => chain[Number(query.get('cursor') ?? 0)]!);
    const { pages, end } = await readAll(cursorPages(http, '/people', { items, next }));
    expect(pages).toEqual([[1], [], [3]]);
    expect(end).toEqual(unproven);
  });

  it('is no excuse for a total that was not reached, and no doubt about one that was', async () => {
    const { http } = await vendor((_, query) => chain[Number(query.get('cursor') ?? 0)]!);
    const read = (count: number) => readAll(cursorPages(http, '/people', { items, next, totalItems: () => count }));
    expect(await failure(read(3))).toMatchObject({ code: 'count_mismatch' });
    expect((await read(2)).end).toMatchObject({ proven: true, evidence: { by: 'vendor_total' } });
  });

  it('at the end is doubtful only where a page is announced for what is on it', async () => {
    const { http } = await vendor((_, query) => (query.get('cursor') === null ? { data: [1], next: '1' } : { data: [] }));
    const read = (lastMayBeEmpty?: boolean) => readAll(cursorPages(http, '/people', { items, next, lastMayBeEmpty }));
    expect((await read()).end.proven).toBe(true);
    expect((await read(false)).end).toEqual({ proven: false, because: 'a page that was announced came without records' });
    const { http: nobody } = await vendor(() => ({ data: [] }));
    expect((await readAll(cursorPages(nobody, '/people', { items, next, lastMayBeEmpty: false }))).end.proven).toBe(true);
  });

  it('makes a list on which others depend a cut one', async () => {
    const { http } = await vendor((_, query) => chain[Number(query.get('cursor') ?? 0)]!);
    const read = () => cursorPages(http, '/people', { items, next });
    expect(await failure(allItems(read()))).toMatchObject({ code: 'not_complete' });
    expect(await failure(rowsById(read(), z.number(), (id) => id))).toMatchObject({ code: 'not_complete' });
    expect(await allItems(cursorPages(http, '/people', { items, next: () => null }))).toEqual([1]);
  });

  it('makes nobody missing: links', async () => {
    const { http } = await vendor((_, query) => chain[Number(query.get('cursor') ?? 0)]!);
    const link = (page: Page) => (page.next === undefined ? null : `?cursor=${String(page.next)}`);
    expect((await readAll(nextUrlPages(http, '/people', { items, next: link }))).end).toEqual(unproven);
  });
});

describe('nextUrlPages', () => {
  it.each(['/people#again', '/people?page=2'])('ends where %s goes in circles under another address', async (link) => {
    const server = await withServer((response, { url }) => {
      if (url === '/people?page=2') json(response, {}, 302, { location: '/people?p=2' });
      else json(response, { data: [1], next: server.seen.length > 20 ? null : link });
    });
    const read = readAll(nextUrlPages(acmeClient(server.origin), '/people', { items, next }));
    expect(await failure(read)).toMatchObject({ code: 'page_repeated' });
  });

  const base = 'https://api.acme.example';

  it.each([
    ['absolute', `${base}/people?p=2`],
    ['relative to the root', '/people?p=2'],
    ['relative to the page', '?p=2'],
  ])('follows an %s link', async (_, link) => {
    const { server, http } = await vendor((__, query) => ({ data: [1], next: query.get('p') === null ? link : '' }));
    const { end } = await readAll(nextUrlPages(http, '/people', { query: { size: 9 }, items, next }));
    expect(end.proven).toBe(true);
    expect(server.seen.map(({ url }) => url)).toEqual(['/people?size=9', '/people?p=2']);
  });

  it('keeps the path when the vendor’s link has another one', async () => {
    const { server, http } = await vendor((_, query) => ({
      data: [1],
      next: query.get('p') === null ? '/v0/staff?p=2' : null,
    }));
    await readAll(nextUrlPages(http, '/people/{id}', { params: { id: '7' }, pinPath: true, items, next }));
    expect(server.seen.map(({ url }) => url)).toEqual(['/people/7', '/people/7?p=2']);
  });

  it('refuses a link to another host even where only its query would be taken', async () => {
    const { server, http } = await vendor(() => ({ data: [1], next: 'https://evil.example/people?p=2' }));
    const read = readAll(nextUrlPages(http, '/people', { pinPath: true, items, next }));
    expect(await failure(read)).toMatchObject({ code: 'host_not_allowed' });
    expect(server.seen).toHaveLength(1);
  });

  it.each(['https://evil.example/people?p=2', '/logout', 'http://api.acme.example/people?p=2', 'https://['])(
    'refuses %s',
    async (link) => {
      const { server, http } = await vendor(() => ({ data: [1], next: link }));
      expect(await failure(readAll(nextUrlPages(http, '/people', { items, next })))).toMatchObject({ name: 'ConfigError' });
      expect(server.seen).toHaveLength(1);
    },
  );

  it('stops at a link that comes again', async () => {
    const { http } = await vendor(() => ({ data: [1], next: '/people?p=2' }));
    expect(await failure(readAll(nextUrlPages(http, '/people', { items, next })))).toMatchObject({ code: 'page_repeated' });
  });
});

describe('linkHeaderPages', () => {
  it('follows rel="next" and compares with the total', async () => {
    const { server, http } = await vendor(
      (_, query) => ({ data: [Number(query.get('p') ?? 1)] }),
      (query): Record<string, string> =>
        query.get('p') === null
          ? { link: '</people?p=2>; rel="next", </people?p=9>; rel=last', 'x-total': '2' }
          : { 'x-total': '2' },
    );
    const { pages, end } = await readAll(
      linkHeaderPages<Page>(http, '/people', { items, totalItems: (_, headers) => Number(headers['x-total']) }),
    );
    expect(pages).toEqual([[1], [2]]);
    expect(end).toMatchObject({ evidence: { by: 'vendor_total', total: 2 } });
    expect(server.seen.map(({ url }) => url)).toEqual(['/people', '/people?p=2']);
  });

  it.each([
    [undefined, undefined],
    ['<a>', undefined],
    ['<a>; title=x; rel', undefined],
    ['', undefined],
    ['<a>; rel="prev"', undefined],
    ['<a>; rel=next', 'a'],
    ['<a,b>; title="x, y; rel=next"; rel="prev", <c?d=1;e>; title="\\"q"; REL="last NEXT"', 'c?d=1;e'],
    ['<a> ; rel = "next"', 'a'],
  ])('reads %s', (header, expected) => {
    expect(nextLink(header)).toBe(expected);
  });
});

describe('numberedPages', () => {
  const of =
    (pages: readonly (readonly number[])[], extra: Partial<Page> = {}, first = 1) =>
    (_: Seen, query: URLSearchParams): Page => ({
      data: pages[Number(query.get('page')) - first] ?? [],
      ...extra,
    });
  const totalPages = (page: Page) => page.pages;

  it('ends at the number of pages', async () => {
    const { server, http } = await vendor(
      of(
        [
          [1, 2],
          [3, 4],
        ],
        { pages: 2 },
      ),
    );
    const { pages, end } = await readAll(numberedPages(http, '/people', { query: { size: 2 }, items, totalPages }));
    expect(pages).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(end).toEqual({ proven: true, evidence: { by: 'last_page_signal', detail: 'page 2 of 2' } });
    expect(server.seen.map(({ url }) => url)).toEqual(['/people?size=2&page=1', '/people?size=2&page=2']);
  });

  it('ends at the total', async () => {
    const { server, http } = await vendor(of([[1, 2], [3]], { total: 3 }, 0));
    const { end } = await readAll(numberedPages(http, '/people', { firstPage: 0, items, totalItems: total }));
    expect(end).toMatchObject({ evidence: { by: 'vendor_total', total: 3 } });
    expect(server.seen).toHaveLength(2);
  });

  it.each([
    ['a page that is not full', [[1, 2], [3]], 2],
    [
      'an empty page',
      [
        [1, 2],
        [3, 4],
      ],
      3,
    ],
    ['nothing at all', [], 1],
  ])('ends at %s', async (_, pages, requests) => {
    const { server, http } = await vendor(of(pages));
    expect((await readAll(numberedPages(http, '/people', { pageSize: 2, items }))).end.proven).toBe(true);
    expect(server.seen).toHaveLength(requests);
  });

  it('ends at an empty page where the size is not known', async () => {
    const { server, http } = await vendor(of([[1, 2], [3]]));
    await readAll(numberedPages(http, '/people', { items }));
    expect(server.seen).toHaveLength(3);
  });

  it('puts the number where it is told to', async () => {
    const { server, http } = await vendor(({ body }) => ({ data: [1], pages: (JSON.parse(body) as { page: number }).page }));
    await readAll(numberedPages(http, '/search', { request: (page) => ({ json: { page, size: 1 } }), items, totalPages }));
    expect(server.seen.map(({ method, url, body }) => [method, url, body])).toEqual([['POST', '/search', '{"page":1,"size":1}']]);
  });

  it.each([
    ['an empty page before the last one', [[1, 2], [], [5]], { pages: 3 }, 'count_mismatch'],
    ['an empty page before the total', [[1, 2]], { total: 3 }, 'count_mismatch'],
    ['fewer than the total', [[1, 2], [3]], { pages: 2, total: 4 }, 'count_mismatch'],
    ['more than the total', [[1, 2], [3]], { total: 2, pages: 2 }, 'count_mismatch'],
    ['a page again', [[1, 2], [1, 2], [3]], { pages: 3 }, 'page_repeated'],
  ])('fails at %s', async (_, pages, extra, code) => {
    const { http } = await vendor(of(pages, extra));
    expect(await failure(readAll(numberedPages(http, '/people', { items, totalPages, totalItems: total })))).toMatchObject({
      code,
      vendor: 'acme',
    });
  });
});

describe('offsetPages', () => {
  const people = [1, 2, 3, 4, 5];
  const slice =
    (extra: (offset: number) => Partial<Page> = () => ({})) =>
    (_: Seen, query: URLSearchParams): Page => {
      const offset = Number(query.get('offset'));
      return { data: people.slice(offset, offset + Number(query.get('limit'))), ...extra(offset) };
    };

  it('ends at a page that is not full', async () => {
    const { server, http } = await vendor(slice());
    const { pages, end } = await readAll(offsetPages(http, '/people', { pageSize: 2, items }));
    expect(pages.flat()).toEqual(people);
    expect(end).toMatchObject({ evidence: { detail: 'a page that is not full' } });
    expect(server.seen.map(({ url }) => url)).toEqual([
      '/people?offset=0&limit=2',
      '/people?offset=2&limit=2',
      '/people?offset=4&limit=2',
    ]);
  });

  it('ends at the total or at the vendor’s word', async () => {
    const counted = await vendor(slice(() => ({ total: 5 })));
    expect((await readAll(offsetPages(counted.http, '/people', { pageSize: 5, items, totalItems: total }))).end).toMatchObject({
      evidence: { total: 5 },
    });
    expect(counted.server.seen).toHaveLength(1);
    const told = await vendor(slice((offset) => ({ more: offset < 4 })));
    const { pages } = await readAll(
      offsetPages(told.http, '/people', { pageSize: 2, items, hasMore: (page: Page) => page.more }),
    );
    expect(pages.flat()).toEqual(people);
  });

  it('puts offset and limit where it is told to', async () => {
    const { server, http } = await vendor(() => ({ data: [1] }));
    await readAll(offsetPages(http, '/search', { pageSize: 2, items, request: (start, count) => ({ json: { start, count } }) }));
    expect(server.seen.map(({ body }) => body)).toEqual(['{"start":0,"count":2}']);
  });

  it.each([
    ['nothing where there is more', () => ({ data: [], more: true }), 'count_mismatch'],
    ['nothing before the total', () => ({ data: [], total: 9 }), 'count_mismatch'],
    ['the same page again', () => ({ data: [1, 2], total: 9 }), 'page_repeated'],
  ])('fails at %s', async (_, answer: () => Page, code) => {
    const { http } = await vendor(answer);
    expect(
      await failure(
        readAll(offsetPages(http, '/people', { pageSize: 2, items, totalItems: total, hasMore: (page: Page) => page.more })),
      ),
    ).toMatchObject({ code });
  });
});
