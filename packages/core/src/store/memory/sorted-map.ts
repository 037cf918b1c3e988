/** A map whose entries can be read by key in order, page by page. Sorting waits until somebody reads. */
export class SortedMap<T> {
  readonly #rows = new Map<string, T>();
  #keys: readonly string[] | undefined;

  get(key: string): T | undefined {
    return this.#rows.get(key);
  }

  set(key: string, row: T): void {
    if (!this.#rows.has(key)) this.#keys = undefined;
    this.#rows.set(key, row);
  }

  delete(key: string): void {
    if (this.#rows.delete(key)) this.#keys = undefined;
  }

  /** Rows by key, those after the given key only. */
  *values(after?: string): Generator<T> {
    const keys = (this.#keys ??= [...this.#rows.keys()].sort());
    for (let index = after === undefined ? 0 : firstAfter(keys, after); index < keys.length; index += 1) {
      const row = this.#rows.get(keys[index] ?? '');
      if (row !== undefined) yield row;
    }
  }
}

function firstAfter(keys: readonly string[], after: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}
