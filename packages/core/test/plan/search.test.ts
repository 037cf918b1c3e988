import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchAnyOrder, searchSorted, type Search } from '../../src/plan/search.ts';
import { sortById } from '../../src/plan/sort-by-id.ts';

const id = fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('1', '2', '9', 'a', 'é') });
const ids = fc.uniqueArray(id, { maxLength: 40 });

interface Item {
  readonly id: string;
}

const kinds: readonly (readonly [string, (items: readonly Item[]) => Search<Item>])[] = [
  ['any order', (items) => searchAnyOrder(items, (item) => item.id)],
  [
    'sorted',
    (items) =>
      searchSorted(
        sortById([...items], (item) => item.id),
        (item) => item.id,
      ),
  ],
];

test.each(kinds)('%s: whatever is asked for in whatever order, a map would answer the same', (_, create) => {
  fc.assert(
    fc.property(ids, fc.array(id, { maxLength: 120 }), (some, asked) => {
      const items = some.map((one) => ({ id: one }));
      const search = create(items);
      const find = search.inStep();
      const map = new Map(items.map((item) => [item.id, item]));
      // In the order of the items first, which is what the shortcuts are for.
      for (const one of [...some, ...asked]) {
        expect(find(one)).toBe(map.get(one));
        expect(search.get(one)).toBe(map.get(one));
        expect(search.has(one)).toBe(map.has(one));
      }
    }),
  );
});
