import { describe, expect, test } from 'vitest';
import { proven, readEmployees } from '../../src/index.ts';
import { acme, clock, collect, config, createVendor, errorOf, people, settled } from '../support/acme.ts';

const threePages = [people('1'), people('2'), people('3')];
const reason = new Error('the platform shuts down');

describe('a read that is aborted', () => {
  test('before it begins asks for nothing and throws the reason', async () => {
    const vendor = createVendor(threePages);
    const read = readEmployees(acme(vendor), { config, clock, signal: AbortSignal.abort(reason) });

    expect(await errorOf(collect(read))).toBe(reason);
    expect(vendor.asked).toEqual([]);
    expect(await read.report).toMatchObject({ outcome: 'partial', because: 'the read was aborted', error: undefined });
  });

  test('between two pages hands out nothing more', async () => {
    const stop = new AbortController();
    const vendor = createVendor(threePages);
    const read = readEmployees(acme(vendor), { config, clock, signal: stop.signal });
    const seen: string[] = [];
    const walk = async (): Promise<void> => {
      for await (const { id } of read) {
        seen.push(id);
        await settled();
        stop.abort(reason);
      }
    };

    expect(await errorOf(walk())).toBe(reason);
    expect(seen).toEqual(['1']);
    expect(vendor.asked).toEqual([0, 1]);
    expect(await read.report).toMatchObject({ outcome: 'partial', employees: 1, because: 'the read was aborted' });
  });

  test('while a page is on its way throws the reason, not what the vendor answered', async () => {
    const stop = new AbortController();
    const vendor = createVendor([people('1'), new Error('canary')], (page) => {
      if (page === 1) stop.abort(reason);
      return Promise.resolve();
    });
    const read = readEmployees(acme(vendor), { config, clock, signal: stop.signal });

    expect(await errorOf(collect(read))).toBe(reason);
    expect(await read.report).toMatchObject({ outcome: 'partial', because: 'the read was aborted', error: undefined });
  });

  test('during its last page is not complete', async () => {
    const stop = new AbortController();
    const vendor = createVendor([people('1')]);
    const read = readEmployees(acme(vendor), { config, clock, signal: stop.signal });
    const walk = async (): Promise<void> => {
      for await (const page of read.pages()) {
        expect(page.employees).toHaveLength(1);
        stop.abort(reason);
      }
    };

    expect(await errorOf(walk())).toBe(reason);
    expect((await read.report).outcome).toBe('partial');
  });

  test('reaches the connector while it waits', async () => {
    const stop = new AbortController();
    const list = async function* ({ signal }: { signal: AbortSignal }) {
      yield people('1');
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('canary'));
        });
      });
      return proven({ by: 'single_answer', detail: 'all in one' });
    };
    const read = readEmployees(acme(createVendor([]), { list }), { config, clock, signal: stop.signal });
    const walk = errorOf(collect(read));
    await settled();
    stop.abort(reason);

    expect(await walk).toBe(reason);
  });

  test('after its end stays complete', async () => {
    const stop = new AbortController();
    const read = readEmployees(acme(createVendor(threePages)), { config, clock, signal: stop.signal });
    await collect(read);
    stop.abort(reason);

    expect((await read.report).outcome).toBe('complete');
  });
});
