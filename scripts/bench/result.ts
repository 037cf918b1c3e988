/** One promise of the design, measured. */
export interface BenchResult {
  readonly id: string;
  readonly what: string;
  /** A ratio unless `unit` says otherwise. */
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
  readonly aim: number;
  readonly ok: boolean;
  /** The figures behind the ratio. */
  readonly detail: string;
}

/**
 * Vendors of three kinds: rows as lean as they come (a floor of 9 µs a person), everybody in one answer, and pages joined
 * with histories. The median of them is held against a limit, and each of them is printed.
 */
export const measuredVendors = ['bamboohr', 'hibob', 'humaans'] as const;

/** One ratio for each vendor, as the detail of a result. */
export function byVendor(ratios: ReadonlyMap<string, number>): string {
  return [...ratios].map(([slug, ratio]) => `${slug} ${String(rounded(ratio))}`).join(', ');
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
