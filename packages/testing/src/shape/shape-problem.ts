/** Where a connector package does not have the shape of one, and what to do. */
export interface ShapeProblem {
  /** Below the package's folder; with the line where there is one: `src/map.ts:12`. */
  readonly file: string;
  readonly problem: string;
}
