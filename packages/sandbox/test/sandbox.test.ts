import { connect } from 'node:net';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { createTwin, startSandbox } from '../src/index.ts';
import { acmeSandbox } from './acme-sandbox.ts';
import { ask, logIn, startAcme } from './sandbox-support.ts';

describe('startSandbox', () => {
  test('serves every page, links on the vendor’s own origin', async () => {
    const sandbox = await startAcme();
    const token = await logIn(sandbox);
    const ids: number[] = [];
    for (let path: string | undefined = '/people'; path !== undefined;) {
      const page = (await (await ask(sandbox, token, path)).json()) as { people: { id: number }[]; next: string | null };
      ids.push(...page.people.map(({ id }) => id));
      path = page.next?.replace('https://api.acme.example', '');
    }
    expect(ids).toEqual(sandbox.twin.people.map(({ id }) => id));
    expect(sandbox.counts).toMatchObject({ token: 1, page: 5, total: 6, faults: 0 });
    expect(sandbox.failures).toEqual([]);
  });

  test('gives what a connector needs to reach it, with its types', async () => {
    const sandbox = await startSandbox(acmeSandbox, { twin: createTwin({ size: 8 }) });
    expectTypeOf(sandbox.config).toEqualTypeOf<{ apiKey: string }>();
    expect(sandbox.config.apiKey).toBe('sandbox-key');
    for (const address of Object.values(sandbox.origins)) expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await sandbox.close();
  });

  test('fills in path parameters, inside a segment too, and reads bodies', async () => {
    const sandbox = await startAcme();
    const token = await logIn(sandbox);
    expect(await (await ask(sandbox, token, "/odata/Person('1003')")).json()).toMatchObject({ id: 1003 });
    const echo = await ask(sandbox, token, '/echo/a%20b/c?x=1', { method: 'POST', body: '{"y":2}' });
    expect(await echo.json()).toEqual({ params: { what: 'a b', more: 'c' }, body: { y: 2 } });
  });

  test('asks for the token everywhere but where it is given out', async () => {
    const sandbox = await startAcme();
    expect((await ask(sandbox, 'nonsense', '/people')).status).toBe(401);
    expect((await ask(sandbox, await logIn(sandbox), '/people')).status).toBe(200);
  });

  test('a route bound to an origin exists only there, and an unknown path is not found', async () => {
    const sandbox = await startAcme();
    expect((await ask(sandbox, '', '/token', { method: 'POST' })).status).toBe(404);
    expect((await ask(sandbox, '', '/nowhere')).status).toBe(404);
    expect(sandbox.counts.unknown).toBe(2);
  });

  test('remembers requests without queries, headers or bodies', async () => {
    const sandbox = await startAcme();
    await ask(sandbox, await logIn(sandbox), "/odata/Person('1003')?apiKey=sandbox-key");
    expect(sandbox.requests).toEqual([
      { method: 'POST', path: '/token', status: 200 },
      { method: 'GET', path: "/odata/Person('{id}')", status: 200 },
    ]);
  });

  test('a handler that throws shows, instead of looking like the vendor', async () => {
    const sandbox = await startAcme();
    const answer = await ask(sandbox, await logIn(sandbox), '/broken');
    expect([answer.status, await answer.text()]).toEqual([500, 'The sandbox failed: TypeError: a handler is wrong']);
    expect(sandbox.failures).toHaveLength(1);
  });

  test('prepared pages are made anew when the twin lives on', async () => {
    const sandbox = await startAcme();
    const token = await logIn(sandbox);
    const read = async () => (await ask(sandbox, token, '/people?page=6')).text();
    expect(await read()).toBe('{"people":[],"next":null}');
    sandbox.twin.advance(365);
    expect(await read()).toContain('1101');
  });

  test('two sandboxes side by side do not touch each other, even over one twin', async () => {
    const twin = createTwin({ size: 100 });
    const [one, other] = await Promise.all([startAcme({ twin }), startAcme({ twin, badDay: 'serverError' })]);
    const [token, otherToken] = await Promise.all([logIn(one), logIn(other)]);
    expect((await ask(one, token, '/people')).status).toBe(200);
    expect((await ask(other, otherToken, '/people')).status).toBe(500);
    expect([one.counts.page, other.counts.page, one.counts.faults, other.counts.faults]).toEqual([1, 1, 0, 1]);
  });

  test('keeps to the rate limit and says when to come back', async () => {
    const sandbox = await startAcme({ limit: { requests: 2, perSeconds: 60 } });
    const token = await logIn(sandbox);
    const answers = [
      await ask(sandbox, token, '/people'),
      await ask(sandbox, token, '/people'),
      await ask(sandbox, token, '/people'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]?.headers.get('retry-after')).toBe('60');
    expect((await ask(sandbox, token, '/nowhere')).status).toBe(404);
  });

  test('a rate limit may count some paths only, and its window ends', async () => {
    const sandbox = await startAcme({ limit: { requests: 1, perSeconds: 0.05, paths: ['/people'] } });
    const token = await logIn(sandbox);
    const statuses = async (path: string) => [(await ask(sandbox, token, path)).status, (await ask(sandbox, token, path)).status];
    expect(await statuses("/odata/Person('1003')")).toEqual([200, 200]);
    expect(await statuses('/people')).toEqual([200, 429]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await ask(sandbox, token, '/people')).status).toBe(200);
  });

  test('latency holds every answer back', async () => {
    const sandbox = await startAcme({ latencyMs: 40 });
    const begun = performance.now();
    await logIn(sandbox);
    expect(performance.now() - begun).toBeGreaterThan(35);
  });

  test('close cuts idle and waiting connections at once and leaves nothing open', async () => {
    const servers = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
    const before = servers();
    const sandbox = await startSandbox(acmeSandbox, { twin: createTwin({ size: 8 }), badDay: 'slow' });
    expect(servers()).toBe(before + 2);
    const { port } = new URL(sandbox.origins['https://api.acme.example'] ?? '');
    const idle = connect(Number(port), '127.0.0.1');
    await new Promise((resolve) => idle.once('connect', resolve));
    const idleEnds = new Promise((resolve) => idle.once('close', resolve));
    const held = ask(sandbox, await logIn(sandbox), '/people').catch(() => 'cut');
    while (sandbox.counts.faults === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await sandbox.close();
    expect(await held).toBe('cut');
    await idleEnds;
    expect(servers()).toBe(before);
    await expect(fetch(`http://127.0.0.1:${port}/people`)).rejects.toThrow();
  });
});
