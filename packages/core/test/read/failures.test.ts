import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  AuthError,
  ConfigError,
  IncompleteReadError,
  PermissionError,
  RateLimitError,
  readEmployees,
  ResponseError,
  UnavailableError,
} from '../../src/index.ts';
import { acme, clock, collect, config, createVendor, errorOf, people } from '../support/acme.ts';

const message = 'what happened';
const secret = 'canary-token';

describe('a read that fails in the middle', () => {
  test.each([
    new AuthError({ code: 'consent_revoked', message }),
    new PermissionError({ message }),
    new RateLimitError({ message }),
    new UnavailableError({ code: 'timeout', message }),
    new ResponseError({ code: 'html_login_page', message }),
    new IncompleteReadError({ code: 'cursor_lost', message }),
  ])('throws the $name of the kit as it is, after the people who came before', async (error) => {
    const read = readEmployees(acme(createVendor([people('1', '2'), error])), { config, clock });
    const seen: string[] = [];
    const walk = async (): Promise<void> => {
      for await (const { id } of read) seen.push(id);
    };

    expect(await errorOf(walk())).toBe(error);
    expect(seen).toEqual(['1', '2']);
    expect(await read.report).toMatchObject({ outcome: 'partial', because: message, error, employees: 2, pages: 1, requests: 2 });
  });

  test.each([
    ['a foreign error', new TypeError(secret)],
    ['an error with the token in its properties', Object.assign(new Error(secret), { options: { token: secret } })],
    ['an error with the token as cause', new Error('wrapped', { cause: new Error(secret) })],
  ])('does not leak %s', async (_what, foreign) => {
    const read = readEmployees(acme(createVendor([people('1'), foreign])), { config, clock });
    const error = await errorOf(collect(read));
    const report = await read.report;

    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ code: 'schema_mismatch', vendor: 'acme' });
    expect(report.outcome).toBe('partial');
    expect(inspect([error, report], { depth: null, showHidden: true }) + JSON.stringify([error, report])).not.toContain(secret);
  });

  test.each([[secret], [{ token: secret }], [null], [undefined]])(
    'does not leak %j when it is thrown as it is',
    async (thrown) => {
      const list = async function* () {
        yield await Promise.resolve(people('1'));
        throw thrown;
      };
      const read = readEmployees(acme(createVendor([]), { list }), { config, clock });
      const error = await errorOf(collect(read));

      expect(error).toBeInstanceOf(ResponseError);
      expect(inspect([error, await read.report], { depth: null })).not.toContain(secret);
    },
  );

  test.each([
    [
      'a list that throws at once',
      () => {
        throw new Error(secret);
      },
    ],
    [
      'a list that yields no pages',
      async function* () {
        yield await Promise.resolve(7);
      },
    ],
    [
      'a list that does not say how it ended',
      async function* () {
        yield await Promise.resolve(people('1'));
      },
    ],
  ])('%s is a failed read, never a complete one', async (_what, list) => {
    const read = readEmployees(acme(createVendor([]), { list: list as never }), { config, clock });

    expect(await errorOf(collect(read))).toBeInstanceOf(ResponseError);
    expect(await read.report).toMatchObject({ outcome: 'partial', error: { code: 'schema_mismatch' } });
  });

  test('on its first page has nobody and no permission gaps', async () => {
    const read = readEmployees(acme(createVendor([new AuthError({ code: 'token_expired', message })])), { config, clock });
    await errorOf(collect(read));

    expect(await read.report).toMatchObject({ outcome: 'partial', employees: 0, records: 0, pages: 0, permissionGaps: [] });
  });

  test('leaves no unhandled rejection behind when nobody asks for the page that failed', async () => {
    const read = readEmployees(acme(createVendor([people('1'), new Error(secret)])), { config, clock });
    const pages = read.pages()[Symbol.asyncIterator]();
    await pages.next();
    await pages.return?.();

    expect(await read.report).toMatchObject({ outcome: 'partial', because: 'the read was left before its end' });
  });
});

describe('an error of the platform itself', () => {
  test('in onProgress is thrown as it is and not blamed on the vendor', async () => {
    const mine = new Error('my own');
    const onProgress = (): void => {
      throw mine;
    };
    const read = readEmployees(acme(createVendor([people('1')])), { config, clock, onProgress });

    expect(await errorOf(collect(read))).toBe(mine);
    expect((await read.report).outcome).toBe('partial');
  });
});

test('a bad config is refused at once, before anything is walked', () => {
  const vendor = createVendor([]);

  expect(() => readEmployees(acme(vendor), { config: { token: secret } })).toThrow(ConfigError);
  expect(() => readEmployees(acme(vendor), { config: { token: secret } })).not.toThrow(secret);
  expect(vendor.connected).toEqual([]);
});
