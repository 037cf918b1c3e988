/** What is said twice counts as it was said last; a statement for many rows must not meet one twice. */
export function lastOfEach<T>(rows: readonly T[], keyOf: (row: T) => string | number): readonly T[] {
  const last = new Map(rows.map((row) => [keyOf(row), row]));
  return last.size === rows.length ? rows : [...last.values()];
}
