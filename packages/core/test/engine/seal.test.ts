import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createSealer, sealContext } from '../../src/engine/seal/sealer.ts';
import type { SecretKeys } from '../../src/engine/seal/secret-keys.ts';
import { failure, shown } from '../support/failure.ts';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const first: SecretKeys = { current: 'k1', keys: { k1: key(1) }, fingerprintKey: key(9) };
const rotated: SecretKeys = { ...first, current: 'k2', keys: { k1: key(1), k2: key(2) } };
const context = sealContext('con-1', 'credentials');
const secret = { token: 'canary-secret-7f3a', nested: ['canary-secret-7f3a', 1, null] };

const headerOf = (sealed: string) =>
  JSON.parse(Buffer.from(sealed.split('.')[0]!, 'base64url').toString()) as Record<string, unknown>;
const withHeader = (sealed: string, header: unknown) =>
  [Buffer.from(JSON.stringify(header)).toString('base64url'), ...sealed.split('.').slice(1)].join('.');
const flipped = (part: string) => {
  const bytes = Buffer.from(part, 'base64url');
  bytes[0]! ^= 1;
  return bytes.toString('base64url');
};

describe('sealing', () => {
  const sealer = createSealer(first);

  test('gives a compact JWE that names its key and its context, and opens again', async () => {
    const sealed = await sealer.seal(context, secret);
    expect(headerOf(sealed)).toEqual({ alg: 'dir', enc: 'A256GCM', kid: 'k1', ctx: 'con-1/credentials' });
    expect(sealed.split('.')).toHaveLength(5);
    expect(sealed).not.toContain(Buffer.from(secret.token).toString('base64url').slice(2, 14));
    expect(sealer.keyIdOf(sealed)).toBe('k1');
    expect(await sealer.open(context, sealed)).toEqual(secret);
  });

  test.each([[null], [undefined], [''], [0], [false], ['Å 𝒳 \u0000 \ud800'], [{ emoji: '🧾' }]])('keeps %j', async (value) => {
    expect(await sealer.open(context, await sealer.seal(context, value))).toEqual(value ?? null);
  });

  test('never gives the same text twice', async () => {
    expect(await sealer.seal(context, 'a')).not.toBe(await sealer.seal(context, 'a'));
  });

  test('opens in its own context only', async () => {
    const sealed = await sealer.seal(context, secret);
    for (const other of [sealContext('con-2', 'credentials'), sealContext('con-1', 'tokens'), '']) {
      const error = await failure(sealer.open(other, sealed));
      expect(error).toMatchObject({ name: 'ConfigError', code: 'secret_unreadable', retryable: false });
    }
  });

  test('a context that is written over the first one does not open', async () => {
    const sealed = await sealer.seal(context, secret);
    const moved = withHeader(sealed, { ...headerOf(sealed), ctx: 'con-2/credentials' });
    expect(await failure(sealer.open('con-2/credentials', moved))).toMatchObject({ code: 'secret_unreadable' });
  });

  test('parts of a context do not run into each other', () => {
    const contexts = [
      sealContext('a/b', 'c'),
      sealContext('a', 'b/c'),
      sealContext('a', 'b', 'c'),
      sealContext('a%2Fb', 'c'),
      sealContext('a', 'b%2Fc'),
    ];
    expect(new Set(contexts).size).toBe(contexts.length);
    expect(sealContext('con-1', 'bank', '42')).toBe('con-1/bank/42');
  });
});

describe('what was altered does not open', () => {
  const sealer = createSealer(rotated);

  test.each([
    [0, 'header'],
    [2, 'initialisation vector'],
    [3, 'ciphertext'],
    [4, 'tag'],
  ])('part %i, the %s', async (index) => {
    const parts = (await sealer.seal(context, secret)).split('.');
    const altered = parts.with(index, flipped(parts[index]!)).join('.');
    expect(await failure(sealer.open(context, altered))).toMatchObject({ name: 'ConfigError', code: 'secret_unreadable' });
  });

  test('an encrypted key where there is none', async () => {
    const parts = (await sealer.seal(context, secret)).split('.');
    expect(await failure(sealer.open(context, parts.with(1, 'AAAA').join('.')))).toMatchObject({ code: 'secret_unreadable' });
  });

  test.each([
    ['another key that is known', { kid: 'k1' }],
    ['a weaker algorithm', { alg: 'PBES2-HS256+A128KW', p2s: 'AAAAAAAAAAAA', p2c: 1000 }],
    ['a shorter key', { enc: 'A128GCM' }],
    ['compression', { zip: 'DEF' }],
    ['a key id that is not one', { kid: 'canary-secret-7f3a\nSET-COOKIE' }],
    ['no key id', { kid: undefined }],
  ])('a header with %s', async (_, change) => {
    const sealed = await sealer.seal(context, secret);
    const error = await failure(sealer.open(context, withHeader(sealed, { ...headerOf(sealed), ...change })));
    expect(error).toMatchObject({ name: 'ConfigError', code: 'secret_unreadable' });
    expect(shown(error)).not.toContain('canary');
  });

  test.each([[''], ['.'], ['canary-secret-7f3a'], ['a.b.c.d.e'], ['bnVsbA....'], ['e30....']])(
    '%j is no sealed text',
    async (text) => {
      const error = await failure(sealer.open(context, text));
      expect(error).toMatchObject({ name: 'ConfigError', code: 'secret_unreadable' });
      expect(shown(error)).not.toContain('canary');
      expect(() => sealer.keyIdOf(text)).toThrow(/cannot be opened/);
    },
  );
});

describe('rotating keys', () => {
  test('what was sealed before opens, and is sealed under the current key once', async () => {
    const old = await createSealer(first).seal(context, secret);
    const sealer = createSealer(rotated);
    expect(await sealer.open(context, old)).toEqual(secret);
    const resealed = await sealer.reseal(context, old);
    expect(sealer.keyIdOf(resealed!)).toBe('k2');
    expect(await sealer.reseal(context, resealed!)).toBeNull();
    expect(await createSealer({ current: 'k2', keys: { k2: key(2) } }).open(context, resealed!)).toEqual(secret);
  });

  test('a text of another context is not resealed', async () => {
    const old = await createSealer(first).seal(context, secret);
    expect(await failure(createSealer(rotated).reseal('con-2/credentials', old))).toMatchObject({ code: 'secret_unreadable' });
  });

  test('a key that is gone is named', async () => {
    const old = await createSealer(first).seal(context, secret);
    const error = await failure(createSealer({ current: 'k2', keys: { k2: key(2) } }).open(context, old));
    expect(error).toMatchObject({
      name: 'ConfigError',
      code: 'config_invalid',
      problems: [{ field: 'secrets.keys.k1' }],
      hint: expect.stringContaining('k1') as string,
    });
  });

  test('another key of the same id does not open', async () => {
    const old = await createSealer(first).seal(context, secret);
    const error = await failure(createSealer({ current: 'k1', keys: { k1: key(3) } }).open(context, old));
    expect(error).toMatchObject({ code: 'secret_unreadable', message: expect.stringContaining('secrets.keys.k1') as string });
  });
});

describe('fingerprints', () => {
  test('are equal for equal texts of one context, and stay when keys rotate', () => {
    const print = createSealer(first).fingerprint(context, 'NO9386011117947');
    expect(print).toMatch(/^[\w-]{43}$/);
    expect(createSealer(rotated).fingerprint(context, 'NO9386011117947')).toBe(print);
    expect(createSealer(first).fingerprint(context, 'NO9386011117948')).not.toBe(print);
    expect(createSealer(first).fingerprint('con-2/credentials', 'NO9386011117947')).not.toBe(print);
    expect(createSealer({ ...first, fingerprintKey: key(8) }).fingerprint(context, 'NO9386011117947')).not.toBe(print);
  });

  test('context and text do not run into each other', () => {
    const sealer = createSealer(first);
    expect(sealer.fingerprint('a', 'bc')).not.toBe(sealer.fingerprint('ab', 'c'));
  });

  test('want a key of their own', () => {
    const sealer = createSealer({ current: 'k1', keys: { k1: key(1) } });
    expect(sealer.canFingerprint).toBe(false);
    expect(createSealer(first).canFingerprint).toBe(true);
    expect(() => sealer.fingerprint(context, 'NO9386011117947')).toThrow(/secrets\.fingerprintKey is missing.*openssl rand/);
  });
});

describe('the keys that the platform hands in', () => {
  const bytes = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);

  test.each<[string, string | Uint8Array]>([
    ['bytes', bytes],
    ['a Buffer', Buffer.from(bytes)],
    ['base64', Buffer.from(bytes).toString('base64')],
    ['base64 without padding', Buffer.from(bytes).toString('base64').replace('=', '')],
    ['base64url', Buffer.from(bytes).toString('base64url')],
    ['base64 with the line break of a file', `${Buffer.from(bytes).toString('base64')}\n`],
  ])('are taken as %s', async (_, given) => {
    const sealed = await createSealer({ current: 'k', keys: { k: given } }).seal(context, secret);
    expect(await createSealer({ current: 'k', keys: { k: bytes } }).open(context, sealed)).toEqual(secret);
  });

  test('stay when the bytes are wiped afterwards', async () => {
    const given = Uint8Array.from(bytes);
    const sealer = createSealer({ current: 'k', keys: { k: given } });
    given.fill(0);
    const sealed = await sealer.seal(context, secret);
    expect(await createSealer({ current: 'k', keys: { k: bytes } }).open(context, sealed)).toEqual(secret);
  });

  test.each<[string, unknown]>([
    ['too short', Buffer.alloc(31, 7).toString('base64')],
    ['too long', Buffer.alloc(33, 7).toString('base64')],
    ['in hexadecimal', 'canary7f'.repeat(8)],
    ['a passphrase', 'canary correct horse battery staple'],
    ['empty', ''],
    ['bytes of another length', new Uint8Array(16)],
    ['missing', undefined],
  ])('are refused when one is %s', (_, given) => {
    const make = () =>
      createSealer({ current: 'k1', keys: { k1: key(1), old: given as string }, fingerprintKey: given as string });
    const fields = given === undefined ? ['secrets.keys.old'] : ['secrets.keys.old', 'secrets.fingerprintKey'];
    const error = thrown(make);
    expect(error).toMatchObject({ name: 'ConfigError', problems: fields.map((field) => ({ field })) });
    expect(shown(error)).toContain('openssl rand -base64 32');
    expect(shown(error)).not.toContain('canary');
  });

  test.each([
    ['none', 'k1', {}, 'secrets.current'],
    ['no current one', 'k2', { k1: key(1) }, 'secrets.current'],
    ['one of an object itself', 'toString', { k1: key(1) }, 'secrets.current'],
    ['an id with a blank', 'k1', { k1: key(1), 'k 2': key(2) }, 'secrets.keys'],
  ])('are refused when there is %s', (_, current, keys, field) => {
    expect(thrown(() => createSealer({ current, keys }))).toMatchObject({ name: 'ConfigError', problems: [{ field }] });
  });

  test('are not shown by a sealer that somebody logs', () => {
    const logged = inspect(createSealer(first), { depth: 10, showHidden: true, getters: true });
    expect(logged).not.toContain(key(1));
    expect(logged).not.toContain(Buffer.alloc(32, 1).toString('hex'));
  });
});

test('C6 no error about a sealed text holds a secret', async () => {
  const sealer = createSealer(rotated);
  const sealed = await sealer.seal(context, secret);
  const parts = sealed.split('.');
  const errors = await Promise.all([
    failure(sealer.open('con-2/credentials', sealed)),
    failure(sealer.open(context, parts.with(3, flipped(parts[3]!)).join('.'))),
    failure(createSealer(first).open(context, sealed)),
    failure(createSealer({ current: 'k2', keys: { k2: key(3) } }).open(context, sealed)),
    failure(sealer.open(context, secret.token)),
  ]);
  for (const error of errors) {
    for (const canary of ['canary', 'con-2', key(1), key(2), parts[3]!]) expect(shown(error)).not.toContain(canary);
  }
});

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new TypeError('this should have failed');
}
