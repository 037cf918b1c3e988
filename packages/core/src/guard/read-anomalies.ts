import type { EmployeeField } from '../employee/employee.ts';
import type { ReadSummary } from './read-summary.ts';

// The fields that decide who is who, who is in and who is out.
const telling = ['workEmail', 'status', 'startDate', 'terminationDate', 'managerId', 'managerEmail', 'department'] as const;

/**
 * Rule V3: why a read is not plausible beside the last one, one plain sentence each, counts only. The first read has
 * nothing to be compared with. Said of a read whose removals should wait, not of one that should be thrown away.
 */
export function readAnomalies(previous: ReadSummary | null, now: ReadSummary): readonly string[] {
  if (previous === null) return [];
  const anomalies: string[] = [];
  if (now.employees < previous.employees / 2) {
    anomalies.push(`the head-count fell from ${String(previous.employees)} to ${String(now.employees)} since the last read`);
  }
  for (const field of telling) {
    const sentence = coverageLoss(field, previous, now);
    if (sentence !== undefined) anomalies.push(sentence);
  }
  // More than twice none is any.
  if (now.unknownStatuses > previous.unknownStatuses * 2) {
    const counts = `from ${String(previous.unknownStatuses)} to ${String(now.unknownStatuses)}`;
    anomalies.push(`the records whose status was not understood rose ${counts} since the last read`);
  }
  return anomalies;
}

function coverageLoss(field: EmployeeField, previous: ReadSummary, now: ReadSummary): string | undefined {
  const before = previous.coverage[field];
  const share = now.coverage[field];
  // Not asked for in one of the two reads: nothing to compare.
  if (before === undefined || share === undefined) return undefined;
  const expected = before * now.employees;
  const filled = Math.round(share * now.employees);
  // One record more or less is everyday life, even where only one had the field.
  if (filled >= expected / 2 || expected - filled <= 1) return undefined;
  const filledBefore = String(Math.round(before * previous.employees));
  return `${field} came for ${String(filled)} of ${String(now.employees)} employees, for ${filledBefore} of ${String(previous.employees)} in the last read`;
}
