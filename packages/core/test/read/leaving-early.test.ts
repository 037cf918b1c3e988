import { describe, expect, test } from 'vitest';
import { proven, readEmployees, type EmployeeRead } from '../../src/index.ts';
import { acme, clock, collect, config, createVendor, errorOf, people, settled } from '../support/acme.ts';

const threePages = [people('1', '2'), people('3', '4'), people('5')];

async function leaveAfterFirst(read: EmployeeRead): Promise<void> {
  for await (const { id } of read) if (id === '1') break;
}

describe('a read that is left before its end', () => {
  test('is partial, without an error', async () => {
    const read = readEmployees(acme(createVendor(threePages)), { config, clock });
    await leaveAfterFirst(read);

    expect(await read.report).toMatchObject({
      outcome: 'partial',
      because: 'the read was left before its end',
      error: undefined,
    });
  });

  test('stops the source: no page is asked for afterwards, and it may clean up', async () => {
    const vendor = createVendor(threePages);
    let cleanedUp = false;
    const list = async function* ({ http }: { http: { get(path: string, options: object): Promise<unknown> } }) {
      try {
        for (let page = 0; page < threePages.length; page += 1) {
          await http.get('/people', { query: { page } });
          yield threePages[page]!;
        }
      } finally {
        cleanedUp = true;
      }
      return proven({ by: 'single_answer', detail: 'all' });
    };
    await leaveAfterFirst(readEmployees(acme(vendor, { list }), { config, clock }));
    await settled();

    expect(vendor.asked).toEqual([0, 1]);
    expect(cleanedUp).toBe(true);
  });

  test('aborts the request that is on its way', async () => {
    let aborted = false;
    const list = async function* ({ signal }: { signal: AbortSignal }) {
      yield people('1');
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          aborted = true;
          reject(new Error('canary'));
        });
      });
      return proven({ by: 'single_answer', detail: 'all' });
    };
    const read = readEmployees(acme(createVendor([]), { list }), { config, clock });
    await leaveAfterFirst(read);

    expect(aborted).toBe(true);
    expect(await read.report).toMatchObject({ outcome: 'partial', because: 'the read was left before its end' });
  });

  test('after the very last person, before the end was seen, is partial all the same', async () => {
    const read = readEmployees(acme(createVendor([people('1')])), { config, clock });
    await leaveAfterFirst(read);

    expect((await read.report).outcome).toBe('partial');
  });

  test('by an error of the walker throws that error and settles the report', async () => {
    const mine = new Error('my own');
    const read = readEmployees(acme(createVendor(threePages)), { config, clock });
    const walk = async (): Promise<void> => {
      for await (const { id } of read) if (id === '1') throw mine;
    };

    expect(await errorOf(walk())).toBe(mine);
    expect(await read.report).toMatchObject({ outcome: 'partial', error: undefined });
  });

  test('is not disturbed by a source that fails while it cleans up', async () => {
    const list = async function* () {
      try {
        yield await Promise.resolve(people('1'));
        yield people('2');
      } finally {
        throw new Error('canary');
      }
      return proven({ by: 'single_answer', detail: 'all' });
    };
    const read = readEmployees(acme(createVendor([]), { list }), { config, clock });

    await expect(leaveAfterFirst(read)).resolves.toBeUndefined();
    expect((await read.report).outcome).toBe('partial');
  });

  test('cannot be walked a second time, in whatever way', async () => {
    const read = readEmployees(acme(createVendor(threePages)), { config, clock });
    await leaveAfterFirst(read);

    for (const again of [read, read.pages()]) {
      const error = await errorOf(collect<unknown>(again));
      expect(error).toMatchObject({ name: 'IncompleteReadError', code: 'not_complete', vendor: 'acme' });
    }
  });
});

test('walking twice does not spoil the report of the first walk', async () => {
  const read = readEmployees(acme(createVendor(threePages)), { config, clock });
  const first = collect(read);
  await errorOf(collect(read.pages()));

  expect(await first).toHaveLength(5);
  expect((await read.report).outcome).toBe('complete');
});
