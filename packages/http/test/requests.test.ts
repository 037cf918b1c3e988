import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConfigError, ResponseError } from '@rollcall/core';
import { acmeClient, failure } from './acme.ts';
import { inTurn, json, withServer } from './with-server.ts';

describe('reads', () => {
  it('fills the path, percent-encodes it, adds the query and introduces itself', async () => {
    const server = await withServer((response) => {
      json(response, { ok: true });
    });
    const http = acmeClient(server.origin);
    const body = await http.get('/people/{id}', {
      params: { id: 'a/../b?c=é' },
      query: { 'x y': 'ä&=', page: 2, all: true, none: undefined, 'in[]': ['a b', 3] },
    });
    expect(body).toEqual({ ok: true });
    const [seen] = server.seen;
    expect(seen?.url).toBe('/people/a%2F..%2Fb%3Fc%3D%C3%A9?x%20y=%C3%A4%26%3D&page=2&all=true&in%5B%5D=a%20b&in%5B%5D=3');
    expect(seen?.headers['user-agent']).toMatch(/^rollcall\/\d+\.\d+\.\d+ \(\+connector acme\)$/);
    expect(seen?.headers.accept).toBe('application/json');
    expect(seen?.headers.authorization).toBe('Bearer static-token');
  });

  it('posts JSON, forms and bodies as they are', async () => {
    const server = await withServer((response) => {
      json(response, {});
    });
    const http = acmeClient(server.origin);
    await http.post('/search', { json: { a: 1 } });
    await http.post('/search', { form: { a: '1 2' } });
    await http.post('/search', { body: '<x/>', headers: { 'Content-Type': 'text/xml' } });
    await http.post('/search');
    expect(server.seen.map(({ method, body, headers }) => [method, body, headers['content-type']])).toEqual([
      ['POST', '{"a":1}', 'application/json'],
      ['POST', 'a=1+2', 'application/x-www-form-urlencoded'],
      ['POST', '<x/>', 'text/xml'],
      ['POST', '', undefined],
    ]);
  });

  it('gives status, headers and the address of the vendor, not of the sandbox', async () => {
    const server = await withServer((response) => {
      json(response, [1], 200, { 'X-Total': '7' });
    });
    const answer = await acmeClient(server.origin).send('GET', '/people', { query: { page: 1 } });
    expect(answer).toMatchObject({
      status: 200,
      body: [1],
      url: 'https://api.acme.example/people?page=1',
      headers: { 'x-total': '7' },
    });
  });

  it('counts every request that is sent', async () => {
    const server = await withServer(
      inTurn(
        (response) => {
          json(response, {}, 503);
        },
        (response) => {
          json(response, {});
        },
      ),
    );
    let requests = 0;
    await acmeClient(server.origin, { onRequest: () => (requests += 1) }).get('/people');
    expect(requests).toBe(2);
  });

  it('checks the answer against a schema and says where it differs, without the value', async () => {
    const server = await withServer((response) => {
      json(response, { data: [{ id: 'canary-value' }] });
    });
    const schema = z.object({ data: z.array(z.object({ id: z.number() })) });
    const error = await failure(acmeClient(server.origin).get('/people', { schema }));
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ code: 'schema_mismatch', mismatches: [{ path: '$.data[0].id', expected: 'number' }] });
    expect((error as Error).message).not.toContain('canary-value');
  });

  it('gives what the schema makes of the answer', async () => {
    const server = await withServer((response) => {
      json(response, { n: '5' });
    });
    const schema = z.object({ n: z.coerce.number() });
    expect(await acmeClient(server.origin).get('/people', { schema })).toEqual({ n: 5 });
  });

  it('follows an address that the vendor returned, query untouched', async () => {
    const server = await withServer((response) => {
      json(response, {});
    });
    const http = acmeClient(server.origin);
    await http.get('https://api.acme.example:443/people?$skiptoken=a%2Bb+c&q=%27x%27#part');
    await http.get('/people/7/bank?x=1', { query: { x: 2, y: 3 } });
    await http.get("/odata/Person('{key}')", { params: { key: "o'x" } });
    expect(server.seen.map(({ url }) => url)).toEqual([
      '/people?$skiptoken=a%2Bb+c&q=%27x%27',
      '/people/7/bank?x=2&y=3',
      "/odata/Person('o'x')",
    ]);
  });
});

describe('what is refused before anything is sent', () => {
  const refused = async (path: string, params?: Record<string, string>) => {
    const server = await withServer((response) => {
      json(response, {});
    });
    const error = await failure(acmeClient(server.origin).get(path, params === undefined ? {} : { params }));
    expect(server.seen).toEqual([]);
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).code;
  };

  it.each(['/people/{id}/salary', '/people/1/salary', '/search', 'https://api.acme.example/', '/people/', 'http://['])(
    '%s',
    async (path) => {
      expect(await refused(path)).toBe('request_not_allowed');
    },
  );

  it.each([{ id: '' }, { id: '.' }, { id: '..' }, { other: 'x' }, {}])(
    'parameters %j',
    async (params: Record<string, string>) => {
      expect(await refused('/people/{id}', params)).toBe('request_not_allowed');
    },
  );

  it('a POST to an address that may only be read by GET', async () => {
    const server = await withServer((response) => {
      json(response, {});
    });
    const error = await failure(acmeClient(server.origin).post('/people'));
    expect(error).toMatchObject({ code: 'request_not_allowed' });
    expect(server.seen).toEqual([]);
  });

  it('credentials that no header can carry, without repeating them', async () => {
    const { bearer } = await import('../src/index.ts');
    const server = await withServer((response) => {
      json(response, {});
    });
    const error = await failure(acmeClient(server.origin, { auth: bearer(() => 'geheim–nis') }).get('/people'));
    expect(error).toMatchObject({ code: 'config_invalid' });
    expect((error as Error).message).not.toContain('geheim');
  });
});
