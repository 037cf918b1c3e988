import type { Policy } from '../policy/policy.ts';

export interface GuardInput {
  /** Removals the plan would carry out. */
  readonly removals: number;
  /** Members the connection manages. */
  readonly managed: number;
  /** What `readAnomalies` found. */
  readonly anomalies: readonly string[];
}

/** Rule V3: why the removals of a plan must wait for a person, or undefined when they may go ahead. */
export function removalGuard({ removals, managed, anomalies }: GuardInput, guard: Policy['guard']): string | undefined {
  if (removals === 0) return undefined;
  const reasons = [...anomalies];
  const bound = Math.max(guard.removals, wholePart(managed * guard.share));
  if (removals > bound) {
    const share = `${String(rounded(guard.share * 100))} % of ${String(managed)} managed members`;
    reasons.unshift(
      `${String(removals)} removals are more than ${String(bound)} (the larger of ${String(guard.removals)} and ${share})`,
    );
  }
  return reasons.length === 0 ? undefined : reasons.join('; ');
}

/** 29 % of 100 are 29, whatever binary fractions make of it. */
function wholePart(value: number): number {
  return Math.floor(rounded(value));
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
