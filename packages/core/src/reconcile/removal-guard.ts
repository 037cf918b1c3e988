import type { Policy } from './policy.ts';

export interface GuardInput {
  /** Removals the plan would carry out. */
  readonly removals: number;
  /** Members the connection manages. */
  readonly managed: number;
  /** Employees delivered by this read and by the last confirmed one. */
  readonly headCount: number;
  readonly previousHeadCount: number | undefined;
}

/** Rule V3: why the removals of a plan must wait for a person, or undefined when they may go ahead. */
export function removalGuard(input: GuardInput, guard: Policy['guard']): string | undefined {
  const { removals, managed, headCount, previousHeadCount } = input;
  if (removals === 0) return undefined;
  const bound = Math.max(guard.removals, Math.floor(managed * guard.share));
  if (removals > bound)
    return `${String(removals)} removals are more than ${String(bound)} (the larger of ${String(guard.removals)} and ${String(Math.round(guard.share * 100))} % of ${String(managed)} managed members)`;
  if (previousHeadCount !== undefined && headCount < previousHeadCount / 2) {
    return `the head-count fell from ${String(previousHeadCount)} to ${String(headCount)} since the last read`;
  }
  return undefined;
}
