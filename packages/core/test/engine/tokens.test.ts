import { describe, expect, test } from 'vitest';
import type { StoredTokens, TokenStore } from '../../src/contract/authentication.ts';
import { createSealer, sealContext, type Sealer } from '../../src/engine/seal/sealer.ts';
import { createTokenStore, type TokenStoreOptions } from '../../src/engine/tokens.ts';
import { AuthError } from '../../src/errors/auth-error.ts';
import { StoreError } from '../../src/errors/store-error.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { failure, shown } from '../support/failure.ts';
import { virtualTime } from '../support/virtual-time.ts';

const keys = { k1: Buffer.alloc(32, 1), k2: Buffer.alloc(32, 2) };
const sealer = createSealer({ current: 'k1', keys });
const first: StoredTokens = { accessToken: 'canary-a0', refreshToken: 'canary-r0', expiresAt: 0, details: { account_id: '42' } };
const second: StoredTokens = { accessToken: 'canary-a1', refreshToken: 'canary-r1', expiresAt: 3_600_000 };
const context = sealContext('con-1', 'tokens');
const lease = 'tokens:con-1';

/** One database and its clock, and the token stores that processes open on it. */
function world() {
  const time = virtualTime('2026-11-20T10:00:00Z');
  const store = createMemoryStore({ clock: time });
  const open = (options: Partial<TokenStoreOptions> = {}) =>
    createTokenStore({ store, sealer: plainSealer(), connectionId: 'con-1', owner: 'worker', sleep: time.sleep, ...options });
  return { time, store, open };
}

/** Seals nothing, and at once: virtual time would run on while a real sealer works. */
function plainSealer(current = 'k1'): Sealer {
  const plain: Sealer = {
    seal: (context, value) => Promise.resolve(JSON.stringify({ current, context, value })),
    open: <T>(_: string, sealed: string) => Promise.resolve((JSON.parse(sealed) as { value: T }).value),
    keyIdOf: (sealed) => (JSON.parse(sealed) as { current: string }).current,
    reseal: async (context, sealed) =>
      plain.keyIdOf(sealed) === current ? null : plain.seal(context, await plain.open(context, sealed)),
    fingerprint: () => '',
    canFingerprint: false,
  };
  return plain;
}

function stopwatch(time: { now(): Date }): () => number {
  const began = time.now().getTime();
  return () => time.now().getTime() - began;
}

/** A vendor whose refresh tokens work once, and what a client does with it. */
function rotatingVendor(time: { sleep: TokenStoreOptions['sleep'] }) {
  let current = 'canary-r0';
  let count = 0;
  let underWay = 0;
  let most = 0;
  const never = new AbortController().signal;
  async function renew(refreshToken: string | undefined): Promise<StoredTokens> {
    most = Math.max(most, (underWay += 1));
    await time.sleep?.(30_000, never);
    underWay -= 1;
    if (refreshToken !== current) throw new AuthError({ code: 'consent_revoked', message: 'used twice' });
    count += 1;
    current = `canary-r${count}`;
    return { accessToken: `canary-a${count}`, refreshToken: current, expiresAt: 3_600_000 };
  }
  return {
    renewals: () => count,
    most: () => most,
    /** As the kit does: look again inside the turn, renew, store, use. */
    access: (tokens: TokenStore) =>
      tokens.exclusively(async () => {
        const stored = await tokens.load();
        if (stored !== null && stored.expiresAt !== 0) return stored.accessToken;
        const renewed = await renew(stored?.refreshToken);
        await tokens.save(renewed);
        return renewed.accessToken;
      }),
  };
}

describe('what is stored', () => {
  test('is sealed, belongs to the connection, and comes back whole', async () => {
    const { store, open } = world();
    expect(await open({ sealer }).load()).toBeNull();
    await open({ sealer }).save(first);
    expect(await open({ sealer }).load()).toEqual(first);
    expect(await store.secrets.names('con-1')).toEqual(['tokens']);
    const sealed = await store.secrets.get('con-1', 'tokens');
    expect(sealed).not.toContain('canary');
    expect(await sealer.open(context, sealed!)).toEqual(first);
  });

  test('does not open at another connection, and no error holds it', async () => {
    const { store, open } = world();
    await open({ sealer }).save(first);
    await store.secrets.put('con-2', 'tokens', (await store.secrets.get('con-1', 'tokens'))!);
    const error = await failure(open({ sealer, connectionId: 'con-2' }).load());
    expect(error).toMatchObject({ name: 'ConfigError', code: 'secret_unreadable' });
    expect(shown(error)).not.toContain('canary');
  });

  test('is sealed under the current key when keys rotate, once', async () => {
    const { store, open } = world();
    const rotated = createSealer({ current: 'k2', keys });
    expect(await open({ sealer: rotated }).reseal()).toBe(false);
    await open({ sealer }).save(first);
    expect(await open({ sealer: rotated }).reseal()).toBe(true);
    expect(await open({ sealer: rotated }).reseal()).toBe(false);
    expect(rotated.keyIdOf((await store.secrets.get('con-1', 'tokens'))!)).toBe('k2');
    expect(await open({ sealer }).load()).toEqual(first);
  });

  test('a renewal under way is not undone by a rotation of keys', async () => {
    const { time, store, open } = world();
    const vendor = rotatingVendor(time);
    await open().save(first);
    await Promise.all([vendor.access(open()), open({ sealer: plainSealer('k2') }).reseal()]);
    expect(await open().load()).toMatchObject({ refreshToken: 'canary-r1' });
    expect(plainSealer().keyIdOf((await store.secrets.get('con-1', 'tokens'))!)).toBe('k2');
  });
});

describe('one renewal at a time', () => {
  test('C6 two processes renew once, and the second one sees the rotated token', async () => {
    const { time, open } = world();
    const vendor = rotatingVendor(time);
    await open().save(first);
    expect(await Promise.all([vendor.access(open()), vendor.access(open())])).toEqual(['canary-a1', 'canary-a1']);
    expect(vendor.renewals()).toBe(1);
    expect(await open().load()).toMatchObject({ accessToken: 'canary-a1', refreshToken: 'canary-r1' });
  });

  test('however many ask, in one process and in others', async () => {
    const { time, open } = world();
    const vendor = rotatingVendor(time);
    await open().save(first);
    const stores = [open(), open(), open({ owner: 'other' })];
    const answers = await Promise.all(stores.flatMap((tokens) => [1, 2, 3, 4].map(() => vendor.access(tokens))));
    expect(new Set(answers)).toEqual(new Set(['canary-a1']));
    expect([vendor.renewals(), vendor.most()]).toEqual([1, 1]);
  });

  test('connections do not wait for each other', async () => {
    const { open } = world();
    const result = await open().exclusively(() => open({ connectionId: 'con-2' }).exclusively(() => Promise.resolve('done')));
    expect(result).toBe('done');
  });

  test('work that fails makes room for the next one', async () => {
    const { time, open } = world();
    const tokens = open();
    const elapsed = stopwatch(time);
    const failed = failure(tokens.exclusively(() => Promise.reject(new RangeError('no'))));
    expect(await tokens.exclusively(() => Promise.resolve('next'))).toBe('next');
    expect(await open().exclusively(() => Promise.resolve('other'))).toBe('other');
    expect(await failed).toBeInstanceOf(RangeError);
    expect(elapsed()).toBeLessThan(1_000);
  });

  test('C6 gives up after 90 seconds as something that passes by itself', async () => {
    const { time, open } = world();
    const stuck = Promise.withResolvers<undefined>();
    const holder = open().exclusively(() => stuck.promise);
    const elapsed = stopwatch(time);
    const error = await failure(open({ vendor: 'acme' }).exclusively(() => Promise.resolve('never')));
    expect(error).toMatchObject({ name: 'UnavailableError', code: 'timeout', vendor: 'acme', retryable: true });
    expect(elapsed()).toBeGreaterThanOrEqual(90_000);
    expect(elapsed()).toBeLessThan(95_000);
    stuck.resolve(undefined);
    await holder;
  });

  test('a process that died holds nothing up for longer than its lease', async () => {
    const { time, store, open } = world();
    await store.leases.acquire(lease, 'dead', 60_000);
    const elapsed = stopwatch(time);
    expect(await open().exclusively(() => Promise.resolve('mine'))).toBe('mine');
    expect(elapsed()).toBeGreaterThanOrEqual(60_000);
    expect(elapsed()).toBeLessThan(62_000);
  });

  test('work that takes longer than the lease keeps it, though the store is away for a moment', async () => {
    const { time, store, open } = world();
    let renewals = 0;
    const leases = {
      ...store.leases,
      renew: (...given: Parameters<typeof store.leases.renew>) => {
        renewals += 1;
        const away = new StoreError({ code: 'unavailable', message: 'away' });
        return renewals === 2 ? Promise.reject(away) : store.leases.renew(...given);
      },
    };
    const tokens = open({ store: { ...store, leases } });
    const done: string[] = [];
    const long = tokens.exclusively(async () => {
      await time.sleep(85_000, new AbortController().signal);
      done.push('long');
    });
    await open().exclusively(() => Promise.resolve(done.push('short')));
    await long;
    expect(done).toEqual(['long', 'short']);
    expect(renewals).toBe(4);
  });

  test('a lease that cannot be given back does not spoil what was done', async () => {
    const { store, open } = world();
    const away = new StoreError({ code: 'unavailable', message: 'away' });
    const leases = { ...store.leases, release: () => Promise.reject(away) };
    const tokens = open({ store: { ...store, leases } });
    await tokens.exclusively(() => tokens.save(second));
    expect(await tokens.load()).toEqual(second);
  });

  test('whoever waits can be told to stop, and work that has begun goes on', async () => {
    const { open } = world();
    const stop = new AbortController();
    const held = Promise.withResolvers<undefined>();
    const holder = open({ signal: stop.signal }).exclusively(() => held.promise.then(() => 'finished'));
    let ran = false;
    const waiting = failure(open({ signal: stop.signal }).exclusively(() => Promise.resolve((ran = true))));
    await new Promise((resolve) => setImmediate(resolve));
    stop.abort('enough');
    expect(await waiting).toBe('enough');
    held.resolve(undefined);
    expect(await holder).toBe('finished');
    expect(ran).toBe(false);
  });

  test('waits in real time as well', async () => {
    const { store } = world();
    const options = { store, sealer, connectionId: 'con-1', owner: 'worker' };
    const order: string[] = [];
    const held = Promise.withResolvers<undefined>();
    const one = createTokenStore(options).exclusively(() => held.promise.then(() => order.push('one')));
    const other = createTokenStore(options).exclusively(() => Promise.resolve(order.push('other')));
    setImmediate(() => {
      held.resolve(undefined);
    });
    await Promise.all([one, other]);
    expect(order).toEqual(['one', 'other']);
  });
});

describe('a lease that was lost while the vendor answered', () => {
  /** The process stands still until somebody else has the lease. */
  async function lose({ time, store }: ReturnType<typeof world>) {
    time.stall(61_000);
    expect(await store.leases.acquire(lease, 'thief', 60_000)).toMatchObject({ held: true });
  }

  test('the new refresh token is stored when nobody has stored another: it is the only one that works', async () => {
    const here = world();
    const tokens = here.open();
    await tokens.save(first);
    await tokens.exclusively(async () => {
      await tokens.load();
      await lose(here);
      await tokens.save(second);
    });
    expect(await tokens.load()).toEqual(second);
  });

  test.each<[string, StoredTokens | null]>([
    ['newer ones stay', second],
    ['what was erased stays erased', null],
  ])('%s', async (_, meanwhile) => {
    const here = world();
    const tokens = here.open();
    await tokens.save(first);
    const error = await failure(
      tokens.exclusively(async () => {
        await tokens.load();
        await lose(here);
        if (meanwhile === null) await here.store.secrets.delete('con-1', 'tokens');
        else await here.open().save(meanwhile);
        await tokens.save({ accessToken: 'canary-late' });
      }),
    );
    expect(error).toMatchObject({ name: 'StoreError', code: 'conflict' });
    expect(await tokens.load()).toEqual(meanwhile);
  });
});
