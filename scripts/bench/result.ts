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

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
