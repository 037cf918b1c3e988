import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { AuthError } from '@rollcall/core';
import { apiKey, basic, clientCredentials, credentialsInBody, jwtAssertion, samlAssertion, sessionLogin } from '../src/index.ts';
import { acmeClient, failure, type AcmeAuthentication, type AcmeConfig, type AcmePlatform } from './acme.ts';
import { json, withServer, type Answer } from './with-server.ts';

const client = () => ({ id: 'id', secret: 's:/ü' });

/** A vendor with a token endpoint: each token is new, and only the newest ones in `good` are honoured. */
async function vendor(
  token: (count: number) => unknown = (count) => ({ access_token: `t${count}`, expires_in: 3600 }),
  refuses: (authorization: string) => boolean = () => false,
) {
  let count = 0;
  const answer: Answer = (response, { url, headers }) => {
    if (/^\/(?:token|session|[a-z0-9]+\/token)$/.test(url)) json(response, token(++count));
    else if (refuses(headers.authorization ?? '')) json(response, {}, 401);
    else json(response, { authorization: headers.authorization });
  };
  const server = await withServer(answer);
  const logIns = () => server.seen.filter(({ url }) => url.includes('token') || url.includes('session'));
  return { server, logIns };
}

describe('log-ins without a token', () => {
  it.each<[string, AcmeAuthentication, Record<string, string>, string]>([
    [
      'basic, in UTF-8',
      basic(() => ({ username: 'ü', password: 'x:y' })),
      { authorization: `Basic ${Buffer.from('ü:x:y').toString('base64')}` },
      '/people',
    ],
    [
      'a key in a header',
      apiKey(() => ({ header: 'X-Key', value: 'k' }), { headers: ({ platform }) => ({ 'X-Partner': platform.partner ?? '' }) }),
      { 'x-key': 'k', 'x-partner': 'p' },
      '/people',
    ],
    ['a key in the query', apiKey(() => ({ query: 'api key', value: 'k&k' })), {}, '/people?api%20key=k%26k'],
    ['credentials in the body', credentialsInBody(), {}, '/people'],
  ])('%s', async (_, auth, headers, url) => {
    const { server } = await vendor();
    await acmeClient(server.origin, { auth, platform: { partner: 'p' } }).get('/people');
    expect(server.seen[0]?.headers).toMatchObject(headers);
    expect(server.seen[0]?.url).toBe(url);
  });
});

describe('client credentials', () => {
  const inBody = 'grant_type=client_credentials&client_id=id&client_secret=s%3A%2F%C3%BC';
  it.each([
    ['form', inBody, 'application/x-www-form-urlencoded', undefined],
    ['json', '{"grant_type":"client_credentials","client_id":"id","client_secret":"s:/ü"}', 'application/json', undefined],
    [
      'basic',
      'grant_type=client_credentials',
      'application/x-www-form-urlencoded',
      `Basic ${Buffer.from('id:s%3A%2F%C3%BC').toString('base64')}`,
    ],
  ] as const)('as %s', async (style, body, type, authorization) => {
    const { server, logIns } = await vendor();
    const http = acmeClient(server.origin, { auth: clientCredentials({ token: 'POST /token', client, style }) });
    expect(await http.get('/people')).toEqual({ authorization: 'Bearer t1' });
    expect(logIns()[0]).toMatchObject({ method: 'POST', body });
    expect(logIns()[0]?.headers).toMatchObject({ 'content-type': type });
    expect(logIns()[0]?.headers.authorization).toBe(authorization);
  });

  it('with scope, further members and headers, at an address that the config fills', async () => {
    const { server, logIns } = await vendor();
    const auth: AcmeAuthentication = clientCredentials({
      token: 'https://login.acme.example/{company}/token',
      client,
      scope: ({ config }) => `of ${config.company}`,
      extra: () => ({ more: '1' }),
      headers: ({ platform }) => ({ 'x-partner': platform.partner ?? '' }),
    });
    const config = { company: `co${randomUUID().slice(0, 8)}` };
    await acmeClient(server.origin, { auth, config, platform: { partner: 'p' } }).get('/people');
    expect(logIns()[0]).toMatchObject({
      url: `/${config.company}/token`,
      body: `grant_type=client_credentials&scope=of+${config.company}&more=1&${inBody.slice(30)}`.replace('&&', '&'),
    });
    expect(server.seen.map(({ headers }) => headers['x-partner'])).toEqual(['p', 'p']);
  });

  it('logs in once, however many ask', async () => {
    const { server, logIns } = await vendor();
    const http = acmeClient(server.origin, { auth: clientCredentials({ token: 'POST /token', client }) });
    await Promise.all(Array.from({ length: 20 }, () => http.get('/people')));
    await http.get('/people');
    expect(logIns()).toHaveLength(1);
  });

  it.each([
    [3600, 3539, 3541],
    [100, 89, 91],
    ['100', 89, 91],
  ])('renews a token that lives %s s before it ends', async (lifetime, still, renewed) => {
    const { server, logIns } = await vendor((count) => ({ access_token: `t${count}`, expires_in: lifetime }));
    let now = new Date('2026-11-20T10:00:00Z').getTime();
    const begun = now;
    const http = acmeClient(server.origin, {
      auth: clientCredentials({ token: 'POST /token', client }),
      now: () => new Date(now),
    });
    await http.get('/people');
    now = begun + still * 1000;
    await http.get('/people');
    expect(logIns()).toHaveLength(1);
    now = begun + renewed * 1000;
    expect(await http.get('/people')).toEqual({ authorization: 'Bearer t2' });
    expect(logIns()).toHaveLength(2);
  });

  it('reads the end of a JWT that comes without one', async () => {
    const begun = new Date('2026-11-20T10:00:00Z').getTime();
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(begun / 1000 + 900)
      .sign(new Uint8Array(32));
    const { server, logIns } = await vendor(() => ({ token }));
    let now = begun;
    const auth = sessionLogin<AcmeConfig, AcmePlatform>({
      login: 'POST /session',
      json: () => ({ key: 'k' }),
      read: (body) => ({ accessToken: (body as { token: string }).token }),
    });
    const http = acmeClient(server.origin, { auth, now: () => new Date(now) });
    await http.get('/people');
    now = begun + 841_000;
    await http.get('/people');
    expect(logIns()).toHaveLength(2);
  });

  it('gets one new token after a 401, also when many are refused at once', async () => {
    const { server, logIns } = await vendor(undefined, (authorization) => authorization === 'Bearer t1');
    const http = acmeClient(server.origin, { auth: clientCredentials({ token: 'POST /token', client }) });
    const bodies = await Promise.all(Array.from({ length: 6 }, () => http.get('/people')));
    expect(new Set(bodies.map((body) => JSON.stringify(body)))).toEqual(new Set(['{"authorization":"Bearer t2"}']));
    expect(logIns()).toHaveLength(2);
  });

  it('takes a second 401 for the vendor’s answer', async () => {
    const { server, logIns } = await vendor(undefined, () => true);
    const http = acmeClient(server.origin, { auth: clientCredentials({ token: 'POST /token', client }) });
    expect(await failure(http.get('/people'))).toMatchObject({
      code: 'credentials_rejected',
      status: 401,
      request: 'GET /people',
    });
    expect(logIns()).toHaveLength(2);
    expect(server.seen).toHaveLength(4);
  });

  it.each([
    [400, { error: 'invalid_client' }, 'credentials_rejected'],
    [401, { error: 'unauthorized_client' }, 'credentials_rejected'],
    [400, { error: 'invalid_grant' }, 'credentials_rejected'],
    [400, { error: 'invalid_scope' }, 'permission_missing'],
    [400, { error: 7 }, 'request_rejected'],
    [400, null, 'request_rejected'],
    [403, {}, 'credentials_rejected'],
    [401, 'x', 'credentials_rejected'],
    [404, {}, 'not_found'],
    [200, { no: 'token' }, 'credentials_rejected'],
    [200, 'x', 'credentials_rejected'],
    [200, { access_token: '' }, 'credentials_rejected'],
  ])('a token request answered %i %j', async (status, body, code) => {
    const server = await withServer((response) => {
      json(response, body, status);
    });
    const http = acmeClient(server.origin, { auth: clientCredentials({ token: 'POST /token', client }) });
    expect(await failure(http.get('/people'))).toMatchObject({ code, request: 'POST /token' });
    expect(server.seen).toHaveLength(1);
  });

  it('lets the vendor say what an answer without a token means', async () => {
    const { server } = await vendor(() => ({ result: 'locked' }));
    const errors = {
      describe: ({ request }: { request: string }) => (request === 'token' ? ({ means: 'permission' } as const) : undefined),
    };
    expect(
      await failure(
        acmeClient(server.origin, { errors, auth: clientCredentials({ token: 'POST /token', client }) }).get('/people'),
      ),
    ).toMatchObject({ code: 'permission_missing' });
  });

  it('repeats a token request on 429, 5xx and cut answers', async () => {
    let count = 0;
    const server = await withServer((response, { url }) => {
      count += 1;
      if (url !== '/token') json(response, {});
      else if (count === 1) json(response, {}, 429, { 'retry-after': '0' });
      else if (count === 2) json(response, {}, 500);
      else if (count === 3) response.writeHead(200).end('{"access_token":"t');
      else json(response, { access_token: 't' });
    });
    await acmeClient(server.origin, { auth: clientCredentials({ token: 'POST /token', client }) }).get('/people');
    expect(server.seen).toHaveLength(5);
  });

  it('a web page in place of a token is an error', async () => {
    const server = await withServer((response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>');
    });
    expect(
      await failure(acmeClient(server.origin, { auth: clientCredentials({ token: 'POST /token', client }) }).get('/people')),
    ).toMatchObject({ code: 'html_login_page' });
  });

  it.each(['POST /people', 'GET /token', 'https://api.acme.example/elsewhere', 'https://evil.example/token'])(
    'does not log in at %s',
    async (token) => {
      const { server } = await vendor();
      const http = acmeClient(server.origin, { auth: clientCredentials({ token, client }) });
      expect(await failure(http.get('/people'))).toMatchObject({ name: 'ConfigError' });
      expect(server.seen).toEqual([]);
    },
  );

  it('does not follow a redirected log-in', async () => {
    const server = await withServer((response) => {
      response.writeHead(307, { location: 'https://login.acme.example/token' }).end();
    });
    expect(
      await failure(acmeClient(server.origin, { auth: clientCredentials({ token: 'POST /token', client }) }).get('/people')),
    ).toMatchObject({ code: 'request_rejected' });
    expect(server.seen).toHaveLength(1);
  });
});

describe('session log-in', () => {
  it('sends a cookie as a cookie', async () => {
    const server = await withServer((response, { url, headers }) => {
      if (url === '/session') {
        response.setHeader('set-cookie', ['other=1; Path=/', 'SID=abc; HttpOnly']);
        json(response, {});
      } else json(response, { cookie: headers.cookie });
    });
    const auth = sessionLogin<AcmeConfig, AcmePlatform>({
      login: () => 'POST /session',
      form: ({ config }) => ({ user: config.company }),
      cookie: 'SID',
    });
    expect(await acmeClient(server.origin, { auth }).get('/people')).toEqual({ cookie: 'SID=abc' });
  });

  it('no cookie means refused credentials', async () => {
    const { server } = await vendor();
    const auth = sessionLogin<AcmeConfig, AcmePlatform>({ login: 'POST /session', cookie: 'SID' });
    expect(await failure(acmeClient(server.origin, { auth }).get('/people'))).toBeInstanceOf(AuthError);
  });

  it('logs in by GET with headers of its own, and again when a 403 means that the session ended', async () => {
    let sessions = 0;
    const server = await withServer((response, { url, headers }) => {
      if (url === '/session') json(response, { $: `s${++sessions}`, key: headers['auth-key'] });
      else json(response, {}, headers['token'] === 's1' ? 403 : 200);
    });
    const auth = sessionLogin<AcmeConfig, AcmePlatform>({
      login: 'GET /session',
      loginHeaders: () => ({ 'auth-key': 'long' }),
      headers: () => ({ 'x-partner': 'p' }),
      read: (body) => ({ accessToken: (body as { $: string }).$ }),
      toHeaders: (token) => ({ token }),
    });
    const errors = {
      describe: ({ status }: { status: number }) => (status === 403 ? ({ means: 'credentials' } as const) : undefined),
    };
    await acmeClient(server.origin, { auth, errors }).get('/people');
    expect(
      server.seen.map(({ method, url, headers }) => [method, url, headers['auth-key'], headers['x-partner'], headers['token']]),
    ).toEqual([
      ['GET', '/session', 'long', 'p', undefined],
      ['GET', '/people', undefined, 'p', 's1'],
      ['GET', '/session', 'long', 'p', undefined],
      ['GET', '/people', undefined, 'p', 's2'],
    ]);
  });
});

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('signed assertions', () => {
  it('a JWT as the grant', async () => {
    const { server, logIns } = await vendor();
    const now = new Date('2026-11-20T10:00:00Z');
    const auth: AcmeAuthentication = jwtAssertion({
      token: () => 'https://login.acme.example/token',
      key: () => ({ privateKey: pem, id: 'k1' }),
      claims: ({ config }) => ({ issuer: 'robot', subject: config.company, more: { scope: 'a b' } }),
    });
    await acmeClient(server.origin, { auth, config: { company: 'jwtco' }, now: () => now }).get('/people');
    const form = new URLSearchParams(logIns()[0]?.body);
    expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    const assertion = form.get('assertion') ?? '';
    const { payload } = await jwtVerify(assertion, publicKey, { currentDate: now });
    expect(payload).toMatchObject({
      iss: 'robot',
      sub: 'jwtco',
      aud: 'https://login.acme.example/token',
      scope: 'a b',
      iat: now.getTime() / 1000,
      exp: now.getTime() / 1000 + 300,
    });
    expect(decodeProtectedHeader(assertion)).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'k1' });
  });

  it('a JWT that proves the client', async () => {
    const { server, logIns } = await vendor();
    const auth: AcmeAuthentication = jwtAssertion({
      token: 'POST /token',
      as: 'client',
      key: () => ({ privateKey: pem, algorithm: 'PS256' }),
      claims: () => ({ issuer: 'robot', audience: 'them' }),
      extra: () => ({ scope: 'users' }),
      lifetimeSeconds: 60,
    });
    await acmeClient(server.origin, { auth }).get('/people');
    const form = new URLSearchParams(logIns()[0]?.body);
    expect([form.get('grant_type'), form.get('scope')]).toEqual(['client_credentials', 'users']);
    expect(form.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    await jwtVerify(form.get('client_assertion') ?? '', publicKey, { audience: 'them', algorithms: ['PS256'] });
  });

  it('a SAML assertion, signed and escaped', async () => {
    const { server, logIns } = await vendor();
    const auth: AcmeAuthentication = samlAssertion({
      token: 'POST /token',
      assertion: () => ({
        issuer: 'www.acme.example',
        nameId: 'API & <TEAM>',
        audience: 'www.acme.example',
        attributes: { api_key: `k"'` },
        privateKey: pem,
      }),
      form: ({ config }) => ({ company_id: config.company, client_id: 'k' }),
    });
    const now = new Date('2026-11-20T10:00:00.123Z');
    await acmeClient(server.origin, { auth, config: { company: 'samlco' }, now: () => now }).get('/people');
    const form = new URLSearchParams(logIns()[0]?.body);
    expect([form.get('grant_type'), form.get('company_id')]).toEqual(['urn:ietf:params:oauth:grant-type:saml2-bearer', 'samlco']);
    const xml = Buffer.from(form.get('assertion') ?? '', 'base64').toString();
    expect(xml).toContain('API &amp; &lt;TEAM&gt;</saml2:NameID>');
    expect(xml).toContain('Recipient="https://api.acme.example/token"');
    expect(xml).toContain('NotBefore="2026-11-20T09:55:00Z" NotOnOrAfter="2026-11-20T10:10:00Z"');
    expect(xml).toMatch(/<\/saml2:Issuer><ds:Signature/);
    const signature = new SignedXml({ publicCert: publicKey.export({ type: 'spki', format: 'pem' }) });
    signature.loadSignature(/<ds:Signature.*<\/ds:Signature>/s.exec(xml)?.[0] ?? '');
    expect(signature.checkSignature(xml)).toBe(true);
  });

  it('a SAML assertion without attributes', async () => {
    const { server, logIns } = await vendor();
    const auth: AcmeAuthentication = samlAssertion({
      token: () => 'POST /token',
      assertion: () => ({ issuer: 'i', nameId: 'n', audience: 'a', privateKey: pem }),
      form: () => ({}),
    });
    await acmeClient(server.origin, { auth }).get('/people');
    const xml = Buffer.from(new URLSearchParams(logIns()[0]?.body).get('assertion') ?? '', 'base64').toString();
    expect(xml).not.toContain('AttributeStatement');
  });

  it('a key that is none is the customer’s to correct, and is not repeated', async () => {
    const { server } = await vendor();
    const auth: AcmeAuthentication = jwtAssertion({
      token: 'POST /token',
      key: () => ({ privateKey: 'not-a-key-canary' }),
      claims: () => ({ issuer: 'i' }),
    });
    const error = await failure(acmeClient(server.origin, { auth }).get('/people'));
    expect(error).toMatchObject({ code: 'config_invalid' });
    expect((error as Error).message).not.toContain('canary');
  });
});
