import { proven, type Completeness } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { odataPages, type ODataPagesOptions } from '../src/index.ts';
import { acmeClient } from './acme.ts';
import { inTurn, json, withServer } from './with-server.ts';

async function drain(bodies: readonly unknown[], options?: ODataPagesOptions) {
  const server = await withServer(
    inTurn(
      ...bodies.map((body) => (response: Parameters<typeof json>[0]) => {
        json(response, body);
      }),
    ),
  );
  const items: unknown[] = [];
  const read = async (): Promise<Completeness> => {
    const pages = odataPages(acmeClient(server.origin), '/people', options);
    for (;;) {
      const page = await pages.next();
      if (page.done === true) return page.value;
      items.push(...page.value);
    }
  };
  const { end, failed } = await read().then(
    (completeness) => ({ end: completeness, failed: undefined }),
    (error: unknown) => ({ end: undefined, failed: error }),
  );
  return { items, end, failed, urls: server.seen.map(({ url }) => url) };
}

describe('pages of OData', () => {
  test.each([
    ['version 4', { value: [1], '@odata.nextLink': 'https://api.acme.example/people?$skiptoken=2' }, { value: [2] }],
    ['version 4.01', { value: [1], '@nextLink': 'people?$skiptoken=2' }, { value: [2] }],
    ['version 3', { 'odata.metadata': 'x', value: [1], 'odata.nextLink': 'people?$skiptoken=2' }, { value: [2] }],
    ['version 2', { d: { results: [1], __next: 'https://api.acme.example:443/people?$skiptoken=2' } }, { d: { results: [2] } }],
    ['version 1', { d: { results: [1], __next: 'people?$skiptoken=2' } }, { d: [2] }],
  ])('%s: links are followed to the last one', async (_what, first, second) => {
    const { items, end, urls } = await drain([first, second], { query: { $filter: "a eq 'b'" } });
    expect(items).toEqual([1, 2]);
    expect(end).toEqual(proven({ by: 'last_page_signal', detail: 'no link to a next page' }));
    expect(urls).toEqual(['/people?$filter=a%20eq%20%27b%27', '/people?$skiptoken=2']);
  });

  test.each([
    ['version 4', { '@odata.count': 2, value: [1, 2] }],
    ['version 2, as text', { d: { __count: '2', results: [1, 2] } }],
  ])('a count proves the end: %s', async (_what, body) => {
    expect((await drain([body])).end).toMatchObject({ proven: true, evidence: { by: 'vendor_total', total: 2 } });
  });

  test('a count that differs makes no end', async () => {
    expect((await drain([{ '@odata.count': 3, value: [1, 2] }])).failed).toMatchObject({ code: 'count_mismatch' });
  });

  test('by $top and $skip until a page is not full, also when the server gives less and says so', async () => {
    const { items, urls } = await drain(
      [{ value: [1, 2] }, { value: [3], '@odata.nextLink': 'people?$skip=3' }, { value: [4] }],
      { pageSize: 2, query: { $orderby: 'Id' } },
    );
    expect(items).toEqual([1, 2, 3, 4]);
    expect(urls).toEqual([
      '/people?$orderby=Id&$skip=0&$top=2',
      '/people?$orderby=Id&$skip=2&$top=2',
      '/people?$orderby=Id&$skip=3&$top=2',
    ]);
  });

  test.each([[{}], [[]], [{ value: null }], [{ d: null }], [{ error: { code: 'x' } }], ['text'], [null]])(
    'no list is no empty list: %j',
    async (body) => {
      expect((await drain([body])).failed).toMatchObject({ code: 'schema_mismatch' });
    },
  );
});
