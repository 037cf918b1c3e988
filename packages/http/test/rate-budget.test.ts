import { afterEach, describe, expect, it } from 'vitest';
import { budgetKey } from '../src/budget/budget-key.ts';
import { RateBudget } from '../src/budget/rate-budget.ts';
import { rateBudget } from '../src/budget/rate-budgets.ts';
import { forgetRateBudgets } from '../src/index.ts';
import { acmeClient, manifest } from './acme.ts';
import { json, withServer } from './with-server.ts';

const { signal } = new AbortController();
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

afterEach(forgetRateBudgets);

/** Enters and notes that it has. */
function enter(budget: RateBudget, log: string[], name: string, endpoint = 'GET /a', withinAnother = false) {
  return budget.enter({ endpoint, signal, withinAnother }).then((leave) => {
    log.push(name);
    return leave;
  });
}

describe('concurrency', () => {
  it('lets so many in, the others in their order', async () => {
    const budget = new RateBudget({ concurrency: 2 });
    const log: string[] = [];
    const first = enter(budget, log, 'a');
    const rest = ['b', 'c', 'd'].map((name) => enter(budget, log, name));
    await soon();
    expect(log).toEqual(['a', 'b']);
    const leave = await first;
    leave();
    leave();
    await soon();
    expect(log).toEqual(['a', 'b', 'c']);
    (await rest[0]!)();
    await soon();
    expect(log).toEqual(['a', 'b', 'c', 'd']);
  });

  it('a log-in within a request needs no place of its own and goes first', async () => {
    const budget = new RateBudget({ concurrency: 1 });
    const log: string[] = [];
    const leave = await enter(budget, log, 'read');
    void enter(budget, log, 'waiting');
    (await enter(budget, log, 'login', 'POST /token', true))();
    expect(log).toEqual(['read', 'login']);
    leave();
    await soon();
    expect(log).toEqual(['read', 'login', 'waiting']);
  });

  it('who gives up waits no longer and holds nobody up', async () => {
    const budget = new RateBudget({ concurrency: 1 });
    const log: string[] = [];
    const leave = await enter(budget, log, 'a');
    const stop = new AbortController();
    const gone = budget.enter({ endpoint: 'GET /a', signal: stop.signal });
    const next = enter(budget, log, 'c');
    stop.abort('enough');
    await expect(gone).rejects.toBe('enough');
    await expect(budget.enter({ endpoint: 'GET /a', signal: stop.signal })).rejects.toBe('enough');
    leave();
    (await next)();
    expect(log).toEqual(['a', 'c']);
    expect(budget.idle).toBe(true);
  });
});

describe('windows', () => {
  it('let so many start in their time, without delay below it', async () => {
    const budget = new RateBudget({ concurrency: 100, windows: [{ requests: 3, perSeconds: 0.2 }] });
    const start = performance.now();
    const times = await Promise.all(
      Array.from({ length: 7 }, async () => {
        (await budget.enter({ endpoint: 'GET /a', signal }))();
        return performance.now() - start;
      }),
    );
    const [, , , fourth, , , seventh] = times.toSorted((a, b) => a - b);
    expect(fourth).toBeGreaterThanOrEqual(200);
    expect(seventh).toBeGreaterThanOrEqual(400);
  });

  it('count the endpoints they name, and do not hold up others', async () => {
    const budget = new RateBudget({ concurrency: 100, windows: [{ requests: 1, perSeconds: 60, endpoints: ['GET /a'] }] });
    const log: string[] = [];
    void enter(budget, log, 'a1');
    const stop = new AbortController();
    const held = budget.enter({ endpoint: 'GET /a', signal: stop.signal });
    const alsoHeld = budget.enter({ endpoint: 'GET /a', signal: stop.signal });
    void enter(budget, log, 'b', 'GET /b');
    await soon();
    expect(log).toEqual(['a1', 'b']);
    stop.abort('enough');
    await expect(held).rejects.toBe('enough');
    await expect(alsoHeld).rejects.toBe('enough');
  });

  it('a pause stops everyone, and a shorter one does not end it', async () => {
    const budget = new RateBudget({ concurrency: 100 });
    const start = performance.now();
    budget.pause(100);
    budget.pause(1);
    await budget.enter({ endpoint: 'GET /a', signal });
    expect(performance.now() - start).toBeGreaterThanOrEqual(100);
  });
});

describe('budgets of the process', () => {
  it('are shared by connections of one tenant, and by those only', () => {
    const key = (config: Record<string, unknown>, origins?: Record<string, string>) => budgetKey(manifest, config, origins);
    expect(key({ company: 'a', key: '1' })).toBe(key({ company: 'a', key: '2' }));
    expect(key({ company: 'a' })).not.toBe(key({ company: 'b' }));
    expect(key({ company: 'a' })).not.toBe(key({ company: 'a' }, { 'https://api.acme.example': 'http://127.0.0.1:1' }));
    const unmarked = { ...manifest, config: { key: manifest.config.key } };
    expect(budgetKey(unmarked, { key: 'canary' })).not.toBe(budgetKey(unmarked, { key: 'other' }));
    expect(budgetKey(unmarked, { key: 'canary' })).not.toContain('canary');
  });

  it('are kept while they matter and dropped when they do not', async () => {
    const plain = { concurrency: 1 };
    const busy = rateBudget('busy', plain);
    const leave = await busy.enter({ endpoint: 'GET /a', signal });
    const counted = rateBudget('counted', { concurrency: 1, windows: [{ requests: 5, perSeconds: 60 }] });
    (await counted.enter({ endpoint: 'GET /a', signal }))();
    const paused = rateBudget('paused', plain);
    paused.pause(60_000);
    const idle = rateBudget('idle', plain);
    rateBudget('new', plain);
    expect(rateBudget('busy', plain)).toBe(busy);
    expect(rateBudget('counted', plain)).toBe(counted);
    expect(rateBudget('paused', plain)).toBe(paused);
    expect(rateBudget('idle', plain)).not.toBe(idle);
    leave();
  });

  it('bound what clients of one tenant have under way', async () => {
    let open = 0;
    let most = 0;
    const server = await withServer((response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open -= 1;
        json(response, {});
      }, 5);
    });
    const clients = [1, 2].map(() =>
      acmeClient(server.origin, { config: { company: 'shared' }, manifest: { limits: { concurrency: 3 } } }),
    );
    await Promise.all(clients.flatMap((http) => Array.from({ length: 10 }, () => http.get('/people'))));
    expect(most).toBe(3);
    expect(server.seen).toHaveLength(20);
  });
});
