/** A row's body, as it was written: the store's own text, which nobody else writes. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller knows what it wrote
export function fromJson<T>(body: string): T {
  return JSON.parse(body) as T;
}
