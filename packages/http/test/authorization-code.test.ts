import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { StoredTokens, TokenStore } from '@rollcall/core';
import { authorizationCode, authorizationUrl, bearer, createPkce, exchangeCode } from '../src/index.ts';
import { acmeClient, acmeOptions, failure, manifest, type AcmeConfig, type AcmePlatform } from './acme.ts';
import { json, withServer } from './with-server.ts';

const client = () => ({ id: 'client', secret: 'secret' });
const auth = authorizationCode<AcmeConfig, AcmePlatform>({ client });
const now = new Date('2026-11-20T10:00:00Z');
const at = (seconds: number) => now.getTime() + seconds * 1000;

/** A store that logs what happens to it, with a lock as another process would see it. */
function tokenStore(kept: StoredTokens | null, log: string[] = []) {
  let queue: Promise<unknown> = Promise.resolve();
  const store: TokenStore & { kept: StoredTokens | null } = {
    kept,
    load: () => Promise.resolve(store.kept),
    async save(tokens) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      log.push(`saved ${tokens.refreshToken ?? ''}`);
      store.kept = tokens;
    },
    exclusively(work) {
      const result = queue.then(work);
      queue = result.catch(() => undefined);
      return result;
    },
  };
  return store;
}

/** A vendor whose refresh tokens work once. */
async function rotatingVendor(
  log: string[] = [],
  answerWith: (count: number) => object = (count) => ({
    access_token: `a${count}`,
    refresh_token: `r${count}`,
    expires_in: 3600,
  }),
) {
  let current = 'r0';
  let count = 0;
  const server = await withServer((response, { url, body, headers }) => {
    if (url !== '/oauth/token') {
      log.push(`read ${headers.authorization ?? ''}`);
      json(response, {}, headers.authorization === 'Bearer stale' ? 401 : 200);
      return;
    }
    const used = new URLSearchParams(body).get('refresh_token');
    if (used !== current) {
      json(response, { error: 'invalid_grant' }, 400);
      return;
    }
    const answer = answerWith(++count);
    current = 'refresh_token' in answer ? (answer.refresh_token as string) : current;
    json(response, answer);
  });
  return { server, log, refreshes: () => server.seen.filter(({ url }) => url === '/oauth/token') };
}

describe('renewing', () => {
  it('uses a stored token as long as it lives', async () => {
    const { server, refreshes } = await rotatingVendor();
    const tokens = tokenStore({ accessToken: 'kept', refreshToken: 'r0', expiresAt: at(61) });
    await acmeClient(server.origin, { auth, tokens, now: () => now }).get('/people');
    expect(refreshes()).toEqual([]);
    expect(server.seen[0]?.headers.authorization).toBe('Bearer kept');
  });

  it('stores the new refresh token before it uses the new access token', async () => {
    const { server, log, refreshes } = await rotatingVendor();
    const tokens = tokenStore({ accessToken: 'old', refreshToken: 'r0', expiresAt: at(59) }, log);
    const http = acmeClient(server.origin, { auth, tokens, now: () => now });
    await Promise.all([http.get('/people'), http.get('/people'), http.get('/people')]);
    expect(log).toEqual(['saved r1', 'read Bearer a1', 'read Bearer a1', 'read Bearer a1']);
    expect(refreshes().map(({ body }) => body)).toEqual([
      'grant_type=refresh_token&refresh_token=r0&client_id=client&client_secret=secret',
    ]);
    expect(tokens.kept).toEqual({ accessToken: 'a1', refreshToken: 'r1', expiresAt: at(3600) });
  });

  it('does not use what could not be stored', async () => {
    const { server, log } = await rotatingVendor();
    const tokens = {
      ...tokenStore({ accessToken: 'old', refreshToken: 'r0', expiresAt: 0 }),
      save: () => Promise.reject(new RangeError('disk full')),
    };
    await expect(acmeClient(server.origin, { auth, tokens, now: () => now }).get('/people')).rejects.toThrow('disk full');
    expect(log).toEqual([]);
  });

  it('keeps the old refresh token when there is no new one', async () => {
    const { server } = await rotatingVendor([], () => ({ access_token: 'a1' }));
    const tokens = tokenStore({ accessToken: 'old', refreshToken: 'r0', expiresAt: 0 });
    await acmeClient(server.origin, { auth, tokens, now: () => now }).get('/people');
    expect(tokens.kept).toEqual({ accessToken: 'a1', refreshToken: 'r0', expiresAt: undefined });
  });

  it('looks into the store again inside the lock: two clients renew once', async () => {
    const { server, refreshes } = await rotatingVendor();
    const tokens = tokenStore({ accessToken: 'old', refreshToken: 'r0', expiresAt: 0 });
    const clients = [1, 2, 3].map(() => acmeClient(server.origin, { auth, tokens, now: () => now }));
    await Promise.all(clients.map((http) => http.get('/people')));
    expect(refreshes()).toHaveLength(1);
  });

  it('renews a token that the vendor refuses although it should live', async () => {
    const { server, log } = await rotatingVendor();
    const tokens = tokenStore({ accessToken: 'stale', refreshToken: 'r0', expiresAt: at(9999) }, log);
    await acmeClient(server.origin, { auth, tokens, now: () => now }).get('/people');
    expect(log).toEqual(['read Bearer stale', 'saved r1', 'read Bearer a1']);
  });

  it('takes a refresh token that the customer entered, and remembers its successor without a store', async () => {
    const { server, refreshes } = await rotatingVendor([], (count) => ({
      access_token: `a${count}`,
      refresh_token: `r${count}`,
      expires_in: 100,
    }));
    let time = now.getTime();
    const seeded = authorizationCode<AcmeConfig, AcmePlatform>({
      client: () => ({ id: 'app' }),
      refreshToken: ({ config }) => config.key,
      extra: () => ({ more: '1' }),
      headers: () => ({ 'x-id': 'app' }),
    });
    const http = acmeClient(server.origin, { auth: seeded, config: { key: 'r0' }, now: () => new Date(time) });
    await http.get('/people');
    time += 95_000;
    await http.get('/people');
    expect(refreshes().map(({ body }) => body)).toEqual([
      'grant_type=refresh_token&refresh_token=r0&more=1&client_id=app',
      'grant_type=refresh_token&refresh_token=r1&more=1&client_id=app',
    ]);
    expect(new Set(server.seen.map(({ headers }) => headers['x-id']))).toEqual(new Set(['app']));
  });

  it('a renewal under way is finished and stored although the read is cancelled', async () => {
    const stop = new AbortController();
    const server = await withServer((response) => {
      stop.abort('enough');
      setTimeout(() => {
        json(response, { access_token: 'a1', refresh_token: 'r1' });
      }, 20);
    });
    const tokens = tokenStore({ accessToken: 'old', refreshToken: 'r0', expiresAt: 0 });
    await expect(acmeClient(server.origin, { auth, tokens, signal: stop.signal, now: () => now }).get('/people')).rejects.toBe(
      'enough',
    );
    await expect.poll(() => tokens.kept?.refreshToken).toBe('r1');
    await expect.poll(() => server.sockets.size).toBe(0);
    expect(server.seen).toHaveLength(1);
  });
});

describe('details of a token answer', () => {
  const detailed = authorizationCode<AcmeConfig, AcmePlatform>({
    client,
    details: ['account_id', 'instance', 'missing', 'nested', 'toString'],
    toHeaders: (accessToken, { account_id: account = 'none' }) => ({
      authorization: `Bearer ${accessToken}`,
      'x-account': account,
    }),
  });
  const answer = { access_token: 'a', refresh_token: 'r', account_id: 42, instance: 'eu', nested: { a: 1 }, other: 'x' };

  it('are kept with the first tokens: texts and numbers that were named, nothing else', async () => {
    const server = await withServer((response) => {
      json(response, answer);
    });
    const grant = { code: 'c', redirectUri: 'https://app.example/back', verifier: 'v' };
    const options = acmeOptions(server.origin, { now: () => now });
    expect((await detailed.exchangeCode(options, grant)).details).toEqual({ account_id: '42', instance: 'eu' });
    expect((await auth.exchangeCode(options, grant)).details).toBeUndefined();
  });

  it('reach every request, outlive a renewal that does not repeat them, and follow one that does', async () => {
    const { server, refreshes } = await rotatingVendor([], (count) => ({
      access_token: `a${count}`,
      refresh_token: `r${count}`,
      expires_in: 100,
      ...(count === 2 ? { account_id: 'moved' } : {}),
    }));
    const tokens = tokenStore({
      accessToken: 'old',
      refreshToken: 'r0',
      expiresAt: 0,
      details: { account_id: '42', instance: 'eu' },
    });
    let time = now.getTime();
    const http = acmeClient(server.origin, { auth: detailed, tokens, now: () => new Date(time) });
    await http.get('/people');
    expect(tokens.kept?.details).toEqual({ account_id: '42', instance: 'eu' });
    time += 95_000;
    await http.get('/people');
    expect(tokens.kept?.details).toEqual({ account_id: 'moved', instance: 'eu' });
    expect(refreshes()).toHaveLength(2);
    const reads = server.seen.filter(({ url }) => url === '/people');
    expect(reads.map(({ headers }) => headers['x-account'])).toEqual(['42', 'moved']);
  });
});

describe('consent that is not there', () => {
  it.each([
    ['withdrawn', { accessToken: 'old', refreshToken: 'gone', expiresAt: 0 }, 'consent_revoked'],
    ['ended', { accessToken: 'old', expiresAt: 0 }, 'token_expired'],
    ['never given', null, 'consent_revoked'],
  ])('%s', async (_, kept, code) => {
    const { server } = await rotatingVendor();
    const error = await failure(acmeClient(server.origin, { auth, tokens: tokenStore(kept), now: () => now }).get('/people'));
    expect(error).toMatchObject({ name: 'AuthError', code, hint: expect.stringContaining('connect again') as string });
  });
});

describe('the way to consent', () => {
  const way = { redirectUri: 'https://app.example/back?x=1', state: 's&s' };

  it('has a proof as RFC 7636 wants it', () => {
    const { verifier, challenge } = createPkce();
    expect(verifier).toMatch(/^[\w-]{43}$/);
    expect(challenge).toBe(createHash('sha256').update(verifier).digest('base64url'));
    expect(createPkce().verifier).not.toBe(verifier);
  });

  it('leads to the vendor with all that it wants to know', () => {
    const url = new URL(
      auth.authorizationUrl({
        ...way,
        manifest,
        config: { company: 'quay' },
        platform: {},
        challenge: 'ch',
        extra: { prompt: 'consent' },
      }),
    );
    expect(url.origin + url.pathname).toBe('https://login.acme.example/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'client',
      redirect_uri: way.redirectUri,
      scope: 'people offline',
      state: 's&s',
      code_challenge: 'ch',
      code_challenge_method: 'S256',
      prompt: 'consent',
    });
  });

  it('leaves out what a vendor does not have', () => {
    const authorization = {
      ...manifest.authorization,
      authorizeUrl: 'https://{company}.acme.example/a',
      pkce: false,
      scopes: [],
    };
    const url = authorizationUrl({
      ...way,
      manifest: { ...manifest, authorization },
      config: { company: 'quay' },
      clientId: 'c',
    });
    expect(url).toBe(
      'https://quay.acme.example/a?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.example%2Fback%3Fx%3D1&state=s%26s',
    );
  });

  it('is refused without a challenge, a host or an authorization', () => {
    expect(() => authorizationUrl({ ...way, manifest, clientId: 'c' })).toThrow(/PKCE/);
    const { authorization, ...without } = manifest;
    expect(() => authorizationUrl({ ...way, manifest: without, clientId: 'c' })).toThrow(/no authorization/);
    const elsewhere = { ...manifest, authorization: { ...authorization, pkce: false, authorizeUrl: 'https://{company}/a' } };
    expect(() =>
      authorizationUrl({ ...way, manifest: elsewhere, config: { company: 'evil.example/x?' }, clientId: 'c' }),
    ).toThrow(/config.company/);
  });

  it('ends in tokens, in the style of the vendor', async () => {
    const server = await withServer((response) => {
      json(response, { access_token: 'a', refresh_token: 'r', expires_in: 60 });
    });
    const options = acmeOptions(server.origin, { now: () => now });
    const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: at(60) };
    expect(await auth.exchangeCode(options, { code: 'c', redirectUri: way.redirectUri, verifier: 'v' })).toEqual(tokens);
    expect(
      await exchangeCode(
        options,
        { client, style: 'json', token: () => 'POST /token' },
        { code: 'c', redirectUri: 'https://app.example' },
      ),
    ).toEqual(tokens);
    expect(server.seen.map(({ url, body }) => [url, body])).toEqual([
      [
        '/oauth/token',
        'grant_type=authorization_code&code=c&redirect_uri=https%3A%2F%2Fapp.example%2Fback%3Fx%3D1&code_verifier=v&client_id=client&client_secret=secret',
      ],
      [
        '/token',
        '{"grant_type":"authorization_code","code":"c","redirect_uri":"https://app.example","client_id":"client","client_secret":"secret"}',
      ],
    ]);
    await expect.poll(() => server.sockets.size).toBe(0);
  });

  it('is offered to the engine by the log-in itself, and by no other', () => {
    const options = { ...way, manifest, config: { company: 'quay' }, platform: {}, challenge: 'ch' };
    expect(auth.consent.authorizationUrl(options)).toBe(auth.authorizationUrl(options));
    expect(bearer(() => 'x').consent).toBeUndefined();
  });

  it('a code that is refused is refused credentials', async () => {
    const server = await withServer((response) => {
      json(response, { error: 'invalid_grant' }, 400);
    });
    expect(
      await failure(auth.exchangeCode(acmeOptions(server.origin), { code: 'c', redirectUri: way.redirectUri })),
    ).toMatchObject({ code: 'credentials_rejected' });
  });
});
