import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineConnector, readEmployees, type HttpOptions } from '@rollcall/core';
import { beginAuthorization, exchangeAuthorization, openAuthorization } from '../../core/src/engine/authorization.ts';
import { createSealer } from '../../core/src/engine/seal/sealer.ts';
import { createTokenStore } from '../../core/src/engine/tokens.ts';
import { createMemoryStore } from '../../core/src/store/memory-store.ts';
import { authorizationCode, cursorPages, type GivenOf } from '../src/index.ts';
import { failure, manifest as acme } from './acme.ts';
import { json, withServer } from './with-server.ts';

// The whole way: an administrator is sent to the vendor, comes back, and the connection reads and renews from then on.

const manifest = {
  ...acme,
  config: { company: acme.config.company },
  platform: { secret: { label: 'Client secret', help: 'From Acme.', example: 's', secret: true } },
  endpoints: { reads: ['GET /people'], tokens: ['POST /oauth/token'] },
} as const;

interface People {
  readonly data: readonly unknown[];
  readonly next: string | null;
}

const connector = defineConnector({
  manifest,
  auth: authorizationCode({
    client: ({ platform }: GivenOf<typeof manifest>) => ({ id: 'rollcall-app', secret: platform.secret }),
    details: ['account_id'],
    toHeaders: (accessToken, { account_id: account = '' }) => ({ authorization: `Bearer ${accessToken}`, 'x-account': account }),
  }),
  record: z.object({ id: z.string(), first: z.string() }),
  list: ({ http }) => cursorPages<People>(http, '/people', { items: ({ data }) => data, next: ({ next }) => next }),
  map: ({ id, first }) => ({ id, status: 'active', firstName: first }),
});

const start = Date.parse('2026-11-20T10:00:00Z');
const platform = { secret: 'canary-client-secret' };
const client = `&client_id=rollcall-app&client_secret=${platform.secret}`;

/** A vendor that asks for consent, checks the proof, and whose refresh tokens work once. */
async function vendor() {
  const codes = new Map<string, { challenge: string; redirectUri: string }>();
  let refreshToken = '';
  let accessToken = '';
  let issued = 0;
  const issue = () => {
    issued += 1;
    accessToken = `canary-access-${issued}`;
    refreshToken = `canary-refresh-${issued}`;
    const tokens = { access_token: accessToken, refresh_token: refreshToken, token_type: 'bearer', expires_in: 3600 };
    return issued === 1 ? { ...tokens, account_id: 4711 } : tokens;
  };
  const trade = (form: URLSearchParams): object | null => {
    if (form.get('client_secret') !== platform.secret) return null;
    if (form.get('grant_type') === 'refresh_token') return form.get('refresh_token') === refreshToken ? issue() : null;
    const asked = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    return asked?.challenge === challenge && asked.redirectUri === form.get('redirect_uri') ? issue() : null;
  };
  const server = await withServer((response, { url, body, headers }) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    if (pathname === '/authorize') {
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      const code = `canary-code-${codes.size + 1}`;
      codes.set(code, { challenge: searchParams.get('code_challenge') ?? '', redirectUri: back.href });
      back.search = new URLSearchParams({ code, state: searchParams.get('state') ?? '' }).toString();
      response.writeHead(302, { location: back.href }).end();
    } else if (pathname === '/oauth/token') {
      const answer = trade(new URLSearchParams(body));
      json(response, answer ?? { error: 'invalid_grant' }, answer === null ? 400 : 200);
    } else {
      const good = headers.authorization === `Bearer ${accessToken}` && headers['x-account'] === '4711';
      json(response, good ? { data: [{ id: '1', first: 'Ingrid' }], next: null } : {}, good ? 200 : 401);
    }
  });
  const trades = () => server.seen.filter(({ url }) => url === '/oauth/token').map(({ body }) => body);
  return { server, trades };
}

async function world() {
  const { server, trades } = await vendor();
  let now = start;
  const clock = { now: () => new Date(now) };
  const store = createMemoryStore({ clock });
  const sealer = createSealer({ current: 'k1', keys: { k1: Buffer.alloc(32, 1) } });
  const http: HttpOptions = {
    origins: { 'https://api.acme.example': server.origin, 'https://login.acme.example': server.origin },
    retryBaseMs: 1,
  };
  /** As a process of its own opens them. */
  const openTokens = (owner: string) => createTokenStore({ store, sealer, connectionId: 'con-1', owner, vendor: 'acme' });

  /** What happens in the administrator's browser: to the vendor, and back to the address that the platform listens on. */
  async function consent() {
    const platformServer = await withServer((response) => response.end('thank you'));
    const context = { customerId: 'cus-1', connectionId: 'con-1', actorId: 'user-7' };
    const redirectUri = `${platformServer.origin}/connect/callback`;
    const begin = { connector, config: { company: 'fjordkiste' }, platform, redirectUri, sealer, clock, context };
    const { url } = await beginAuthorization(begin);
    expect(url).toMatch(/^https:\/\/login\.acme\.example\/authorize\?/);
    const answer = await fetch(url.replace('https://login.acme.example', server.origin));
    expect(await answer.text()).toBe('thank you');
    return platformServer.seen[0]?.url ?? '';
  }

  async function complete(callbackUrl: string) {
    const edges = { sealer, leases: store.leases, clock };
    const opened = await openAuthorization(edges, { callbackUrl }, { customerId: 'cus-1' });
    const { signal } = new AbortController();
    const tokens = await exchangeAuthorization({ connector, opened, platform, http, clock, signal });
    const kept = openTokens('callback');
    await kept.exclusively(() => kept.save(tokens));
    return opened;
  }

  async function read(owner: string) {
    const employees = readEmployees(connector, {
      config: { company: 'fjordkiste' },
      platform,
      tokens: openTokens(owner),
      http,
      clock,
    });
    const names: unknown[] = [];
    for await (const { firstName } of employees) names.push(firstName);
    return { names, report: await employees.report };
  }

  return { store, trades, openTokens, consent, complete, read, pass: (milliseconds: number) => (now += milliseconds) };
}

describe('consent, from the first click to the second day', () => {
  it('C2 C6 begins, comes back, keeps the tokens sealed, reads, and renews once for all processes', async () => {
    const { store, trades, openTokens, consent, complete, read, pass } = await world();
    const opened = await complete(await consent());
    expect(opened).toMatchObject({ connectionId: 'con-1', actorId: 'user-7', config: { company: 'fjordkiste' } });
    expect(await openTokens('look').load()).toEqual({
      accessToken: 'canary-access-1',
      refreshToken: 'canary-refresh-1',
      expiresAt: start + 3_600_000,
      details: { account_id: '4711' },
    });
    expect(await store.secrets.get('con-1', 'tokens')).not.toContain('canary');
    expect(trades()).toHaveLength(1);
    expect(trades()[0]).toMatch(
      /^grant_type=authorization_code&code=canary-code-1&redirect_uri=.*&code_verifier=[\w-]{43}&client_id/,
    );

    expect(await read('one')).toMatchObject({ names: ['Ingrid'], report: { outcome: 'complete' } });
    expect(trades()).toHaveLength(1);

    pass(3_600_000);
    const reads = await Promise.all([read('one'), read('two'), read('three')]);
    expect(reads.map(({ names }) => names)).toEqual([['Ingrid'], ['Ingrid'], ['Ingrid']]);
    expect(trades().slice(1)).toEqual([`grant_type=refresh_token&refresh_token=canary-refresh-1${client}`]);
    expect(await openTokens('look').load()).toMatchObject({ refreshToken: 'canary-refresh-2', details: { account_id: '4711' } });

    pass(3_600_000);
    await read('one');
    expect(trades().slice(2)).toEqual([`grant_type=refresh_token&refresh_token=canary-refresh-2${client}`]);
  });

  it('C2 a way back is walked once', async () => {
    const { trades, consent, complete } = await world();
    const callbackUrl = await consent();
    await complete(callbackUrl);
    const error = await failure(complete(callbackUrl));
    expect(error).toMatchObject({ name: 'AuthError', code: 'authorization_state_invalid' });
    expect(trades()).toHaveLength(1);
  });

  it('C6 a code that is not the vendor’s is refused without a word of it, and no tokens are stored', async () => {
    const { openTokens, consent, complete } = await world();
    const callbackUrl = (await consent()).replace('canary-code-1', 'canary-code-9');
    const error = await failure(complete(callbackUrl));
    expect(error).toMatchObject({ name: 'AuthError', code: 'credentials_rejected' });
    expect(inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error)).not.toContain('canary');
    expect(await openTokens('look').load()).toBeNull();
  });
});
