import { once } from './once.ts';
import type { Lookup } from './person.ts';
import { byId } from './sort-by-id.ts';

/** Finds items by id, each of which is there once. */
export interface Search<Item> extends Lookup<Item> {
  /** Finds as well, and at no cost whoever is asked for in the order of the items, or nearly. */
  inStep(): (id: string) => Item | undefined;
}

/** Of items in any order, such as members: a map is made when the first is not found in step. */
export function searchAnyOrder<Item>(items: readonly Item[], idOf: (item: Item) => string): Search<Item> {
  const positions = once(() => {
    const made = new Map<string, number>();
    for (const [position, item] of items.entries()) made.set(idOf(item), position);
    return made;
  });
  const get = (id: string): Item | undefined => items[positions().get(id) ?? -1];
  return {
    get,
    has: (id) => get(id) !== undefined,
    inStep() {
      let next = 0;
      return (id) => {
        const ahead = items[next];
        if (ahead === undefined || idOf(ahead) !== id) next = positions().get(id) ?? items.length;
        return items[next++];
      };
    },
  };
}

// Making a map of everybody costs as much as this share of them costs to search for.
const fewOf = 8;

/** Of items in the order of `byId`: they are searched by halves, until so many are asked for that a map is worth its price. */
export function searchSorted<Item>(items: readonly Item[], idOf: (item: Item) => string): Search<Item> {
  const all = once(() => {
    const made = new Map<string, Item>();
    for (const item of items) made.set(idOf(item), item);
    return made;
  });
  // The ids alone lie closer together than what they are ids of.
  const ids = once(() => items.map(idOf));
  let searches = items.length / fewOf;
  const get = (id: string): Item | undefined => {
    searches -= 1;
    return searches > 0 ? items[placeOf(ids(), id)] : all().get(id);
  };
  return {
    get,
    has: (id) => get(id) !== undefined,
    inStep() {
      let next = 0;
      return (id) => {
        let ahead = items[next];
        while (ahead !== undefined && byId(idOf(ahead), id) < 0) ahead = items[(next += 1)];
        return ahead !== undefined && idOf(ahead) === id ? ahead : get(id);
      };
    },
  };
}

/** By halves; -1 for nowhere. */
function placeOf(ids: readonly string[], id: string): number {
  let [low, high] = [0, ids.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = byId(ids[middle] ?? '', id);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
