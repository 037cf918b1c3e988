import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { RateLimitError } from '@rollcall/core';
import { askedPauseMs, backoffMs } from '../src/retry-delay.ts';
import { acmeClient, failure, manifest } from './acme.ts';
import { inTurn, json, withServer, type Answer } from './with-server.ts';

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) => {
    json(response, {}, code, headers);
  };
const good: Answer = (response) => {
  json(response, { ok: true });
};

describe('backoff', () => {
  it('doubles, is capped, and is spread over the whole range', () => {
    expect([1, 2, 3, 4].map((attempt) => backoffMs(attempt, 250, 1))).toEqual([250, 500, 1000, 2000]);
    expect(backoffMs(60, 250, 1)).toBe(30_000);
    expect(backoffMs(3, 250, 0.5)).toBe(500);
    expect(backoffMs(3, 250, 0)).toBe(0);
  });
});

describe('the pause that an answer asks for', () => {
  const now = new Date('2026-11-20T10:00:00Z');
  const date = 'Fri, 20 Nov 2026 09:00:00 GMT';
  it.each([
    [{}, undefined],
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': 'in 2040' }, undefined],
    [{ 'retry-after': '-5' }, undefined],
    [{ 'retry-after': '9'.repeat(400) }, undefined],
    [{ 'retry-after': 'Fri, 20 Nov 2026 10:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Fri, 20 Nov 2026 09:00:30 GMT', date }, 30_000],
    [{ 'retry-after': 'Fri, 20 Nov 2026 08:00:00 GMT' }, 0],
  ])('%j is %s ms', (headers, expected) => {
    expect(askedPauseMs(headers as Record<string, string>, undefined, now)).toBe(expected);
  });

  it.each([
    ['seconds', '12', 12_000],
    ['milliseconds', '12', 12],
    ['epoch-seconds', String(now.getTime() / 1000 + 5), 5_000],
    ['epoch-milliseconds', String(now.getTime() + 5), 5],
    ['epoch-seconds', '1', 0],
    ['seconds', 'x', undefined],
    ['seconds', '', undefined],
  ] as const)('in %s: %s', (unit, value, expected) => {
    expect(askedPauseMs({ 'x-reset': value }, { name: 'X-Reset', unit }, now)).toBe(expected);
    expect(askedPauseMs({}, { name: 'X-Reset', unit }, now)).toBeUndefined();
    expect(askedPauseMs({ 'x-reset': value, 'retry-after': '1' }, { name: 'X-Reset', unit }, now)).toBe(1_000);
  });
});

describe('repeating', () => {
  it('pauses a little where no time at all is asked for', async () => {
    const times: number[] = [];
    const server = await withServer((response) => {
      times.push(performance.now());
      json(response, {}, 429, { 'retry-after': '0' });
    });
    const random = vi.spyOn(Math, 'random').mockReturnValue(1);
    onTestFinished(() => {
      random.mockRestore();
    });
    await failure(acmeClient(server.origin, { http: { retries: 2, retryBaseMs: 50 } }).get('/people'));
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(145);
  });

  it.each([undefined, NaN])('the default number of times where that is %s', async (retries) => {
    const server = await withServer(status(502));
    await failure(acmeClient(server.origin, { http: { retries } }).get('/people'));
    expect(server.seen).toHaveLength(5);
  });

  it('four times beside the first, unless said otherwise', async () => {
    const server = await withServer(status(502));
    await failure(acmeClient(server.origin).get('/people'));
    expect(server.seen).toHaveLength(5);
    const other = await withServer(status(502));
    await failure(acmeClient(other.origin, { http: { retries: 0 } }).get('/people'));
    expect(other.seen).toHaveLength(1);
  });

  it('a POST read as well', async () => {
    const server = await withServer(inTurn(status(500), good));
    expect(await acmeClient(server.origin).post('/search', { json: { a: 1 } })).toEqual({ ok: true });
    expect(server.seen.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
  });

  it('never a 401 of typed-in credentials', async () => {
    const server = await withServer(status(401));
    expect(await failure(acmeClient(server.origin).get('/people'))).toMatchObject({ code: 'credentials_rejected' });
    expect(server.seen).toHaveLength(1);
  });

  it.each([429, 503])('a %i waits as long as Retry-After says', async (code) => {
    const server = await withServer(inTurn(status(code, { 'retry-after': '0.15' }), good));
    const start = performance.now();
    await acmeClient(server.origin).get('/people');
    expect(performance.now() - start).toBeGreaterThanOrEqual(150);
  });

  it('a vendor’s own header counts for the limit and not for other failures', async () => {
    const limits = { concurrency: 1, resetHeader: { name: 'X-Reset', unit: 'milliseconds' } } as const;
    const server = await withServer(inTurn(status(500, { 'x-reset': '60000' }), status(429, { 'x-reset': '150' }), good));
    const start = performance.now();
    await acmeClient(server.origin, { manifest: { limits } }).get('/people');
    const took = performance.now() - start;
    expect(took).toBeGreaterThanOrEqual(150);
    expect(took).toBeLessThan(30_000);
  });

  it.each([429, 503])('a %i that asks for too long a pause is thrown at once', async (code) => {
    const server = await withServer(status(code, { 'retry-after': '3600' }));
    const error = await failure(acmeClient(server.origin).get('/people'));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ retryAfterMs: 3_600_000, status: code, retryable: true });
    expect(server.seen).toHaveLength(1);
  });

  it('a vendor that does not say when to come back is left alone for its window, from the second 429 on', async () => {
    const limits = { concurrency: 1, windows: [{ requests: 50, perSeconds: 0.3 }] };
    const server = await withServer(inTurn(status(429), status(429), good));
    const began = performance.now();
    await acmeClient(server.origin, { manifest: { limits } }).get('/people');
    expect(server.seen).toHaveLength(3);
    expect(performance.now() - began).toBeGreaterThan(280);
  });

  it('a storm of 429 ends as rate limited, with what the vendor said last', async () => {
    const server = await withServer(status(429, { 'retry-after': '0' }));
    expect(await failure(acmeClient(server.origin).get('/people'))).toMatchObject({ code: 'rate_limited', retryAfterMs: 0 });
    expect(server.seen).toHaveLength(5);
  });

  it('after a 429 nobody of the tenant asks until the pause is over', async () => {
    const times: number[] = [];
    let first = true;
    let refused = false;
    const errors = {
      describe: () => {
        refused = true;
        return undefined;
      },
    };
    const server = await withServer((response) => {
      times.push(performance.now());
      const limited = first;
      first = false;
      json(response, {}, limited ? 429 : 200, limited ? { 'retry-after': '0.2' } : {});
    });
    const [one, other] = [
      acmeClient(server.origin, { errors, config: { company: 'storm' } }),
      acmeClient(server.origin, { config: { company: 'storm', key: 'other' } }),
    ];
    const begun = one.get('/people');
    await expect.poll(() => times.length).toBe(1);
    await expect.poll(() => refused).toBe(true);
    await Promise.all([begun, other.get('/people'), other.get('/people')]);
    expect(times).toHaveLength(4);
    expect(Math.min(...times.slice(1)) - (times[0] ?? 0)).toBeGreaterThanOrEqual(195);
    expect(manifest.config.company.tenant).toBe(true);
  });
});
