import type { EmployeeStatus } from '../employee/employee.ts';
import type { MapContext } from '../contract/context.ts';

/** @inline */
type Day = string | null | undefined;

export interface EmploymentDays {
  /** First day, as `plainDate` gives it. */
  readonly startDate: Day;
  /** Last day, included. */
  readonly terminationDate: Day;
  /** What the vendor's own word says, where it has one. Default: nothing. */
  readonly stated?: EmployeeStatus | undefined;
}

/**
 * The status where the vendor has no word for it, or one that is coarser than its dates: not begun is `preboarding`, over
 * since yesterday or longer is `terminated`, a last day that is today or ahead ends nobody. An end before the start
 * belongs to an earlier employment. A stated leaver stays one, and what is stated as unknown stays unknown.
 * Dates that were not delivered decide nothing: without an end, and without a word, the status is `unknown`.
 */
export function statusByDates(
  { startDate, terminationDate, stated }: EmploymentDays,
  context: Pick<MapContext, 'today' | 'note'>,
): EmployeeStatus {
  if (stated === 'terminated' || stated === 'unknown') return stated;
  if (startDate != null && startDate > context.today) return 'preboarding';
  const hasEnded = terminationDate != null && terminationDate < context.today && terminationDate >= (startDate ?? '');
  if (hasEnded && startDate === undefined) {
    // Whose start may not be read may have been rehired since.
    context.note('status', 'unreadable', 'a start date beside the end', undefined);
    return 'unknown';
  }
  if (hasEnded) return 'terminated';
  return stated ?? (terminationDate === undefined ? 'unknown' : 'active');
}
