/** Widths of columns that together fit into the room: the widest ones give way first, none below the narrowest. */
export function fitColumns(wanted: readonly number[], room: number, narrowest: number): readonly number[] {
  for (let cap = Math.max(0, ...wanted); cap > narrowest; cap -= 1) {
    const capped = wanted.map((columns) => Math.min(columns, cap));
    if (capped.reduce((sum, columns) => sum + columns, 0) <= room) return capped;
  }
  return wanted.map((columns) => Math.min(columns, narrowest));
}
