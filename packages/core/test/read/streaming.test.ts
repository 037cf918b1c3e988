import { describe, expect, test } from 'vitest';
import { readEmployees } from '../../src/index.ts';
import { acme, clock, collect, config, createVendor, people, settled } from '../support/acme.ts';

const fivePages = [people('1', '2'), people('3', '4'), people('5', '6'), people('7', '8'), people('9')];

describe('a read streams', () => {
  test('everybody comes, in the order of the vendor', async () => {
    const read = readEmployees(acme(createVendor(fivePages)), { config, clock });

    expect((await collect(read)).map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  test('nothing is asked for until somebody walks', async () => {
    const vendor = createVendor(fivePages);
    readEmployees(acme(vendor), { config, clock });
    await settled();

    expect(vendor.asked).toEqual([]);
  });

  test('the next page is on its way while one is used, and never more than that', async () => {
    const vendor = createVendor(fivePages);
    const pages = readEmployees(acme(vendor), { config, clock }).pages()[Symbol.asyncIterator]();

    for (let used = 1; used < fivePages.length; used += 1) {
      await pages.next();
      await settled();
      expect(vendor.asked).toEqual(Array.from({ length: used + 1 }, (_, page) => page));
    }
    await pages.return?.();
  });

  test('a page is handed out while the next one is still held up', async () => {
    const gate = Promise.withResolvers<undefined>();
    const vendor = createVendor(fivePages, (page) => (page === 1 ? gate.promise : Promise.resolve()).then(() => undefined));
    const pages = readEmployees(acme(vendor), { config, clock }).pages()[Symbol.asyncIterator]();

    const first = await pages.next();
    expect((first.value as { employees: unknown[] }).employees).toHaveLength(2);
    expect(vendor.asked).toEqual([0, 1]);

    let second: unknown;
    const coming = pages.next().then((result) => {
      second = result;
    });
    await settled();
    expect(second).toBeUndefined();
    gate.resolve(undefined);
    await coming;
    expect(second).toMatchObject({ value: { employees: [{ id: '3' }, { id: '4' }] } });
    await pages.return?.();
  });

  test('walking by employee reads one page ahead too: the whole company is never held', async () => {
    const vendor = createVendor(Array.from({ length: 50 }, (_, page) => people(`a${page}`, `b${page}`)));
    let used = 0;
    for await (const { id } of readEmployees(acme(vendor), { config, clock })) {
      await settled();
      used += id.startsWith('a') ? 1 : 0;
      expect(vendor.asked.length).toBeLessThanOrEqual(used + 1);
    }
    expect(used).toBe(50);
  });

  test('by page and by employee are the same people', async () => {
    const byPage = await collect(readEmployees(acme(createVendor(fivePages)), { config, clock }).pages());
    const byEmployee = await collect(readEmployees(acme(createVendor(fivePages)), { config, clock }));

    expect(byPage).toHaveLength(5);
    expect(byPage.flatMap(({ employees }) => employees)).toEqual(byEmployee);
  });

  test('an empty page is a page, and an empty company is a company', async () => {
    const read = readEmployees(acme(createVendor([people('1'), [], people('2')])), { config, clock });
    const empty = readEmployees(acme(createVendor([[]])), { config, clock });

    expect(await collect(read)).toHaveLength(2);
    expect(await collect(empty)).toEqual([]);
    expect((await read.report).pages).toBe(3);
    expect(await empty.report).toMatchObject({ outcome: 'complete', employees: 0, permissionGaps: [] });
  });

  test('the connector is given the checked config, the clock and the tuning', async () => {
    const vendor = createVendor([[]]);
    const http = { retries: 0 };
    await collect(readEmployees(acme(vendor), { config: { token: ' tok-1234 ' }, clock, http }));

    expect(vendor.connected).toHaveLength(1);
    expect(vendor.connected[0]).toMatchObject({ config: { token: 'tok-1234' }, platform: {}, http });
    expect(vendor.connected[0]?.now()).toEqual(clock.now());
  });

  test('without a clock the system clock counts', async () => {
    const vendor = createVendor([[]]);
    const read = readEmployees(acme(vendor), { config });
    await collect(read);

    expect((await read.report).startedAt).toBeGreaterThan(Date.parse('2024-01-01'));
    expect(vendor.connected[0]?.now()).toBeInstanceOf(Date);
  });

  test('today, as map sees it, is the day in UTC', async () => {
    const days: string[] = [];
    const lateInUtc = { now: () => new Date('2026-11-05T23:59:59Z') };
    const map = ({ id }: { id: string }, context: { today: string }) => {
      days.push(context.today);
      return { id, status: 'active' as const };
    };
    await collect(readEmployees(acme(createVendor([people('1')]), { map }), { config, clock: lateInUtc }));

    expect(days).toEqual(['2026-11-05']);
  });
});
