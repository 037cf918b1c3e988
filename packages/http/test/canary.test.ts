import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RollcallError } from '@rollcall/core';
import { apiKey, authorizationCode, basic, bearer, clientCredentials, cursorPages, sessionLogin } from '../src/index.ts';
import { acmeClient, failure, type AcmeAuthentication, type AcmeOptions } from './acme.ts';
import { json, withServer, type Answer } from './with-server.ts';

// None of these may appear in an error, however it is looked at.
const secret = 'canary-secret-7f3a';
const iban = 'NO9386011117947';
const person = 'canary-person-42';
const encoded = Buffer.from(`user:${secret}`).toString('base64');
const canaries = [secret, iban, person, encoded];

const record = { error: secret, error_description: iban, message: `no ${person}`, id: person, iban, access: secret };
const headers = { 'x-echo': secret, 'set-cookie': `SID=${secret}`, 'x-request-id': 'request-1' };

function expectClean(error: unknown) {
  expect(RollcallError.isInstance(error)).toBe(true);
  const shown = [
    inspect(error, { depth: 10, showHidden: true, getters: true }),
    JSON.stringify(error),
    String(error),
    (error as Error).stack ?? '',
  ].join('\n');
  for (const canary of canaries) expect(shown).not.toContain(canary);
}

const auths: Record<string, AcmeAuthentication> = {
  basic: basic(() => ({ username: 'user', password: secret })),
  bearer: bearer(() => secret, { headers: () => ({ 'x-partner': secret }) }),
  header: apiKey(() => ({ header: 'x-key', value: secret })),
  query: apiKey(() => ({ query: 'key', value: secret })),
};

const answers: Record<string, Answer> = {
  ...Object.fromEntries(
    [400, 401, 403, 404, 408, 418, 429, 500, 503].map((status): [string, Answer] => [
      String(status),
      (response) => {
        json(response, record, status, headers);
      },
    ]),
  ),
  'an echoing redirect': (response) => {
    response.writeHead(302, { location: `https://evil.example/${secret}?iban=${iban}` }).end(JSON.stringify(record));
  },
  'HTML with 200': (response) => {
    response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end(`<p>${iban} ${secret}</p>`);
  },
  'no JSON': (response) => {
    response.writeHead(200, headers).end(`{"iban": ${iban} ${secret}`);
  },
  'truncated JSON': (response) => {
    response.writeHead(200, headers).end(`{"iban":"${iban}`);
  },
  'an error in 200': (response) => {
    json(response, { ...record, isError: true }, 200, headers);
  },
  'another schema': (response) => {
    json(response, record, 200, headers);
  },
  'a cut body': (response) => {
    response.writeHead(200, { ...headers, 'content-length': '999' });
    response.write(JSON.stringify(record));
    setTimeout(() => response.destroy(), 2);
  },
  'a slow body': (response) => {
    response.writeHead(200, headers);
    response.write(JSON.stringify(record));
  },
  'too large a body': (response) => {
    response.writeHead(200, headers).end(JSON.stringify(Array.from({ length: 500 }, () => record)));
  },
};

async function read(origin: string, options: AcmeOptions) {
  const http = acmeClient(origin, {
    ...options,
    config: { key: secret },
    errors: {
      inSuccess: (body) => typeof body === 'object' && body !== null && 'isError' in body,
      describe: () => ({ code: `${person} ${iban}` }),
    },
    http: { retries: 0, timeoutMs: 100, maxResponseBytes: 10_000 },
  });
  const schema = z.strictObject({ id: z.number(), iban: z.enum(['x']) });
  return failure(
    http.get('/people/{id}/bank', { params: { id: person }, query: { iban }, headers: { 'x-own': secret }, schema }),
  );
}

describe('the canary', () => {
  it.each(Object.keys(answers).flatMap((answer) => Object.keys(auths).map((auth) => [answer, auth] as const)))(
    'is in no error of %s with %s',
    async (answer, auth) => {
      const server = await withServer(answers[answer]!);
      expectClean(await read(server.origin, { auth: auths[auth]! }));
    },
  );

  const tokenAuths: Record<string, AcmeAuthentication> = {
    'client credentials': clientCredentials({ token: 'POST /token', client: () => ({ id: 'user', secret }), style: 'basic' }),
    'a session': sessionLogin({ login: 'POST /session', json: () => ({ secret }) }),
    'a refresh token': authorizationCode({ client: () => ({ id: 'user', secret }), refreshToken: () => secret }),
  };

  it.each(Object.keys(answers).flatMap((answer) => Object.keys(tokenAuths).map((auth) => [answer, auth] as const)))(
    'is in no error of %s at the log-in with %s',
    async (answer, auth) => {
      const server = await withServer(answers[answer]!);
      expectClean(await read(server.origin, { auth: tokenAuths[auth]! }));
    },
  );

  it.each(Object.keys(tokenAuths))('is in no error of a read with %s', async (auth) => {
    const server = await withServer((response, { url }) => {
      if (url.startsWith('/people')) json(response, record, 401, headers);
      else json(response, { access_token: secret, refresh_token: secret });
    });
    expectClean(await read(server.origin, { auth: tokenAuths[auth]! }));
  });

  it('is in no error of a vendor that cannot be reached', async () => {
    expectClean(await read('http://127.0.0.1:1', { auth: auths['query']! }));
  });

  it('is in no error of an address that is refused, or of a repeated page', async () => {
    const server = await withServer((response) => {
      json(response, { data: [record], next: secret });
    });
    const http = acmeClient(server.origin);
    expectClean(await failure(http.get(`/people/${person}/${secret}`)));
    expectClean(await failure(http.get(`https://evil.example/${secret}`)));
    expectClean(await failure(http.get('/people/{id}', { params: { other: secret } })));
    const pages = cursorPages<{ data: unknown[]; next: string }>(http, '/people', {
      items: ({ data }) => data,
      next: ({ next }) => next,
    });
    expectClean(await failure(Array.fromAsync(pages)));
  });
});
