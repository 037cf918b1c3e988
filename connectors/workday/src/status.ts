import type { EmployeeStatus, MapContext } from '@rollcall/core';

/** How somebody stands, in the vendor's flags; undefined where one was not delivered. */
export interface Standing {
  readonly active: boolean | undefined;
  readonly terminated: boolean | undefined;
  readonly retired?: boolean | undefined;
  readonly rescinded?: boolean | undefined;
  readonly onLeave: boolean;
}

type Day = string | null | undefined;

export interface Days {
  readonly startDate: Day;
  /** As the vendor has it, possibly of an earlier employment. */
  readonly endDate: Day;
  /** The same, unless it belongs to an earlier employment. */
  readonly lastDay: Day;
}

/**
 * What flags and days say together. Only a stated leaver is one: flags that were not delivered, or that contradict each
 * other, give `unknown`. Source: Microsoft's Workday attribute and integration reference (2026-01).
 */
export function statusFrom(standing: Standing | undefined, days: Days, context: MapContext): EmployeeStatus {
  if (standing === undefined) return 'unknown';
  const { active, terminated, onLeave } = standing;
  const hasLeft = isLeaver(standing);
  const isOver = days.lastDay != null && days.lastDay < context.today;
  if (isComing(standing, days, context.today)) return 'preboarding';
  if (hasLeft && active !== true) return 'terminated';
  // Somebody who works is no leaver before the last day, which is worked.
  const hasLastDayAhead = active === true && days.lastDay != null;
  if ((active === true || onLeave) && !isOver && (!hasLeft || hasLastDayAhead)) return onLeave ? 'leave' : 'active';
  if (active === false && terminated === undefined && !onLeave && isOver) return 'terminated';
  context.note('status', 'unknown_value', 'flags and days that agree on how somebody stands', undefined);
  return 'unknown';
}

export function isLeaver({ active, terminated, retired, rescinded }: Standing): boolean {
  return terminated === true || rescinded === true || (retired === true && active === false);
}

/** Whoever comes back is terminated until the new hire date, with the old end; a hire read ahead of its day is active on it. */
function isComing({ terminated, rescinded }: Standing, { startDate, endDate }: Days, today: string): boolean {
  const isNoShow = rescinded === true || (terminated === true && endDate == null);
  return startDate != null && startDate > today && !isNoShow;
}
