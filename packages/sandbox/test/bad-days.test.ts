import { describe, expect, test } from 'vitest';
import { badDayNames, badDays, badDaysOf, createTwin, startSandbox, type BadDay } from '../src/index.ts';
import { acmeSandbox } from './acme-sandbox.ts';
import { ask, brokenOff, logIn, outcome, startAcme } from './sandbox-support.ts';

const pages = [1, 2, 2, 3].map((page) => `/people?page=${page}`);

/** Pages 1, 2, 2 again and 3 under a bad day that begins at the second page. */
async function live(badDay: BadDay) {
  const sandbox = await startAcme({ badDay, at: 2 });
  const token = await logIn(sandbox);
  const good = await startAcme();
  const goodToken = await logIn(good);
  const [expected, got]: [unknown[], Awaited<ReturnType<typeof outcome>>[]] = [[], []];
  for (const path of pages) {
    expected.push(await outcome(good, goodToken, path));
    got.push(await outcome(sandbox, token, path));
  }
  return { expected, got, statuses: got.map((each) => (each === 'failed' ? each : each.status)), sandbox };
}

const statuses: Readonly<Record<BadDay, readonly (number | 'failed')[]>> = {
  cutPage: [200, 'failed', 'failed', 200],
  emptyPage: [200, 200, 200, 200],
  repeatedPage: [200, 200, 200, 200],
  unauthorisedInTheMiddle: [200, 401, 401, 401],
  rateLimitStorm: [200, 429, 429, 429],
  rateLimitOnce: [200, 429, 200, 200],
  serverError: [200, 500, 500, 500],
  serverErrorOnce: [200, 500, 200, 200],
  htmlWith200: [200, 200, 200, 200],
  truncatedJson: [200, 200, 200, 200],
  slow: [200, 'failed', 'failed', 200],
  missingPermission: [200, 200, 200, 200],
  forbidden: [200, 403, 403, 200],
  notFound: [200, 404, 404, 200],
  errorIn200: [200, 200, 200, 200],
};

describe('bad days over a real socket', () => {
  test.each(badDayNames)('%s', async (badDay) => {
    const { expected, got, sandbox, statuses: seen } = await live(badDay);
    expect(seen).toEqual(statuses[badDay]);
    const struck = expected.map((answer, index) => JSON.stringify(answer) !== JSON.stringify(got[index])).filter(Boolean).length;
    expect(sandbox.counts.faults).toBe(struck);
    expect(struck).toBeGreaterThan(0);
    expect(sandbox.failures).toEqual([]);
  });

  test('cutPage promises the full length and breaks off in the middle', async () => {
    const sandbox = await startAcme({ badDay: 'cutPage' });
    const { promised, received } = await brokenOff(sandbox, await logIn(sandbox), '/people');
    expect(received).toBe(Math.floor(promised / 2));
    expect(received).toBeGreaterThan(100);
  });

  test('emptyPage holds nobody but goes on', async () => {
    const { got } = await live('emptyPage');
    expect(got[1]).toEqual({ status: 200, body: '{"people":[],"next":"https://api.acme.example/people?page=3"}' });
  });

  test('repeatedPage is the page before, and nothing at the first page', async () => {
    const { got } = await live('repeatedPage');
    expect([got[1], got[2]]).toEqual([got[0], got[0]]);
    const sandbox = await startAcme({ badDay: 'repeatedPage', at: 1 });
    expect(await outcome(sandbox, await logIn(sandbox), '/people')).toEqual(got[0]);
  });

  test('truncatedJson has a length that fits and cannot be parsed', async () => {
    const { got, expected } = await live('truncatedJson');
    const { body } = got[1] as { readonly body: string };
    expect((expected[1] as { readonly body: string }).body.startsWith(body)).toBe(true);
    expect(() => JSON.parse(body) as unknown).toThrow();
  });

  test('htmlWith200 is a log-in page', async () => {
    const sandbox = await startAcme({ badDay: 'htmlWith200' });
    const answer = await ask(sandbox, await logIn(sandbox), '/people');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('unauthorisedInTheMiddle refuses new tokens too, and details', async () => {
    const sandbox = await startAcme({ badDay: 'unauthorisedInTheMiddle' });
    await outcome(sandbox, await logIn(sandbox), '/people');
    const fresh = await logIn(sandbox);
    expect(await outcome(sandbox, fresh, '/people?page=2')).toMatchObject({ status: 401 });
    expect(await outcome(sandbox, fresh, "/odata/Person('1003')")).toMatchObject({ status: 401 });
  });

  test('missingPermission is the vendor’s own behaviour, by route', async () => {
    const sandbox = await startAcme({ badDay: 'missingPermission', at: 4 });
    const token = await logIn(sandbox);
    expect((await outcome(sandbox, token, '/people')) as { body: string }).toMatchObject({
      body: expect.not.stringContaining('email') as string,
    });
    expect(await outcome(sandbox, token, "/odata/Person('1003')")).toMatchObject({ status: 403 });
  });

  test('rateLimitOnce tells when to come back', async () => {
    const sandbox = await startAcme({ badDay: 'rateLimitOnce', retryAfterSeconds: 1 });
    const answer = await ask(sandbox, await logIn(sandbox), '/people');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
  });

  test('may hit details instead of pages', async () => {
    const sandbox = await startAcme({ badDay: 'notFound', on: 'detail', at: 2 });
    const token = await logIn(sandbox);
    const paths = ['/people', "/odata/Person('1003')", "/odata/Person('1004')", '/people?page=2'];
    const seen = [];
    for (const path of paths) seen.push((await ask(sandbox, token, path)).status);
    expect(seen).toEqual([200, 200, 404, 200]);
  });

  test('can be switched while running, counting anew each time', async () => {
    const sandbox = await startAcme();
    const token = await logIn(sandbox);
    const read = async () => (await ask(sandbox, token, '/people')).status;
    expect(await read()).toBe(200);
    sandbox.badDay('serverErrorOnce', { at: 2 });
    expect([await read(), await read(), await read()]).toEqual([200, 500, 200]);
    sandbox.badDay('serverError');
    expect([await read(), await read()]).toEqual([500, 500]);
    sandbox.badDay(null);
    expect(await read()).toBe(200);
  });

  test('a refused caller is not counted as having asked for a page', async () => {
    const sandbox = await startAcme({ badDay: 'serverErrorOnce', at: 1 });
    expect((await ask(sandbox, 'nonsense', '/people')).status).toBe(401);
    expect((await ask(sandbox, await logIn(sandbox), '/people')).status).toBe(500);
  });
});

describe('choosing a bad day', () => {
  test('each has a line of its own', () => {
    expect(new Set(Object.values(badDays)).size).toBe(badDayNames.length);
  });

  test('a vendor that answers in one piece is hit at its only page', async () => {
    const definition = { ...acmeSandbox, singlePage: true };
    const sandbox = await startSandbox(definition, { twin: createTwin({ size: 8 }), badDay: 'forbidden', at: 3 });
    expect((await ask(sandbox, await logIn(sandbox), '/people')).status).toBe(403);
    expect(badDaysOf(definition)).not.toContain('repeatedPage');
    await sandbox.close();
  });

  test('bad options are named, with what is allowed', async () => {
    const sandbox = await startAcme();
    const wrong = (name: string, options: object) => () => {
      sandbox.badDay(name as BadDay, options);
    };
    expect(wrong('sunny', {})).toThrow(/badDay is not one of those of acme: cutPage, emptyPage/);
    expect(wrong('cutPage', { at: 0 })).toThrow(/at is not a whole number from 1/);
    expect(wrong('cutPage', { on: 'weekend' })).toThrow(/on is not one of page, detail, lookup, token/);
    await expect(startAcme({ latencyMs: -1 })).rejects.toThrow(/latencyMs/);
    await expect(startAcme({ badDay: 'rain' as BadDay })).rejects.toMatchObject({ code: 'config_invalid' });
  });

  test('a vendor without errors in 200 has no such day', async () => {
    const { errorIn200, ...answers } = acmeSandbox.answers;
    const definition = { ...acmeSandbox, answers };
    expect(errorIn200).toBeDefined();
    expect(badDaysOf(definition)).toEqual(badDayNames.filter((name) => name !== 'errorIn200'));
    await expect(startSandbox(definition, { twin: createTwin({ size: 8 }), badDay: 'errorIn200' })).rejects.toThrow(/badDay/);
  });
});
