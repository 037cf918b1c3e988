import { describe, expect, test } from 'vitest';
import { IncompleteReadError, readChanges, ResponseError, type Change, type ChangesResult } from '../../src/index.ts';
import { acme, clock, config, createVendor, errorOf, type AcmeDefinition } from '../support/acme.ts';

type Changes = NonNullable<AcmeDefinition['changes']>;

const ann: Change = { id: '1', kind: 'changed' };
const bob: Change = { id: '2', kind: 'deleted' };

const ask = (changes: Changes, cursor: string | null = null, signal?: AbortSignal): Promise<ChangesResult> =>
  readChanges(acme(createVendor([]), { changes }), cursor, signal === undefined ? { config, clock } : { config, clock, signal });

describe('readChanges', () => {
  test.each([undefined, new AbortController().signal])('ends its connection, and not what it was given', async (signal) => {
    const vendor = createVendor([]);
    const feed: Changes = async function* () {
      yield await Promise.resolve([ann]);
      return 'next';
    };
    await readChanges(
      acme(vendor, { changes: feed }),
      null,
      signal === undefined ? { config, clock } : { config, clock, signal },
    );

    expect(vendor.connected[0]?.signal.aborted).toBe(true);
    expect(signal?.aborted ?? false).toBe(false);
  });

  test('gives all pages and the next cursor', async () => {
    const feed: Changes = async function* () {
      yield await Promise.resolve([ann]);
      yield [];
      yield [bob];
      return 'next';
    };

    expect(await ask(feed)).toEqual({ changes: [ann, bob], cursor: 'next' });
  });

  test.each([null, 'cursor-7'])('hands the cursor %j on as it is', async (cursor) => {
    const seen: unknown[] = [];
    const feed: Changes = async function* (_context, given) {
      seen.push(given);
      yield await Promise.resolve([]);
      return 'next';
    };
    await ask(feed, cursor);

    expect(seen).toEqual([cursor]);
  });

  test('passes a lost cursor as it is and hides foreign errors', async () => {
    const lost = new IncompleteReadError({ code: 'cursor_lost', message: 'start again' });
    const failing = (error: unknown): Changes =>
      async function* () {
        yield await Promise.resolve([ann]);
        throw error;
      };
    const foreign = await errorOf(ask(failing(new Error('canary'))));

    expect(await errorOf(ask(failing(lost)))).toBe(lost);
    expect(foreign).toBeInstanceOf(ResponseError);
    expect(JSON.stringify(foreign)).not.toContain('canary');
  });

  test('throws the reason when it was aborted', async () => {
    const stop = new AbortController();
    const reason = new Error('the platform shuts down');
    const feed: Changes = async function* () {
      yield await Promise.resolve([ann]);
      stop.abort(reason);
      throw new Error('canary');
    };

    expect(await errorOf(ask(feed, null, stop.signal))).toBe(reason);
  });

  test('walks no further once it was aborted, whether the feed listens or not', async () => {
    const stop = new AbortController();
    const reason = new Error('the platform shuts down');
    let pages = 0;
    const feed: Changes = async function* () {
      for (; pages < 5; pages += 1) {
        yield await Promise.resolve([ann]);
        stop.abort(reason);
      }
      return 'next';
    };

    expect(await errorOf(ask(feed, null, stop.signal))).toBe(reason);
    expect(pages).toBeLessThan(5);
  });

  test('gives the feed a client, and look-ups to leave out', async () => {
    const seen: unknown[] = [];
    const feed: Changes = async function* (context) {
      await context.http.get('/people', { query: { page: 0 } });
      context.warn('nobody listens');
      seen.push(context.wants('id'), context.wants('department'));
      yield [];
      return 'next';
    };
    await ask(feed);

    expect(seen).toEqual([true, false]);
  });

  test('is refused where the vendor has no feed', async () => {
    expect(await errorOf(readChanges(acme(createVendor([])), null, { config }))).toMatchObject({
      code: 'capability_missing',
      vendor: 'acme',
    });
  });

  test('takes the system clock where none is given', async () => {
    const feed: Changes = async function* ({ now }) {
      yield await Promise.resolve([]);
      return now.toISOString();
    };
    const { cursor } = await readChanges(acme(createVendor([]), { changes: feed }), null, { config });

    expect(Date.parse(cursor)).toBeGreaterThan(Date.parse('2024-01-01'));
  });
});
