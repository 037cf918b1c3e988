import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ResponseError, UnavailableError } from '@rollcall/core';
import { parseJson } from '../src/answer/parse-json.ts';
import { orAborted } from '../src/or-aborted.ts';
import { pause } from '../src/pause.ts';
import { acmeClient, failure } from './acme.ts';
import { inTurn, json, withServer, type Answer } from './with-server.ts';

const send =
  (body: string | Buffer, contentType = 'application/json', status = 200): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': contentType });
    response.end(body);
  };

describe('answers that are not what they should be', () => {
  it.each([
    ['a page', '<!doctype html><p>Log in</p>', 'text/html; charset=utf-8'],
    ['a page that says it is JSON', '  <html></html>', 'application/json'],
  ])('%s', async (_, body, type) => {
    const server = await withServer(send(body, type));
    const error = await failure(acmeClient(server.origin).get('/people'));
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ code: 'html_login_page', status: 200, request: 'GET /people' });
    expect(server.seen).toHaveLength(1);
  });

  it('a page in place of a text', async () => {
    const server = await withServer(send('<html></html>', 'text/html'));
    expect(await failure(acmeClient(server.origin).get('/people', { as: 'text' }))).toMatchObject({ code: 'html_login_page' });
  });

  it.each([['plain words'], ['{"a":1} trailing'], ["{'a':1}"]])('%s is not JSON', async (body) => {
    const server = await withServer(send(body));
    expect(await failure(acmeClient(server.origin).get('/people'))).toMatchObject({ code: 'not_json' });
    expect(server.seen).toHaveLength(1);
  });

  it('XML where JSON is wanted is no log-in page', async () => {
    const server = await withServer(send('<?xml version="1.0"?><a/>', 'application/xml'));
    expect(await failure(acmeClient(server.origin).get('/people'))).toMatchObject({ code: 'not_json' });
  });

  it.each(['{"data":[{"id":1},{"id"', '{"data":[{"id":"abc', '[1,2', '', '{"a":1,'])(
    'JSON cut to %s is read again',
    async (body) => {
      const server = await withServer(
        inTurn(send(body), (response) => {
          json(response, { whole: true });
        }),
      );
      expect(await acmeClient(server.origin).get('/people')).toEqual({ whole: true });
      expect(server.seen).toHaveLength(2);
    },
  );

  it('JSON that stays cut is an error in the end', async () => {
    const server = await withServer(send('{"data":['));
    expect(await failure(acmeClient(server.origin, { http: { retries: 2 } }).get('/people'))).toMatchObject({ code: 'not_json' });
    expect(server.seen).toHaveLength(3);
  });

  it('an error with a good status', async () => {
    const server = await withServer((response) => {
      json(response, { isError: true, code: 'E7' });
    });
    const errors = { inSuccess: (body: unknown) => (body as { isError?: boolean }).isError === true };
    expect(await failure(acmeClient(server.origin, { errors }).get('/people'))).toMatchObject({
      code: 'error_in_200',
      status: 200,
    });
    const describe = () => ({ means: 'credentials', code: 'E7' }) as const;
    expect(await failure(acmeClient(server.origin, { errors: { ...errors, describe } }).get('/people'))).toMatchObject({
      code: 'credentials_rejected',
    });
  });

  it('no content is null, or an empty text', async () => {
    const server = await withServer((response) => {
      response.writeHead(204).end();
    });
    const http = acmeClient(server.origin);
    expect(await http.get('/people')).toBeNull();
    expect(await http.get('/people', { as: 'text' })).toBe('');
  });
});

describe('texts', () => {
  it('are read in the charset they name, without the byte order mark', async () => {
    const server = await withServer(
      inTurn(
        send(Buffer.from('Ren\xe9', 'latin1'), 'text/csv; charset=iso-8859-1'),
        send('\ufeff{"a":"é"}'),
        send('é', 'text/plain; charset=nonsense-7'),
      ),
    );
    const http = acmeClient(server.origin);
    expect(await http.get('/people', { as: 'text' })).toBe('René');
    expect(await http.get('/people')).toEqual({ a: 'é' });
    expect(await http.get('/people', { as: 'text' })).toBe('é');
    expect(server.seen[0]?.headers.accept).toBe('*/*');
  });
});

describe('size and time', () => {
  it('an answer that is too large is cut off, not read', async () => {
    let written = 0;
    const server = await withServer((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        if (response.destroyed) return;
        written += 65_536;
        response.write('x'.repeat(65_536), more);
      };
      more();
    });
    const error = await failure(acmeClient(server.origin, { http: { maxResponseBytes: 100_000 } }).get('/people'));
    expect(error).toMatchObject({ code: 'too_large' });
    expect(written).toBeLessThan(50_000_000);
    expect(server.seen).toHaveLength(1);
  });

  it('size counts after decompression', async () => {
    const server = await withServer((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(gzipSync(`"${'a'.repeat(1_000_000)}"`));
    });
    expect(await failure(acmeClient(server.origin, { http: { maxResponseBytes: 100_000 } }).get('/people'))).toMatchObject({
      code: 'too_large',
    });
    expect(await acmeClient(server.origin).get('/people')).toHaveLength(1_000_000);
  });

  it.each([
    ['no answer', () => undefined],
    [
      'a body that does not end',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('[1,');
      },
    ],
  ] satisfies [string, Answer][])('%s ends in a time-out', async (_, answer) => {
    const server = await withServer(answer);
    const error = await failure(acmeClient(server.origin, { http: { timeoutMs: 200, retries: 1 } }).get('/people'));
    expect(error).toBeInstanceOf(UnavailableError);
    expect(error).toMatchObject({ code: 'timeout', retryable: true });
    expect(server.seen).toHaveLength(2);
  });

  it('a connection that breaks in the middle of a body is tried again', async () => {
    const server = await withServer(
      inTurn(
        (response) => {
          response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
          response.write('{"a":');
          setTimeout(() => response.destroy(), 5);
        },
        (response) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.write('[1');
          setTimeout(() => response.destroy(), 5);
        },
        (response) => {
          json(response, ['whole']);
        },
      ),
    );
    expect(await acmeClient(server.origin).get('/people')).toEqual(['whole']);
    expect(server.seen).toHaveLength(3);
  });

  it('a vendor that cannot be reached is a network error', async () => {
    const http = acmeClient('http://127.0.0.1:1', { http: { retries: 1 } });
    expect(await failure(http.get('/people'))).toMatchObject({ code: 'network', retryable: true });
  });
});

describe('cancelling', () => {
  it('rejects with the reason and leaves no socket behind', async () => {
    const stop = new AbortController();
    const server = await withServer((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('[');
      setTimeout(() => {
        stop.abort('enough');
      }, 5);
    });
    const http = acmeClient(server.origin, { signal: stop.signal });
    await expect(http.get('/people')).rejects.toBe('enough');
    await expect(http.get('/people')).rejects.toBe('enough');
    await expect.poll(() => server.sockets.size).toBe(0);
    expect(server.seen).toHaveLength(1);
  });

  it('sends nothing once it is cancelled', async () => {
    const stop = new AbortController();
    const server = await withServer((response) => {
      json(response, {});
    });
    const onRequest = () => {
      stop.abort('enough');
    };
    await expect(acmeClient(server.origin, { signal: stop.signal, onRequest }).get('/people')).rejects.toBe('enough');
    expect(server.seen).toEqual([]);
    await expect(pause(1_000, stop.signal)).rejects.toBe('enough');
    await expect(orAborted(new Promise(() => undefined), stop.signal)).rejects.toBe('enough');
  });

  it('closes idle sockets when the read ends', async () => {
    const stop = new AbortController();
    const server = await withServer((response) => {
      json(response, {});
    });
    await acmeClient(server.origin, { signal: stop.signal }).get('/people');
    expect(server.sockets.size).toBe(1);
    stop.abort();
    await expect.poll(() => server.sockets.size).toBe(0);
  });

  it('ends a pause between attempts', async () => {
    const stop = new AbortController();
    const server = await withServer((response) => {
      json(response, {}, 500);
      setTimeout(() => {
        stop.abort('enough');
      }, 5);
    });
    const http = acmeClient(server.origin, { signal: stop.signal, http: { retryBaseMs: 1e9, maxPauseMs: 1e9 } });
    await expect(http.get('/people')).rejects.toBe('enough');
  });
});

describe('JSON', () => {
  const value = (text: string): unknown => {
    const parsed = parseJson(text);
    return parsed.problem ?? parsed.value;
  };

  it('keeps all digits of large integers, as texts', () => {
    expect(
      value('{"a":9007199254740993,"b":[-12345678901234567890, 5],"c":"1234567890123456789","d": 1234567890123456}'),
    ).toEqual({
      a: '9007199254740993',
      b: ['-12345678901234567890', 5],
      c: '1234567890123456789',
      d: 1234567890123456,
    });
  });

  it('leaves other numbers as they are', () => {
    expect(value('[1e30,0.1234567890123456789,12345678901234567890.0]')).toEqual([
      1e30, 0.12345678901234568, 12345678901234567000,
    ]);
  });

  it('drops __proto__, however it is spelt', () => {
    const parsed = value(String.raw`[{"__proto__":{"admin":true},"a":1},{"\u005f_proto__":{"admin":true},"b":2}]`) as object[];
    expect(parsed).toEqual([{ a: 1 }, { b: 2 }]);
    expect(parsed.flatMap((item) => Object.keys(Object.assign({}, item)))).toEqual(['a', 'b']);
    expect((Object.assign({}, parsed[0]) as { admin?: boolean }).admin).toBeUndefined();
  });
});

it('a part of an answer (206) is not the answer', async () => {
  const server = await withServer((response) => {
    response.writeHead(206, { 'content-type': 'text/csv', 'content-range': 'bytes 0-4/100' });
    response.end('a,b,c');
  });
  const error = await failure(acmeClient(server.origin).get('/people', { as: 'text' }));
  expect(error).toMatchObject({ code: 'request_rejected', status: 206 });
});
