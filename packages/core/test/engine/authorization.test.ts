import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Authentication, CodeGrant, ConnectOptions, StoredTokens } from '../../src/contract/authentication.ts';
import type { AnyConnector } from '../../src/contract/connector.ts';
import { defineManifest } from '../../src/contract/manifest.ts';
import {
  beginAuthorization,
  exchangeAuthorization,
  openAuthorization,
  type AuthorizationExpectation,
  type BeginAuthorization,
} from '../../src/engine/authorization.ts';
import type { AuthorizationCallback } from '../../src/engine/authorization-callback.ts';
import { createSealer } from '../../src/engine/seal/sealer.ts';
import type { AuthError } from '../../src/errors/auth-error.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { failure, shown } from '../support/failure.ts';

const manifest = defineManifest({
  slug: 'quayside',
  name: 'Quayside People',
  category: 'hris',
  docsUrl: 'https://docs.quayside.example',
  api: { version: '1', checked: '2026-11' },
  maturity: 'documented',
  delivery: 'pull',
  config: {
    company: { label: 'Company', help: 'In the address.', example: 'fjordkiste', pattern: '[a-z]+' },
    pin: { label: 'PIN', help: 'Under API.', example: '1234', secret: true, optional: true },
  },
  platform: {
    clientId: { label: 'Client id', help: 'From Quayside.', example: 'app-1' },
    clientSecret: { label: 'Client secret', help: 'From Quayside.', example: 's-1', secret: true },
  },
  hosts: ['api.quayside.example'],
  baseUrl: 'https://api.quayside.example',
  endpoints: { reads: ['GET /people'] },
  limits: { concurrency: 1 },
  pageSize: 2,
  requests: '1',
  permissions: [],
  fields: ['id'],
  capabilities: { get: false, changes: 'none', webhook: false, push: false },
  authorization: {
    authorizeUrl: 'https://login.quayside.example/authorize',
    tokenUrl: 'https://login.quayside.example/token',
    scopes: ['people'],
    pkce: true,
  },
  setup: ['Agree.'],
});

type Config = Readonly<Record<string, unknown>>;

interface Traded {
  readonly options: Omit<ConnectOptions<Config, Config>, 'tokens'>;
  readonly grant: CodeGrant;
}

/** A connector whose vendor grants `tokens`, and remembers what was traded. */
function quayside(tokens: StoredTokens = { accessToken: 'a' }, changed: Partial<typeof manifest> = {}) {
  const traded: Traded[] = [];
  const auth: Authentication<Config, Config> = {
    kind: 'authorization-code',
    connect: () => {
      throw new TypeError('not read here');
    },
    consent: {
      authorizationUrl({ platform, redirectUri, state, challenge }) {
        const query = { client_id: String(platform['clientId']), redirect_uri: redirectUri, state };
        return `https://login.quayside.example/authorize?${new URLSearchParams({ ...query, code_challenge: challenge ?? '' }).toString()}`;
      },
      exchangeCode(options, grant) {
        traded.push({ options, grant });
        return Promise.resolve(tokens);
      },
    },
  };
  const connector = { contractVersion: 1, manifest: { ...manifest, ...changed }, auth } as unknown as AnyConnector;
  return { connector, traded };
}

const platform = { clientId: 'app-1', clientSecret: 'canary-client' };
const config = { company: ' fjordkiste ', pin: 'canary-pin' };
const context = { customerId: 'cus-1', connectionId: 'con-1', actorId: 'user-7' };
const redirectUri = 'https://app.example/connect/callback';
const back: AuthorizationExpectation = { customerId: 'cus-1' };
const minute = 60_000;

function world() {
  let now = Date.parse('2026-11-20T10:00:00Z');
  const sealer = createSealer({ current: 'k1', keys: { k1: Buffer.alloc(32, 1) } });
  const clock = { now: () => new Date(now) };
  const { leases } = createMemoryStore({ clock });
  const { connector, traded } = quayside();
  return {
    sealer,
    clock,
    connector,
    traded,
    leases,
    pass: (milliseconds: number) => (now += milliseconds),
    begin: (change: Partial<BeginAuthorization> = {}) =>
      beginAuthorization({ connector, config, platform, redirectUri, sealer, clock, context, ...change }),
    open: (callback: AuthorizationCallback, expected = back) => openAuthorization({ sealer, leases, clock }, callback, expected),
  };
}

describe('beginning', () => {
  test('C2 leads to the vendor with a state that says nothing to anybody else', async () => {
    const { begin } = world();
    const { url, state } = await begin();
    const query = new URL(url).searchParams;
    expect(query.get('state')).toBe(state);
    expect(query.get('client_id')).toBe('app-1');
    expect(query.get('redirect_uri')).toBe(redirectUri);
    expect(query.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(state).toMatch(/^[\w.-]+$/);
    expect(state.length).toBeLessThan(1_000);
    const header = Buffer.from(state.split('.')[0]!, 'base64url').toString();
    for (const word of ['cus-1', 'con-1', 'user-7', 'fjordkiste', 'canary', 'quayside']) {
      expect(header).not.toContain(word);
      expect(state).not.toContain(Buffer.from(word).toString('base64url').slice(0, 5));
    }
  });

  test('is another state and another proof each time', async () => {
    const { begin } = world();
    const [one, other] = [await begin(), await begin()];
    expect(one.state).not.toBe(other.state);
    const challenge = ({ url }: { url: string }) => new URL(url).searchParams.get('code_challenge');
    expect(challenge(one)).not.toBe(challenge(other));
  });

  test('goes without a proof where the vendor takes none', async () => {
    const { begin, open } = world();
    const { connector } = quayside(undefined, { authorization: { ...manifest.authorization, pkce: false } as never });
    const { url, state } = await begin({ connector });
    expect(new URL(url).searchParams.get('code_challenge')).toBe('');
    expect(await open({ state, code: 'c' })).toMatchObject({ verifier: null });
  });

  test.each([
    'http://app.example/callback',
    'ftp://localhost/callback',
    'javascript:alert(1)',
    'https://app.example/callback#part',
    'https://user:pass@app.example/callback',
    'http://localhost.evil.example/callback',
    '/callback',
    '',
  ])('is refused with the redirect URI %j', async (given) => {
    const error = await failure(world().begin({ redirectUri: given }));
    expect(error).toMatchObject({ name: 'ConfigError', code: 'config_invalid', problems: [{ field: 'redirectUri' }] });
  });

  test.each(['http://localhost:4100/cb', 'http://127.0.0.1/cb', 'http://[::1]:1/cb', 'https://app.example/cb?x=1'])(
    'takes the redirect URI %s as it is',
    async (given) => {
      const { url } = await world().begin({ redirectUri: given });
      expect(new URL(url).searchParams.get('redirect_uri')).toBe(given);
    },
  );

  test('C2 names what was typed wrongly before anybody is sent away', async () => {
    const { begin } = world();
    expect(await failure(begin({ config: { company: 'canary 7' } }))).toMatchObject({ problems: [{ field: 'config.company' }] });
    expect(await failure(begin({ platform: { clientId: 'a' } }))).toMatchObject({
      problems: [{ field: 'platform.clientSecret' }],
    });
  });

  test('is refused where nobody is asked for consent', async () => {
    const { connector } = quayside();
    const { consent, ...auth } = connector.auth;
    expect(consent).toBeDefined();
    const error = await failure(world().begin({ connector: { ...connector, auth: auth } }));
    expect(error).toMatchObject({ name: 'ConfigError', code: 'capability_missing', vendor: 'quayside' });
  });
});

describe('coming back', () => {
  test('C2 gives what was begun, with the proof that belongs to the challenge', async () => {
    const { begin, open } = world();
    const { url, state } = await begin();
    const opened = await open({ callbackUrl: `https://app.example/connect/callback?code=c%2B1&state=${state}&scope=people` });
    expect(opened).toEqual({
      ...context,
      connector: 'quayside',
      config: { company: 'fjordkiste', pin: 'canary-pin' },
      redirectUri,
      verifier: expect.stringMatching(/^[\w-]{43}$/) as string,
      code: 'c+1',
    });
    const challenge = createHash('sha256').update(opened.verifier!).digest('base64url');
    expect(new URL(url).searchParams.get('code_challenge')).toBe(challenge);
  });

  test('is read from a path, from members and by the actor who began', async () => {
    const { begin, open } = world();
    const { state } = await begin();
    expect(await open({ callbackUrl: `/connect/callback?state=${state}&code=c` })).toMatchObject({ code: 'c' });
    const again = await begin();
    expect(await open({ state: again.state, code: 'c' }, { ...back, actorId: 'user-7' })).toMatchObject({ code: 'c' });
  });

  test('C2 opens until ten minutes have passed', async () => {
    const { begin, open, pass } = world();
    const [early, late] = [await begin(), await begin()];
    pass(10 * minute - 1);
    expect(await open({ state: early.state, code: 'c' })).toMatchObject({ code: 'c' });
    pass(1);
    expect(await failure(open({ state: late.state, code: 'c' }))).toMatchObject({
      name: 'AuthError',
      code: 'authorization_state_invalid',
      message: expect.stringContaining('10 minutes') as string,
      vendor: 'quayside',
    });
  });

  test('C2 opens once, also where the store keeps another time', async () => {
    const { begin, open, sealer, clock } = world();
    const { state } = await begin();
    const ahead = { now: () => new Date(clock.now().getTime() + 11 * minute) };
    const edges = { sealer, leases: createMemoryStore({ clock: ahead }).leases, clock };
    expect(await openAuthorization(edges, { state, code: 'c' }, back)).toMatchObject({ code: 'c' });
    const replayed = await failure(openAuthorization(edges, { state, code: 'c' }, back));
    expect(replayed).toMatchObject({ code: 'authorization_state_invalid', message: expect.stringContaining('used') as string });
    const twice = await begin();
    const results = await Promise.allSettled([1, 2, 3].map(() => open({ state: twice.state, code: 'c' })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('C2 opens for the customer that began only, and somebody else uses nothing up', async () => {
    const { begin, open } = world();
    const { state } = await begin();
    expect(await failure(open({ state, code: 'c' }, { customerId: 'cus-2' }))).toMatchObject({
      code: 'authorization_state_invalid',
      message: expect.stringContaining('another customer') as string,
    });
    expect(await failure(open({ state, code: 'c' }, { ...back, actorId: 'user-8' }))).toMatchObject({
      code: 'authorization_state_invalid',
      message: expect.stringContaining('somebody else') as string,
    });
    expect(await open({ state, code: 'c' })).toMatchObject({ customerId: 'cus-1' });
  });

  test.each<[string, (state: string) => AuthorizationCallback]>([
    ['no state', () => ({ callbackUrl: '/cb?code=c' })],
    ['an empty state', () => ({ state: '', code: 'c' })],
    ['a state of somebody else’s making', () => ({ state: 'canary', code: 'c' })],
    ['an altered state', (state) => ({ state: `${state.slice(0, -2)}AA`, code: 'c' })],
    ['two states', (state) => ({ callbackUrl: `/cb?code=c&state=canary&state=${state}` })],
    ['two codes', (state) => ({ callbackUrl: `/cb?code=c&code=canary&state=${state}` })],
    ['no code', (state) => ({ callbackUrl: `/cb?state=${state}` })],
    ['an address that is none', () => ({ callbackUrl: 'https://[canary' })],
  ])('%s is refused', async (_, callback) => {
    const { begin, open } = world();
    const error = await failure(open(callback((await begin()).state)));
    expect(error).toMatchObject({ name: 'AuthError', code: 'authorization_state_invalid', hint: 'Begin connecting again.' });
    expect(shown(error)).not.toContain('canary');
  });

  test('a secret that is sealed for something else is no state', async () => {
    const { sealer, open } = world();
    const sealed = await sealer.seal('con-1/credentials', { customerId: 'cus-1', nonce: 'n', expiresAt: 9e15 });
    expect(await failure(open({ state: sealed, code: 'c' }))).toMatchObject({ code: 'authorization_state_invalid' });
  });

  test('a state under a key that is gone is an old state, not a broken platform', async () => {
    const { begin, open } = world();
    const { state } = await begin({ sealer: createSealer({ current: 'k0', keys: { k0: Buffer.alloc(32, 5) } }) });
    expect(await failure(open({ state, code: 'c' }))).toMatchObject({ code: 'authorization_state_invalid' });
  });

  test('what is wrong with the store is not taken for a wrong state', async () => {
    const { begin, sealer, clock } = world();
    const { state } = await begin();
    const leases = { once: () => Promise.reject(new RangeError('away')) };
    expect(await failure(openAuthorization({ sealer, leases, clock }, { state, code: 'c' }, back))).toBeInstanceOf(RangeError);
  });
});

describe('C6 a vendor that says no', () => {
  test.each([
    ['access_denied', 'AuthError', 'authorization_refused', /access was denied/],
    ['canary_reason', 'AuthError', 'authorization_refused', /no standard names/],
    ['invalid_scope', 'ConfigError', 'config_invalid', /invalid_scope/],
    ['unauthorized_client', 'ConfigError', 'config_invalid', /unauthorized_client/],
    ['server_error', 'UnavailableError', 'vendor_down', /server_error/],
    ['temporarily_unavailable', 'UnavailableError', 'vendor_down', /temporarily_unavailable/],
  ])('C6 %s', async (reason, name, code, message) => {
    const { begin, open } = world();
    const { state } = await begin();
    const callbackUrl = `/cb?state=${state}&error=${reason}&error_description=canary`;
    const error = await failure(open({ callbackUrl }));
    expect(error).toMatchObject({ name, code, vendor: 'quayside', message: expect.stringMatching(message) as string });
    expect((error as AuthError).hint).toBeDefined();
    expect(shown(error)).not.toContain('canary');
    expect(await failure(open({ callbackUrl }))).toMatchObject({ code: 'authorization_state_invalid' });
  });

  test('C6 without a state it is said as well', async () => {
    const error = await failure(world().open({ callbackUrl: '/cb?error=access_denied' }));
    expect(error).toMatchObject({ code: 'authorization_refused', vendor: undefined });
  });

  test('C6 a refusal with a wrong state is a wrong state', async () => {
    const error = await failure(world().open({ callbackUrl: '/cb?error=access_denied&state=x' }));
    expect(error).toMatchObject({ code: 'authorization_state_invalid' });
  });
});

describe('trading the code', () => {
  test('C2 hands the connector what was begun, and gives its tokens', async () => {
    const { begin, open, connector, traded, clock } = world();
    const opened = await open({ state: (await begin()).state, code: 'c' });
    const { signal } = new AbortController();
    const tokens = await exchangeAuthorization({ connector, opened, platform, clock, signal, http: { retries: 0 } });
    expect(tokens).toEqual({ accessToken: 'a' });
    expect(traded).toHaveLength(1);
    const [{ options, grant }] = traded as [Traded];
    expect(grant).toEqual({ code: 'c', redirectUri, verifier: opened.verifier });
    expect(options).toMatchObject({ config: opened.config, platform, signal, http: { retries: 0 } });
    expect(options.now()).toEqual(clock.now());
    expect('tokens' in options).toBe(false);
  });

  test('is refused for another connector', async () => {
    const { begin, open, clock } = world();
    const opened = await open({ state: (await begin()).state, code: 'c' });
    const { connector, traded } = quayside(undefined, { slug: 'other' as never });
    const exchange = exchangeAuthorization({ connector, opened, platform, clock, signal: new AbortController().signal });
    expect(await failure(exchange)).toMatchObject({ code: 'authorization_state_invalid', vendor: 'other' });
    expect(traded).toEqual([]);
  });
});
