import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkTraffic, type Checked } from './check/check-traffic.ts';
import { toDocument } from './documents/read-documents.ts';
import type { VendorDocument } from './documents/vendor-document.ts';
import type { SeenAnswer, SeenExchange } from './traffic/exchange.ts';
import type { VendorRules } from './vendors/vendor-rules.ts';

// The invented vendor Pebblework: a few operations in each of the formats that vendors write.
const openapi = `
openapi: 3.0.3
servers: [{ url: 'https://{tenant}.pebblework.example/api', variables: { tenant: { default: demo } } }]
paths:
  /people/search:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, required: [fields], properties: { fields: { type: array, items: { type: string } } } }
      responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/People' } } } } }
  /people/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get:
      parameters:
        - { name: expand, in: query, schema: { type: array, items: { enum: [team, site] } }, explode: false }
        - { name: limit, in: query, schema: { type: integer, maximum: 50 } }
        - { name: archived, in: query, required: true, schema: { type: boolean } }
      responses:
        '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Person' } } } }
        4XX: { content: { application/problem+json: { schema: { type: object, required: [title] } } } }
components:
  schemas:
    People: { type: object, required: [people], properties: { people: { type: array, items: { $ref: '#/components/schemas/Person' } } } }
    Person:
      type: object
      required: [id, name, password]
      additionalProperties: false
      properties:
        id: { type: integer, minimum: 0, exclusiveMinimum: true }
        name: { type: string }
        nick: { type: string, nullable: true }
        nullable: { type: boolean }
        password: { type: string, writeOnly: true }
        state: { type: string, enum: [in, out], nullable: true }
        boss: { nullable: true, allOf: [{ $ref: '#/components/schemas/Boss' }] }
    Boss: { type: object, required: [id], properties: { id: { type: integer } } }
`;

const document = documentOf('pebblework.yaml', openapi);
const person = { id: 7, name: 'Odalys Brandt' };

function documentOf(name: string, text: string): VendorDocument {
  const found = toDocument(name, text);
  if (typeof found === 'string') throw new TypeError(found);
  return found;
}

function asked(address: string, given: Partial<SeenExchange['request']> = {}): SeenExchange['request'] {
  const { origin, pathname, searchParams } = new URL(address, 'https://acme.pebblework.example');
  return { method: 'GET', origin, path: pathname, query: searchParams, headers: undefined, body: undefined, ...given };
}

function answered(body: unknown, given: Partial<SeenAnswer> = {}): SeenAnswer {
  return { status: 200, contentType: 'application/json', body, ...given };
}

function checked(request: SeenExchange['request'], answer?: SeenAnswer, rules?: VendorRules, documents = [document]): Checked {
  return checkTraffic(documents, [{ from: 'recording', name: 'lifecycle', request, answer }], rules);
}

function found(request: SeenExchange['request'], answer?: SeenAnswer, documents = [document]): readonly string[] {
  return checked(request, answer, undefined, documents).findings.map(
    ({ operation, path, differs, expected, received }) => `${operation} ${path}: ${differs}, ${expected}, ${received}`,
  );
}

const onePerson = '/api/people/7?archived=false';

describe('requests', () => {
  test('a declared request is none the worse', () => {
    expect(found(asked(`${onePerson}&expand=team,site&limit=50`))).toEqual([]);
  });

  test('a fixed path goes before one with parameters', () => {
    const body = { fields: ['id'] };
    expect(found(asked('/api/people/search', { method: 'POST', body }))).toEqual([]);
  });

  test('paths and methods that nobody declares, without what may be an id', () => {
    expect(found(asked('/api/people/4711/bank'))).toEqual([
      'GET /api/people/*/bank path: undeclared path, a declared path, another',
    ]);
    expect(found(asked(onePerson, { method: 'POST' }))).toHaveLength(1);
    expect(found(asked('/people/7?archived=false'))).toHaveLength(1);
  });

  test('query parameters: undeclared, missing, of another type, beyond a limit', () => {
    expect(found(asked('/api/people/7?expand=team,moon&limit=51&page=2'))).toEqual([
      'GET /api/people/{id} query expand[]: value, one of team, site, string',
      'GET /api/people/{id} query limit: value, must be <= 50, integer',
      'GET /api/people/{id} query archived: missing, a parameter, nothing',
      'GET /api/people/{id} query page: undeclared query parameter, nothing, a parameter',
    ]);
  });

  test('path parameters of another type', () => {
    expect(found(asked('/api/people/seven?archived=true'))).toEqual(['GET /api/people/{id} path id: type, integer, string']);
  });

  test('bodies: missing, incomplete, of another type, where there is none', () => {
    const search = (body?: unknown): readonly string[] => found(asked('/api/people/search', { method: 'POST', body }));
    expect(search()).toEqual(['POST /api/people/search $: missing, a body, nothing']);
    expect(search({ fields: [1] })).toEqual(['POST /api/people/search $.fields[]: type, string, integer']);
    expect(search('{}')).toEqual(['POST /api/people/search $.fields: missing, a member, nothing']);
    expect(found(asked(onePerson, { body: '{}' }))).toEqual(['GET /api/people/{id} $: undeclared body, nothing, a body']);
  });
});

describe('answers', () => {
  const answer = (body: unknown): readonly string[] => found(asked(onePerson), answered(body));

  test('null where it is declared; what is only written is not required', () => {
    expect(answer({ ...person, nick: null, state: null, boss: null, nullable: true })).toEqual([]);
    expect(answer({ ...person, name: null })).toEqual(['GET /api/people/{id} 200 $.name: type, string, null']);
  });

  test('a missing member, one too many, an undeclared value, a bound of draft 4', () => {
    expect(answer({ id: 0, state: 'away', salary: 1 }).toSorted()).toEqual([
      'GET /api/people/{id} 200 $.id: value, must be > 0, integer',
      'GET /api/people/{id} 200 $.name: missing, a member, nothing',
      'GET /api/people/{id} 200 $.salary: undeclared member, nothing, a member',
      'GET /api/people/{id} 200 $.state: value, one of in, out, null, string',
    ]);
  });

  test('what is wrong inside an alternative, and that none fits', () => {
    expect(answer({ ...person, boss: {} })).toEqual(['GET /api/people/{id} 200 $.boss.id: missing, a member, nothing']);
    expect(answer({ ...person, boss: 7 })).toEqual(['GET /api/people/{id} 200 $.boss: type, null or object, integer']);
  });

  test('values are never part of a finding', () => {
    expect(JSON.stringify(checked(asked(onePerson), answered({ ...person, name: ['Odalys'], 'a@b.example': 1 })))).not.toMatch(
      /Odalys|b\.example/,
    );
  });

  test('errors are judged where they are described, an undeclared success always', () => {
    const given = (status: number, body: unknown): Checked => checked(asked(onePerson), answered(body, { status }));
    expect(given(404, {}).findings).toHaveLength(1);
    expect(given(404, { title: 'gone' }).findings).toEqual([]);
    expect(given(500, 'oh').recordedAnswers).toBe(0);
    expect(given(202, person).findings[0]?.differs).toBe('undeclared status');
    expect(found(asked(onePerson), answered('<html>', { contentType: 'text/html' }))).toEqual([
      'GET /api/people/{id} 200 $: undeclared content type, application/json, text/html',
    ]);
  });

  test('members that the document does not name are listed, not judged', () => {
    const open = documentOf('open.yaml', openapi.replace('additionalProperties: false', ''));
    const { findings, unnamed } = checked(asked(onePerson), answered({ ...person, salary: 1 }), undefined, [open]);
    expect(findings).toEqual([]);
    expect(unnamed).toEqual([{ operation: 'GET /api/people/{id} 200', path: '$.salary' }]);
  });
});

describe('allowances', () => {
  const allowed = { operation: 'GET /api/people/{id} 200', path: '$.name', differs: 'type', why: 'Known.' } as const;

  test('an allowed difference is no finding', () => {
    const result = checked(asked(onePerson), answered({ ...person, name: null }), { allowed: [allowed] });
    expect([result.findings.length, result.allowed.length, result.stale.length]).toEqual([0, 1, 0]);
  });

  test('a sparse recording may leave out members and hold null', () => {
    const exchange = { from: 'recording', name: 'sparse', request: asked(onePerson), answer: answered({ id: 7 }) } as const;
    expect(checkTraffic([document], [exchange]).findings).toEqual([]);
    expect(checkTraffic([document], [{ ...exchange, answer: answered({ id: '7' }) }]).findings).toHaveLength(1);
  });

  test('one that does not occur, or not in this recording or with this type, is stale', () => {
    const stale = [
      { ...allowed, path: '$.nick' },
      { ...allowed, in: ['sparse'] },
      { ...allowed, received: 'array' },
    ];
    const result = checked(asked(onePerson), answered({ ...person, name: null }), { allowed: stale });
    expect(result.stale).toEqual(stale);
    expect(result.findings).toHaveLength(1);
  });
});

describe('formats', () => {
  test('Swagger 2.0: base path, body and form parameters, definitions', () => {
    const swagger = documentOf(
      'old.json',
      JSON.stringify({
        swagger: '2.0',
        host: 'api.pebblework.example',
        basePath: '/v1/',
        paths: {
          '/people': {
            post: {
              parameters: [
                { name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/Query' } },
                { name: 'ids', in: 'query', type: 'array', items: { type: 'integer' } },
              ],
              responses: { 200: { schema: { type: 'array', items: { type: 'object' } } } },
            },
          },
          '/token': {
            post: {
              consumes: ['application/x-www-form-urlencoded'],
              parameters: [{ name: 'ttl', in: 'formData', required: true, type: 'integer' }],
              responses: { 200: {} },
            },
          },
        },
        definitions: { Query: { type: 'object', required: ['page'], properties: { page: { type: 'integer' } } } },
      }),
    );
    const post = (address: string, body: unknown): SeenExchange['request'] =>
      asked(`https://api.pebblework.example${address}`, { method: 'POST', body });
    expect(found(post('/v1/people?ids=1,2', { page: 1 }), answered([{}]), [swagger])).toEqual([]);
    expect(found(post('/v1/people?ids=1,x', {}), answered({}), [swagger])).toEqual([
      'POST /v1/people query ids[]: type, integer, string',
      'POST /v1/people $.page: missing, a member, nothing',
      'POST /v1/people 200 $: type, array, object',
    ]);
    expect(found(post('/v1/token', 'ttl=60'), undefined, [swagger])).toEqual([]);
    expect(found(post('/v1/token', 'ttl=long'), undefined, [swagger])).toEqual(['POST /v1/token $.ttl: type, integer, string']);
  });

  test('OpenAPI 3.1: lists of types', () => {
    const modern = documentOf(
      'modern.json',
      JSON.stringify({
        openapi: '3.1.0',
        paths: {
          '/me': {
            get: { responses: { default: { content: { 'application/json': { schema: { type: ['string', 'null'] } } } } } },
          },
        },
      }),
    );
    expect(found(asked('/me'), answered(null), [modern])).toEqual([]);
    expect(found(asked('/me'), answered(1), [modern])).toEqual(['GET /me 200 $: type, string or null, integer']);
  });

  test('a Google discovery document', () => {
    const discovery = documentOf(
      'discovery.json',
      JSON.stringify({
        kind: 'discovery#restDescription',
        rootUrl: 'https://pebblework.example/',
        servicePath: '',
        parameters: { fields: { location: 'query', type: 'string' } },
        resources: {
          users: {
            methods: {
              list: {
                path: 'directory/users',
                httpMethod: 'GET',
                parameters: { maxResults: { location: 'query', type: 'integer', format: 'int32' } },
                response: { $ref: 'Users' },
              },
            },
          },
        },
        schemas: { Users: { id: 'Users', type: 'object', properties: { users: { type: 'array', items: { type: 'any' } } } } },
      }),
    );
    const address = 'https://pebblework.example/directory/users';
    expect(found(asked(`${address}?maxResults=500&fields=users`), answered({ users: [1, {}] }), [discovery])).toEqual([]);
    expect(found(asked(`${address}?max=1`), answered({ users: {} }), [discovery])).toHaveLength(2);
  });

  test('a condensed summary: types in words', () => {
    const condensed = documentOf(
      'condensed.json',
      JSON.stringify({
        server: 'https://pebblework.example',
        'GET /v2/people': { query: { limit: '1..50, default 10' }, 200: { data: 'Person[]' } },
        Person: { id: 'string (opaque)', born: 'YYYY-MM-DD (null in examples)', state: ['IN', 'OUT'], tags: [{ id: 'integer' }] },
      }),
    );
    const address = 'https://pebblework.example/v2/people';
    const good = { id: '7', born: null, state: 'IN', tags: [{ id: 1 }] };
    expect(found(asked(`${address}?limit=50`), answered({ data: [good] }), [condensed])).toEqual([]);
    const bad = { id: 7, born: 'soon', state: 'UP', tags: [{ id: 'x' }] };
    expect(found(asked(`${address}?limit=51`), answered({ data: [bad] }), [condensed])).toHaveLength(5);
  });

  test('codes with a leading zero are texts, whole numbers numbers, days of no calendar texts', () => {
    const { content } = documentOf('codes.yaml', 'openapi: 3.0.0\npaths: { /a: {} }\nx: [01, 08, 10, 0, -3, 1.5, 2020-14-01]');
    expect(content['x']).toEqual(['01', '08', 10, 0, -3, 1.5, '2020-14-01']);
  });

  test('what describes no paths is left out with its reason', () => {
    expect(toDocument('list.json', '{"note":"names"}')).toBe('is no description of paths');
    expect(toDocument('parts.yaml', 'openapi: 3.0.0\npaths: {}')).toBe('describes no path');
  });
});

test('without a folder of schemas it says so in one line and is content', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--conditions=@rollcall/source', fileURLToPath(new URL('main.ts', import.meta.url)), '--specs', '/nowhere/specs'],
    { encoding: 'utf8' },
  );
  expect(stdout).toBe('no vendor schemas at /nowhere/specs (--specs or ROLLCALL_SPECS): nothing was checked\n');
  expect(status).toBe(0);
});
