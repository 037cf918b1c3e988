import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { loadDocument } from '../src/openapi/load-document.ts';
import { propose, type Proposal } from '../src/openapi/propose.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-openapi-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;

async function proposalOf(content: object | string, form: 'json' | 'yaml' = 'json'): Promise<Proposal> {
  const file = join(folder, `${String((files += 1))}.${form}`);
  writeFileSync(file, typeof content === 'string' ? content : form === 'json' ? JSON.stringify(content) : stringify(content));
  return propose(await loadDocument(file));
}

const text = { type: 'string' };
const answer = (schema: object): object => ({ responses: { '200': { content: { 'application/json': { schema } } } } });
const listOf = (items: object): object => ({ type: 'array', items });
const query = (name: string, schema: object = text): object => ({ name, in: 'query', schema });
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** By cursor; a record that holds its manager, who is a record. */
const byCursor = {
  openapi: '3.1.0',
  info: { title: 'Thistledown People API (v3)', version: '3' },
  servers: [{ url: '/relative' }, { url: 'https://api.thistledown.example/v3/' }],
  security: [{ oauth: [] }],
  paths: {
    '/departments': { get: answer(listOf({ type: 'object', properties: { id: text, name: text } })) },
    '/employees/{employee_id}': { get: answer(ref('Employee')) },
    '/departments/{id}/employees': { get: answer(listOf(ref('Employee'))) },
    '/employees': {
      parameters: [query('page_size', { type: 'integer', default: 50, maximum: 250 })],
      get: {
        parameters: [query('page_token')],
        ...answer({
          type: 'object',
          properties: {
            data: { type: 'object', properties: { items: listOf(ref('Employee')), total: { type: 'integer' } } },
            paging: { type: 'object', properties: { next_page_token: { type: ['string', 'null'] } } },
          },
        }),
      },
    },
  },
  components: {
    securitySchemes: {
      oauth: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: 'https://login.thistledown.example/token', scopes: { 'people:read': 'read' } } },
      },
    },
    schemas: {
      Base: { type: 'object', properties: { id: { type: 'integer' }, given_name: text, family_name: text } },
      Employee: {
        allOf: [
          ref('Base'),
          {
            type: 'object',
            properties: {
              work_email: text,
              manager: ref('Employee'),
              employment: {
                type: 'object',
                properties: { status: { enum: ['ACTIVE', 'ON_LEAVE', 'Zwischen'], type: 'string' }, start_date: text },
              },
              department: { anyOf: [{ type: 'null' }, { type: 'object', properties: { id: text, name: text } }] },
            },
          },
        ],
      },
    },
  },
};

const byPage = {
  openapi: '3.0.3',
  info: { title: 'Rowan HR' },
  servers: [{ url: 'https://{company}.rowan.example' }],
  paths: {
    '/api/users': {
      get: {
        security: [{ key: [] }],
        parameters: [query('page', { type: 'integer', minimum: 0 }), query('per_page', { type: 'integer' })],
        ...answer({
          type: 'object',
          properties: {
            users: listOf({ type: 'object', properties: { id: text, email: text, surname: text } }),
            total_pages: { type: 'integer' },
          },
        }),
      },
    },
  },
  components: {
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Rowan' }, other: { type: 'http', scheme: 'bearer' } },
  },
};

const byOffset = {
  openapi: '3.0.0',
  info: {},
  paths: {
    '/people/search': {
      post: {
        parameters: [query('offset', { type: 'integer' }), query('limit', { type: 'integer', maximum: 500 })],
        ...answer({
          type: 'object',
          properties: {
            results: listOf({ type: 'object', properties: { uuid: text, firstName: text } }),
            count: { type: 'integer' },
          },
        }),
      },
    },
    '/people': { post: answer(listOf({ type: 'object', properties: { id: text, firstName: text } })) },
  },
  components: { securitySchemes: { password: { type: 'http', scheme: 'basic' } } },
};

describe.each(['json', 'yaml'] as const)('what a document proposes, in %s', (form) => {
  test('a cursor, references, parts and alternatives', async () => {
    const { name, baseUrl, lists, pagingOf, logInOf } = await proposalOf(byCursor, form);
    const [list, other] = lists;
    expect({ name, baseUrl }).toEqual({ name: 'Thistledown People', baseUrl: 'https://api.thistledown.example/v3' });
    expect(list).toMatchObject({ endpoint: { method: 'GET', path: '/employees' }, shape: { items: ['data', 'items'] } });
    expect(list?.reason).toMatch(/^the path ends in \/employees; \d+ fields are known: id, workEmail, firstName, lastName, /);
    expect(other).toMatchObject({ endpoint: { path: '/departments/{id}/employees' } });
    expect(other?.reason).toContain('it asks for {id}');
    expect(Object.fromEntries(list!.shape.fields.map(({ field, path, kind }) => [field, `${path.join('.')} ${kind}`]))).toEqual({
      id: 'id id',
      workEmail: 'work_email text',
      firstName: 'given_name text',
      lastName: 'family_name text',
      status: 'employment.status text',
      startDate: 'employment.start_date text',
      department: 'department reference',
      managerId: 'manager.id cell',
    });
    expect(list!.shape.statuses).toEqual([
      ['ACTIVE', 'active'],
      ['ON_LEAVE', 'leave'],
      ['Zwischen', null],
    ]);
    expect(pagingOf(list!)).toEqual({
      kind: 'cursor',
      details: {
        limitParam: 'page_size',
        pageSize: 250,
        total: ['data', 'total'],
        pageParam: 'page_token',
        next: ['paging', 'next_page_token'],
      },
    });
    const details = { tokenUrl: 'https://login.thistledown.example/token', scopes: ['people:read'] };
    expect(logInOf(list!)).toEqual({ kind: 'clientCredentials', details });
  });

  test('pages by number, a key in a header, a part of the host', async () => {
    const { name, baseUrl, lists, pagingOf, logInOf } = await proposalOf(byPage, form);
    expect({ name, baseUrl }).toEqual({ name: 'Rowan HR', baseUrl: 'https://{company}.rowan.example' });
    const details = {
      limitParam: 'per_page',
      pageSize: 100,
      total: undefined,
      pageParam: 'page',
      firstPage: 0,
      totalPages: ['total_pages'],
    };
    expect(pagingOf(lists[0]!)).toEqual({ kind: 'numbered', details });
    expect(logInOf(lists[0]!)).toEqual({ kind: 'apiKey', details: { header: 'X-Rowan' } });
  });

  test('an offset in a search by POST; a POST that writes is none', async () => {
    const { name, baseUrl, lists, pagingOf, logInOf } = await proposalOf(byOffset, form);
    expect({ name, baseUrl }).toEqual({ name: undefined, baseUrl: undefined });
    expect(lists.map(({ endpoint }) => endpoint)).toEqual([{ method: 'POST', path: '/people/search' }]);
    expect(pagingOf(lists[0]!)).toEqual({
      kind: 'offset',
      details: { limitParam: 'limit', pageSize: 500, total: ['count'], pageParam: 'offset' },
    });
    expect(logInOf(lists[0]!)).toEqual({ kind: 'basic', details: {} });
  });
});

describe('documents that are none, or mean harm', () => {
  const withSchemas = (schemas: object, schema: object): object => ({
    openapi: '3.0.0',
    paths: { '/employees': { get: answer(schema) } },
    components: { schemas },
  });

  test.each<[string, object | string, RegExp]>([
    ['Swagger 2', { swagger: '2.0', paths: {} }, /is Swagger 2\.0/],
    ['another version', { openapi: '4.0.0' }, /is no OpenAPI document/],
    ['a list', '[]', /is no OpenAPI document/],
    ['broken JSON', '{ "openapi": ', /is neither JSON nor YAML/],
    ['nothing', '', /is no OpenAPI document/],
    [
      'no people',
      { openapi: '3.0.0', paths: { '/invoices': { get: answer(listOf({ type: 'object', properties: { id: text } })) } } },
      /names no endpoint/,
    ],
    ['no paths', { openapi: '3.1.0' }, /names no endpoint/],
    ['a reference in a circle', withSchemas({ A: ref('B'), B: ref('A') }, ref('A')), /names no endpoint/],
    ['parts in a circle', withSchemas({ A: { allOf: [ref('A'), ref('A'), ref('A')] } }, ref('A')), /names no endpoint/],
    ['a reference to another document', withSchemas({}, { $ref: 'https://evil.example/schema.json' }), /names no endpoint/],
    ['a reference to a file', withSchemas({}, { $ref: '/etc/passwd' }), /names no endpoint/],
    ['a reference to what everything inherits', withSchemas({}, { $ref: '#/constructor/prototype' }), /names no endpoint/],
  ])('%s', async (_, content, problem) => {
    await expect(proposalOf(content)).rejects.toThrow(problem);
  });

  test('a bomb of aliases', async () => {
    const lines = ['openapi: 3.0.0', 'a: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 10; level += 1)
      lines.push(
        `b${String(level)}: &a${String(level)} [${Array.from({ length: 10 }, () => `*a${String(level - 1)}`).join(', ')}]`,
      );
    await expect(proposalOf(lines.join('\n'), 'yaml')).rejects.toThrow(/is neither JSON nor YAML/);
  });

  test('a file that is missing, and one that is too large, are said without their content', async () => {
    await expect(loadDocument(join(folder, 'nowhere.yaml'))).rejects.toThrow('--openapi cannot be read');
    const large = join(folder, 'large.json');
    writeFileSync(large, ' '.repeat(21 * 1024 * 1024));
    await expect(loadDocument(large)).rejects.toThrow('--openapi is larger than 20 MiB');
  });

  test('members that everything inherits are no names', async () => {
    const content = `{"openapi":"3.0.0","paths":{"__proto__":{"get":{}},"/employees":{"get":{"responses":{"200":{"content":{"application/json":{"schema":
      {"type":"array","items":{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"},"id":{"type":"string"},
      "first_name":{"type":"string"},"status":{"type":"string","enum":["__proto__","active"]}}}}}}}}}}}}`;
    const [list] = (await proposalOf(content)).lists;
    expect(list?.shape.fields.map(({ path }) => path.join('.'))).toEqual(['id', 'first_name', 'status']);
    expect(list?.shape.statuses).toEqual([['active', 'active']]);
  });

  test('a huge document comes to an end', async () => {
    const record = {
      type: 'object',
      properties: Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`m${String(index)}`, ref('A')])),
    };
    const paths = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [`/lists/${String(index)}`, { get: answer(listOf(ref('A'))) }]),
    );
    const content = { openapi: '3.0.0', paths, components: { schemas: { A: record } } };
    await expect(proposalOf(content)).rejects.toThrow('names no endpoint');
  });
});
