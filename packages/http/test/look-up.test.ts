import { PermissionError, proven, ResponseError, unproven, type Completeness } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { detailsOf, inTurn, lookUps, mapPages, rowsById, rowsByOwner } from '../src/index.ts';

type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

async function* pagesOf(
  pages: readonly (readonly unknown[])[],
  end: Completeness = proven({ by: 'last_page_signal', detail: 'the end' }),
): Pages {
  for (const page of pages) yield await Promise.resolve(page);
  return end;
}

const Row = z.looseObject({ id: z.union([z.string(), z.number()]).nullish(), name: z.string() });

describe('look-ups', () => {
  const pages = [
    [{ id: 1, name: 'One' }, { id: '2', name: 'Two' }, { name: 'nobody' }],
    [{ id: 3 }, 'text', { id: '', name: '' }, { id: '1', name: 'Uno' }],
  ];

  test('rows go by their id as text, across pages, and what is no row is left out', async () => {
    const rows = await rowsById(pagesOf(pages), Row, ({ id }) => id);
    expect([...rows].map(([id, { name }]) => [id, name])).toEqual([
      ['1', 'Uno'],
      ['2', 'Two'],
    ]);
  });

  test('rows of one owner keep their order', async () => {
    const rows = await rowsByOwner(pagesOf(pages), Row, ({ id }) => id);
    expect(rows.get('1')?.map(({ name }) => name)).toEqual(['One', 'Uno']);
  });
});

describe('lists in turn', () => {
  const drain = async (pages: Pages): Promise<{ items: unknown[]; end: Completeness }> => {
    const items: unknown[] = [];
    for (;;) {
      const page = await pages.next();
      if (page.done === true) return { items, end: page.value };
      items.push(...page.value);
    }
  };

  test('are complete when each of them is', async () => {
    const { items, end } = await drain(
      inTurn(
        () => pagesOf([[1], [2]]),
        () => pagesOf([[3]]),
      ),
    );
    expect(items).toEqual([1, 2, 3]);
    expect(end).toEqual(proven({ by: 'last_page_signal', detail: 'the end' }));
  });

  test('are not when one of them is not, and are read to the end all the same', async () => {
    const { items, end } = await drain(
      inTurn(
        () => pagesOf([[1]], unproven('cut')),
        () => pagesOf([[2]]),
      ),
    );
    expect(items).toEqual([1, 2]);
    expect(end).toEqual(unproven('cut'));
  });

  test('a list is asked for when its turn comes', async () => {
    const asked: string[] = [];
    const list = (name: string) => () => (asked.push(name), pagesOf([[name]]));
    const pages = inTurn(list('a'), list('b'));
    await pages.next();
    expect(asked).toEqual(['a']);
  });
});

describe('look-ups side by side', () => {
  const context = (wanted: readonly string[], refused: readonly string[] = []) => {
    const warned: string[] = [];
    return {
      warned,
      wants: (...fields: readonly string[]) => fields.some((field) => wanted.includes(field)),
      optional: <T>(name: string, _lost: readonly string[], work: () => Promise<T>, fallback: T): Promise<T> => {
        if (!refused.includes(name)) return work();
        warned.push(name);
        return Promise.resolve(fallback);
      },
    };
  };
  const run = (of: ReturnType<typeof context>) =>
    lookUps(of, {
      teams: { name: 'Teams', fields: ['team'], read: () => Promise.resolve(1) },
      sites: { name: 'Sites', fields: ['workLocation'], read: () => Promise.resolve('x') },
    });

  test('only what somebody asked for is read', async () => {
    expect(await run(context(['team']))).toEqual({ teams: 1, sites: undefined });
  });

  test('what is refused is undefined and said', async () => {
    const refusing = context(['team', 'workLocation'], ['Sites']);
    expect(await run(refusing)).toEqual({ teams: 1, sites: undefined });
    expect(refusing.warned).toEqual(['Sites']);
  });
});

test('pages that are put together keep their end', async () => {
  const pages = mapPages(pagesOf([[1, 2], [3]], unproven('cut')), (items) => Promise.resolve(items.map((item) => ({ item }))));
  expect(await pages.next()).toEqual({ done: false, value: [{ item: 1 }, { item: 2 }] });
  expect(await pages.next()).toEqual({ done: false, value: [{ item: 3 }] });
  expect(await pages.next()).toEqual({ done: true, value: unproven('cut') });
});

describe('details of each person', () => {
  const setUp = (read: (id: string) => Promise<unknown>, wanted = ['phone']) => {
    const warned: string[] = [];
    const details = detailsOf(
      {
        wants: (...fields) => fields.some((field) => wanted.includes(field)),
        optional: (name, _lost, work, fallback) =>
          work().catch((error: unknown) => {
            if (!(error instanceof PermissionError)) throw error;
            warned.push(name);
            return fallback;
          }),
      },
      { phones: { name: 'Phones', fields: ['phone'], read } },
    );
    return { details, warned };
  };
  const refused = new PermissionError({ message: 'no' });
  const gone = new ResponseError({ code: 'not_found', message: 'none' });
  const other = new ResponseError({ code: 'not_json', message: 'odd' });

  test('are read one by one, and 404 is one person who has none', async () => {
    const { details } = setUp((id) => (id === '2' ? Promise.reject(gone) : Promise.resolve(`of ${id}`)));
    expect([await details('1'), await details('2'), await details('3')]).toEqual([
      { phones: 'of 1' },
      { phones: null },
      { phones: 'of 3' },
    ]);
  });

  test('what is refused once is not asked again', async () => {
    const asked: string[] = [];
    const { details, warned } = setUp((id) => {
      asked.push(id);
      return Promise.reject(refused);
    });
    expect([await details('1'), await details('2')]).toEqual([{}, {}]);
    expect({ asked, warned }).toEqual({ asked: ['1'], warned: ['Phones'] });
  });

  test('what nobody asked for is not fetched, and other failures are failures', async () => {
    expect(await setUp(() => Promise.reject(other), ['team']).details('1')).toEqual({});
    await expect(setUp(() => Promise.reject(other)).details('1')).rejects.toBe(other);
  });
});
