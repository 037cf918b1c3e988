/** How many people are what, of a company of a size. */
export interface HeadCounts {
  /** Everyone in the tree: active, on leave, not yet started. */
  readonly employed: number;
  readonly leave: number;
  readonly preboarding: number;
  /** Active with the last day ahead. */
  readonly notice: number;
}

/** About 80 % active, 2 % on leave, 2 % starting within 60 days, 3 % of the active with the end ahead, the others left; at least one of each. */
export function headCounts(size: number): HeadCounts {
  const share = (part: number): number => Math.max(1, Math.round(size * part));
  return { employed: size - share(0.16), leave: share(0.02), preboarding: share(0.02), notice: share(0.024) };
}
