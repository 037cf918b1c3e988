/** Sorts in place. Most vendors deliver in this order already, and what is in order is not sorted again. */
export function sortById<T>(items: T[], idOf: (item: T) => string): T[] {
  for (let index = 1; index < items.length; index += 1) {
    if (byId(idOf(items[index - 1] as T), idOf(items[index] as T)) > 0) return items.sort((a, b) => byId(idOf(a), idOf(b)));
  }
  return items;
}

/** Shorter ids first, then by code unit, so that 9 comes before 10. */
export function byId(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
